const PAGE = `<!doctype html>
<html>
<head><title>502 Bad Gateway</title></head>
<body><h1>502 Bad Gateway</h1><hr><address>gateway</address></body>
</html>
`;

/**
 * Returns the response of a gateway that does not reach the API. Its page has none of the headers of the API, except those that let a
 * page from another origin read it.
 * @param headers those of the response that it replaces
 */
export function gatewayAnswer(headers: Readonly<Record<string, string>>) {
  const kept = Object.entries(headers).filter(([name]) => /^(access-control-.*|vary)$/i.test(name));
  return {
    status: 502,
    headers: { ...Object.fromEntries(kept), 'content-type': 'text/html; charset=utf-8' },
    text: PAGE,
  };
}
