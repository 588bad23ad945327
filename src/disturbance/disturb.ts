import type { ServerResponse } from 'node:http';

import { REQUEST_ID } from '../error-responses/index.ts';
import type { Disturbance } from '../injection/index.ts';
import type { WrittenAnswer } from './written-answer.ts';
import { sendAnswer } from './written-answer.ts';

/** Sends a response the way a disturbance corrupts it, or not at all. */
export function disturb(disturbance: Disturbance, response: ServerResponse, answer: WrittenAnswer): void {
  disturbances[disturbance](response, answer);
}

const disturbances: Readonly<Record<Disturbance, (response: ServerResponse, answer: WrittenAnswer) => void>> = {
  reset(response) {
    response.socket?.resetAndDestroy();
  },

  truncate(response, { status, headers, text }) {
    const { socket, req } = response;
    // Without a body, only the header can be cut.
    if (text === '' || req.method === 'HEAD') socket?.write(`HTTP/1.1 ${status} `, () => socket.destroySoon());
    else response.writeHead(status, headers).write(text.slice(0, text.length / 2), () => socket?.destroySoon());
  },

  html(response, { headers }) {
    const page = { 'content-type': 'text/html; charset=utf-8', 'content-length': String(GATEWAY_PAGE.length) };
    // A gateway's own page has none of the headers of the API. The CORS headers stay, so that pages can read it.
    const kept = Object.entries(headers).filter(([name]) => name !== REQUEST_ID && name !== 'www-authenticate');
    sendAnswer(response, { status: 502, headers: { ...Object.fromEntries(kept), ...page }, text: GATEWAY_PAGE });
  },

  timeout() {
    // The connection stays open until the client gives up or the mock stops.
  },
};

const GATEWAY_PAGE = `<!doctype html>
<html>
<head><title>502 Bad Gateway</title></head>
<body><h1>502 Bad Gateway</h1><hr><address>gateway</address></body>
</html>
`;
