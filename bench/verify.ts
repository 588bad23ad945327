import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { harmless, mutants, startMutant } from '../contract-tests/mutants/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { columns, median } from './statistics.ts';
import { peers } from './verifiers/index.ts';
import type { Peer } from './verifiers/peer.ts';

const HELP = `Usage: npm run bench:verify -- [options]

Compares this project's verifier with its peers in one run: how many mutants each catches, how many harmless variants it
flags, and how long its process takes on the reference server (interleaved; medians and ratios to bare Dredd).

Specmatic is downloaded from npm into a temporary folder and needs Java 17 or later; without them, it is left out with one line
that says why. Its runs are slow, so it judges only one mutant in ten.

Options:
  --rounds N      how often to time each process (default 5)
  --times-only    measure only the time; the mutants take half an hour
  --every N       use only every Nth mutant and harmless variant (default 1)
  --peers NAMES   run only these, separated by commas, and bare-dredd: ${Object.keys(peers).join(', ')}
  --list          list the mutants that each peer misses and the harmless variants that it flags
  --help          print this help
`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'times-only': { type: 'boolean', default: false },
    every: { type: 'string', default: '1' },
    peers: { type: 'string' },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const names = options.peers?.split(',');
const chosen = Object.entries(peers).filter(([name]) => names === undefined || names.includes(name));
const selected = options.help ? [] : chosen.filter(([, peer]) => isPrepared(peer));

if (options.help) {
  process.stdout.write(HELP);
} else {
  const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  try {
    const seconds = await timeAll(server.url, Number(options.rounds));
    const table = options['times-only'] ? undefined : await judgeAll(server.url);
    console.log(render(seconds, table));
  } finally {
    await server.close();
  }
}

/** Times the process of each peer, round by round, so that a busy minute affects all peers the same way. */
async function timeAll(url: string, rounds: number): Promise<ReadonlyMap<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-verify-'));
  const file = join(folder, 'target.json');
  writeFileSync(file, JSON.stringify(demoTarget(url, { faults: true })));
  const taken = new Map(
    [...new Set(['bare-dredd', ...selected.map(([name]) => name)])].map((name): [string, number[]] => [name, []]),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, times] of taken) {
      const start = performance.now();
      const script = fileURLToPath(new URL('verify-peer.ts', import.meta.url));
      await once(spawn(process.execPath, [script, name, file], { stdio: 'ignore' }), 'exit');
      times.push((performance.now() - start) / 1000);
    }
  }
  rmSync(folder, { recursive: true });
  return new Map([...taken].map(([name, times]) => [name, median(times)]));
}

/** Installs what a peer needs. If it cannot run here, says why and leaves it out. */
function isPrepared({ name, prepare }: Peer): boolean {
  const obstacle = prepare?.();
  if (obstacle !== undefined) console.error(`${name} is left out: ${obstacle}`);
  return obstacle === undefined;
}

/** Returns the part of a list that a peer judges. */
function sampleOf<T>(list: readonly T[], peer: Peer): readonly T[] {
  return list.filter((_each, index) => index % stepOf(peer) === 0);
}

function stepOf({ every = 1 }: Peer): number {
  return Math.max(every, Number(options.every));
}

interface Verdicts {
  readonly missed: readonly string[];
  readonly alarmedBy: readonly string[];
}

/** Runs each peer on every mutant and every harmless variant. Complaints that it also has about the unchanged server do not count. */
async function judgeAll(url: string): Promise<ReadonlyMap<string, Verdicts>> {
  const table = new Map<string, Verdicts>();
  const judged = selected.filter(([name]) => name !== 'ours-documented');
  for (const [name, peer] of judged) {
    const always = new Set(await peer.judge(targetAt(url)));
    const judge = async (variant: Parameters<typeof startMutant>[1]): Promise<boolean> => {
      const running = await startMutant(url, variant);
      try {
        return (await peer.judge(targetAt(running.url))).some((complaint) => !always.has(complaint));
      } finally {
        await running.close();
      }
    };
    const missed: string[] = [];
    const alarmedBy: string[] = [];
    for (const mutant of sampleOf(mutants, peer)) if (!(await judge(mutant))) missed.push(mutant.is);
    for (const variant of sampleOf(harmless, peer)) if (await judge(variant)) alarmedBy.push(variant.is);
    table.set(name, { missed, alarmedBy });
    const broken = sampleOf(mutants, peer).length;
    if (process.stderr.isTTY) console.error(`${peer.name}: ${broken - missed.length} of ${broken} caught`);
  }
  return table;
}

function targetAt(url: string) {
  return parseTarget(demoTarget(url, { faults: true }), {});
}

function render(seconds: ReadonlyMap<string, number>, table: ReadonlyMap<string, Verdicts> | undefined): string {
  const bare = seconds.get('bare-dredd') ?? NaN;
  const rows = selected.map(([name, peer]) => {
    const verdicts = table?.get(name);
    const own = seconds.get(name) ?? NaN;
    const [broken, honest] = [sampleOf(mutants, peer).length, sampleOf(harmless, peer).length];
    return [
      stepOf(peer) === 1 ? peer.name : `${peer.name} (one in ${stepOf(peer)})`,
      verdicts === undefined ? '–' : `${broken - verdicts.missed.length} of ${broken}`,
      verdicts === undefined ? '–' : `${verdicts.alarmedBy.length} of ${honest}`,
      `${own.toFixed(2)} s`,
      (own / bare).toFixed(2),
    ];
  });
  const head = ['verifier', 'mutants caught', 'harmless flagged', 'time', 'ratio to bare Dredd'];
  const missed = [...(table ?? [])].flatMap(([name, verdicts]) => [
    ...(options.list ? verdicts.missed.map((what) => `${name} misses: ${what}`) : []),
    ...(options.list ? verdicts.alarmedBy.map((what) => `${name} flags: ${what}`) : []),
  ]);
  return [columns([head, ...rows]), ...missed].join('\n');
}
