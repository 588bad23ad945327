import { write } from 'node:fs';
import { hostname } from 'node:os';

/** What a log output needs from the system. Tests provide their own. */
export interface OutputSystem {
  /** Writes bytes, and calls back with an error, or with the number of bytes that were written. */
  write(bytes: Uint8Array, done: (error: NodeJS.ErrnoException | null, written: number) => void): void;
  /** Calls a function after some milliseconds, unless the process ends first. */
  later(work: () => void, milliseconds: number): void;
}

/** How many characters can wait to be written. Later lines are dropped. */
const MAXIMUM_WAITING = 1024 * 1024;

/** How long to wait for a reader whose pipe is full, in milliseconds. */
const PAUSE = 100;

/** How long to wait after a failure before trying to report the dropped lines, in milliseconds. */
const REPORT_INTERVAL = 1000;

const LINE_FEED = 0x0a;

/** The lines of one write. */
interface Batch {
  readonly lines: readonly string[];
  /** How many dropped lines the first line reports. */
  readonly reported: number;
  readonly bytes: Buffer;
}

/**
 * Writes log lines without waiting, and never fails. A line that cannot be written, for example because the disk is full, is
 * dropped and counted. Once the output can be written again, a line reports how many were dropped.
 */
export class LogOutput {
  readonly #system: OutputSystem;
  #waiting: string[] = [];
  #waitingLength = 0;
  #dropped = 0;
  #isWriting = false;
  #isRetrying = false;
  /** Whether the output ends with the beginning of a line whose rest could not be written. */
  #isTorn = false;

  constructor(system: OutputSystem = standardError()) {
    this.#system = system;
  }

  /** Writes a line, which ends with a line feed. */
  write(line: string): void {
    if (this.#waitingLength + line.length > MAXIMUM_WAITING) {
      this.#dropped += 1;
    } else {
      this.#waiting.push(line);
      this.#waitingLength += line.length;
      this.#flush();
    }
  }

  #flush(): void {
    if (this.#isWriting || (this.#waiting.length === 0 && this.#dropped === 0)) return;
    this.#isWriting = true;
    const reported = this.#dropped;
    const lines = reported === 0 ? this.#waiting : [reportOf(reported), ...this.#waiting];
    const bytes = Buffer.from(`${this.#isTorn ? '\n' : ''}${lines.join('')}`);
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#dropped = 0;
    this.#write({ lines, reported, bytes }, 0);
  }

  #write(batch: Batch, start: number): void {
    this.#system.write(batch.bytes.subarray(start), (error, written) => {
      const end = start + (error === null ? written : 0);
      if (end > 0) this.#isTorn = batch.bytes[end - 1] !== LINE_FEED;
      if (error?.code === 'EAGAIN') return this.#system.later(() => this.#write(batch, end), PAUSE);
      if (error === null && end < batch.bytes.length) return this.#write(batch, end);
      if (error !== null) this.#dropped += lostLines(batch, end);
      this.#isWriting = false;
      if (error === null || this.#waiting.length > 0) this.#flush();
      else this.#retryLater();
    });
  }

  #retryLater(): void {
    if (this.#isRetrying) return;
    this.#isRetrying = true;
    this.#system.later(() => {
      this.#isRetrying = false;
      this.#flush();
    }, REPORT_INTERVAL);
  }
}

/** Returns how many lines of a batch are lost if only its first bytes were written. A line that lacks only its end is complete. */
function lostLines({ lines, reported, bytes }: Batch, written: number): number {
  // A line feed that ends a torn line comes first.
  let end = bytes[0] === LINE_FEED ? 1 : 0;
  let lost = 0;
  lines.forEach((line, index) => {
    end += Buffer.byteLength(line);
    if (written < end - 1) lost += index === 0 && reported > 0 ? reported : 1;
  });
  return lost;
}

/** Returns the line that reports dropped lines, with the members that pino gives every line. */
function reportOf(dropped: number): string {
  const line = {
    level: 'error',
    time: new Date(),
    pid: process.pid,
    hostname: hostname(),
    dropped,
    msg: 'log lines dropped',
  };
  return `${JSON.stringify(line)}\n`;
}

function standardError(): OutputSystem {
  // Node opens standard error on first use, and makes a pipe non-blocking. A write to a blocking pipe that is not read would keep
  // the process from ending.
  const { fd } = process.stderr;
  return {
    write: (bytes, done) => write(fd, bytes, done),
    later: (work, milliseconds) => void setTimeout(work, milliseconds).unref(),
  };
}
