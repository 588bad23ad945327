import type { ClientErrorOf } from 'workspace-api-client';
import { isApiError, TransportError, UnexpectedResponse } from 'workspace-api-client';

/** What the user was doing. After a write without a response, it is unknown whether it was carried out. */
export type Doing = 'reading' | 'writing';

/** A failure in the words of the user. */
export interface Explanation {
  readonly title: string;
  /** What the user can do. */
  readonly advice: string;
  /** Whether doing the same again may help. */
  readonly again: boolean;
}

/** Explains any value that a call has thrown. */
export function explain(error: unknown, doing: Doing): Explanation {
  const known = isApiError(error) || error instanceof UnexpectedResponse || error instanceof TransportError;
  return known ? explainKnown(error, doing) : OUR_FAULT;
}

const OUR_FAULT: Explanation = {
  title: 'This page made a mistake',
  advice: 'Reload the page. If it happens again, please report it.',
  again: false,
};

/** Handles every failure of every operation: without one of the cases, `satisfies never` does not compile. */
function explainKnown(error: ClientErrorOf, doing: Doing): Explanation {
  switch (error.code) {
    case 'VALIDATION_ERROR':
      return {
        title: 'Some values are not valid',
        advice: 'Correct the marked fields, then save again.',
        again: false,
      };
    case 'UNIQUE_CONSTRAINT_VIOLATION':
      return {
        title: 'Another record has this value',
        advice: 'Change the marked field, then save again.',
        again: false,
      };
    case 'FOREIGN_KEY_VIOLATION':
      return error.scenario === 'recordReferenced'
        ? {
            title: 'Other records refer to this one',
            advice: `Before you delete it, delete its ${error.values.table ?? 'other records'}.`,
            again: false,
          }
        : {
            title: 'A record that you refer to does not exist',
            advice: 'Someone may have deleted it. Change the marked field, then save again.',
            again: false,
          };
    case 'BAD_REQUEST':
      return OUR_FAULT;
    case 'UNAUTHORIZED':
      return explainKey(error.scenario);
    case 'FORBIDDEN':
      return { title: 'You can only read', advice: 'Ask your administrator for a key that can write.', again: false };
    case 'WORKSPACE_STATUS':
      return {
        title: 'Nothing can be changed right now',
        advice: `The workspace is in ${error.values.mode ?? 'another'} mode. Keep this page open and save later.`,
        again: true,
      };
    case 'NOT_FOUND':
      return error.scenario === 'recordNotFound'
        ? {
            title: 'This record does not exist',
            advice: 'Someone may have deleted it. Go back to the list.',
            again: false,
          }
        : OUR_FAULT;
    case 'INTERNAL_ERROR':
      return {
        title: 'The server failed',
        advice: `Try again later. If it happens again, please quote ${error.requestId ?? 'the time'}.`,
        again: true,
      };
    case 'NETWORK':
      return { title: 'The server cannot be reached', advice: `Check your connection. ${next(doing)}`, again: true };
    case 'TIMEOUT':
      return { title: 'The server takes too long', advice: next(doing), again: true };
    case 'UNEXPECTED_RESPONSE':
      return { title: 'The response cannot be read', advice: next(doing), again: true };
    case 'ABORTED':
      return { title: 'The request was canceled', advice: next(doing), again: true };
    case 'INVALID_REQUEST':
      return OUR_FAULT;
    default:
      return error satisfies never;
  }
}

type KeyScenario = Extract<ClientErrorOf, { readonly code: 'UNAUTHORIZED' }>['scenario'];

function explainKey(scenario: KeyScenario): Explanation {
  switch (scenario) {
    case 'expiredApiKey':
      return { title: 'Your key has expired', advice: 'Ask your administrator for a new one.', again: false };
    case 'wrongWorkspace':
      return { title: 'Your key is for another workspace', advice: 'Ask for one of this workspace.', again: false };
    case 'invalidApiKey':
    case undefined:
      return { title: 'Your key is not valid', advice: 'Ask your administrator for a new one.', again: false };
    default:
      return scenario satisfies never;
  }
}

function next(doing: Doing): string {
  return doing === 'reading'
    ? 'Then try again.'
    : 'We do not know whether your change was made. Look at the list before you try again.';
}
