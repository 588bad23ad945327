/** A variant cannot be provoked. The message says what is missing. */
export class NotProvokable extends Error {
  override readonly name: string = 'NotProvokable';
}

/** A variant cannot happen in the workspace, as its definition shows, so a run without it can pass. */
export class NotApplicable extends NotProvokable {
  override readonly name = 'NotApplicable';
}
