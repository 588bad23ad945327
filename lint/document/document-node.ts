import type { Location, UserContext } from '@redocly/openapi-core';
import { isRef } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';

/** A value of the document and its location, with its reference resolved. A missing value is `undefined`. */
export interface DocumentNode {
  readonly value: unknown;
  readonly location: Location;
}

type Resolver = Pick<UserContext, 'resolve'>;

/** Follows a path of keys from a node, and resolves each reference on the way. */
export function descend(from: DocumentNode, path: readonly string[], resolver: Resolver): DocumentNode {
  return path.reduce((place, key) => {
    const value = isObject(place.value) && Object.hasOwn(place.value, key) ? place.value[key] : undefined;
    return follow(value, place.location.child([key]), resolver);
  }, from);
}

/** The members of a map by key, or of a list by index, with their references resolved. */
export function membersOf({ value, location }: DocumentNode, resolver: Resolver): [key: string, DocumentNode][] {
  if (!isObject(value) && !Array.isArray(value)) return [];
  return Object.entries(value).map(([key, member]) => [key, follow(member, location.child([key]), resolver)]);
}

function follow(value: unknown, location: Location, { resolve }: Resolver): DocumentNode {
  if (!isRef(value)) return { value, location };
  const resolved = resolve<object>(value, location.source.absoluteRef);
  // Redocly's `no-unresolved-refs` reports references that do not resolve.
  if (resolved.location === undefined) return { value: undefined, location };
  return { value: resolved.node, location: resolved.location };
}
