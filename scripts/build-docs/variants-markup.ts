import { isOperationId } from '../../src/contract/index.ts';
import { basisInWords, placesInWords } from '../../src/explanation/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { exchangeMarkup } from './exchange-markup.ts';
import type { RecordedExchange } from './exchanges.ts';
import { linkFrom } from './links.ts';
import { operationPath } from './paths.ts';

/** Every way to provoke a scenario: how firmly it is known, where, and its request and answer, folded. */
export function variantsMarkup(
  variants: ReadonlyMap<string, readonly RecordedExchange[]>,
  example: RecordedExchange,
  path: string,
): Markup {
  const shown = markup`<code>${example.variant}</code>`;
  if (variants.size === 1) return markup`<p>The verifier knows one way to provoke it: ${shown}, the one above.</p>`;
  const others = [...variants].filter(([name]) => name !== example.variant);
  return markup`<p>The verifier provokes it in ${variants.size} ways, each of which must be answered alike. Above is ${shown}; the others are</p>
${others.map(([name, exchanges]) => variantMarkup(name, exchanges, path))}`;
}

function variantMarkup(name: string, exchanges: readonly RecordedExchange[], path: string): Markup | undefined {
  const [first] = exchanges;
  if (first === undefined) return undefined;
  const { operationId, basis } = first;
  const where = isOperationId(operationId)
    ? markup`, here on <a href="${linkFrom(path, operationPath(operationId))}"><code>${operationId}</code></a>`
    : undefined;
  return markup`<details class="variant"><summary><code>${name}</code></summary>
<p class="quiet">On ${placesInWords(exchanges.map((each) => each.operationId))}${where}. ${sentence(basisInWords[basis])}.</p>
${exchangeMarkup(first)}</details>\n`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
