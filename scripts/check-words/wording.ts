/** An expression that plain English does not use, and what to write instead. */
export interface Wording {
  /** As a person would write it; it is searched for as whole words, in any case. */
  readonly avoid: string;
  readonly write: string;
}

const WORDINGS: readonly (Wording & { readonly pattern: string })[] = [
  { avoid: 'can not', pattern: 'can not', write: 'cannot' },
  { avoid: 'told', pattern: 'told', write: '"is reported", "passed", "says", or the active voice' },
  { avoid: 'tells', pattern: 'tells', write: '"reports", "returns", "lists", "shows"' },
  { avoid: 'nobody', pattern: 'nobody', write: '"no response", "no client", or who does not do it' },
  { avoid: 'is none', pattern: '(?<!there )(?:is|are) none', write: '"is not one", "does not exist", "has no …"' },
  { avoid: 'mend', pattern: 'mend(?:s|ed|ing)?', write: '"fix"' },
  { avoid: 'dearer', pattern: 'dear(?:er|est)', write: '"more expensive", "slower"' },
  { avoid: 'takes notice', pattern: '(?:takes?|taking) (?:no )?notice', write: '"handles", "ignores"' },
  { avoid: 'the like', pattern: '(?:and|or) the like', write: 'the other examples, or "similar"' },
  { avoid: 'comes to nothing', pattern: '(?:comes?|came) to nothing', write: '"fails"' },
  { avoid: 'has it that', pattern: 'has it that', write: '"says"' },
  { avoid: 'lets pass', pattern: '(?:lets?|letting) pass', write: '"accepts", "misses"' },
  { avoid: 'held against', pattern: '(?:holds?|held) against', write: '"compared with", "checked against"' },
  {
    avoid: 'stands in',
    pattern: '(?:stands?|stood) (?:in(?! for)|at|on|beside)',
    write: '"is in", "means", "represents"',
  },
  { avoid: 'whom', pattern: 'whom', write: 'a sentence without it' },
  { avoid: 'comes about', pattern: '(?:comes?|came) about', write: '"happens", "occurs"' },
  { avoid: 'spoil', pattern: 'spoil(?:s|ed|t)?', write: '"corrupt", "break"' },
  { avoid: 'by itself', pattern: 'ends? by itself', write: '"stops", "ends without …"' },
  { avoid: 'what there is', pattern: 'what there is(?: not| none)?', write: '"what exists", "unknown"' },
];

const SEARCH = new RegExp(WORDINGS.map(({ pattern }) => `(?<![\\w-])(${pattern})(?![\\w-])`).join('|'), 'gi');

/** Where one of the wordings is used. */
export interface Found extends Wording {
  /** Counted from 1. */
  readonly line: number;
}

/** Finds every wording to avoid. */
export function findWordings(text: string): readonly Found[] {
  return text.split('\n').flatMap((content, index) =>
    [...content.matchAll(SEARCH)].flatMap(([, ...groups]) => {
      const wording = WORDINGS[groups.findIndex((group) => group !== undefined)];
      return wording === undefined ? [] : [{ avoid: wording.avoid, write: wording.write, line: index + 1 }];
    }),
  );
}
