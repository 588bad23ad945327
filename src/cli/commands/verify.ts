import { readFile, writeFile } from 'node:fs/promises';

import type { Target } from '../../plan/index.ts';
import { parseTarget } from '../../plan/index.ts';
import { startServer } from '../../server/index.ts';
import type { FailOn, Report, SenderName } from '../../verifier/index.ts';
import { jsonReport, senderNames, terminalReport, verify as verifyTarget } from '../../verifier/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import type { Command } from '../command.ts';
import { demoTarget } from '../demo-target.ts';
import { progressLine } from '../progress.ts';
import { readNumber, readOptions } from '../read-options.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { wantsColour } from '../wants-colour.ts';
import { verifyHelp } from './verify-help.ts';

export const verify: Command = {
  help: verifyHelp,
  async run(words) {
    const options = readOptions(words, {
      url: { type: 'string' },
      target: { type: 'string' },
      sender: { type: 'string', default: 'both' },
      'fail-on': { type: 'string' },
      timeout: { type: 'string', default: '10000' },
      concurrency: { type: 'string', default: '4' },
      json: { type: 'string' },
    });
    const senders = readSenders(options.sender);
    const timeout = readNumber('timeout', options.timeout, { min: 1, max: 600_000 });
    const concurrency = readNumber('concurrency', options.concurrency, { min: 1, max: 64 });
    const isOurs = options.url === undefined && options.target === undefined;
    const failOn = readFailOn(options['fail-on'] ?? (isOurs ? 'note' : 'finding'));

    const ours = isOurs ? await startOurs() : undefined;
    try {
      const target =
        ours === undefined
          ? await readTarget(options.url, options.target)
          : parseTarget(demoTarget(ours.url, { faults: true }), {});
      const report = await runWithProgress(target, { senders, timeout, concurrency, failOn });
      if (options.json !== undefined) await writeFile(options.json, jsonReport(report));
      process.stdout.write(terminalReport(report, { colour: wantsColour(process.stdout) }));
      return report.summary.ok ? exitCodes.fine : exitCodes.broken;
    } finally {
      await ours?.close();
    }
  },
};

/** The reference server on a port that is free. The failures that it is asked for are no news to anybody. */
function startOurs(): ReturnType<typeof startServer> {
  return startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
}

interface Settings {
  readonly senders: readonly SenderName[];
  readonly timeout: number;
  readonly concurrency: number;
  readonly failOn: FailOn;
}

async function runWithProgress(target: Target, settings: Settings): Promise<Report> {
  const progress = progressLine();
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  try {
    return await verifyTarget({
      target,
      ...settings,
      signal: interruption.signal,
      onProgress: (done, total, sender) => progress.show(`${sender}: ${done} of ${total} cases`),
    });
  } finally {
    process.off('SIGINT', interrupt);
    progress.clear();
  }
}

async function readTarget(url: string | undefined, file: string | undefined): Promise<Target> {
  const content = file === undefined ? {} : await readJson(file);
  const baseUrl = url === undefined ? {} : { baseUrl: readUrl(url) };
  return parseTarget({ ...content, ...baseUrl }, process.env);
}

async function readJson(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(`the target file can not be read: ${error.message}`);
  });
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  } catch (error) {
    throw new UsageError(`the target file ${file} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  throw new UsageError(`the target file ${file} holds no object`);
}

function readUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new UsageError(`--url takes an address that begins with http:// or https://, not "${text}"`);
}

function readSenders(text: string): readonly SenderName[] {
  const named = senderNames.filter((name) => text === name || text === 'both');
  if (named.length > 0) return named;
  throw new UsageError(`--sender takes ${senderNames.join(', ')} or both, not "${text}"`);
}

function readFailOn(text: string): FailOn {
  if (text === 'finding' || text === 'note') return text;
  throw new UsageError(`--fail-on takes finding or note, not "${text}"`);
}
