import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { isObject } from '../src/contract/index.ts';

const CONTRACT = fileURLToPath(new URL('../openapi.yaml', import.meta.url));
const COMMITTED = new URL('../lint/score.json', import.meta.url);
const REDOCLY = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url));

/** By how many points the score may fall short of the committed figure: a new operation costs a little, neglect costs more. */
const TOLERANCE = 1;

/** What is said of a score, and whether it is good enough. */
export interface ScoreVerdict {
  readonly passed: boolean;
  readonly text: string;
}

/** Judges the agent-readiness of the contract, in points of 100, by the committed figure. */
export function judgeScore(measured: number, committed: number): ScoreVerdict {
  const figures = `agent readiness ${measured}, committed ${committed}`;
  // The scores have one decimal; as floats they would miss the limit by a hair.
  if (Math.round((committed - measured) * 10) <= TOLERANCE * 10) return { passed: true, text: figures };
  const cure =
    'See what fell with `npx redocly score openapi.yaml --operation-details` and mend openapi.yaml, ' +
    'or lower the figure in lint/score.json and say why in the commit.';
  return { passed: false, text: `${figures}\n${cure}` };
}

async function measure(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [REDOCLY, 'score', CONTRACT, '--format', 'json'], {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
  });
  return agentReadiness(JSON.parse(stdout), 'the output of `redocly score`');
}

function agentReadiness(score: unknown, source: string): number {
  if (isObject(score) && typeof score.agentReadiness === 'number') return score.agentReadiness;
  throw new Error(`${source} has no number \`agentReadiness\``);
}

if (import.meta.main) {
  const committed = agentReadiness(JSON.parse(await readFile(COMMITTED, 'utf8')), 'lint/score.json');
  const { passed, text } = judgeScore(await measure(), committed);
  if (passed) console.log(text);
  else console.error(text);
  process.exitCode = passed ? 0 : 1;
}
