import type { ErrorDetail } from '../../../contract/index.ts';
import { contract, fillTemplate, isObject, readDetails, readEnvelope } from '../../../contract/index.ts';
import { parseBody } from '../parse-body.ts';
import type { Breach, Check, Judged } from './check.ts';
import { isPlannedFailure } from './check.ts';

/**
 * `details` is there where the scenario carries it, names exactly the fields that were sent wrong, says what is known to the
 * letter of one that is missing, and has its one shape.
 */
export const details: Check = (judged) => {
  const { planned, response, json } = judged;
  const received = readEnvelope(json)?.details;
  const sent = readDetails(received);
  if (response.status < 400) return [];
  if (received !== undefined && sent === undefined) {
    return [
      { basis: planned.basis, message: `details is no array of { field, message }: ${JSON.stringify(received)}` },
    ];
  }
  if (!isPlannedFailure(judged) || planned.scenario === 'success') return [];
  if (!contract.scenarios[planned.scenario].details) {
    return sent === undefined ? [] : [{ basis: 'ours', message: 'details stands where nothing is documented to be' }];
  }
  return sent === undefined || sent.length === 0
    ? [{ basis: planned.basis, message: 'details is missing or empty' }]
    : [...compareFields(judged, new Set(sent.map(({ field }) => field))), ...compareMessages(judged, sent)];
};

function compareFields({ planned }: Judged, named: ReadonlySet<string>): readonly Breach[] {
  const { fields } = planned.expected.error ?? {};
  if (fields === undefined) return [];
  const wrong = new Set(fields);
  const missing = [...wrong.difference(named)];
  const surplus = [...named.difference(wrong)];
  if (missing.length === 0 && surplus.length === 0) return [];
  const words = [
    ...(missing.length > 0 ? [`does not name ${missing.join(', ')}`] : []),
    ...(surplus.length > 0 ? [`names ${surplus.join(', ')}, which was not wrong`] : []),
  ];
  return [{ basis: planned.basis, message: `details ${words.join(' and ')}` }];
}

/** A column that was not sent at all can only be required. Of one that was sent, a constraint may say something of its own. */
function compareMessages({ planned }: Judged, sent: readonly ErrorDetail[]): readonly Breach[] {
  const values = parseBody(planned.request.body ?? '');
  const missing = planned.expected.error?.fields?.filter((field) => isObject(values) && !Object.hasOwn(values, field));
  const { template, basis } = contract.constraintMessages.REQUIRED;
  return sent
    .filter(({ field, message }) => missing?.includes(field) && message !== fillTemplate(template, { field }))
    .map(({ field, message }) => ({
      basis,
      message: `details says ${JSON.stringify(message)} of ${field}, which was not sent, not ${JSON.stringify(fillTemplate(template, { field }))}`,
    }));
}
