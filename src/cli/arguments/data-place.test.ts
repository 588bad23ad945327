import { describe, expect, it } from '@jest/globals';

import { dataPlace } from './data-place.ts';
import { UsageError } from './usage-error.ts';

describe('dataPlace', () => {
  it('reads --data or DATABASE_URL, and is undefined without either', () => {
    const database = 'postgresql://user:s3cret@host/database';
    expect(dataPlace('x.db', '--data', {})).toEqual({ data: 'x.db' });
    expect(dataPlace(undefined, '--data', { DATABASE_URL: database })).toEqual({ database });
    expect(dataPlace(undefined, '--data', {})).toBeUndefined();
    expect(dataPlace('x.db', '--data', { DATABASE_URL: '' })).toEqual({ data: 'x.db' });
    expect(dataPlace(undefined, '--data', { DATABASE_URL: '' })).toBeUndefined();
  });

  it.each(['--data', 'WORKSPACE_API_DATA'])('refuses %s and DATABASE_URL at the same time', (name) => {
    expect(() => dataPlace('x.db', name, { DATABASE_URL: 'postgres://host/database' })).toThrow(
      new UsageError(`${name} and DATABASE_URL both name a database; remove one of them`),
    );
  });

  it.each(['postgres://user:s3cret@host/database', 'https://s3cret@host'])(
    'refuses %s as the name of a file without repeating it',
    (data) => {
      expect(() => dataPlace(data, 'WORKSPACE_API_DATA', {})).toThrow(
        /^WORKSPACE_API_DATA takes the name of an SQLite file; for a PostgreSQL database, set DATABASE_URL$/,
      );
    },
  );

  it.each(['host/database', 'mysql://user:s3cret@host/database'])(
    'refuses DATABASE_URL=%j without repeating its value',
    (database) => {
      const read = (): unknown => dataPlace(undefined, '--data', { DATABASE_URL: database });
      expect(read).toThrow(/^DATABASE_URL must be postgres:\/\/user:password@host\/database$/);
    },
  );

  it.each([
    ['postgres://user:s3cret@one.example,two.example:5433/database', /^DATABASE_URL names several servers, but this/],
    ['postgres://user:s3cret@host/database?target_session_attrs=read-write', /^DATABASE_URL has target_session_attrs/],
  ])('refuses DATABASE_URL=%j, because the driver would not look for the primary', (database, message) => {
    const read = (): unknown => dataPlace(undefined, '--data', { DATABASE_URL: database });
    expect(read).toThrow(message);
    expect(read).not.toThrow(/s3cret/);
  });

  it.each(['postgres://a,b:c,d@host/database', 'postgres://host/database?target_session_attrs=any'])(
    'accepts DATABASE_URL=%j',
    (database) => expect(dataPlace(undefined, '--data', { DATABASE_URL: database })).toEqual({ database }),
  );
});
