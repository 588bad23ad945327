import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Target } from '../../../src/plan/index.ts';
import { observe } from '../../../src/verifier/index.ts';
import type { Peer } from '../peer.ts';
import { specmaticDocument } from './document.ts';
import type { SpecmaticExample } from './examples.ts';
import { exampleOfCase } from './examples.ts';
import { installSpecmatic, specmaticJar } from './install.ts';

/**
 * Specmatic with this project's plan as its examples. With the document alone, it has no API key and no names of entities, so
 * that it fails on every server. Its generative tests are off: they add requests that break the schema, with random values.
 */
export const specmaticWithPlan: Peer = {
  name: 'Specmatic, our plan',
  // A run starts a Java process, and takes a quarter of a minute.
  every: 10,
  prepare: installSpecmatic,
  judge: async (target) => {
    const failed: string[] = [];
    await observe(target, async (cases) => {
      const examples = cases.map(exampleOfCase).filter((example) => example !== undefined);
      failed.push(...(await failedExamples(target, examples)));
    });
    return failed;
  },
};

async function failedExamples({ baseUrl }: Target, examples: readonly SpecmaticExample[]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'specmatic-run-'));
  try {
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(specmaticDocument));
    await mkdir(join(folder, 'examples'));
    for (const [index, example] of examples.entries())
      await writeFile(join(folder, 'examples', `${index}.json`), JSON.stringify(example));
    const output = await runSpecmatic(folder, baseUrl);
    const tests = [...output.matchAll(/ from the example '([^']+)'.* has ([A-Z]+)$/gm)];
    const tested = new Set(tests.map(([, name]) => name));
    const unsent = examples.filter(({ name }) => !tested.has(name));
    // If ids of the target have the wrong type, Specmatic refuses the examples with them, sends nothing and fails.
    if (tests.length === 0 && output.includes('>> Error loading example')) return ['the examples were refused'];
    // Specmatic ignores an example for which it finds no operation, and passes.
    if (unsent.length > 0)
      throw new Error(`Specmatic did not send ${unsent.map(({ name }) => name).join(', ')}:\n${output.slice(-2000)}`);
    return tests.filter(([, , outcome]) => outcome !== 'SUCCEEDED').map(([, name]) => String(name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs Specmatic in a folder, and returns what it prints. Its exit code is 1 if an example failed. */
function runSpecmatic(folder: string, baseUrl: string): Promise<string> {
  const words = ['test', 'openapi.json', '--examples', 'examples', '--testBaseURL', baseUrl];
  const env = { ...process.env, SPECMATIC_DISABLE_TELEMETRY: 'true', SPECMATIC_GENERATIVE_TESTS: 'false' };
  // The second compiler of the JVM does not pay off in a run this short.
  const java = ['-XX:TieredStopAtLevel=1', '-jar', specmaticJar()];
  return new Promise((resolve) => {
    execFile('java', [...java, ...words], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}
