import type { Location } from '@redocly/openapi-core';
import { parseYaml } from '@redocly/openapi-core';

import type { EnvelopeNames } from '../../src/contract/index.ts';
import { contract, isObject } from '../../src/contract/index.ts';

/** What `x-envelope` says: the media type of every body, and the names of the members in the error envelope. */
export interface DocumentedEnvelope extends EnvelopeNames {
  readonly mediaType: string;
}

/**
 * The envelope of the document in which a location is. Where the document does not say it, which the rule `envelope` reports, it is
 * the contract's.
 */
export function envelopeOf({ source }: Location): DocumentedEnvelope {
  const known = envelopes.get(source) ?? readEnvelopeNames(source.body);
  envelopes.set(source, known);
  return known;
}

// A rule is called for every part of a document.
const envelopes = new WeakMap<Location['source'], DocumentedEnvelope>();

/** The names in `x-envelope` that can be left out by no document. */
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
