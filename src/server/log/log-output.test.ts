import { describe, expect, it } from '@jest/globals';

import { LogOutput } from './log-output.ts';

type Done = (error: NodeJS.ErrnoException | null, written: number) => void;

/** An output whose writes the test completes one by one. */
function heldOutput() {
  let text = '';
  const pending: { readonly bytes: Uint8Array; readonly done: Done }[] = [];
  const timers: (() => void)[] = [];
  const output = new LogOutput({
    write: (bytes, done) => void pending.push({ bytes, done }),
    later: (work) => void timers.push(work),
  });
  const next = () => {
    const first = pending.shift();
    if (first === undefined) throw new Error('nothing is being written');
    return first;
  };
  return {
    output,
    pending,
    timers,
    text: () => text,
    /** Completes a write, or the first bytes of it. */
    accept(count?: number): void {
      const { bytes, done } = next();
      const taken = bytes.subarray(0, count);
      text += Buffer.from(taken).toString();
      done(null, taken.length);
    },
    refuse(code: string): void {
      next().done(Object.assign(new Error(code), { code }), 0);
    },
    /** Calls the timer that is set. */
    wait(): void {
      const [work, ...others] = timers.splice(0);
      if (work === undefined || others.length > 0) throw new Error(`${others.length + 1} timers`);
      work();
    },
    /** The numbers of dropped lines that were reported. */
    reported: (): unknown[] =>
      text
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line).dropped),
  };
}

const FAILURES = ['ENOSPC', 'EIO', 'EDQUOT', 'EFBIG', 'EBADF', 'EPIPE', 'EROFS', 'ECONNRESET', 'ENXIO', 'EINVAL'];

describe('the output of the log', () => {
  it('writes lines in order, and those that arrive during a write together', () => {
    const { output, accept, text } = heldOutput();
    for (const line of ['a\n', 'b\n', 'c\n']) output.write(line);
    accept();
    accept();
    expect(text()).toBe('a\nb\nc\n');
  });

  it.each(FAILURES)('drops the lines of a write that fails with %s, and reports them before the next line', (code) => {
    const held = heldOutput();
    held.output.write('a\n');
    held.output.write('b\n');
    held.refuse(code);
    held.refuse(code);
    held.output.write('c\n');
    held.accept();
    expect(held.text()).toMatch(/^\{"level":"error",.*"dropped":2,"msg":"log lines dropped"\}\nc\n$/);
    expect(held.pending).toEqual([]);
  });

  it.each(FAILURES)('reports lines dropped because of %s even if no other line follows', (code) => {
    const held = heldOutput();
    held.output.write('a\n');
    held.refuse(code);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      held.wait();
      held.refuse(code);
    }
    held.wait();
    held.accept();
    expect(held.reported()).toEqual([1]);
    expect([held.pending, held.timers]).toEqual([[], []]);
  });

  it('counts the lines of a report that could not be written itself', () => {
    const held = heldOutput();
    for (const line of ['a\n', 'b\n', 'c\n']) {
      held.output.write(line);
      held.refuse('ENOSPC');
    }
    held.output.write('d\n');
    held.accept();
    expect(held.reported()).toEqual([3]);
  });

  // The bytes of the four lines are written up to each position, and then the disk is full.
  it.each(Array.from({ length: 13 }, (_, count) => count))('counts lost lines right after %d bytes', (count) => {
    const held = heldOutput();
    held.output.write('first\n');
    for (const line of ['aa\n', 'bb\n', 'cé\n', 'dd\n']) held.output.write(line);
    held.accept();
    if (count > 0) held.accept(count);
    held.refuse('ENOSPC');
    held.output.write('last\n');
    held.accept();
    const complete = ['aa', 'bb', 'cé', 'dd'].filter((line) => held.text().split('\n').includes(line)).length;
    expect(held.reported()).toEqual(complete === 4 ? [] : [4 - complete]);
    expect(held.text()).toMatch(/^last\n$/m);
  });

  it.each(Array.from({ length: 60 }, (_, count) => count))('counts a report that is torn after %d bytes', (count) => {
    const held = heldOutput();
    for (const line of ['a\n', 'b\n']) {
      held.output.write(line);
      held.refuse('ENOSPC');
    }
    held.output.write('c\n');
    if (count > 0) held.accept(count);
    held.refuse('ENOSPC');
    held.output.write('d\n');
    held.accept();
    expect(held.text()).toMatch(/\n?\{.*"dropped":3,.*\}\nd\n$/);
  });

  it('continues a write that was cut short', () => {
    const { output, accept, text } = heldOutput();
    output.write('abc\n');
    accept(1);
    accept(2);
    accept();
    expect(text()).toBe('abc\n');
  });

  it('waits for a reader whose pipe is full, drops what exceeds a megabyte, and reports it', () => {
    const held = heldOutput();
    held.output.write('first\n');
    held.refuse('EAGAIN');
    const line = `${'x'.repeat(1023)}\n`;
    for (let count = 0; count < 1030; count += 1) held.output.write(line);
    held.wait();
    held.accept();
    held.accept();
    expect(held.text()).toContain(`first\n`);
    expect(
      held
        .text()
        .split('\n')
        .filter((each) => each.startsWith('x')),
    ).toHaveLength(1024);
    expect(held.reported()).toEqual([6]);
  });
});
