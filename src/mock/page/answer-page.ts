/** A file of the page, as it is answered. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string | Uint8Array;
}

/** Gives a file of the page by its path; `undefined` where there is none. */
export async function answerPage(_path: string): Promise<PageAnswer | undefined> {
  return undefined;
}
