// The health check of the server's image, which has no curl. Exits with 0 if the server can take requests.
const address = `http://127.0.0.1:${process.env.PORT || '4000'}/readyz`;
try {
  const response = await fetch(address, { headers: { connection: 'close' } });
  console.log(await response.text());
  process.exitCode = response.ok ? 0 : 1;
} catch {
  console.log(`${address} does not respond`);
  process.exitCode = 1;
}
