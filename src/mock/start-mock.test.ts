import { describe, expect, it } from '@jest/globals';

import { startMock } from './start-mock.ts';

describe('startMock', () => {
  it('returns its URL, and stops listening when it is closed', async () => {
    const mock = await startMock({ port: 0 });
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
    expect((await fetch(mock.url)).status).toBe(404);
    await mock.close();
    await expect(fetch(mock.url)).rejects.toThrow();
    await mock.close();
  });

  it('fails with Node’s own error if the port is in use', async () => {
    const mock = await startMock({ port: 0 });
    await expect(startMock({ port: Number(new URL(mock.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await mock.close();
  });

  it('listens on another host', async () => {
    const mock = await startMock({ host: '::1', port: 0 });
    expect(mock.url).toMatch(/^http:\/\/\[::1\]:\d+\//);
    await mock.close();
  });
});
