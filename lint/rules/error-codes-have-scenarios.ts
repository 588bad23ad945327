import type { Oas3Rule } from '@redocly/openapi-core';

import { readEnvelope } from '../../src/contract/index.ts';
import { envelopeOf } from '../document/envelope-names.ts';
import { allowedCodes, envelopeSchema } from '../document/error-object.ts';
import { eachErrorResponse, listedExamples } from '../document/listed-response.ts';
import { isScenario } from '../document/scenario.ts';

/**
 * Every code that a response allows is the code of one of its scenarios. Otherwise the types would include errors that never occur.
 * Redocly's `no-invalid-media-type-examples` checks the reverse, that the schema allows the code of every example.
 */
export const errorCodesHaveScenarios: Oas3Rule = () =>
  eachErrorResponse((response, context) => {
    const examples = listedExamples(response, context).map(({ value }) => value);
    const raised = examples
      .filter(isScenario)
      .map(({ value }) => readEnvelope(value, envelopeOf(context.location))?.code);
    for (const code of allowedCodes(response, context)) {
      if (raised.includes(code)) continue;
      context.report({
        message: `This ${response.status} allows the code ${code}, but lists no scenario with it. List one, or remove the code from the schema.`,
        location: envelopeSchema(response, context).location,
      });
    }
  });
