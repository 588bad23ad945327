import { describe, expect, it } from '@jest/globals';

import { isOrigin } from './is-origin.ts';

const APP = 'https://app.example.com';

describe('isOrigin', () => {
  it.each(['*', APP, 'http://localhost:5173', 'http://[::1]:8080', 'capacitor://localhost', 'chrome-extension://abc'])(
    'accepts %s',
    (text) => {
      expect(isOrigin(text)).toBe(true);
    },
  );

  it.each([
    '',
    'null',
    'localhost:5173',
    'app.example.com',
    `${APP}/`,
    `${APP}/path`,
    `${APP}:443`,
    `${APP}?x`,
    'https://user@app.example.com',
    'https://APP.example.com',
    'https://*.example.com',
    'https://a.example,https://b.example',
    ` ${APP}`,
    `${APP}\n`,
  ])('refuses %j, which no browser sends', (text) => {
    expect(isOrigin(text)).toBe(false);
  });
});
