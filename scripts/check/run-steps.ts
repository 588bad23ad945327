import { spawn } from 'node:child_process';

/** A command that passes with exit code 0. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** How a step ended. */
export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  /** What the step wrote to standard output and standard error, in the order in which it arrived. */
  readonly output: string;
  readonly seconds: number;
}

/**
 * Runs all steps, at most `limit` at a time, in their order. A failed step does not stop the others.
 * @param onResult called with each result as soon as its step ends
 * @returns the results in the order of the steps
 */
export async function runSteps(
  steps: readonly Step[],
  limit: number,
  onResult: (result: StepResult) => void,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const waiting = [...steps.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, step] = next;
      const result = await run(step);
      results[index] = result;
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, limit) }, lane));
  return results;
}

function run({ name, command, args }: Step): Promise<StepResult> {
  const start = performance.now();
  const { promise, resolve } = Promise.withResolvers<StepResult>();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  const end = (passed: boolean): void =>
    resolve({ name, passed, output: Buffer.concat(chunks).toString(), seconds: (performance.now() - start) / 1000 });
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('error', (error) => {
    chunks.push(Buffer.from(`${command} could not be started: ${error.message}\n`));
    end(false);
  });
  child.on('close', (code) => end(code === 0));
  return promise;
}
