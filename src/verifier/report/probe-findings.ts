import type { Target } from '../../plan/index.ts';
import { curlOf } from '../../plan/index.ts';
import type { ProbedProbe } from '../run/probe-run.ts';
import { nameOf } from './findings.ts';
import type { Finding } from './report.ts';

/** Tells what the probes found; they send by our own client. */
export function probeFindingsOf(target: Target, probed: readonly ProbedProbe[]): readonly Finding[] {
  return probed.flatMap(({ probe, breaches }) =>
    breaches.map(({ message, contract, exchange, ...name }): Finding => {
      const { request } = exchange;
      return {
        check: probe,
        ...nameOf(name),
        senders: ['http'],
        message,
        contract,
        request,
        ...('response' in exchange ? { response: exchange.response } : {}),
        curl: curlOf(target.baseUrl, request),
      };
    }),
  );
}
