import { contract } from '../../../contract/index.ts';
import { startProxy } from '../../../proxy/index.ts';
import type { RecordedExchange } from '../../../traffic/index.ts';
import { TrafficJudge, TrafficRecorder } from '../../../traffic/index.ts';
import { safeTextOf } from '../../../verifier/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { withoutSecrets } from '../../arguments/without-secrets.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { prepareCoverage } from '../../coverage/write-coverage.ts';
import { listenProblem } from '../../listen-problem.ts';
import { complain, prepareComplaints } from '../../output/complain.ts';
import type { HarFile } from '../../output/har-file.ts';
import { openHar } from '../../output/har-file.ts';
import { requireWritable } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { untilStopped } from '../../until-stopped.ts';
import { readKnowledge } from '../../traffic/read-knowledge.ts';
import { prepareTrafficReports, reportTraffic } from '../../traffic/report-traffic.ts';
import { TrafficMasker } from '../../traffic/traffic-masker.ts';
import { findingText } from '../../traffic/traffic-text.ts';
import { proxyOptions, readProxyOptions } from './proxy-options.ts';

export const proxy: Command = {
  options: proxyOptions,
  help: `Usage: npm run proxy -- --to URL [options]

Passes requests on to an API, unchanged, and judges every response on its way back. Point a client, a front end or a test suite
at the proxy instead of the API. It reports a violation when it sees it for the first time, and everything at the end, when you
press Ctrl-C. It hides the keys in whatever it writes.

${optionsHelp({ Options: proxyOptions })}
Example:
  npm run proxy -- --to https://staging.example.com${contract.servers.server.basePath} --coverage failure-coverage.json

Exit codes: 0 no findings, 1 findings, or below the floor of coverage, 2 the command line is invalid, or no exchange with the API
was seen.
`,
  async run(words) {
    prepareComplaints(safeTextOf({}));
    const command = await readProxyOptions(words);
    const { knowledge, secrets } = await readKnowledge(command);
    const safe = safeTextOf(secrets);
    prepareComplaints(safe);
    await prepareTrafficReports(command);
    const coverage = await prepareCoverage(command.coverage);
    const { to, host, port, insecure, ca } = command;
    if (command.har !== undefined) await requireWritable(command.har);
    let har: HarFile | undefined;
    const masker = new TrafficMasker(secrets);
    const baseUrl = new URL(to).pathname.replace(/\/$/, '');
    const recorder = new TrafficRecorder(masker.mask, { option: '--to', baseUrl });
    recorder.source('proxy');
    const judge = new TrafficJudge({ knowledge, baseUrl }, (settled) => {
      for (const finding of recorder.add(settled)) {
        const title = finding.basis === 'ours' ? 'Note' : 'Finding';
        complain(findingText(title, finding));
      }
    });
    const running = await startProxy({
      to,
      host,
      port,
      insecure,
      ...(ca === undefined ? {} : { ca }),
      onExchange: (exchange) => {
        recorder.exchange();
        masker.see(exchange);
        judge.judge(exchange);
        har?.add(masker.mask(withAddress(exchange, to)));
      },
      onProblem: complain,
    }).catch((error: unknown) => {
      throw listenProblem(error, command);
    });
    if (command.har !== undefined) har = openHar(command.har);
    const stopped = untilStopped();
    await print(
      `The proxy is running at ${running.url} and passes requests on to ${withoutSecrets(to)}. Press Ctrl-C for the report.\n`,
    );
    await stopped;
    await running.close();
    judge.end();
    const unrecorded = har?.close();
    if (unrecorded !== undefined) complain(unrecorded);
    const code = await reportTraffic(recorder.report(), command, coverage, safe);
    return code === exitCodes.fine && unrecorded !== undefined ? exitCodes.unusable : code;
  },
};

/** An exchange with the address of the API instead of the path that the proxy received. */
function withAddress(exchange: RecordedExchange, to: string): RecordedExchange {
  const url = new URL(to).origin + exchange.request.url;
  return { ...exchange, request: { ...exchange.request, url } };
}
