import type { Fixtures, OwnRecord, Plan, Target } from '../../plan/index.ts';
import { fillValues, missingMembers, plan, recordPurposes } from '../../plan/index.ts';
import type { ConstraintFixtures } from '../../workspace-plan/index.ts';
import { constraintPlan, constraintRecords } from '../../workspace-plan/index.ts';
import { maskerOf } from '../../masking/index.ts';
import type { Selection } from './selection.ts';
import { checkSelection, everything, selectsCase } from './selection.ts';

const NO_RUN = '0000000000';

/**
 * Lists what a run would send, without sending anything: one line per case, with placeholders for the ids of records that the
 * run would create, and with every key masked.
 * @throws {SelectionError} if the selection contains an unknown name
 */
export function dryRun(target: Target, selection: Selection = everything): string {
  checkSelection(selection);
  const mask = maskerOf(target);
  const scenarios = plan(target, standIns(target));
  const constraints =
    target.definition === undefined || target.stateless ? none : constraintPlan(target, constraintStandIns(target));
  const cases = [...scenarios.cases, ...constraints.cases];
  const unprovoked = [...scenarios.unprovoked, ...constraints.unprovoked];
  const sent = cases
    .filter((planned) => selectsCase(selection, planned))
    .map(({ operationId, scenario, variant, request, expected }) => {
      const answer = `${expected.status}${expected.error === undefined ? '' : ` ${expected.error.code}`}`;
      const words = [request.method, request.path, keyOf(target, request.headers), request.body ?? ''].filter(
        (word) => word !== '',
      );
      return `${operationId} ${scenario} (${variant}): ${shortened(mask(words.join(' ')))} → ${answer}`;
    });
  const left = unprovoked
    .filter((each) => selectsCase(selection, each))
    .map(
      ({ operationId, scenario, variant, reason }) =>
        `${operationId} ${scenario} (${variant}): not provoked: ${mask(reason)}`,
    );
  const ofRules = constraints.cases.filter((planned) => selectsCase(selection, planned)).length;
  const more = ofRules === 0 ? '' : `, and the built-in client ${ofRules} more for the constraints of the definition`;
  const summary = `Each sender would send ${sent.length - ofRules} cases${more}; ${left.length} cannot be provoked. Probes are not listed. A run creates its own records and uses their ids instead of id-of-….`;
  const missing = missingMembers(target);
  const lacking =
    missing.length === 0 ? [] : ['', 'Missing from the target file:', ...missing.map((each) => `  ${each}`)];
  return `${[...sent, ...left, '', summary, ...lacking].join('\n')}\n`;
}

const none: Plan = { cases: [], unprovoked: [] };

function constraintStandIns(target: Target): ConstraintFixtures {
  const all = constraintRecords(target)
    .flat()
    .map(([key, { purpose, entity, valid }]) => {
      const values = fillValues(valid, `${NO_RUN}0000`, undefined, new Map());
      return { key, purpose, entity, record: { id: `id-of-${purpose}-${entity}`, values } };
    });
  const firsts = all.filter(({ purpose }) => purpose === 'first');
  return {
    run: NO_RUN,
    records: new Map(all.map(({ key, record }) => [key, record])),
    firsts: new Map(firsts.map(({ entity, record }) => [entity, record])),
    occupied: new Set(),
  };
}

function standIns(target: Target): Fixtures {
  const { entity, reference } = target;
  const recordFor = (purpose: string): OwnRecord => {
    const values = (purpose === 'child' ? reference?.valid : entity?.valid) ?? {};
    return {
      id: `id-of-${purpose}`,
      values: { ...values, ...(entity === undefined ? {} : { [entity.unique]: `${purpose}-value` }) },
    };
  };
  const records = recordPurposes.map((purpose): [string, OwnRecord] => [purpose, recordFor(purpose)]);
  const ancestors = new Map(
    (target.ancestors ?? []).map(({ entity: name }) => [name, { id: `id-of-${name}`, values: {} }]),
  );
  return { run: NO_RUN, records: Object.fromEntries(records) as Fixtures['records'], ancestors };
}

function keyOf({ authentication: { header } }: Target, headers: Readonly<Record<string, string>>): string {
  const credential = headers[header];
  if (credential === undefined) return 'without a key';
  return header === 'authorization' ? `(${credential})` : `(${header}: ${credential})`;
}

function shortened(text: string): string {
  return text.length > 240 ? `${text.slice(0, 240)}…` : text;
}
