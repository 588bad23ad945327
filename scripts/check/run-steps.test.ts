import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import type { Step } from './run-steps.ts';
import { runSteps } from './run-steps.ts';

const node = (name: string, script: string): Step => ({ name, command: process.execPath, args: ['-e', script] });

describe('runSteps', () => {
  it('runs every step, and returns the output of each that failed', async () => {
    const ended: string[] = [];
    const results = await runSteps(
      [
        node('one', 'console.log("out of one"); console.error("first fault"); process.exitCode = 1'),
        node('two', 'console.log("fine")'),
        node('three', 'throw new Error("second fault")'),
        { name: 'four', command: '/nowhere/at-all', args: [] },
      ],
      2,
      ({ name }) => ended.push(name),
    );
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['one', false],
      ['two', true],
      ['three', false],
      ['four', false],
    ]);
    const [one, two, three, four] = results.map(({ output }) => output);
    expect(one).toContain('out of one');
    expect(one).toContain('first fault');
    expect(two).toBe('fine\n');
    expect(three).toContain('second fault');
    expect(four).toContain('/nowhere/at-all could not be started');
    expect(ended.toSorted()).toEqual(['four', 'one', 'three', 'two']);
  });

  it('runs as many steps at a time as the limit allows', async () => {
    // Each step ends once the file of the other exists.
    const folder = await mkdtemp(join(tmpdir(), 'run-steps-'));
    const meet = (own: string, other: string): string =>
      `const fs = require('node:fs'); process.chdir(${JSON.stringify(folder)}); fs.writeFileSync('${own}', '');
       const timer = setInterval(() => fs.existsSync('${other}') && clearInterval(timer), 5);`;
    const results = await runSteps([node('a', meet('a', 'b')), node('b', meet('b', 'a'))], 2, () => undefined);
    expect(results.map(({ passed }) => passed)).toEqual([true, true]);
    await rm(folder, { recursive: true });
  });

  it('reports a step that was ended by a signal as failed', async () => {
    const [result] = await runSteps([node('killed', 'process.kill(process.pid, "SIGKILL")')], 1, () => undefined);
    expect(result?.passed).toBe(false);
  });
});
