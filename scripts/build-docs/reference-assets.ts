import {
  defaultUrl,
  readReferenceBundle,
  referenceDescription,
  referenceOptions,
  referenceTheme,
} from '../../src/mock/index.ts';
import { paths } from './paths.ts';
import type { SiteFiles } from './dead-links.ts';

/**
 * The assets of the API reference: Scalar's bundle, the contract and a style. The contract is a script, because pages opened from
 * a folder cannot fetch files.
 */
export async function referenceAssets(): Promise<SiteFiles> {
  const { code } = await readReferenceBundle();
  const options = { ...referenceOptions, content: withoutContact(referenceDescription(defaultUrl)) };
  return new Map<string, string | Uint8Array>([
    [paths.referenceBundle, code],
    [paths.referenceScript, `window.Scalar.createApiReference('#reference', ${JSON.stringify(options)});\n`],
    [paths.referenceStyle, `${referenceTheme}${correctedStyle}`],
  ]);
}

/** Removes the contact, which Scalar shows as an icon without an accessible name on narrow screens. */
function withoutContact(description: object): object {
  if (!('info' in description) || typeof description.info !== 'object') return description;
  const { contact: _unnamed, ...info } = { contact: undefined, ...description.info };
  return { ...description, info };
}

/** Fixes accessibility problems in Scalar's style: colours with low contrast, and boxes that cannot be scrolled by keyboard. */
const correctedStyle = `
#reference { min-height: 100vh; margin-top: 1.5rem; }
.light-mode, .dark-mode {
  --scalar-color-orange: var(--open); --scalar-color-yellow: var(--open); --scalar-color-blue: var(--link); --scalar-color-purple: var(--link);
}
#reference code.hljs, #reference .overflow-x-auto { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
#reference .truncate { white-space: normal; }
#reference .hljs-keyword, #reference .hljs-attr { color: var(--link); }
#reference .hljs-string { color: var(--good); }
`;
