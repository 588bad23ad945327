import { parseJson } from '../contract/index.ts';
import type { RecordedExchange } from '../traffic/index.ts';
import { readHarEntry } from './har-entry.ts';
import { readNdjsonLine } from './ndjson-line.ts';
import { EntrySplitter, LARGEST_ENTRY } from './split-entries.ts';

/** An exchange of a recording, or a problem with a part of it, in words that follow its name. */
export type RecordingPart = { readonly exchange: RecordedExchange } | { readonly problem: string };

/** How much of a recording to look at in order to tell its format, in bytes. */
const LONGEST_START = 64 * 1024;

const LARGEST_IN_WORDS = `${LARGEST_ENTRY / 1024 / 1024} MiB`;

/**
 * Reads a recording part by part: a HAR file, or NDJSON. Whatever is wrong with one part, the others are read.
 * @param chunks the bytes of the recording
 */
export async function* readRecording(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RecordingPart> {
  const bytes = buffers(chunks);
  const start: Buffer[] = [];
  let size = 0;
  // Not `for await`, which would end the generator.
  for (let next = await bytes.next(); next.done !== true; next = await bytes.next()) {
    start.push(next.value);
    size += next.value.length;
    if (size >= LONGEST_START || next.value.includes(NEWLINE)) break;
  }
  const first = withoutByteOrderMark(Buffer.concat(start));
  if (first.toString('utf8').trim() === '') {
    yield { problem: 'it is empty' };
    return;
  }
  const rest = prepended(first, bytes);
  yield* isNdjson(first) ? readLines(rest) : readEntries(rest);
}

async function* buffers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, void> {
  for await (const chunk of chunks) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

async function* prepended(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(Buffer.from('\u{feff}')) ? bytes.subarray(3) : bytes;
}

/** A HAR file starts with an object that its first line does not end, or with the member `log`. */
function isNdjson(start: Buffer): boolean {
  const text = start.toString('utf8').trimStart();
  if (/^\{\s*"log"\s*:/.test(text) || !text.startsWith('{')) return false;
  const [line = ''] = text.split('\n', 1);
  return parseJson(line) !== undefined || line.includes('"request"');
}

async function* readEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<RecordingPart> {
  const splitter = new EntrySplitter();
  let count = 0;
  for await (const chunk of chunks) {
    for (const part of splitter.read(chunk)) {
      count += 1;
      const exchange = 'entry' in part ? readHarEntry(parseJson(part.entry)) : undefined;
      if (exchange !== undefined) yield { exchange };
      else if ('tooLarge' in part)
        yield { problem: `entry ${count} is larger than ${LARGEST_IN_WORDS}, and was skipped` };
      else yield { problem: `entry ${count} is not one of a HAR file, and was skipped` };
    }
  }
  if (!splitter.hasEntries)
    yield { problem: 'it is neither a HAR file (an object with log.entries) nor NDJSON (a line for each exchange)' };
  else if (!splitter.isComplete) yield { problem: `it ends in the middle: ${count} exchanges were read` };
}

const NEWLINE = 0x0a;

async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<RecordingPart> {
  let kept: Buffer[] = [];
  let size = 0;
  let number = 0;
  const end = function* (part: Buffer): Generator<RecordingPart> {
    number += 1;
    if (size + part.length > LARGEST_ENTRY)
      yield { problem: `line ${number} is longer than ${LARGEST_IN_WORDS}, and was skipped` };
    else yield* readLine(Buffer.concat([...kept, part]).toString('utf8'), number);
    kept = [];
    size = 0;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, start)) {
      yield* end(chunk.subarray(start, at));
      start = at + 1;
    }
    const rest = chunk.subarray(start);
    size += rest.length;
    if (size > LARGEST_ENTRY) kept = [];
    else kept.push(Buffer.from(rest));
  }
  if (size > 0) yield* end(Buffer.alloc(0));
}

function* readLine(text: string, number: number): Generator<RecordingPart> {
  if (text.trim() === '') return;
  const json = parseJson(text);
  const read = json === undefined ? 'it is not JSON' : readNdjsonLine(json);
  if (typeof read === 'string') yield { problem: `line ${number} was skipped: ${read}` };
  else yield { exchange: read };
}
