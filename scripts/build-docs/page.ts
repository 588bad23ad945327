import type { Markup } from '../../src/html/index.ts';

/** A page of the site, before its frame. */
export interface Page {
  /** Its path below the site's root, with the extension: `scenarios/readOnlyKey.html`. */
  readonly path: string;
  /** The title in the browser, and the page's main heading. */
  readonly title: string;
  /** A summary in one sentence, for search engines and previews. */
  readonly description: string;
  readonly section: SectionName;
  /** A shorter title for the side navigation. */
  readonly shortTitle?: string;
  /** The heading of its group in the side navigation. */
  readonly group?: string;
  /** The headings for the list of contents, in order. */
  readonly headings: readonly Heading[];
  readonly body: Markup;
  /** The paths of scripts to load in addition to the site's own. */
  readonly scripts?: readonly string[];
  /** Uses the full width, for a page with its own layout. */
  readonly wide?: boolean;
  /** Content after the body that has its own `main` element. */
  readonly main?: Markup;
}

/** A heading that can be linked to. */
export interface Heading {
  readonly id: string;
  readonly title: string;
}

/** The sections of the site, in the order of the top navigation. */
export const sections = {
  home: 'Home',
  failures: 'Failures',
  operations: 'Operations',
  reference: 'API reference',
  guides: 'Guides',
} as const;

export type SectionName = keyof typeof sections;
