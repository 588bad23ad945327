/** A mistake in a definition. */
export interface DefinitionProblem {
  /** Where it is, as a JSON Pointer (RFC 6901); empty for the whole definition. */
  readonly path: string;
  /** What is there, by its names, such as `column priority of Ticket`. */
  readonly names?: string;
  /** What to change. */
  readonly message: string;
}

/** A definition is invalid. The message lists its mistakes: where each is, and what to change. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  /** Where the first mistake is. */
  readonly path: string;

  constructor(problems: readonly DefinitionProblem[]) {
    super(describe(problems));
    this.path = problems[0]?.path ?? '';
  }
}

/** More would scroll the first ones away. */
const MOST_SHOWN = 20;

function describe(problems: readonly DefinitionProblem[]): string {
  const [first] = problems;
  if (first !== undefined && problems.length === 1)
    return first.path === '' ? `definition: ${first.message}` : `definition at ${described(first)}`;
  const more = problems.length > MOST_SHOWN ? [`  and ${problems.length - MOST_SHOWN} more`] : [];
  const shown = problems.slice(0, MOST_SHOWN).map((problem) => `  ${described(problem)}`);
  return [`the definition has ${problems.length} mistakes`, ...shown, ...more].join('\n');
}

function described({ path, names, message }: DefinitionProblem): string {
  return `${path}${names === undefined ? '' : ` (${names})`}: ${message}`;
}
