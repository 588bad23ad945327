import { createServer } from 'node:http';

/** Returns one record for every request. It runs in its own process, so that its work does not count as the client's. */
const body = JSON.stringify({
  data: { id: 1, name: 'Jane Doe', email: 'jane@example.com', age: 42, note: 'x'.repeat(200) },
});

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit());
