import type { PlannedCase } from '../../src/plan/index.ts';
import type { DreddExpectation, Sender } from '../../src/verifier/index.ts';
import { dredd, dreddWith, observe } from '../../src/verifier/index.ts';
import { documentedExample } from './contract.ts';
import type { Peer } from './peer.ts';
import { nameOfCase } from './peer.ts';

/** Dredd as its users run it, except that it reaches every example. It compares the status, the content type and the example's body. */
export const bareDredd: Peer = peerOf('bare Dredd', dreddWith(likeTheDocument));

/** Dredd with this project's plan. It compares the status, and the body with the operation's schema. */
export const dreddWithPlan: Peer = peerOf('Dredd, our plan', dredd);

function peerOf(name: string, sender: Sender): Peer {
  return {
    name,
    judge: async (target) => {
      const sent = await observe(target, sender);
      return sent.filter(({ verdict, exchange }) => verdict !== undefined || 'failure' in exchange).map(nameOfCase);
    },
  };
}

function likeTheDocument(planned: PlannedCase): DreddExpectation {
  const statusCode = String(planned.expected.status);
  const example = documentedExample(planned);
  if (example === undefined) return { statusCode, headers: {} };
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(example) };
}
