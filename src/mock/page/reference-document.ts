import { firstModuleOfReference } from './browser-modules.ts';
import { paths } from './paths.ts';

/** Returns the HTML of the API reference, which the page shows in a frame. */
export function referenceDocument(version: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Workspace API reference</title>
<link rel="icon" href="${paths.icon}">
<link rel="stylesheet" href="${paths.referenceStyle}">
<script defer src="${paths.bundles}${version}.js"></script>
<script type="module" src="${paths.modules}${firstModuleOfReference}"></script>
</head>
<body><div id="reference"></div><p>Loading…</p></body>
</html>
`;
}
