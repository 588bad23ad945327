/** A place in a file that names the owner of this repository on GitHub. */
export interface Mention {
  readonly owner: string;
  /** Counted from 1. */
  readonly line: number;
}

const NAME = 'workspace-api-contract';

/** What is written before and after an owner: in a URL, in a command, in the `uses` of a step, and in a team of CODEOWNERS. */
const PLACES: readonly RegExp[] = [
  /(?<=github\.com\/|--repo )[\w.-]+(?=\/workspace-api-contract\b)/g,
  /(?<![\w./-])[\w.-]+(?=\/workspace-api-contract@)/g,
  /(?<=(?<!\S)@)[\w.-]+(?=\/workspace-api-)/g,
];

/** Finds every owner of this repository that a text names. */
export function findMentions(text: string): readonly Mention[] {
  return text
    .split('\n')
    .flatMap((content, index) =>
      PLACES.flatMap((place) => content.match(place) ?? []).map((owner) => ({ owner, line: index + 1 })),
    );
}

/** Replaces every owner of this repository that a text names. */
export function withOwner(text: string, owner: string): string {
  return PLACES.reduce((changed, place) => changed.replaceAll(place, owner), text);
}

/**
 * Returns the owner of this repository, as the `repository` in package.json names it.
 * @throws {Error} if it is not a URL of this repository on GitHub
 */
export function ownerIn(manifest: string): string {
  const { repository }: { readonly repository?: unknown } = JSON.parse(manifest);
  const [, owner, name] = /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+)$/.exec(String(repository)) ?? [];
  if (owner === undefined || name !== NAME)
    throw new Error(
      `"repository" in package.json is ${JSON.stringify(repository)}. Write https://github.com/, the owner, and /${NAME}`,
    );
  return owner;
}
