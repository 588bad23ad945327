import { palette } from '../../src/html/index.ts';

const MONOSPACE = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', monospace";

/**
 * The site's style sheet: a text column, with the section's pages on its left and the page's contents on its right on wide
 * screens.
 */
export const siteStyle = `${palette}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
:where(#title, .text :is(h2, h3, p, ul, ol, dl, dd, figure, pre, blockquote, table), nav :is(p, ul), footer p) { margin: 0; padding: 0; }
#title { max-width: 26em; font-size: clamp(1.625rem, 4vw, 2.125rem); font-weight: 650; line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance; }
.text h2 { font-size: 1.3125rem; font-weight: 620; line-height: 1.3; letter-spacing: -0.01em; text-wrap: balance; }
.text h3 { font-size: 1.0625rem; font-weight: 620; }
:is(.text, .contents, .neighbours, footer) a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
.text a:hover { text-decoration-thickness: 2px; }
.text :is(h2, h3) > a { color: inherit; text-decoration: none; }
.text :is(h2, h3) > a:is(:hover, :focus-visible)::after { content: ' #'; color: var(--quiet); font-weight: 400; }
.text :is(code, pre) { font-family: ${MONOSPACE}; font-size: 0.875em; }
.text :not(pre) > code { overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
#content:focus { outline: none; }
.quiet { color: var(--quiet); }
.skip { position: absolute; left: -100vw; padding: 0.375rem 0.875rem; background: var(--card); }
.skip:focus { left: 1rem; top: 0.625rem; z-index: 2; }

.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 2rem; padding: 0.875rem 1.5rem; border-bottom: 1px solid var(--line); background: var(--card); font-size: 0.9375rem; }
.brand { color: var(--text); font-weight: 650; text-decoration: none; }
.brand span { color: var(--quiet); font-weight: 400; }
.top ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; }
.top li a { color: var(--quiet); text-decoration: none; }
.top li a:hover { color: var(--text); text-decoration: underline; }
.top li a[aria-current] { color: var(--text); font-weight: 600; }

.layout { max-width: 84rem; margin: 0 auto; padding: 2.25rem 1.5rem 3rem; }
.text > * + *, .text section > * + *, .variant > * + *, dd > * + * { margin-top: 1rem; }
.text :is(h2, * + h2) { margin-top: 2.75rem; }
.text * + h3 { margin-top: 1.75rem; }
.text :is(h2, h3) + * { margin-top: 0.625rem; }
main { min-width: 0; }
.layout:not(.wide) main { max-width: 46rem; }
.text { margin-top: 1.25rem; }
.text :is(ul, ol) { padding-left: 1.375rem; }
.text li + li { margin-top: 0.375rem; }
.text .plain { padding: 0; list-style: none; }
.text .plain li + li { margin-top: 0.125rem; }
.lead { max-width: 44rem; color: var(--quiet); font-size: 1.125rem; line-height: 1.5; }
.lead code { color: var(--text); }

.contents { margin-top: 1.25rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); font-size: 0.875rem; }
.contents p, .side p { color: var(--quiet); font-size: 0.75rem; font-weight: 600; letter-spacing: 0.02em; }
.contents ul { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; margin-top: 0.25rem; list-style: none; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.side { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid var(--line); font-size: 0.875rem; }
.side ul { margin: 0.25rem 0 1rem; list-style: none; }
.side a { display: inline-block; padding: 0.125rem 0; color: var(--quiet); text-decoration: none; overflow-wrap: anywhere; }
.side a:hover { color: var(--text); text-decoration: underline; }
.side a[aria-current] { color: var(--text); font-weight: 600; }
.neighbours { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.75rem; margin-top: 3.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 0.9375rem; }
.neighbours a { text-decoration: none; }
.neighbours a:hover { text-decoration: underline; }
.neighbours [rel='next'] { margin-left: auto; text-align: right; }
.neighbours span { display: block; color: var(--quiet); font-size: 0.8125rem; }
footer { padding: 1.25rem 1.5rem 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; text-align: center; }

.code { position: relative; }
.code figcaption { margin-bottom: 0.25rem; color: var(--quiet); font-size: 0.8125rem; }
.code pre { padding: 0.875rem 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); font-size: 0.9375rem; line-height: 1.55; tab-size: 2; }
.text .copy { position: absolute; z-index: 1; right: 0.5rem; margin-top: 0.4375rem; }
.copy:not([hidden]) + pre { padding-right: 5rem; }
.comment, .name { color: var(--quiet); }
pre .text { margin: 0; color: var(--good); }
.word { color: var(--link); }
.text button { min-height: 1.75rem; padding: 0 0.75rem; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--card); color: var(--text); font: inherit; font-size: 0.8125rem; cursor: pointer; }
.text button:hover { border-color: var(--quiet); }
.message { padding: 0.75rem 1rem; border-left: 3px solid var(--open); border-radius: 0 0.375rem 0.375rem 0; background: var(--open-tint); font-family: ${MONOSPACE}; font-size: 0.9375rem; }
.text blockquote:not(.message) { padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
.status { display: inline-block; padding: 0 0.5rem; border-radius: 1rem; font-size: 0.875em; font-weight: 600; font-variant-numeric: tabular-nums; }
.status.good { background: var(--good-tint); color: var(--good); }
.status.open { background: var(--open-tint); color: var(--open); }
.status.bad { background: var(--bad-tint); color: var(--bad); }
.status.method { background: var(--cell); color: var(--text); }
.facts > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1.25rem; padding: 0.5rem 0; border-top: 1px solid var(--line); }
.facts > div:last-child { border-bottom: 1px solid var(--line); }
.facts dt { color: var(--quiet); }
.facts dt code { color: var(--text); }
.variant { border: 1px solid var(--line); border-radius: 0.5rem; background: var(--page); }
.variant + .variant { margin-top: 0.5rem; }
.variant summary { padding: 0.5rem 1rem; cursor: pointer; }
.text .variant > :not(summary) { margin: 0 1rem 1rem; }

.scroll { overflow-x: auto; }
.text table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.45; }
.text :is(th, td) { padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; font-weight: 400; }
.text thead :is(th, td) { color: var(--quiet); font-size: 0.8125rem; }
.text tbody tr { border-top: 1px solid var(--line); }
.text .scroll :is(th, td) { min-width: 4.5rem; }
.text .scroll td:last-child { padding-right: 0; }

.search { max-width: 44rem; }
.search label { display: block; margin-bottom: 0.375rem; font-size: 0.9375rem; }
.search .row { display: flex; gap: 0.5rem; }
.text input { width: 100%; min-height: 2.5rem; padding: 0 0.75rem; border: 1px solid var(--quiet); border-radius: 0.375rem; background: var(--card); color: var(--text); font: inherit; }
.text .search button { min-height: 2.5rem; padding: 0 1rem; font-size: 0.9375rem; white-space: nowrap; }
.text .search p { min-height: 1.5em; margin-top: 0.25rem; font-size: 0.875rem; }
.pairs { table-layout: fixed; }
.pairs thead th:nth-child(1) { width: 30%; }
.pairs thead th:nth-child(2) { width: 40%; }
.text .pairs .pair th { padding: 1.5rem 0 0.5rem; font-size: 1rem; }
.pairs .pair code { font-weight: 600; }
.text .pairs tbody .pair { border-top: 0; }
.pairs tbody th code { display: block; font-size: 0.8125rem; }
.pairs .pair th code { display: inline; font-size: 0.9375rem; }
.text .matrix { width: max-content; min-width: 100%; font-size: 0.875rem; }
.text .matrix :is(td, thead th:not(:first-child)) { min-width: 4rem; padding: 0.375rem 0.375rem; text-align: center; }
.text .matrix thead th { vertical-align: bottom; }
.text .matrix th:first-child { position: sticky; left: 0; z-index: 1; background: var(--page); }

.front { display: grid; gap: 1.5rem 3rem; }
.front > * { min-width: 0; }
.text .front ~ section h2 { margin-top: 2rem; }
.front .search { margin-top: 1.5rem; }
.text .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0.875rem; padding: 0; list-style: none; }
.text .cards li { margin: 0; padding: 0.875rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); font-size: 0.9375rem; line-height: 1.5; }
.text .cards h3 + p { margin-top: 0.25rem; }
.text .cards h3 { margin: 0 0 0.25rem; font-size: 1rem; }
.text .cards h3 > a { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; }
.text .cards h3 > a:is(:hover, :focus-visible)::after { content: none; }
.text .cards p + p { margin-top: 0.375rem; color: var(--quiet); font-size: 0.875rem; }
.text .index { padding: 0; list-style: none; }
.index li + li { margin-top: 1rem; }
.index p { color: var(--quiet); font-size: 0.9375rem; }

@media (min-width: 60rem) {
  .layout:not(.wide):has(.side) { display: grid; grid-template-columns: 13.5rem minmax(0, 46rem); gap: 0 3rem; justify-content: center; }
  .layout:not(.wide) main { grid-column: 2; grid-row: 1; }
  .side { grid-column: 1; grid-row: 1; position: sticky; top: 0; align-self: start; max-height: 100vh; margin: 0; padding: 0.5rem 0.5rem 2rem 0; overflow-y: auto; border: 0; }
  .front { grid-template-columns: minmax(0, 1fr) minmax(0, 27rem); }
}
@media (min-width: 82rem) {
  .layout:not(.wide):has(.side):has(.contents) { grid-template-columns: 13.5rem minmax(0, 60rem); }
  .layout:not(.wide) main:has(.contents) { display: grid; grid-template-columns: minmax(0, 46rem) 11rem; gap: 0 3rem; max-width: none; }
  main:has(.contents) > * { grid-column: 1; }
  main .contents { grid-column: 2; grid-row: 1 / span 3; position: sticky; top: 1.5rem; align-self: start; margin: 0.5rem 0 0; padding: 0 0 0 1rem; border: 0; border-left: 1px solid var(--line); border-radius: 0; background: none; }
  main .contents ul { display: block; }
}
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  .top { padding: 0.75rem 1rem; }
  .top ul { gap: 0.125rem 1.125rem; }
  .layout { padding: 1.5rem 1rem 2rem; }
  .facts > div { grid-template-columns: minmax(0, 1fr); }
  .code pre { padding: 0.75rem 0.875rem; font-size: 0.875rem; }
  .pairs :is(thead, tbody, tr, th, td) { display: block; width: auto; }
  .pairs thead { display: none; }
  .pairs tbody tr:not(.pair) { padding: 0.625rem 0; }
  .pairs tr:not(.pair) :is(th, td) { padding: 0.0625rem 0; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --cell: #fff; --line: #bbb; --text: #000; --quiet: #444; --link: #000; --good: #000; }
  body { font-size: 10.5pt; }
  .top, .side, .contents, .neighbours, .copy, .search, .skip, footer { display: none !important; }
  .layout, .layout:not(.wide) main { display: block !important; max-width: none; padding: 0; }
  .code pre { white-space: pre-wrap; break-inside: avoid; }
  :is(h2, h3) { break-after: avoid; }
  .text a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.875em; }
}
`;
