/** The API key of the workspace. */
export const KEY = 'sk_live_bench_hostile';
/** The length of the longest text that a column can keep. */
export const LONGEST = 100_000;

/** A pattern that takes seconds for the longest text, and the slowest of its kind that a definition can have. */
export const patterns = ['[ab]*a[ab]{900}[cd]', '[ab]*a[ab]{20}[cd]'] as const;

/** Returns a workspace with a column of each kind that takes time, and a book with many large pages and many events. */
export function hostileDefinition(pattern: string): object {
  const column = (name: string, ...constraints: readonly object[]): object => ({
    name,
    type: 'TEXT',
    length: LONGEST,
    constraints,
  });
  const constrained = [
    column('url', { type: 'URL' }),
    column('email', { type: 'EMAIL' }),
    column('code', { type: 'PATTERN', value: pattern }),
  ];
  const page = [column('text'), { name: 'book_id', type: 'INTEGER', references: 'Book' }];
  const event = [
    { name: 'name', type: 'TEXT' },
    { name: 'kind', type: 'INTEGER' },
    { name: 'book_id', type: 'INTEGER', references: 'Book' },
  ];
  const entities = [
    { name: 'Text', table: 'texts', columns: constrained },
    { name: 'Book', table: 'books', columns: [{ name: 'name', type: 'TEXT' }] },
    { name: 'Page', table: 'pages', columns: page },
    { name: 'Event', table: 'events', columns: event },
  ];
  const keys = [{ name: 'bench', key: KEY, permission: 'READ_WRITE' }];
  const records = { Book: [{ name: 'large' }] };
  return { organization: 'bench', workspaces: [{ slug: 'main', mode: 'ACTIVE', entities, keys, records }] };
}
