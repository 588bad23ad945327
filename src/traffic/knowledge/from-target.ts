import type { Target } from '../../plan/index.ts';
import type { Definition } from '../../workspace/index.ts';
import type { Knowledge, KnownKey, Place } from './knowledge.ts';
import { noKnowledge } from './knowledge.ts';

/** Long before any recording. */
const LONG_AGO = 0;

/** Returns what a target file says about the keys. */
export function knowledgeOfTarget({ organization, workspace, keys, restricted, authentication }: Target): Knowledge {
  const place = organization === undefined || workspace === undefined ? undefined : { organization, workspace };
  const valid = { place, permission: 'READ_WRITE', revoked: false, expiresAt: undefined } as const;
  const known: readonly (readonly [string | undefined, KnownKey])[] = [
    [keys.readWrite, valid],
    [keys.readOnly, { ...valid, permission: 'READ_ONLY' }],
    [keys.expired, { ...valid, expiresAt: LONG_AGO }],
    [keys.revoked, { ...valid, revoked: true }],
    [keys.otherWorkspace, { ...valid, place: undefined }],
    [
      restricted?.key,
      {
        ...valid,
        place: restrictedPlace(place, restricted)[0],
      },
    ],
  ];
  // A key that the file names for two purposes says nothing.
  const values = known.flatMap(([key]) => (key === undefined ? [] : [key]));
  const unique = known.flatMap(([key, each]) =>
    key === undefined || place === undefined || values.filter((other) => other === key).length > 1
      ? []
      : [[key, each] as const],
  );
  return {
    ...noKnowledge,
    keys: new Map(unique),
    authentication,
    places: place === undefined ? [] : [place, ...restrictedPlace(place, restricted)],
  };
}

function restrictedPlace(place: Place | undefined, restricted: Target['restricted']): Knowledge['places'] {
  return place === undefined || restricted === undefined
    ? []
    : [{ ...place, workspace: restricted.workspace, mode: restricted.mode }];
}

/** Returns what a definition says about its workspaces and their keys. */
export function knowledgeOfDefinition({ organization, workspaces }: Definition): Knowledge {
  const keys = workspaces.flatMap(({ slug, keys: own }) =>
    own.map(({ key, permission, revoked = false, expiresAt }): readonly [string, KnownKey] => [
      key,
      {
        place: { organization, workspace: slug },
        permission,
        revoked,
        expiresAt: expiresAt === undefined ? undefined : Date.parse(expiresAt),
      },
    ]),
  );
  return {
    ...noKnowledge,
    keys: new Map(keys),
    places: workspaces.map(({ slug }) => ({ organization, workspace: slug })),
    workspaces: workspaces.map(({ slug, mode, entities }) => ({ organization, workspace: slug, mode, entities })),
  };
}

/** Combines what a definition and a target file say. For a key that both have, the target file counts. */
export function bothKnown(definition: Knowledge, target: Knowledge): Knowledge {
  return {
    ...definition,
    authentication: target.authentication,
    places: [...definition.places, ...target.places],
    keys: new Map([...definition.keys, ...target.keys]),
  };
}
