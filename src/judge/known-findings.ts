import { isObject } from '../contract/index.ts';
import { fitsPattern } from './message-pattern.ts';

/** A finding that the caller accepts, and the reason why. */
export interface KnownFinding {
  /** The fingerprint of the finding. */
  readonly fingerprint: string;
  /** The message of the finding, in which `*` stands for any text. */
  readonly message: string;
  readonly reason: string;
}

/** The members that identify a finding. */
export type FindingName = Omit<KnownFinding, 'reason'>;

const MEMBERS = ['fingerprint', 'message', 'reason'] as const satisfies readonly (keyof KnownFinding)[];

/** Thrown for an invalid list of known findings. The message explains what to change. */
export class KnownFindingsError extends Error {
  override readonly name = 'KnownFindingsError';
}

/**
 * Reads a list of known findings: `[{ fingerprint, message, reason }]`.
 * @throws {KnownFindingsError} if the content has any other shape
 */
export function parseKnownFindings(content: unknown): readonly KnownFinding[] {
  if (!Array.isArray(content)) throw new KnownFindingsError('the known findings must be a JSON array');
  return content.map((entry: unknown, index) => {
    const members = isObject(entry) ? entry : {};
    const unknown = Object.keys(members).filter((name) => !MEMBERS.some((member) => member === name));
    if (unknown.length > 0) {
      const advice = `an entry has ${MEMBERS.join(', ')}, as --write-known FILE writes them`;
      throw new KnownFindingsError(`known finding ${index}: unknown member ${unknown.join(', ')}; ${advice}`);
    }
    const textOf = (name: (typeof MEMBERS)[number]): string => {
      const value = members[name];
      if (typeof value === 'string' && value.trim() !== '') return value;
      throw new KnownFindingsError(`known finding ${index}: ${name} must be a non-empty string`);
    };
    return { fingerprint: textOf('fingerprint'), message: textOf('message'), reason: textOf('reason') };
  });
}

/** Whether an entry matches a finding: its fingerprint and its message, both without secrets. */
export function matches(entry: KnownFinding, { fingerprint, message }: FindingName): boolean {
  return entry.fingerprint === fingerprint && fitsPattern(message, entry.message);
}

/** The names of a finding in a report, which contain no secret. */
export type MaskName = (finding: FindingName & { readonly field?: string | undefined }) => FindingName;

/** Finds the entry that matches a finding. */
export type KnownLookup = (finding: Parameters<MaskName>[0]) => KnownFinding | undefined;

/**
 * Returns a function that finds the entry for a finding.
 * @param mask masks secrets, which no list contains
 */
export function lookUpIn(known: readonly KnownFinding[], mask: MaskName): KnownLookup {
  const byFingerprint = Map.groupBy(known, ({ fingerprint }) => fingerprint);
  return (finding) => {
    const masked = mask(finding);
    return byFingerprint.get(masked.fingerprint)?.find((entry) => matches(entry, masked));
  };
}
