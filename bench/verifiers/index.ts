import { bareDredd, dreddWithPlan } from './dredd.ts';
import { ours } from './ours.ts';
import type { Peer } from './peer.ts';
import { respect } from './respect.ts';
import { jestOpenapi, prismProxy } from './validators.ts';

/** All peers, by their name on the command line. */
export const peers: Readonly<Record<string, Peer>> = {
  'ours-documented': ours('documented'),
  'ours-strict': ours('strict'),
  'bare-dredd': bareDredd,
  'dredd-with-plan': dreddWithPlan,
  'prism-proxy': prismProxy,
  'jest-openapi': jestOpenapi,
  respect,
};
