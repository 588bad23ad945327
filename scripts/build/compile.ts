import { dirname, relative } from 'node:path';

import ts from 'typescript';

import { sourcesOf } from './sources-of.ts';

/** The output of the compiler for some files and everything they import. */
export interface Compiled {
  /** The files to write, by path below the root of the package. */
  readonly files: ReadonlyMap<string, string>;
  /** The names of the packages that the code imports. */
  readonly imported: ReadonlySet<string>;
}

/** The folder of the compiled files in a package. Their sources, to which the declaration maps point, are next to it. */
const OUTPUT = 'dist';

/** Compiles files of a program. */
export type Compile = (entries: readonly string[]) => Compiled;

/**
 * Checks the types of some files of the repository and of everything they import. Returns a function that compiles those of them that it is
 * given, and everything they import, to JavaScript and declarations. Checking takes most of the time, and the packages have most files
 * in common.
 * @throws {Error} with the compiler's errors
 */
export function checkTypes(root: string, entries: readonly string[]): Compile {
  const program = createProgram(root, entries);
  const complaints = ts.getPreEmitDiagnostics(program);
  if (complaints.length > 0) throw new Error(ts.formatDiagnostics(complaints, formatHost(root)));
  const emitted = new Map<string, ReadonlyMap<string, string>>();
  const emit = (path: string): ReadonlyMap<string, string> => {
    const source = program.getSourceFile(root + path);
    if (source === undefined) throw new Error(`${path} is not part of the program`);
    const files = emitted.get(path) ?? filesOf(root, program, source);
    emitted.set(path, files);
    return files;
  };
  return (some) => {
    const { files, imported } = sourcesOf(root, some);
    return { files: new Map([...[...files.keys()].flatMap((path) => [...emit(path)]), ...files]), imported };
  };
}

/** Returns what the compiler writes for a source file. */
function filesOf(root: string, program: ts.Program, source: ts.SourceFile): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  program.emit(source, (name, text) => {
    const file = relative(root, name);
    if (file.endsWith('.map')) files.set(file, pointToSources(file, text));
    // The compiler leaves `.ts` imports in declarations, which older versions of TypeScript do not resolve.
    else if (file.endsWith('.d.ts'))
      files.set(file, text.replaceAll(/(from '|import\(")(\.[^'"]+)\.ts(?=['"])/g, '$1$2.js'));
    else files.set(file, text);
  });
  return files;
}

/** Parses some files of the repository and everything they import. */
function createProgram(root: string, entries: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(`${root}tsconfig.build.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(
    // No file imports the handwritten declarations: of a package without types, and of what is new in the language.
    [...entries.map((entry) => root + entry), ...ts.sys.readDirectory(`${root}src`, ['.d.ts'])],
    { ...options, rootDir: root, outDir: root + OUTPUT },
  );
}

/** Changes a source or declaration map to point to the sources in the package instead of those in the repository. */
function pointToSources(file: string, text: string): string {
  const map = JSON.parse(text);
  const source = file.replace(`${OUTPUT}/`, '').replace(/\.(d\.ts|js)\.map$/, '.ts');
  return JSON.stringify({ ...map, sources: [relative(dirname(file), source)] });
}

function formatHost(root: string): ts.FormatDiagnosticsHost {
  return { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
}
