/** Whether this is the installed package, whose command is `workspace-api`. In the repository, commands are npm scripts. */
const isPackage = !import.meta.url.endsWith('.ts');

/** Rewrites the command lines in text to the form that works here: `npm run mock -- --port 0` or `workspace-api mock --port 0`. */
export function asCalled(text: string, installed = isPackage): string {
  return installed ? text.replaceAll(/npm run (\w+)(?: --(?= ))?/g, 'workspace-api $1') : text;
}
