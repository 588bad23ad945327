import { describe, expect, it } from '@jest/globals';

import { ask } from '../../src/server/testing/test-server.ts';
import { detailsOf, expectInvalid, jane, place } from './invalid-values.ts';
import { untouchedServer } from './untouched-server.ts';

const server = untouchedServer();

describe('NUL in text', () => {
  it.each(['name', 'email', 'website'])('%s → 422', async (field) => {
    for (const value of ['\0', 'a\0b', 'https://example.com/\0', 'a@example.com\0']) {
      const answer = await ask(server, { ...place('createRecord'), body: { ...jane, [field]: value } });
      expect(answer.status).toBe(422);
      expect(detailsOf(answer)).toContainEqual({ field, message: expect.stringContaining('NUL') });
    }
  });
});

describe('text longer than the column allows', () => {
  it('→ 422, counted in characters', async () => {
    for (const text of ['x'.repeat(256), '😀'.repeat(256), 'x'.repeat(500_000)])
      await expectInvalid(server, { ...jane, name: text }, [
        { field: 'name', message: 'must be at most 255 characters' },
      ]);
    const url = `https://example.com/${'x'.repeat(2048)}`;
    await expectInvalid(server, { ...jane, website: url }, [
      { field: 'website', message: 'must be at most 2048 characters' },
    ]);
  });
});
