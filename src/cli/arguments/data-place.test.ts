import { describe, expect, it } from '@jest/globals';

import { dataPlace } from './data-place.ts';

describe('dataPlace', () => {
  it('reads --data or DATABASE_URL, and is undefined without either', () => {
    const database = 'postgresql://user:s3cret@host/database';
    expect(dataPlace('x.db', {})).toEqual({ data: 'x.db' });
    expect(dataPlace(undefined, { DATABASE_URL: database })).toEqual({ database });
    expect(dataPlace(undefined, {})).toBeUndefined();
  });

  it('refuses both at the same time', () => {
    expect(() => dataPlace('x.db', { DATABASE_URL: 'postgres://host/database' })).toThrow('remove one of them');
  });

  it.each(['', 'host/database', 'mysql://user:s3cret@host/database'])(
    'refuses DATABASE_URL=%j without repeating its value',
    (database) => {
      const read = (): unknown => dataPlace(undefined, { DATABASE_URL: database });
      expect(read).toThrow(/^DATABASE_URL must be postgres:\/\/user:password@host\/database$/);
    },
  );
});
