import { bareDredd, dreddWithPlan } from './dredd.ts';
import { ours } from './ours.ts';
import { drift } from './drift.ts';
import { trafficJudge } from './judge.ts';
import type { Peer } from './peer.ts';
import { respect } from './respect.ts';
import { specmaticWithPlan } from './specmatic/index.ts';
import { jestOpenapi, prismProxy } from './validators.ts';

/** All peers, by their name on the command line. */
export const peers: Readonly<Record<string, Peer>> = {
  'ours-documented': ours('documented'),
  'ours-strict': ours('strict'),
  'judge-traffic': trafficJudge('traffic alone'),
  'judge-target': trafficJudge('with a target file'),
  'judge-definition': trafficJudge('with target file and definition'),
  drift,
  'bare-dredd': bareDredd,
  'dredd-with-plan': dreddWithPlan,
  'prism-proxy': prismProxy,
  'jest-openapi': jestOpenapi,
  respect,
  'specmatic-with-plan': specmaticWithPlan,
};
