import { createReadStream } from 'node:fs';
import { basename } from 'node:path';

import { safeTextOf } from '../../../verifier/index.ts';
import { readRecording } from '../../../recordings/index.ts';
import { TrafficJudge, TrafficRecorder } from '../../../traffic/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { withoutSecrets } from '../../arguments/without-secrets.ts';
import type { Command } from '../../command.ts';
import { prepareCoverage } from '../../coverage/write-coverage.ts';
import { prepareComplaints } from '../../output/complain.ts';
import { progressLine } from '../../terminal/progress.ts';
import { judgeOptions, readJudgeOptions } from './judge-options.ts';
import { readKnowledge } from '../../traffic/read-knowledge.ts';
import { prepareTrafficReports, reportTraffic } from '../../traffic/report-traffic.ts';
import { TrafficMasker } from '../../traffic/traffic-masker.ts';

export const judge: Command = {
  options: judgeOptions,
  help: `Usage: npm run judge -- FILE… [options]

Judges recorded traffic: finds every response that violates the contract, and says which of the documented failures the
recording has. It sends nothing, and hides the keys in whatever it writes.

A FILE is a HAR file (Chrome, Firefox, Playwright, mitmproxy) or NDJSON, which is easy to write from any test suite: a line
{"request": {"method", "url", "headers", "body"}, "response": {"status", "headers", "body"}} for each exchange.
- is standard input.

${optionsHelp({ Options: judgeOptions })}
Examples:
  npm run judge -- traffic.har
  pytest; npm run judge -- traffic.ndjson --coverage failure-coverage.json
  npm run judge -- traffic.har --target target.json --workspaces helpdesk.json

Exit codes: 0 no findings, 1 findings, or below the floor of coverage, 2 the command line is invalid, a file cannot be read
completely, or it has no exchange with the API.
`,
  async run(words) {
    prepareComplaints(safeTextOf({}));
    const command = readJudgeOptions(words);
    const { knowledge, secrets } = await readKnowledge(command);
    const safe = safeTextOf(secrets);
    prepareComplaints(safe);
    await prepareTrafficReports(command);
    const coverage = await prepareCoverage(command.coverage);
    const masker = new TrafficMasker(secrets);
    const { url } = command;
    const base = url === undefined ? undefined : { option: '--url', baseUrl: withoutSecrets(url) };
    const recorder = new TrafficRecorder(masker.mask, base);
    const progress = progressLine();
    for (const file of command.files) {
      const name = file === '-' ? 'standard input' : basename(file);
      recorder.source(name);
      const traffic = new TrafficJudge(
        { knowledge, ...(url === undefined ? {} : { baseUrl: url }) },
        (settled) => void recorder.add(settled),
      );
      let count = 0;
      try {
        for await (const part of readRecording(file === '-' ? process.stdin : createReadStream(file))) {
          if ('problem' in part) recorder.problem(part.problem);
          else {
            recorder.exchange();
            masker.see(part.exchange);
            traffic.judge(part.exchange);
            count += 1;
            if (count % PROGRESS_EVERY === 0) progress.show(`${name}: ${count} exchanges`);
          }
        }
      } catch (error) {
        recorder.problem(
          `it cannot be read (${error instanceof Error ? error.message : String(error)}); pass a HAR file or NDJSON, or - for standard input`,
        );
      }
      traffic.end();
    }
    progress.clear();
    return reportTraffic(recorder.report(), command, coverage, safe);
  },
};

/** After how many exchanges to show the progress. */
const PROGRESS_EVERY = 500;
