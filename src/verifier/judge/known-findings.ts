import { isObject } from '../../contract/index.ts';

/** A finding that the caller knows of: which one it is, and why it is left. */
export interface KnownFinding {
  readonly check: string;
  readonly operationId: string;
  readonly scenario: string;
  /** Any variant without it. */
  readonly variant?: string;
  readonly reason: string;
}

/** What tells one finding from another. */
type FindingName = Required<Omit<KnownFinding, 'reason'>>;

/** A list of known findings that can not be used; the message says what to change. */
export class KnownFindingsError extends Error {
  override readonly name = 'KnownFindingsError';
}

/**
 * Reads a list of known findings: `[{ check, operationId, scenario, variant?, reason }]`.
 * @throws {KnownFindingsError} where it is another thing
 */
export function parseKnownFindings(content: unknown): readonly KnownFinding[] {
  if (!Array.isArray(content)) throw new KnownFindingsError('the known findings are no JSON array');
  return content.map((entry: unknown, index) => {
    const { check, operationId, scenario, variant, reason, ...others } = isObject(entry) ? entry : {};
    const unknown = Object.keys(others);
    if (unknown.length > 0)
      throw new KnownFindingsError(`known finding ${index}: there is no member ${unknown.join(', ')}`);
    return {
      check: textOf(check, 'check', index),
      operationId: textOf(operationId, 'operationId', index),
      scenario: textOf(scenario, 'scenario', index),
      reason: textOf(reason, 'reason', index),
      ...(variant === undefined ? {} : { variant: textOf(variant, 'variant', index) }),
    };
  });
}

/** Parts findings into those that are new and those that are known, and names the known ones that no longer occur. */
export function partKnown<Finding extends FindingName>(
  findings: readonly Finding[],
  known: readonly KnownFinding[],
): {
  readonly fresh: readonly Finding[];
  readonly expected: readonly (Finding & { readonly reason: string })[];
  readonly stale: readonly KnownFinding[];
} {
  const sorted = findings.map((finding) => ({ finding, entry: known.find((entry) => isSame(entry, finding)) }));
  return {
    fresh: sorted.filter(({ entry }) => entry === undefined).map(({ finding }) => finding),
    expected: sorted.flatMap(({ finding, entry }) =>
      entry === undefined ? [] : [{ ...finding, reason: entry.reason }],
    ),
    stale: known.filter((entry) => !findings.some((finding) => isSame(entry, finding))),
  };
}

/** Whether an entry names a finding. */
export function isSame({ check, operationId, scenario, variant }: KnownFinding, finding: FindingName): boolean {
  return (
    check === finding.check &&
    operationId === finding.operationId &&
    scenario === finding.scenario &&
    (variant === undefined || variant === finding.variant)
  );
}

function textOf(value: unknown, name: string, index: number): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new KnownFindingsError(`known finding ${index}: ${name} is missing or no text`);
}
