import type { Markup } from '../../src/html/index.ts';

/** A page of the site, before its frame. */
export interface Page {
  /** Where it stands below the site's root, with its extension: `scenarios/readOnlyKey.html`. */
  readonly path: string;
  /** What the browser calls it, and the page's heading. */
  readonly title: string;
  /** What it says, in one sentence; for search engines and previews. */
  readonly description: string;
  readonly section: SectionName;
  /** What it is called beside its neighbours, where its title is too long for that. */
  readonly shortTitle?: string;
  /** The heading of the group that it stands in, among the pages of its section. */
  readonly group?: string;
  /** Its parts, in order; those of a page that has few need no list. */
  readonly headings: readonly Heading[];
  readonly body: Markup;
  /** Scripts besides the site's own, by path. */
  readonly scripts?: readonly string[];
  /** A page that has its own layout takes the whole width. */
  readonly wide?: boolean;
  /** What follows the body and brings a `main` of its own. */
  readonly main?: Markup;
}

/** A heading that can be linked to. */
export interface Heading {
  readonly id: string;
  readonly title: string;
}

/** The parts of the site, in the order of its head. */
export const sections = {
  home: 'Home',
  failures: 'Failures',
  operations: 'Operations',
  reference: 'API reference',
  guides: 'Guides',
} as const;

export type SectionName = keyof typeof sections;
