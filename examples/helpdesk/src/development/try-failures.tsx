import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Choice } from './choice.tsx';
import type { FailureToTry } from './failure-to-try.ts';
import { none, tryFailure } from './failure-to-try.ts';

const KEYS = [none.apiKey, 'sk_test_read_only', 'sk_test_expired', 'sk_test_revoked', 'sk_test_other_workspace'];

const SCENARIOS: readonly FailureToTry['scenario'][] = [
  'none',
  'workspaceRestricted',
  'entityNotFound',
  'recordNotFound',
  'badRequest',
  'validationError',
  'uniqueConstraintViolation',
  'foreignKeyViolation',
  'recordReferenced',
  'internalError',
];

const TIMES: readonly FailureToTry['during'][] = ['writing', 'reading'];

const NETWORKS: readonly FailureToTry['network'][] = ['none', 'delay', 'reset', 'truncate', 'html', 'timeout'];

/** For development: asks the mock, or `serve --dev`, for failures. */
export function TryFailures() {
  const queryClient = useQueryClient();
  const [failure, setFailure] = useState(none);

  function choose(change: Partial<FailureToTry>) {
    const next = { ...failure, ...change };
    setFailure(next);
    tryFailure(next);
    // Not the form, which keeps what was typed into it.
    void queryClient.invalidateQueries();
  }

  return (
    <details className="development">
      <summary>Try a failure</summary>
      <div className="controls">
        <Choice label="API key" value={failure.apiKey} options={KEYS} onChange={(apiKey) => choose({ apiKey })} />
        <Choice label="While" value={failure.during} options={TIMES} onChange={(during) => choose({ during })} />
        <Choice
          label="Failure"
          value={failure.scenario}
          options={SCENARIOS}
          onChange={(scenario) => choose({ scenario })}
        />
        <Choice
          label="Network"
          value={failure.network}
          options={NETWORKS}
          onChange={(network) => choose({ network })}
        />
      </div>
    </details>
  );
}
