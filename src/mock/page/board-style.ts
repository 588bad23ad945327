import { contract } from '../../contract/index.ts';
import { palette } from '../../html/index.ts';

const MONOSPACE = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace";

/** The style of the page. The board and the result are side by side, or below each other on narrow screens. */
export const boardStyle = `${palette}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { max-width: 96rem; margin: 0 auto; padding: 1.25rem 1.5rem 2rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, p, dl, dd, figure, pre { margin: 0; padding: 0; }
h1 { font-size: 1.25rem; font-weight: 600; }
h1 span { color: var(--quiet); font-weight: 400; }
h2 { font-size: 1.125rem; font-weight: 600; }
h3 { font-size: 0.875rem; font-weight: 600; }
a { color: var(--link); }
code, pre, kbd { font-family: ${MONOSPACE}; font-size: 0.8125rem; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.skip { position: absolute; left: -100vw; padding: 0.25rem 0.75rem; background: var(--card); }
.skip:focus { left: 1.5rem; top: 0.5rem; z-index: 3; }
kbd { padding: 0 0.25rem; border: 1px solid var(--line); border-radius: 0.25rem; background: var(--card); font-size: 0.75rem; }
button { min-height: 1.75rem; padding: 0 0.625rem; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--card); color: var(--text); font: inherit; font-size: 0.8125rem; cursor: pointer; }
button:hover { border-color: var(--quiet); }

header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.5rem; margin-bottom: 1.25rem; }
header nav { display: flex; gap: 1.25rem; margin-left: auto; font-size: 0.875rem; }

main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; }
.desk { display: grid; grid-template-columns: minmax(0, max-content) minmax(22rem, 1fr); gap: 1.5rem; align-items: start; }
section { min-width: 0; }
.board .scroll { margin-top: 0.75rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 0.8125rem; }
th { padding: 0.25rem 0.75rem; font-weight: 500; text-align: left; white-space: nowrap; line-height: 1.3; }
thead th { padding: 0.625rem 0.25rem 0.5rem; text-align: center; }
.method, .code { display: block; color: var(--quiet); font: 0.625rem/1.4 ${MONOSPACE}; letter-spacing: 0.02em; }
tbody th, thead td { position: sticky; left: 0; z-index: 1; background: var(--card); border-right: 1px solid var(--line); }
tbody :is(th, td) { border-top: 1px solid var(--line); }
td { padding: 0.25rem 0.1875rem; }
td:last-child { padding-right: 0.375rem; }
th + td { padding-left: 0.375rem; }
td button { position: relative; width: 100%; min-width: 3.5rem; min-height: 2rem; padding: 0; border-color: transparent; background: var(--cell); color: var(--quiet); font-variant-numeric: tabular-nums; }
td button[data-class='2'] { box-shadow: inset 0 -2px 0 var(--good); }
td button[data-class='4'] { box-shadow: inset 0 -2px 0 var(--line); }
td button[data-class='5'] { box-shadow: inset 0 -2px 0 var(--bad); }
td button:hover { color: var(--text); }
[data-verdict='good'] { background: var(--good-tint); color: var(--good); }
[data-verdict='bad'] { background: var(--bad-tint); color: var(--bad); }
td button[aria-current] { border-color: currentColor; font-weight: 600; }
tr:has(button:is(:hover, :focus-visible, [aria-current])) th { color: var(--text); }
${contract.operationIds.map(crosshair).join('\n')}

.place select { min-height: 1.75rem; max-width: 14rem; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--card); color: var(--text); font: inherit; font-size: 0.875rem; }
.network { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-top: 0.5rem; font-size: 0.8125rem; }
.network fieldset { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.375rem; min-width: 0; margin: 0; padding: 0; border: 0; }
.network legend { float: left; padding: 0; margin-right: 0.375rem; }
.network label { padding: 0.125rem 0.5rem; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--card); cursor: pointer; }
.network label:has(:checked) { border-color: var(--focus); color: var(--link); font-weight: 600; }
.network input { margin: 0; accent-color: var(--focus); }
.result { position: sticky; top: 1rem; max-height: calc(100vh - 5.5rem); padding: 0.875rem 1rem 1rem; overflow-y: auto; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
#verdict { margin: 0.375rem 0 0.625rem; }
#chosen span { color: var(--quiet); font-weight: 400; }
.time { white-space: nowrap; }
.complaint { display: block; margin-top: 0.375rem; color: var(--bad); font-size: 0.875rem; }
.rest { margin: 0.5rem 0 0; padding: 0; list-style: none; color: var(--quiet); font-size: 0.875rem; }
.rest li { padding: 0.5rem 0; }
.rest li + li { border-top: 1px solid var(--line); }
#verdict:empty { margin: 0; }
.pill { display: inline-block; margin-right: 0.5rem; padding: 0.0625rem 0.75rem; border-radius: 1rem; font-weight: 600; font-size: 0.875rem; }
.good { background: var(--good-tint); color: var(--good); }
.bad { background: var(--bad-tint); color: var(--bad); }
.ways { display: flex; flex-wrap: wrap; gap: 0.375rem; margin-top: 0.25rem; }
.ways [aria-pressed='true'] { border-color: var(--focus); color: var(--link); font-weight: 600; }
figure { margin-top: 0.375rem; }
figcaption, .again dt { display: flex; align-items: center; justify-content: space-between; min-height: 2.125rem; color: var(--quiet); font-size: 0.8125rem; }
figure pre { max-height: 28rem; padding: 0.625rem 0.75rem; overflow: auto; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--page); white-space: pre-wrap; line-height: 1.5; }
.header, .json-name { color: var(--quiet); }
.json-text { color: var(--good); }
.json-value { color: var(--link); }
.again dd + dd { margin-top: 0.125rem; }
.again { margin-top: 0.5rem; font-size: 0.875rem; }

.lists { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1.5rem; margin-top: 0.75rem; }
.lists dl { margin-top: 0.375rem; font-size: 0.8125rem; }
.lists dl div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; padding: 0.3125rem 0; border-top: 1px solid var(--line); }
.lists .quiet { font-size: inherit; }
.lists dd { color: var(--quiet); }
iframe { display: block; width: 100%; height: calc(100vh - 2rem); min-height: 30rem; margin-top: 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }

@media (max-width: 72rem) {
  .desk { grid-template-columns: minmax(0, 1fr); }
  .result { position: static; max-height: none; }
}
@media (max-width: 40rem) {
  body { padding: 1rem 0.75rem 1.5rem; }
  .keys { display: none; }
  header nav { margin-left: 0; }
  [colspan] button { padding-left: 1rem; text-align: left; }
  tbody th { padding: 0.25rem 0.5rem; min-width: 7.5rem; max-width: 7.5rem; white-space: normal; overflow-wrap: normal; font-size: 0.75rem; }
}
`;

/** Highlights the head of a column while the pointer is over one of its cells. */
function crosshair(_operationId: string, index: number): string {
  const column = `:nth-child(${index + 2})`;
  return `thead th${column} { color: var(--quiet); } table:has(td${column}:not([colspan]) :is(:hover, :focus-visible, [aria-current])) thead th${column} { color: var(--text); }`;
}
