import { palette } from '../../../html/index.ts';

/** The style of the page: one column that never exceeds the screen, light or dark as the reader prefers. */
export const style = `${palette}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body {
  max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 6rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, p, ul, dl, dd, figure, pre { margin: 0; padding: 0; }
h1 { font-size: 1.25rem; font-weight: 500; line-height: 1.4; }
h2 { margin: 3rem 0 1rem; font-size: 1.25rem; font-weight: 600; }
h3 { font-size: 1rem; font-weight: 600; }
ul { list-style: none; }
a { color: var(--link); }
pre, .contract, .target, .message, .difference dd { font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace; font-size: 0.8125rem; }
pre { white-space: pre-wrap; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.quiet { color: var(--quiet); font-weight: 400; }
h3 .quiet { white-space: nowrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.target { display: inline-block; line-height: 1.4; }
.verdict { display: inline-block; margin: 0.25rem 0.5rem 0.25rem 0; padding: 0.125rem 0.75rem; border-radius: 2rem; font-weight: 600; }
.verdict.passed { background: var(--good-tint); color: var(--good); }
.verdict.failed { background: var(--bad-tint); color: var(--bad); }
.counts { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1.25rem 0 1rem; }
.counts li, .counts a { color: var(--quiet); }
.counts li { padding: 0.375rem 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
.counts a { text-decoration: none; }
.counts li:has(a):hover { border-color: var(--quiet); }
.counts b { font-size: 1.125rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.counts .passed b { color: var(--good); }
.counts .failed b { color: var(--bad); }
.counts .open b { color: var(--open); }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; font-size: 0.875rem; }
.facts div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
.facts dt { color: var(--quiet); }

.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
.matrix { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 0.8125rem; }
.matrix th { padding: 0.375rem 0.75rem; font-weight: 500; text-align: left; white-space: nowrap; }
.matrix thead th { padding: 0.75rem 0.375rem 0.5rem; color: var(--quiet); text-align: center; }
.matrix tbody th, .matrix thead th:first-child { position: sticky; left: 0; background: var(--card); border-right: 1px solid var(--line); }
.matrix tbody :is(th, td) { border-top: 1px solid var(--line); }
.matrix td { padding: 0.125rem 0.375rem; text-align: center; white-space: nowrap; }
.mark {
  display: inline-block; min-width: 1.5rem; margin: 0.125rem 1px; border-radius: 0.25rem; font-size: 0.8125rem; font-weight: 600;
  line-height: 1.5rem; text-align: center; text-decoration: none; color: var(--quiet);
}
.mark.passed { color: var(--good); background: var(--good-tint); }
.mark.failed { color: var(--card); background: var(--bad); }
.mark.known, .mark.not-provoked { color: var(--open); background: var(--open-tint); }
@media (max-width: 40rem) {
  .matrix th { padding: 0.25rem 0.5rem; font-size: 0.75rem; }
  .matrix tbody th { min-width: 7.5rem; max-width: 7.5rem; line-height: 1.25; white-space: normal; overflow-wrap: normal; }
}
a.mark:hover { outline: 2px solid currentColor; }
.legend { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.25rem; margin-top: 0.75rem; font-size: 0.8125rem; color: var(--quiet); }
.rules { border-collapse: collapse; width: 100%; font-size: 0.8125rem; }
.rules :is(th, td) { padding: 0.25rem 0.75rem; border-top: 1px solid var(--line); text-align: left; font-weight: 400; vertical-align: top; }
.rule { display: inline-block; margin-right: 0.75rem; overflow-wrap: anywhere; }
.probes { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; font-size: 0.875rem; }

.card { margin: 0 0 1rem; padding: 0.75rem 1rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
.check { display: inline-block; margin-right: 0.25rem; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 0.25rem; font-size: 0.8125rem; font-weight: 500; }
article h3 { position: sticky; top: 0; z-index: 1; padding: 0.25rem 0; background: var(--card); }
article li { scroll-margin-top: 2.5rem; }
.card .message { margin: 0.5rem 0; }
.contract { margin: 0.5rem 0; color: var(--quiet); }
.contract::before { content: 'contract'; margin-right: 0.75rem; font-family: system-ui, sans-serif; }
.difference { margin: 0.75rem 0; border: 1px solid var(--line); border-radius: 0.375rem; overflow: hidden; }
.difference div { display: flex; gap: 0.75rem; padding: 0.375rem 0.75rem; }
.difference dt { flex: 0 0 4.25rem; font-size: 0.8125rem; }
.difference dd { white-space: pre-wrap; }
.expected { background: var(--good-tint); }
.received { background: var(--bad-tint); }
.expected dt { color: var(--good); }
.received dt { color: var(--bad); }
mark { border-radius: 0.125rem; color: inherit; }
.expected mark { background: var(--strong-good); }
.received mark { background: var(--strong-bad); }

.cases li { border-top: 1px solid var(--line); }
.cases li { position: relative; }
.cases li:target::before { content: ''; position: absolute; top: 0; bottom: 0; left: -0.625rem; width: 0.1875rem; background: var(--focus); }
summary { padding: 0.5rem 0; cursor: pointer; font-size: 0.9375rem; }
.card > summary { padding: 0; }
.card[open] > summary { padding-bottom: 0.75rem; }
summary b { font-weight: 600; }
.senders { white-space: nowrap; color: var(--quiet); font-size: 0.8125rem; }
.evidence { padding: 0 0 1rem; }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0.75rem; margin-top: 0.75rem; }
figure { min-width: 0; }
figcaption { display: flex; align-items: center; gap: 0.75rem; min-height: 2rem; font-size: 0.8125rem; color: var(--quiet); }
.evidence pre { max-height: 24rem; padding: 0.75rem; overflow: auto; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--page); }
.curl pre { user-select: all; }
button { min-height: 1.5rem; padding: 0 0.625rem; border: 1px solid var(--line); border-radius: 0.25rem; background: var(--card); color: var(--text); font: inherit; cursor: pointer; }
.lines li { padding: 0.5rem 0; border-top: 1px solid var(--line); }
section > p:not(.legend) { margin-bottom: 0.75rem; }
:is(h3, p) + .lines { margin: 0.5rem 0 1.5rem; }
.card + .card { margin-top: 1rem; }
@media print { details::details-content { content-visibility: visible; block-size: auto; } .scroll { overflow: visible; } button { display: none; } }
`;
