import type { ServerResponse } from 'node:http';

import type { Disturbance } from '../injection/index.ts';
import { gatewayAnswer } from '../injection/index.ts';
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
    const page = gatewayAnswer(headers);
    sendAnswer(response, { ...page, headers: { ...page.headers, 'content-length': String(page.text.length) } });
  },

  timeout() {
    // The connection stays open until the client gives up or the mock stops.
  },
};
