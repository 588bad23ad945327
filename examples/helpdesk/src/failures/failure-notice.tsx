import type { ReactNode } from 'react';

import type { Doing } from './explain.ts';
import { explain } from './explain.ts';

interface Properties {
  readonly error: unknown;
  readonly doing: Doing;
  /** Does the same again. */
  readonly onAgain?: () => void;
  readonly children?: ReactNode;
}

/** A failure, and what the user can do about it. Screen readers announce it when it appears. */
export function FailureNotice({ error, doing, onAgain, children }: Properties) {
  const { title, advice, again } = explain(error, doing);
  return (
    <section role="alert" className="failure">
      <strong>{title}</strong>
      <p>{advice}</p>
      {children}
      {again && onAgain && (
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      )}
    </section>
  );
}
