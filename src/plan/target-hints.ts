import { contract, fillTemplate } from '../contract/index.ts';
import { namesParent } from './fill-values.ts';
import type { Target, TargetEntity, TargetReference } from './target.ts';

/** The access modes that the target file's schema names. */
const MODES = ['read-only', 'design', 'maintenance'];

/** Returns what looks like a mistake in a target file but may be right for some target, each in one line. Sends nothing. */
export function targetHints({ restricted, entity, reference, ...target }: Target): readonly string[] {
  return [
    ...(entity === undefined ? [] : validInvalid(entity)),
    ...(reference === undefined ? [] : referenceHints(reference, target)),
    ...(restricted === undefined ? [] : modeHints(restricted.mode)),
  ];
}

function validInvalid({ valid, invalid }: TargetEntity): readonly string[] {
  return Object.keys(invalid)
    .filter((column) => Object.hasOwn(valid, column) && isSame(valid[column], invalid[column]))
    .map(
      (column) =>
        `"entity.invalid.${column}" is the value that "entity.valid" has, so a server that follows the contract may accept it`,
    );
}

function referenceHints(
  { column, valid }: TargetReference,
  { stateless, unreachable, absentOperations }: Pick<Target, 'stateless' | 'unreachable' | 'absentOperations'>,
): readonly string[] {
  if (!Object.hasOwn(valid, column)) {
    const name = JSON.stringify(column);
    return [`"reference.column" is ${name}, but "reference.valid" has no ${name}, so a server may ignore this column`];
  }
  const isUnused =
    stateless ||
    Object.hasOwn(absentOperations, 'deleteRecord') ||
    ['recordReferenced', 'deleteRecord.recordReferenced'].some((cell) => Object.hasOwn(unreachable, cell));
  if (isUnused || namesParent({ [column]: valid[column] })) return [];
  return [
    `"reference.valid.${column}" does not contain {parent}, so no record references the one that is deleted for recordReferenced`,
  ];
}

/** Other modes may exist. A usual one in another spelling is more likely a mistake. */
function modeHints(mode: string): readonly string[] {
  const meant = MODES.find((each) => lettersOf(each) === lettersOf(mode));
  if (meant === undefined || meant === mode) return [];
  const message = fillTemplate(contract.scenarios.workspaceRestricted.template, { mode });
  return [`"restricted.mode" is "${mode}", so the message must be "${message}"; the usual name is "${meant}"`];
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
