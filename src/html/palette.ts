/** The colours of every page, in a light and a dark colour scheme. */
export const palette = `
:root {
  color-scheme: light dark;
  --page: #fbfbfa; --card: #ffffff; --cell: #f2f2ef; --line: #e2e2de; --text: #1f2326; --quiet: #5c6469; --link: #0b5cad;
  --focus: #0b5cad; --good: #156b34; --good-tint: #dff3e4; --bad: #b0231b; --bad-tint: #fde5e2; --open: #7a5200;
  --open-tint: #fbeecb; --strong-good: #aadfb8; --strong-bad: #f7b9b2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #131618; --card: #1b1f22; --cell: #24292d; --line: #31373b; --text: #e7e9ea; --quiet: #a0a9af; --link: #84bdf5;
    --focus: #84bdf5; --good: #79d596; --good-tint: #173323; --bad: #ff9c92; --bad-tint: #41201d; --open: #ecc46a;
    --open-tint: #3a2f14; --strong-good: #28613d; --strong-bad: #7c342d;
  }
}
`;
