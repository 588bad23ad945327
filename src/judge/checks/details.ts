import type { ErrorDetail } from '../../contract/index.ts';
import { contract, fillTemplate, isObject, readDetails, readEnvelope } from '../../contract/index.ts';
import type { ExpectedDetail } from '../../plan/index.ts';
import { parseBody } from '../parse-body.ts';
import type { Breach, Check, Judged } from './check.ts';
import { isPlannedFailure } from './check.ts';

/**
 * `details` has its documented shape, and is present if and only if the scenario documents it. It names exactly the
 * invalid fields, with the documented message for a required field that was not sent, and repeats no entry.
 */
export const details: Check = (judged) => {
  const { planned, response, json } = judged;
  const received = readEnvelope(json)?.details;
  const sent = readDetails(received);
  if (response.status < 400) return [];
  if (received !== undefined && sent === undefined) {
    const message = `details is not an array of { field, message }: ${JSON.stringify(received)}`;
    return [{ basis: planned.basis, message, received: { details: received } }];
  }
  if (!isPlannedFailure(judged) || planned.scenario === 'success') return [];
  if (!contract.scenarios[planned.scenario].details) {
    if (sent === undefined) return [];
    const message = 'the response has details, but the scenario documents none';
    return [{ basis: 'ours', message, expected: { details: null }, received: { details: sent } }];
  }
  return sent === undefined || sent.length === 0
    ? [{ basis: planned.basis, message: 'details is missing or empty', ...fieldFacts(judged, sent) }]
    : [...compareFields(judged, sent), ...messageBreaches(judged, sent), ...repeated(judged, sent)];
};

/** Finds an entry that occurs twice. A field may have several entries, one for each constraint that it violates. */
function repeated({ planned }: Judged, sent: readonly ErrorDetail[]): readonly Breach[] {
  const isSame = (one: ErrorDetail, other: ErrorDetail): boolean =>
    one.field === other.field && one.message === other.message;
  const twice = sent.find((entry, index) => sent.findIndex((other) => isSame(entry, other)) < index);
  if (twice === undefined) return [];
  const message = `details repeats the entry ${JSON.stringify({ field: twice.field, message: twice.message })}`;
  return [{ basis: planned.basis, message, received: { details: sent } }];
}

/** Returns the fields that `details` must name, if they are known, and the details that were received. */
function fieldFacts(
  { planned }: Judged,
  sent: readonly ErrorDetail[] | undefined,
): Pick<Breach, 'expected' | 'received'> {
  const fields = planned.expected.error?.fields;
  return {
    ...(fields === undefined ? {} : { expected: { details: fields.map((field) => ({ field })) } }),
    received: { details: sent ?? null },
  };
}

function compareFields(judged: Judged, sent: readonly ErrorDetail[]): readonly Breach[] {
  const { planned } = judged;
  const { fields } = planned.expected.error ?? {};
  if (fields === undefined) return [];
  const named = new Set(sent.map(({ field }) => field));
  const wrong = new Set(fields);
  const missing = [...wrong.difference(named)];
  const surplus = [...named.difference(wrong)];
  if (missing.length === 0 && surplus.length === 0) return [];
  const words = [
    ...(missing.length > 0 ? [`does not list ${quoted(missing)}`] : []),
    ...(surplus.length > 0 ? [`unexpectedly lists ${quoted(surplus)}`] : []),
  ];
  return [
    {
      basis: planned.basis,
      message: `details ${words.join(' and ')}`,
      // Only missing fields are part of the fingerprint: a response can name anything.
      ...(missing.length > 0 ? { field: missing.join() } : {}),
      ...fieldFacts(judged, sent),
    },
  ];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}

function messageBreaches(judged: Judged, sent: readonly ErrorDetail[]): readonly Breach[] {
  const { detail } = judged.planned.expected.error ?? {};
  return detail === undefined ? compareMessages(judged, sent) : compareDetail(detail, sent);
}

/**
 * Compares the messages of the only invalid field with that of the rule which its value breaks. If it breaks several, a server may
 * list only one of them.
 */
function compareDetail(
  { field, message, basis, others }: ExpectedDetail,
  sent: readonly ErrorDetail[],
): readonly Breach[] {
  const received = sent.filter((entry) => entry.field === field);
  const isKnown = received.some((entry) => [message, ...others].includes(entry.message));
  if (received.length === 0 || isKnown) return [];
  const all = [message, ...others].map((each) => JSON.stringify(each)).join(' or ');
  return [
    {
      // The words of another rule may be the server's own.
      basis: others.length === 0 ? basis : 'ours',
      message: `details has ${received.map((entry) => JSON.stringify(entry.message)).join(' and ')} for "${field}", not ${all}`,
      field,
      expected: { details: [{ field, message }] },
      received: { details: received },
    },
  ];
}

/**
 * Compares the messages of columns that were not sent: these can only violate REQUIRED. A column that was sent may violate
 * any constraint, with a message that is not known.
 */
function compareMessages({ planned }: Judged, sent: readonly ErrorDetail[]): readonly Breach[] {
  const values = parseBody(planned.request.body ?? '');
  const missing = planned.expected.error?.fields?.filter((field) => isObject(values) && !Object.hasOwn(values, field));
  const { template, basis } = contract.constraintMessages.REQUIRED;
  return sent
    .filter(({ field, message }) => missing?.includes(field) && message !== fillTemplate(template, { field }))
    .map(({ field, message }) => {
      const expected = fillTemplate(template, { field });
      return {
        basis,
        message: `details has ${JSON.stringify(message)} for the missing field "${field}", not ${JSON.stringify(expected)}`,
        field,
        expected: { details: [{ field, message: expected }] },
        received: { details: [{ field, message }] },
      };
    });
}
