import { isOperationId } from '../../src/contract/index.ts';
import { basisInWords, placesInWords } from '../../src/explanation/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { exchangeMarkup } from './exchange-markup.ts';
import type { RecordedExchange } from './exchanges.ts';
import { linkFrom } from './links.ts';
import { operationPath } from './paths.ts';

/** Every variant that provokes a scenario: its basis, its operations, its request and its response, collapsed. */
export function variantsMarkup(
  variants: ReadonlyMap<string, readonly RecordedExchange[]>,
  example: RecordedExchange,
  path: string,
): Markup {
  const shown = markup`<code>${example.variant}</code>`;
  if (variants.size === 1) return markup`<p>The verifier has one way to provoke it: ${shown}, shown above.</p>`;
  const others = [...variants].filter(([name]) => name !== example.variant);
  return markup`<p>The verifier provokes it in ${variants.size} ways, which must all get the same error. The example above is ${shown}. The others are:</p>
${others.map(([name, exchanges]) => variantMarkup(name, exchanges, path))}`;
}

function variantMarkup(name: string, exchanges: readonly RecordedExchange[], path: string): Markup | undefined {
  const [first] = exchanges;
  if (first === undefined) return undefined;
  const { operationId, basis } = first;
  const where = isOperationId(operationId)
    ? markup`, shown on <a href="${linkFrom(path, operationPath(operationId))}"><code>${operationId}</code></a>`
    : undefined;
  return markup`<details class="variant"><summary><code>${name}</code></summary>
<p class="quiet">On ${placesInWords(exchanges.map((each) => each.operationId))}${where}. ${sentence(basisInWords[basis])}.</p>
${exchangeMarkup(first)}</details>\n`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
