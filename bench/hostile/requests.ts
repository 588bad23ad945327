import { KEY, LONGEST } from './definition.ts';

/** A request that takes much time or memory. */
export interface ExpensiveRequest {
  readonly title: string;
  readonly method: string;
  /** The path after the workspace. */
  readonly path: string;
  readonly body?: string;
}

/** How many records of the longest text a body of at most 1 MiB can hold. */
const ITEMS = 10;

/** The headers of every request. */
export const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };

/** A batch of large pages of the book. */
export const pages = JSON.stringify(Array.from({ length: ITEMS }, () => ({ book_id: 1, text: 'a'.repeat(LONGEST) })));

const random = Array.from({ length: LONGEST }, (_, index) => ((index * 2_654_435_761) % 2 ** 32 < 2 ** 31 ? 'a' : 'b'));
const code = random.join('');

const create = (title: string, values: object): ExpensiveRequest => ({
  title,
  method: 'POST',
  path: 'Text',
  body: JSON.stringify(values),
});

const read = (title: string, path: string): ExpensiveRequest => ({ title, method: 'GET', path });

const batch = (title: string, method: string, items: readonly unknown[]): ExpensiveRequest => ({
  title,
  method,
  path: 'Event/bulk',
  body: JSON.stringify(items),
});

const hundred = (item: (index: number) => unknown): readonly unknown[] =>
  Array.from({ length: 100 }, (_, i) => item(i));

/** How many values of five digits a filter can list. */
const LISTED = 150;

/** One request of each kind, none larger than the contract allows. */
export const expensiveRequests: readonly ExpensiveRequest[] = [
  create('URL: 100,000 colons', { url: ':'.repeat(LONGEST) }),
  create('EMAIL: 50,000 dots', { email: `a@${'a.'.repeat(LONGEST / 2 - 1)}` }),
  create('PATTERN: 100,000 letters', { code }),
  {
    title: 'PATTERN: ten times in a batch',
    method: 'POST',
    path: 'Text/bulk',
    body: JSON.stringify(Array.from({ length: ITEMS }, () => ({ code }))),
  },
  create('1,000 unknown fields', Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, null]))),
  { title: '1 MiB of brackets', method: 'POST', path: 'Text', body: '['.repeat(1024 ** 2) },
  { title: '1 MiB of numbers', method: 'POST', path: 'Text', body: `{"a":[${'1,'.repeat(1024 ** 2 / 2 - 8)}1]}` },
  read('like: 8,001 characters', `Page?filter[text.like]=${'a'.repeat(8000)}b`),
  read('like: 255 characters', `Page?filter[text.like]=${'a'.repeat(254)}b`),
  read('1,000,000 events', 'Event'),
  read('1,000,000 events: the last page', 'Event?page=49999'),
  read('a sort', 'Event?sort=name,desc'),
  read('a sort: the last page', 'Event?sort=name,desc&page=49999'),
  read('a sort of large records', 'Page?sort=text,desc&size=1'),
  read('a filter', 'Event?filter[kind]=7'),
  read('a filter that finds nothing', 'Event?filter[name]=none'),
  read('like: 1,000,000 events', `Event?filter[name.like]=${'e'.repeat(255)}`),
  read(`in: ${LISTED} values`, `Event?filter[kind.in]=${Array.from({ length: LISTED }, (_, i) => i + 10_000).join()}`),
  read('a reference: the last page', 'Event?filter[book_id]=1&page=49999'),
  read('expand: 1,000,000 events', 'Book/1?expand=events'),
  batch(
    'a batch of 100 new events',
    'POST',
    hundred((index) => ({ name: `new ${index}`, kind: index, book_id: 1 })),
  ),
  batch(
    'a batch of 100 changes',
    'PUT',
    hundred((index) => ({ id: index + 1, kind: index })),
  ),
  batch(
    'a batch of 100 deletions',
    'DELETE',
    hundred((index) => index + 1),
  ),
  read('a page of 100 large records', 'Page?size=100'),
  read('expand: 1,000 large records', 'Book/1?expand=pages'),
];
