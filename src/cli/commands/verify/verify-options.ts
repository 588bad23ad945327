import { readFile } from 'node:fs/promises';

import type { Target } from '../../../plan/index.ts';
import { parseTarget, unsendable, unusableUrl } from '../../../plan/index.ts';
import type { FailOn, KnownFinding, Level, SenderName, VerifyOptions } from '../../../verifier/index.ts';
import { availableSenders, failOnKinds, levels, parseKnownFindings, senderNames } from '../../../verifier/index.ts';
import { JsonFileError, parseJsonFile } from '../../arguments/parse-json-file.ts';
import { readNumber, readOptions } from '../../arguments/read-options.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { verifyOptions } from './option-groups.ts';
import type { ReportPlaces } from './write-reports.ts';

/** The options of `verify`, read and checked. */
export interface VerifyCommand extends ReportPlaces {
  readonly url: string | undefined;
  readonly targetFile: string | undefined;
  readonly dryRun: boolean;
  /** Whether Dredd would have sent the plan, too, if it were installed. */
  readonly lacksDredd: boolean;
  /** Where to write the findings that the next run may have. */
  readonly knownFile: string | undefined;
  readonly run: Omit<VerifyOptions, 'target' | 'onProgress' | 'signal'>;
}

const LARGEST_SEED = 2 ** 31 - 1;

/**
 * Reads the options of `verify`.
 * @throws {UsageError} if one of them is invalid
 */
export async function readVerifyOptions(words: readonly string[]): Promise<VerifyCommand> {
  const options = readOptions(words, verifyOptions);
  const { url, target, json, junit, html, seed, rate, known, ca } = options;
  const isOurs = url === undefined && target === undefined;
  const knownFile = options['write-known'];
  if (knownFile !== undefined && options.bail)
    throw new UsageError(
      '--bail and --write-known exclude each other: a run that stops at its first finding lists no others',
    );
  return {
    url: url === undefined ? undefined : readUrl(url),
    targetFile: target,
    dryRun: options['dry-run'],
    lacksDredd: options.sender === undefined && !availableSenders().includes('dredd'),
    knownFile,
    files: {
      ...(json === undefined ? {} : { json }),
      ...(junit === undefined ? {} : { junit }),
      ...(html === undefined ? {} : { html }),
    },
    github: options.github,
    run: {
      level: readLevel(options.level),
      senders: readSenders(options.sender),
      selection: { only: readNames(options.only), skip: readNames(options.skip) },
      bail: options.bail,
      failOn: readFailOn(options['fail-on'] ?? (isOurs ? 'note' : 'finding')),
      timeout: readNumber('timeout', options.timeout, { min: 1, max: 600_000 }),
      concurrency: readNumber('concurrency', options.concurrency, { min: 1, max: 64 }),
      connection: {
        headers: Object.fromEntries(options.header.map(readHeader)),
        insecure: options.insecure,
        proxy: process.env,
        ...(ca === undefined ? {} : { ca: (await readBytes('ca', ca)).toString() }),
      },
      ...(rate === undefined ? {} : { rate: readNumber('rate', rate, { min: 1, max: 10_000 }) }),
      ...(seed === undefined ? {} : { seed: readSeed(seed) }),
      ...(known === undefined ? {} : { known: await readKnown(known) }),
    },
  };
}

function readSeed(seed: string): number | 'random' {
  return seed === 'random' ? seed : readNumber('seed', seed, { min: 0, max: LARGEST_SEED });
}

/** Reads the target file. `--url` overrides its `baseUrl`. */
export async function readTarget(url: string | undefined, file: string | undefined): Promise<Target> {
  const content = file === undefined ? {} : await readJson('target', file);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new UsageError(`the target file ${file} does not contain a JSON object`);
  }
  return parseTarget({ ...content, ...(url === undefined ? {} : { baseUrl: url }) }, process.env);
}

async function readKnown(file: string): Promise<readonly KnownFinding[]> {
  return parseKnownFindings(await readJson('known', file));
}

async function readJson(option: string, file: string): Promise<unknown> {
  const bytes = await readBytes(option, file);
  try {
    return parseJsonFile(bytes);
  } catch (error) {
    throw error instanceof JsonFileError ? new UsageError(`--${option}: ${file} ${error.message}`) : error;
  }
}

async function readBytes(option: string, file: string): Promise<Buffer> {
  return readFile(file).catch((error: Error) => {
    throw new UsageError(`--${option}: cannot read the file: ${error.message}`);
  });
}

function readUrl(text: string): string {
  const problem = unusableUrl(text);
  if (problem !== undefined) throw new UsageError(`--url ${problem}: ${JSON.stringify(withoutSecrets(text))}`);
  return text;
}

/** Returns the part of a URL that contains neither a user nor a query. */
function withoutSecrets(url: string): string {
  const [withoutQuery = ''] = url.split(/[?#]/, 1);
  const at = withoutQuery.lastIndexOf('@');
  return at === -1 ? withoutQuery : `***${withoutQuery.slice(at)}`;
}

function readLevel(text: string): Level {
  const level = levels.find((each) => each === text);
  if (level === undefined) throw new UsageError(`--level must be one of ${levels.join(', ')}, not "${text}"`);
  return level;
}

function readSenders(text = availableSenders().length > 1 ? 'both' : 'http'): readonly SenderName[] {
  const named = senderNames.filter((name) => text === name || text === 'both');
  const missing = named.filter((name) => !availableSenders().includes(name));
  if (missing.length > 0)
    throw new UsageError(`--sender ${text} needs Dredd, which is not installed; run npm install -D dredd`);
  if (named.length > 0) return named;
  throw new UsageError(`--sender takes ${senderNames.join(', ')} or both, not "${text}"`);
}

function readFailOn(text: string): FailOn {
  const kind = failOnKinds.find((each) => each === text);
  if (kind === undefined) throw new UsageError(`--fail-on takes ${failOnKinds.join(', ')}, not "${text}"`);
  return kind;
}

/** Splits names at commas. The options that take names can also be repeated. */
function readNames(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(',')).map((name) => name.trim());
}

/** Reads a header field as RFC 9110 (section 5) defines it. A message contains no value, which may be a credential. */
function readHeader(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  const [name, value] = [text.slice(0, colon), text.slice(colon + 1).replace(/^[ \t]+/, '')];
  if (colon < 1 || !/^[\w!#$%&'*+.^`|~-]+$/.test(name))
    throw new UsageError('--header takes "Name: value", with a name of letters, digits and hyphens');
  const problem = unsendable(value);
  if (problem !== undefined) throw new UsageError(`--header: the value of ${name} ${problem}`);
  return [name.toLowerCase(), value];
}
