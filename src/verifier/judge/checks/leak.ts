import { readEnvelope } from '../../../contract/index.ts';
import { parseBody } from '../parse-body.ts';
import type { Check, Judged } from './check.ts';

/** Patterns that match internal details, by the kind of detail. */
const INSIDES: Readonly<Record<string, RegExp>> = {
  'a stack frame':
    /\bat (?:async )?[\w$.<>[\] ]+ \(?(?:file:|node:|\/|[A-Za-z]:\\)[^\s)]+:\d+|File "[^"]+", line \d+|\bat [\w$.]+\([\w$]+\.(?:java|kt|scala):\d+\)|Traceback \(most recent call last\)|goroutine \d+ \[/,
  // The lookarounds exclude a URL's host and port, which look the same.
  'a source location':
    /(?<![\w.:/\\-])(?!https?:)[\w./\\-]*\w\.(?:rb|py|php|jsx?|tsx?|[cm]js|java|kt|scala|go|cs|exs?)(?::\d+|\(\d+\))/,
  'a connection string':
    /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|sqlserver|jdbc:\w+):\/\/\S+/,
  // Upper-case keywords are enough to recognize SQL. Lower-case ones occur in prose, so they need punctuation or another clause.
  SQL: /\b(?:SELECT\b[^.]{1,200}\bFROM|INSERT\s+INTO|UPDATE\b[^.]{1,200}\bSET|DELETE\s+FROM|(?:DROP|CREATE|ALTER)\s+TABLE)\b|\b(?:select\s+[\w"`*.,\s]{1,200}\sfrom\s+\S+\s+(?:where|limit|order\s+by|(?:left\s+)?join)|insert\s+into\s+\S+\s*(?:\(|values)|update\s+\S+\s+set\s+\S+\s*=|delete\s+from\s+\S+\s+where)/,
  'a file path':
    /(?:^|[\s"'(=:])(?:file:\/\/)?\/(?:app|bin|etc|home|lib|mnt|opt|private|root|srv|tmp|usr|var|Users|node_modules|src)\/[\w@.+/-]+|[A-Za-z]:\\[\w .\\-]+|node_modules\//,
  'a database or runtime error':
    /\b(?:SQLITE_\w+|SQLSTATE|sqlite3?\.\w+|psycopg\d?|pg_(?:catalog|class|toast|temp|stat)\w*|ORA-\d{5}|java\.(?:lang|sql|util)\.\w+|org\.(?:postgresql|hibernate|springframework)\b|ActiveRecord::|PDOException|NullPointerException|(?:Type|Reference|Range)Error:|ECONNREFUSED|ETIMEDOUT|ENOENT|Prisma\w*Error|SequelizeDatabaseError|UNIQUE constraint failed|FOREIGN KEY constraint failed|violates (?:unique|foreign key|not-null|check) constraint)/,
};

/** A failure reveals no internal details. Text that it repeats from the request is ignored. */
export const leak: Check = (judged) => {
  const { planned, response } = judged;
  if (response.status < 400) return [];
  const text = withoutEcho(judged);
  return Object.entries(INSIDES).flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    return found === null
      ? []
      : [{ basis: planned.basis, message: `the response reveals ${what}: ${JSON.stringify(found[0].trim())}` }];
  });
};

function withoutEcho({ planned, response, json }: Judged): string {
  const error = readEnvelope(json);
  // Search the unescaped strings of an envelope, and any other body as received.
  const text = error === undefined ? response.body : texts(json).join('\n');
  return echoes(planned.request).reduce((left, echo) => left.replaceAll(echo, ' '), text);
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...texts(each)]);
}

const SHORTEST_ECHO = 3;

/** Returns what a server may repeat from a request: its path and parameters, raw and decoded, and the strings of its body. */
function echoes({ path, body = '' }: Judged['planned']['request']): readonly string[] {
  const parts = [path, ...path.split(/[/?&=]/)];
  const decoded = parts.map((part) => decodeOr(part));
  const all = new Set([...parts, ...decoded, body, ...texts(parseBody(body) ?? body)]);
  return [...all].filter((text) => text.length >= SHORTEST_ECHO).sort((one, other) => other.length - one.length);
}

function decodeOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
