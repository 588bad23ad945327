import { contract } from '../contract/index.ts';
import { provocations, targetMembers } from '../plan/index.ts';
import { folded } from './needles.ts';

/** The names of the contract and of the target file, and the texts of the contract between the values in them. */
const all = [
  ...contract.operationKeys,
  ...contract.scenarioNames,
  ...Object.values(provocations).flatMap((variants) => Object.keys(variants)),
  ...contract.pairs.map(({ code }) => code),
  ...targetMembers,
  ...[...Object.values(contract.scenarios), ...Object.values(contract.constraintMessages)].flatMap(
    ({ template }) => template?.split(/['"]?\{\w+\}['"]?/) ?? [],
  ),
].map((phrase) => folded(phrase).trim());

/** Returns the names and texts of this project that contain one of these texts, folded, and are longer. */
export function ownPhrasesWith(secrets: readonly string[]): readonly string[] {
  return [...new Set(all)].filter((phrase) =>
    secrets.some((secret) => phrase.length > secret.length && phrase.includes(secret)),
  );
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns a function that finds out whether a place is a part of one of the phrases, and not the whole of it, or of a variable
 * that stands for a secret.
 * @param names the names of the variables, without the dollar sign
 */
export function phraseAround(
  text: string,
  { phrases, names }: { readonly phrases: readonly string[]; readonly names: readonly string[] },
): (place: Place) => boolean {
  const searched = phrases.length === 0 ? '' : folded(text);
  const found = [
    ...phrases.flatMap((phrase) => placesOf(phrase, searched)),
    ...(text.includes('$') ? names.flatMap((name) => placesOf(`$${name}`, text)) : []),
  ];
  return ({ start, end }) =>
    found.some((phrase) => phrase.start <= start && phrase.end >= end && phrase.end - phrase.start > end - start);
}

const LETTER = /[\p{L}\p{N}_]/u;

/** Finds the places of a phrase that are not parts of longer words. */
function placesOf(phrase: string, searched: string): readonly Place[] {
  const places: Place[] = [];
  for (let start = searched.indexOf(phrase); start !== -1; start = searched.indexOf(phrase, start + 1)) {
    const end = start + phrase.length;
    if ((phrase.startsWith('$') || !LETTER.test(searched.charAt(start - 1))) && !LETTER.test(searched.charAt(end)))
      places.push({ start, end });
  }
  return places;
}
