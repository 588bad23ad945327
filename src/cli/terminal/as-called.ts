/** The command line of a command, without its options. The texts of the commands contain it as an npm script. */
let callOf: ((command: string) => string) | undefined;

/** Sets how users call the commands of this program. Without it, the commands are npm scripts of the repository. */
export function callCommandsBy(call: (command: string) => string): void {
  callOf = call;
}

/** Rewrites the command lines in a text to the form that works here: `npm run mock -- --port 0` or `workspace-api mock --port 0`. */
export function asCalled(text: string, call = callOf): string {
  return call === undefined ? text : text.replaceAll(/npm run (\w+)(?: --(?= ))?/g, (_, name: string) => call(name));
}
