import { fileURLToPath } from 'node:url';

import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Caches the libraries and sources that every compilation reads. */
const sources = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles source text as if it were files of the repository, keyed by file name, and returns the compiler's diagnostics of them.
 * Imports are resolved with `paths`.
 */
export function complaints(
  texts: Readonly<Record<string, string>>,
  paths: Readonly<Record<string, string[]>> = {},
): readonly string[] {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const compilerOptions = { ...options, paths };
  const named = new Map(Object.entries(texts).map(([name, text]) => [ROOT + name, text]));
  const host = ts.createCompilerHost(compilerOptions);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => named.has(name) || fileExists(name);
  host.getSourceFile = (name, target) => {
    const text = named.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    if (!sources.has(name)) sources.set(name, getSourceFile.call(host, name, target));
    return sources.get(name);
  };
  // No module imports the handwritten declarations, so add them as root files.
  const declarations = ts.sys.readDirectory(`${ROOT}src`, ['.d.ts']);
  const program = ts.createProgram([...named.keys(), ...declarations], compilerOptions, host);
  // Not of all files, because `npm run typecheck` checks those of the repository.
  const own = program.getSourceFiles().filter(({ fileName }) => named.has(fileName));
  if (own.length !== named.size) throw new Error('not every text was compiled');
  const found = own.flatMap((file) => ts.getPreEmitDiagnostics(program, file));
  return [...new Set(found)].map(({ messageText, file, start = 0 }) => {
    const line = (file?.text ?? '').slice(0, start).split('\n').length;
    const text = file?.text.split('\n')[line - 1];
    return `${file?.fileName.replace(ROOT, '')}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}\n${text}`;
  });
}
