import { describe, expect, it } from '@jest/globals';

import { dataPlace } from './data-place.ts';

describe('the place of the records', () => {
  it('is what --data or DATABASE_URL names, or nowhere', () => {
    const database = 'postgresql://user:s3cret@host/database';
    expect(dataPlace('x.db', {})).toEqual({ data: 'x.db' });
    expect(dataPlace(undefined, { DATABASE_URL: database })).toEqual({ database });
    expect(dataPlace(undefined, {})).toBeUndefined();
  });

  it('is not two', () => {
    expect(() => dataPlace('x.db', { DATABASE_URL: 'postgres://host/database' })).toThrow('take one of them away');
  });

  it.each(['', 'host/database', 'mysql://user:s3cret@host/database'])(
    'is not %j, which is not repeated',
    (database) => {
      const read = (): unknown => dataPlace(undefined, { DATABASE_URL: database });
      expect(read).toThrow(/^DATABASE_URL must be postgres:\/\/user:password@host\/database$/);
    },
  );
});
