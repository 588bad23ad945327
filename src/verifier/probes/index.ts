import { bulkReadBack } from './bulk-read-back.ts';
import { entityCase } from './entity-case.ts';
import { exactEcho } from './exact-echo.ts';
import { filterLiteral } from './filter-literal.ts';
import { generated } from './generated.ts';
import { head } from './head.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { hostileHttp } from './hostile-http.ts';
import { hostileKeys } from './hostile-keys.ts';
import { hostileParameters } from './hostile-parameters.ts';
import { noTrace } from './no-trace.ts';
import { precedence } from './precedence.ts';
import type { Probe } from './probe.ts';
import { raceCreates } from './race-creates.ts';
import { raceUpdates } from './race-updates.ts';
import { readBack } from './read-back.ts';
import { readsAllowed } from './reads-allowed.ts';
import { similarIds } from './similar-ids.ts';
import { steadiness } from './steadiness.ts';
import { strangersAlike } from './strangers-alike.ts';
import { workspacesApart } from './workspaces-apart.ts';
import { wrongValues } from './wrong-values.ts';

/** All probes by id, in the order in which they run. */
export const probes = {
  'no-trace': noTrace,
  precedence,
  'strangers-alike': strangersAlike,
  'entity-case': entityCase,
  'exact-echo': exactEcho,
  'similar-ids': similarIds,
  'filter-literal': filterLiteral,
  'wrong-values': wrongValues,
  'reads-allowed': readsAllowed,
  'workspaces-apart': workspacesApart,
  'read-back': readBack,
  'bulk-read-back': bulkReadBack,
  'race-creates': raceCreates,
  'race-updates': raceUpdates,
  steadiness,
  head,
  'hostile-http': hostileHttp,
  'hostile-keys': hostileKeys,
  'hostile-parameters': hostileParameters,
  'hostile-bodies': hostileBodies,
  generated,
} satisfies Record<string, Probe>;

export type ProbeName = keyof typeof probes;

/** The id of every probe. */
export const probeNames = Object.keys(probes) as readonly ProbeName[];

/** Whether a string is the id of a probe. */
export function isProbeName(text: string): text is ProbeName {
  return Object.hasOwn(probes, text);
}
