import type { Oas3Rule, UserContext } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';
import { envelopeSchema, errorObjectSchemas } from '../document/error-object.ts';
import type { ListedResponse } from '../document/listed-response.ts';
import { eachErrorResponse } from '../document/listed-response.ts';
import type { DocumentNode } from '../document/document-node.ts';
import { descend } from '../document/document-node.ts';
import { envelopeOf } from '../document/envelope-names.ts';

/** Every error response has only the envelope's media type, and its schema is a closed envelope with a `const` for each code. */
export const errorEnvelope: Oas3Rule = () => {
  // Responses share schemas, so report each fault only once.
  const reported = new Set<string>();
  return eachErrorResponse((response, context) => {
    for (const fault of faultsOf(response, context)) {
      const identity = `${fault.location.absolutePointer} ${fault.message}`;
      if (!reported.has(identity)) context.report(fault);
      reported.add(identity);
    }
  });
};

type Fault = Pick<DocumentNode, 'location'> & { message: string };

function faultsOf(response: ListedResponse, context: UserContext): Fault[] {
  const names = envelopeOf(response.location);
  const { mediaType } = names;
  const content = descend(response, ['content'], context);
  const mediaTypes = isObject(content.value) ? Object.keys(content.value) : [];
  if (mediaTypes.length !== 1 || mediaTypes[0] !== mediaType) {
    const found = mediaTypes.length === 0 ? 'none' : mediaTypes.join(' and ');
    const message = `A ${response.status} must have only the media type ${mediaType}, but this one has ${found}.`;
    return [{ message, location: response.location }];
  }
  const envelope = envelopeSchema(response, context);
  if (!isClosedObject(envelope, { required: [names.error], optional: [] })) {
    const message = `The envelope must be a closed object with only the member \`${names.error}\`. Give it \`type: object\`, \`required: [${names.error}]\` and \`additionalProperties: false\`.`;
    return [{ message, location: envelope.location }];
  }
  return errorObjectSchemas(response, context).flatMap((schema) => {
    const { location } = schema;
    if (!isClosedObject(schema, { required: [names.code, names.message], optional: [names.details] })) {
      const message = `Each error object must be closed and have a code, a message and, optionally, details. Give it \`type: object\`, \`required: [${names.code}, ${names.message}]\` and \`additionalProperties: false\`.`;
      return [{ message, location }];
    }
    const code = descend(schema, ['properties', names.code], context);
    if (typeof descend(code, ['const'], context).value === 'string') return [];
    const message =
      'Each error object must have exactly one code. Write the code as a `const`, and list a separate error object for each code under `oneOf`.';
    return [{ message, location: code.location }];
  });
}

interface Members {
  required: readonly string[];
  optional: readonly string[];
}

function isClosedObject({ value }: DocumentNode, members: Members): boolean {
  if (!isObject(value)) return false;
  const { type, additionalProperties, properties, required } = value;
  if (type !== 'object' || additionalProperties !== false || !isObject(properties) || !Array.isArray(required))
    return false;
  const known = [...members.required, ...members.optional];
  return (
    members.required.every((member) => Object.hasOwn(properties, member) && required.includes(member)) &&
    Object.keys(properties).every((member) => known.includes(member))
  );
}
