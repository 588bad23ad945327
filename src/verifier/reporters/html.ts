import { createHash } from 'node:crypto';

import type { Report } from '../report/report.ts';
import { targetOf, verdictOf } from './facts.ts';
import { findingCards } from './html/finding-cards.ts';
import { idsOf } from './html/ids.ts';
import type { Markup } from './html/markup.ts';
import { markup, trusted } from './html/markup.ts';
import { matrixTable } from './html/matrix-table.ts';
import { overview } from './html/overview.ts';
import { probeList } from './html/probe-list.ts';
import { remainder } from './html/remainder.ts';
import { ruleSection } from './html/rule-section.ts';
import { script } from './html/script.ts';
import { style } from './html/style.ts';
import { referenceTo, withoutCommands } from './text/visible.ts';

/** Returns the report as one self-contained HTML page, which is readable without a server, other files or scripts. */
export function htmlReport(report: Report): string {
  const ids = idsOf(report);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${verdictOf(report)}: ${targetOf(report)}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
${overview(report)}
<main>
${matrixTable(report, ids)}
${probeList(report, ids)}
${ruleSection(report, ids)}
${findings(findingCards(report.findings, ids))}
${remainder(report, ids)}
</main>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return withoutCommands(page.text, referenceTo);
}

/** The page contains responses of the target. If one got past the escaping, it still could not run or load anything. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function findings(cards: readonly Markup[]): Markup | undefined {
  if (cards.length === 0) return undefined;
  return markup`<section aria-labelledby="findings"><h2 id="findings">Findings</h2>
${cards}</section>`;
}
