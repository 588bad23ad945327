import { brokenFraming } from './hostile/broken-framing.ts';
import { headAnswers } from './hostile/head-answers.ts';
import { foreignMethods } from './hostile/methods.ts';
import { oddPaths } from './hostile/odd-paths.ts';
import { runCases } from './hostile/run-cases.ts';
import type { Probe } from './probe.ts';

/** Methods and paths that are not part of the contract, and bytes that are not valid HTTP. */
export const hostileHttp: Probe = {
  level: 'hostile',
  basis: 'seed',
  run: async (context) => [
    ...(await runCases(context, [...foreignMethods(context), ...oddPaths(context), ...brokenFraming(context)])),
    ...(await headAnswers(context)),
  ],
};
