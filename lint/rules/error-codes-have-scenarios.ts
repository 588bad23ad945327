import type { Oas3Rule } from '@redocly/openapi-core';

import { readEnvelope } from '../../src/contract/index.ts';
import { envelopeOf } from '../document/envelope-names.ts';
import { allowedCodes, envelopeSchema } from '../document/error-object.ts';
import { eachErrorResponse, listedExamples } from '../document/listed-response.ts';
import { isScenario } from '../document/scenario.ts';

/**
 * A response allows no code that none of its scenarios has: the types would promise what never comes.
 * The reverse, an example whose code the schema lacks, is Redocly's `no-invalid-media-type-examples`.
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
        message: `This ${response.status} allows ${code}, but lists no scenario with it. List one, or use the envelope without that code.`,
        location: envelopeSchema(response, context).location,
      });
    }
  });
