import type { Basis, ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import { parseBody } from '../../judge/index.ts';
import { isCredentialName } from '../../masking/index.ts';
import type { AnswerBreach } from '../answer-breach.ts';
import type { JudgedAnswer } from '../judge-answer.ts';
import { refusalOf } from '../expect/refused-request.ts';
import type { Call } from '../recognize/find-call.ts';
import type { RecordedRequest } from '../recorded-exchange.ts';
import type { EntityDefinition } from '../../workspace/index.ts';
import type { Knowledge } from './knowledge.ts';
import { knownWorkspace } from './knowledge.ts';
import type { KnownFailures } from './known-failure.ts';
import { knownFailures } from './known-failure.ts';
import { knownDetails, knownEntity, recordComplaint } from './known-values.ts';

/** Finds what is wrong with a response considering the request, and what is known about its key, workspace and entity. */
export function knownBreaches(
  judged: JudgedAnswer,
  {
    call,
    request,
    knowledge,
    sentAt,
  }: {
    readonly call: Call;
    readonly request: RecordedRequest;
    readonly knowledge: Knowledge;
    readonly sentAt: number | undefined;
  },
): readonly AnswerBreach[] {
  const { operation } = call;
  if (operation === 'outsideOperations') return [];
  const { header } = knowledge.authentication;
  // What is in front of the API may accept other credentials, such as a cookie.
  const hasCredential = Object.keys(request.headers).some((name) => name === header || isCredentialName(name));
  if (!hasCredential && judged.scenario === 'success')
    return [{ ...must('invalidApiKey', judged, 'the request has no key', 'seed'), unless: 'keysNotRecorded' }];
  const known = knownFailures(call, request.headers, knowledge, sentAt);
  const ofFailures = [...requiredBreach(judged, known), ...excludedBreaches(judged, known)];
  if (ofFailures.length > 0 || known.required !== undefined) return ofFailures;
  const refusal = refusalOf(operation, call, request);
  if (refusal === undefined) return valueBreaches(judged, call, request, knowledge);
  return isAccepted(judged) ? [must('badRequest', judged, refusal.because, refusal.basis)] : [];
}

/** Whether a response is a success, or an unexpected error, which no mistake of a client justifies. */
function isAccepted({ scenario }: JudgedAnswer): boolean {
  return scenario === 'success' || scenario === 'internalError';
}

/** Failures that a key alone decides. */
const OF_KEYS: readonly string[] = ['invalidApiKey', 'expiredApiKey', 'wrongWorkspace'];

function requiredBreach(judged: JudgedAnswer, { required }: KnownFailures): readonly AnswerBreach[] {
  const { scenario: seen } = judged;
  if (required === undefined || seen === undefined || seen === required.scenario) return [];
  const { scenario, because } = required;
  const isOtherOfKeys = OF_KEYS.includes(scenario) && OF_KEYS.includes(seen);
  if (seen === 'success' || isOtherOfKeys) return [must(scenario, judged, because, contract.scenarios[scenario].basis)];
  // A server may fail for its own reasons before it looks at the key.
  if (seen === 'internalError') return [];
  const order: readonly ScenarioName[] = contract.precedence.map((each) => each.scenario);
  if (order.indexOf(seen) < order.indexOf(scenario)) return [];
  const basis = contract.precedence.find((each) => each.scenario === scenario)?.basis ?? 'ours';
  return [must(scenario, judged, because, basis)];
}

function excludedBreaches(judged: JudgedAnswer, { excluded }: KnownFailures): readonly AnswerBreach[] {
  const { scenario: seen } = judged;
  return excluded.flatMap(({ scenarios, because }) =>
    scenarios.some((each) => each === seen) ? [mustNot(judged, because)] : [],
  );
}

function valueBreaches(
  judged: JudgedAnswer,
  call: Call,
  request: RecordedRequest,
  knowledge: Knowledge,
): readonly AnswerBreach[] {
  const entity = knownEntity(call, knowledge);
  if (entity === undefined) return [];
  const details =
    request.body === undefined ? undefined : knownDetails(call.operation, entity, parseBody(request.body));
  const [first] = details ?? [];
  const ofDetails =
    first !== undefined && isAccepted(judged)
      ? [must('validationError', judged, `${first.field} breaks a rule (${first.message})`, 'seed', first.field)]
      : [];
  if (judged.scenario === 'success') return [...ofDetails, ...recordBreaches(judged, entity, call, knowledge)];
  return judged.scenario === 'validationError' && details?.length === 0 && !isDraft(entity)
    ? [mustNot(judged, 'the record satisfies every rule of the definition')]
    : ofDetails;
}

/** Whether a definition was drafted from records, and not completed yet: these do not show the rules of a column. */
function isDraft({ description, columns }: EntityDefinition): boolean {
  return [description, ...columns.map((column) => column.description)].some(
    (text) => text?.startsWith('Draft') === true,
  );
}

function recordBreaches(
  judged: JudgedAnswer,
  entity: EntityDefinition,
  { parameters, query }: Call,
  knowledge: Knowledge,
): readonly AnswerBreach[] {
  const entities = knownWorkspace(parameters, knowledge)?.entities ?? [];
  const complaint = recordComplaint(parseBody(judged.exchange.response.body), entity, { entities, query });
  if (complaint === undefined) return [];
  return [{ ...facts(judged), check: 'record', contract: `${entity.name} of the definition`, ...complaint }];
}

function must(
  scenario: ScenarioName,
  judged: JudgedAnswer,
  because: string,
  basis: Basis,
  field?: string,
): AnswerBreach {
  const { status, code } = contract.scenarios[scenario];
  return {
    ...facts(judged),
    check: 'status',
    basis,
    message: `returned ${judged.exchange.response.status}, not ${status} ${code} (${scenario}), although ${because}`,
    expected: { status, code },
    contract: `${judged.operation}, ${scenario}: ${status} ${code}`,
    instead: scenario,
    ...(field === undefined ? {} : { field }),
  };
}

function mustNot(judged: JudgedAnswer, because: string): AnswerBreach {
  return {
    ...facts(judged),
    check: 'status',
    basis: 'seed',
    message: `returned ${judged.exchange.response.status} (${judged.scenario}), although ${because}`,
    contract: `${judged.operation}, ${judged.scenario}`,
  };
}

function facts({ exchange }: JudgedAnswer) {
  return { expected: {}, received: { status: exchange.response.status } };
}
