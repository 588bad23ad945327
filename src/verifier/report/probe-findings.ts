import type { Repeat } from '../../plan/index.ts';
import { factsOf, receivedFacts, fingerprintOf, nameOf } from '../../judge/index.ts';
import type { ProbedProbe } from '../run/probe-run.ts';
import type { Finding } from './report.ts';

/** Turns the violations that the probes found into findings. Probes send with the client of the sender `http`. */
export function probeFindingsOf(probed: readonly ProbedProbe[], repeat: Repeat): readonly Finding[] {
  return probed.flatMap(({ probe, breaches }) =>
    breaches.map((breach): Finding => {
      const { message, contract, exchange, ...name } = breach;
      const { request } = exchange;
      const received = 'response' in exchange ? receivedFacts(exchange.response) : undefined;
      return {
        check: probe,
        ...nameOf(name),
        senders: ['http'],
        message,
        fingerprint: fingerprintOf(probe, name, breach.field),
        ...factsOf({ ...(received === undefined ? {} : { received }), ...breach }),
        contract,
        request,
        ...('response' in exchange ? { response: exchange.response } : {}),
        curl: repeat(request),
      };
    }),
  );
}
