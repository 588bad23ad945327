import type { Level } from '../../src/verifier/index.ts';
import { verify } from '../../src/verifier/index.ts';
import type { Peer } from './peer.ts';

/** This project's verifier with its own sender. Notes do not count: they fail nobody. */
export function ours(level: Level): Peer {
  return {
    name: `ours, ${level}`,
    judge: async (target) => {
      const { findings, summary } = await verify({ target, level, senders: ['http'] });
      const complaints = findings.map(({ check, operationId, scenario, variant }) =>
        [check, operationId, scenario, variant].join(' '),
      );
      // A run may fail without a finding, when something that is law was not provoked.
      return summary.ok || complaints.length > 0 ? complaints : ['not provoked'];
    },
  };
}
