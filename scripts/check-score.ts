import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { isObject } from '../src/contract/index.ts';
import './report-output-errors.ts';

const CONTRACT = fileURLToPath(new URL('../openapi.yaml', import.meta.url));
const COMMITTED = new URL('../lint/score.json', import.meta.url);
const REDOCLY = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url));

/** How many points below the committed score are accepted, because a new operation may lower the score a little. */
const TOLERANCE = 1;

/** Whether a score is high enough, and the text to print. */
export interface ScoreVerdict {
  readonly passed: boolean;
  readonly text: string;
}

/** Compares the agent readiness of the contract, from 0 to 100, with the committed score. */
export function judgeScore(measured: number, committed: number): ScoreVerdict {
  const figures = `agent readiness ${measured}, committed ${committed}`;
  // The scores have one decimal. Rounding avoids floating-point errors at the limit.
  if (Math.round((committed - measured) * 10) <= TOLERANCE * 10) return { passed: true, text: figures };
  const cure =
    'Run `npx redocly score openapi.yaml --operation-details` to see what lowered it, and fix openapi.yaml, ' +
    'or lower the score in lint/score.json and explain why in the commit message.';
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
