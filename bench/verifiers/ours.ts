import type { Level } from '../../src/verifier/index.ts';
import { verify } from '../../src/verifier/index.ts';
import type { Peer } from './peer.ts';

/** This project's verifier with its own sender. Notes do not count, because they do not fail a run. */
export function ours(level: Level): Peer {
  return {
    name: `ours, ${level}`,
    judge: async (target) => {
      const { findings, summary } = await verify({ target, level, senders: ['http'] });
      const complaints = findings.map(({ check, operationId, scenario, variant }) =>
        [check, operationId, scenario, variant].join(' '),
      );
      // A run can fail without a finding, if a scenario of the published API was not provoked.
      return summary.ok || complaints.length > 0 ? complaints : ['not provoked'];
    },
  };
}
