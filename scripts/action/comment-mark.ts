/** A comment with a first line that is not shown, by which the next run finds it. */
export interface MarkedComment {
  readonly mark: string;
  readonly body: string;
}

/**
 * Replaces the first line of a comment with a mark that names the folder of the reports, so that a workflow that uses the action twice
 * has two comments.
 */
export function withMark(report: string, text: string): MarkedComment {
  const mark = `<!-- workspace-api-contract ${report.replaceAll(/[^\w./-]|-(?=-)/g, '_')} -->`;
  return { mark, body: text.replace(/^<!--[^\n]*-->(?=\n)/, mark) };
}
