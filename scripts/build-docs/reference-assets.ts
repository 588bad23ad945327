import {
  defaultUrl,
  readReferenceBundle,
  referenceDescription,
  referenceOptions,
  referenceTheme,
} from '../../src/mock/index.ts';
import { paths } from './paths.ts';
import type { SiteFiles } from './dead-links.ts';

/** What the page of the API reference loads: Scalar's bundle, the contract as a script, since a page of a folder may read no file, and a style. */
export async function referenceAssets(): Promise<SiteFiles> {
  const { code } = await readReferenceBundle();
  const options = { ...referenceOptions, content: withoutContact(referenceDescription(defaultUrl)) };
  return new Map<string, string | Uint8Array>([
    [paths.referenceBundle, code],
    [paths.referenceScript, `window.Scalar.createApiReference('#reference', ${JSON.stringify(options)});\n`],
    [paths.referenceStyle, `${referenceTheme}${correctedStyle}`],
  ]);
}

/** On a narrow screen Scalar shows a contact as an icon without a name. */
function withoutContact(description: object): object {
  if (!('info' in description) || typeof description.info !== 'object') return description;
  const { contact: _unnamed, ...info } = { contact: undefined, ...description.info };
  return { ...description, info };
}

/** What of Scalar's own style can not be read by everybody: colours of little contrast, and boxes that only a mouse scrolls. */
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
