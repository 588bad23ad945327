import { isObject } from '../../contract/index.ts';

/** A finding that the caller accepts, and the reason why. */
export interface KnownFinding {
  readonly check: string;
  readonly operationId: string;
  readonly scenario: string;
  /** Matches every variant if omitted. */
  readonly variant?: string;
  readonly reason: string;
}

/** The members that identify a finding. */
type FindingName = Required<Omit<KnownFinding, 'reason'>>;

const MEMBERS = 'check, operationId, scenario, variant and reason';

/** Thrown for an invalid list of known findings. The message explains what to change. */
export class KnownFindingsError extends Error {
  override readonly name = 'KnownFindingsError';
}

/**
 * Reads a list of known findings: `[{ check, operationId, scenario, variant?, reason }]`.
 * @throws {KnownFindingsError} if the content has any other shape
 */
export function parseKnownFindings(content: unknown): readonly KnownFinding[] {
  if (!Array.isArray(content)) throw new KnownFindingsError('the known findings must be a JSON array');
  return content.map((entry: unknown, index) => {
    const { check, operationId, scenario, variant, reason, ...others } = isObject(entry) ? entry : {};
    const unknown = Object.keys(others);
    if (unknown.length > 0)
      throw new KnownFindingsError(`known finding ${index}: unknown member ${unknown.join(', ')}; use ${MEMBERS}`);
    return {
      check: textOf(check, 'check', index),
      operationId: textOf(operationId, 'operationId', index),
      scenario: textOf(scenario, 'scenario', index),
      reason: textOf(reason, 'reason', index),
      ...(variant === undefined ? {} : { variant: textOf(variant, 'variant', index) }),
    };
  });
}

/** Splits findings into new and known ones, and lists the known findings that no longer occur. */
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

/** Whether an entry matches a finding. */
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
  throw new KnownFindingsError(`known finding ${index}: ${name} must be a non-empty string`);
}
