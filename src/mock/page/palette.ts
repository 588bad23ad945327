/** The colours of the page, light or dark as the reader has it: those of the verifier's report. */
export const palette = `
:root {
  color-scheme: light dark;
  --page: #fbfbfa; --card: #ffffff; --line: #e2e2de; --text: #1f2326; --quiet: #5c6469; --link: #0b5cad; --focus: #0b5cad;
  --good: #156b34; --good-tint: #dff3e4; --bad: #b0231b; --bad-tint: #fde5e2; --cell: #f2f2ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #131618; --card: #1b1f22; --line: #31373b; --text: #e7e9ea; --quiet: #a0a9af; --link: #84bdf5; --focus: #84bdf5;
    --good: #79d596; --good-tint: #173323; --bad: #ff9c92; --bad-tint: #41201d; --cell: #24292d;
  }
}
`;
