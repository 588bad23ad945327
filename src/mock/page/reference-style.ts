import { palette } from '../../html/index.ts';

/** The colors and fonts of the reference, which match the page around it. */
export const referenceTheme = `
.light-mode, .dark-mode {
  --scalar-font: system-ui, sans-serif;
  --scalar-background-1: var(--card);
  --scalar-background-2: var(--page);
  --scalar-background-3: var(--cell);
  --scalar-border-color: var(--line);
  --scalar-color-1: var(--text);
  --scalar-color-2: var(--quiet);
  --scalar-color-3: var(--quiet);
  --scalar-color-accent: var(--link);
  --scalar-color-green: var(--good);
  --scalar-color-red: var(--bad);
  --scalar-font-code: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
}
`;

/** The style of the reference, with the colors and fonts of the page around it. */
export const referenceStyle = `${palette}
body { margin: 0; background: var(--card); color: var(--quiet); font: 0.875rem/1.5 system-ui, sans-serif; }
#reference + p { margin: 1rem; }
#reference:not(:empty) + p { display: none; }
${referenceTheme}`;
