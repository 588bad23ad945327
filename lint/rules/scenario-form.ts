import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';
import { BASES, isBasis } from '../document/basis.ts';
import { isRaisedBy, RAISED_BY_FORMS } from '../document/raised-by.ts';
import { eachScenario, isPlaceholderValue } from '../document/scenario.ts';

/** Every scenario has a summary and a description, and its `x-scenario` has exactly the required members, all well formed. */
export const scenarioForm: Oas3Rule = () =>
  eachScenario(({ name, location, example, members }, { report }) => {
    for (const text of ['summary', 'description']) {
      if (isText(example[text])) continue;
      report({
        message: `The scenario ${name} has no ${text}. Write one; the docs show it.`,
        location,
      });
    }
    if (isText(example.description) && !REMEDY.test(String(example.description))) {
      report({
        message: `The description of the scenario ${name} does not say how to fix the error. Add that as a second paragraph, after what happened.`,
        location: location.child('description'),
      });
    }
    const extension = location.child('x-scenario');
    for (const [member, { isValid, form }] of Object.entries(MEMBERS)) {
      if (isValid(members[member])) continue;
      const place = Object.hasOwn(members, member) ? extension.child(member) : extension.key();
      report({ message: `\`${member}\` of the scenario ${name} must be ${form}.`, location: place });
    }
    for (const member of Object.keys(members).filter((each) => !Object.hasOwn(MEMBERS, each))) {
      report({
        message: `\`${member}\` is not a member of x-scenario. Remove it.`,
        location: extension.child(member).key(),
      });
    }
  });

/** A second paragraph: the first says what happened. */
const REMEDY = /\S\s*\n\s*\n\s*\S/;

const MEMBERS: Readonly<Record<string, { isValid: (value: unknown) => boolean; form: string }>> = {
  basis: { isValid: isBasis, form: `one of ${BASES}` },
  raisedBy: { isValid: isRaisedBy, form: RAISED_BY_FORMS },
  retryable: { isValid: (value) => typeof value === 'boolean', form: 'true or false' },
  template: { isValid: (value) => value === null || isText(value), form: 'a message, or null for a free text' },
  values: {
    isValid: isValues,
    form: 'a map from each placeholder to its { source, example }, or {} if there are no placeholders',
  },
};

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isValues(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isPlaceholderValue);
}
