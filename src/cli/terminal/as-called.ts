/** Whether this is the installed package, whose command is `workspace-api`; in the repository npm runs it. */
const isPackage = !import.meta.url.endsWith('.ts');

/** Puts the command lines in a text as they are called here: `npm run mock -- --port 0`, or `workspace-api mock --port 0`. */
export function asCalled(text: string, installed = isPackage): string {
  return installed ? text.replaceAll(/npm run (\w+)(?: --(?= ))?/g, 'workspace-api $1') : text;
}
