import type { Secrets } from './secrets.ts';
import { headerSecrets, isCredentialName } from './secrets.ts';

/** A shorter part of a credential is a word, such as a scheme, or could be any text. */
const SHORTEST_PART = 6;

/**
 * Returns the credentials of an exchange that was recorded, by the names that are shown instead: the headers that are credentials,
 * the tokens in them, and the parameters of the URL that are credentials.
 */
export function credentialsIn(headers: readonly Readonly<Record<string, string>>[], url: string): Secrets {
  const all: Record<string, string> = {};
  const add = (name: string, secret: string): void => {
    const before = Object.keys(all).filter((each) => each.startsWith(name)).length;
    if (!Object.values(all).includes(secret)) all[before === 0 ? name : `${name}_${before + 1}`] = secret;
  };
  for (const each of headers)
    for (const [name, value] of Object.entries(headerSecrets(each))) {
      // The scheme is a word, such as Bearer.
      const secret = value.replace(/^[a-z]+ +(?=\S)/i, '');
      // A short secret alone would hide parts of other words.
      add(name, secret.length >= SHORTEST_PART ? secret : value);
      for (const part of secret.split(/[\s;,=:]+/)) if (part.length >= SHORTEST_PART) add(name, part);
    }
  for (const [name, value] of parametersOf(url))
    if (isCredentialParameter(name) && value.length >= SHORTEST_PART)
      add(`${name.toUpperCase().replaceAll(/\W/g, '_')}_PARAMETER`, value);
  return all;
}

/** Parameters are named more tersely than headers. */
function isCredentialParameter(name: string): boolean {
  return isCredentialName(name) || /pass|pwd|^pw$|^sig$|^code$/i.test(name);
}

function parametersOf(url: string): readonly (readonly [string, string])[] {
  const at = url.indexOf('?');
  return at === -1 ? [] : [...new URLSearchParams(url.slice(at + 1))];
}
