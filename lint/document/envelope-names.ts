import type { Location } from '@redocly/openapi-core';
import { parseYaml } from '@redocly/openapi-core';

import type { EnvelopeNames } from '../../src/contract/index.ts';
import { contract, isObject } from '../../src/contract/index.ts';

/** The content of `x-envelope`: the media type of every body, and the member names of the error envelope. */
export interface DocumentedEnvelope extends EnvelopeNames {
  readonly mediaType: string;
}

/**
 * Returns the envelope of the document that contains a location. Names that the document leaves out are taken from the contract;
 * the rule `envelope` reports them.
 */
export function envelopeOf({ source }: Location): DocumentedEnvelope {
  const known = envelopes.get(source) ?? readEnvelopeNames(source.body);
  envelopes.set(source, known);
  return known;
}

// Cached, because rules run for every node of a document.
const envelopes = new WeakMap<Location['source'], DocumentedEnvelope>();

/** The members that `x-envelope` must have in every document. */
export const envelopeMembers = ['mediaType', 'error', 'code', 'message', 'details'] as const;

function readEnvelopeNames(text: string): DocumentedEnvelope {
  const root: unknown = parseYaml(text);
  const written = isObject(root) && isObject(root['x-envelope']) ? root['x-envelope'] : {};
  const textAt = (name: (typeof envelopeMembers)[number]): string => {
    const value = written[name];
    return typeof value === 'string' ? value : contract.envelope[name];
  };
  return {
    mediaType: textAt('mediaType'),
    error: textAt('error'),
    code: textAt('code'),
    message: textAt('message'),
    details: textAt('details'),
  };
}
