import { dirname, relative } from 'node:path';

import ts from 'typescript';

/** The output of the compiler for some files and everything they import. */
export interface Compiled {
  /** The files to write, by path below the root of the package. */
  readonly files: ReadonlyMap<string, string>;
  /** The names of the packages that the code imports. */
  readonly imported: ReadonlySet<string>;
}

/** The folder of the compiled files in a package. Their sources, to which the declaration maps point, are next to it. */
const OUTPUT = 'dist';

/**
 * Compiles some files of the repository and everything they import to JavaScript and declarations.
 * @throws {Error} with the compiler's errors
 */
export function compile(root: string, entries: readonly string[]): Compiled {
  const program = createProgram(root, entries);
  const complaints = ts.getPreEmitDiagnostics(program);
  if (complaints.length > 0) throw new Error(ts.formatDiagnostics(complaints, formatHost(root)));

  const files = new Map<string, string>();
  program.emit(undefined, (name, text) => {
    const file = relative(root, name);
    if (file.endsWith('.map')) files.set(file, pointToSources(file, text));
    // The compiler leaves `.ts` imports in declarations, which older versions of TypeScript do not resolve.
    else if (file.endsWith('.d.ts'))
      files.set(file, text.replaceAll(/(from '|import\(")(\.[^'"]+)\.ts(?=['"])/g, '$1$2.js'));
    else files.set(file, text);
  });
  const { sources, imported } = sourcesOf(root, program);
  return { files: new Map([...files, ...sources]), imported };
}

/** Parses some files of the repository and everything they import. */
export function createProgram(root: string, entries: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(`${root}tsconfig.build.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const ours = { ...options, rootDir: root, outDir: root + OUTPUT };
  return ts.createProgram(
    // No file imports the handwritten declarations: of a package without types, and of what is new in the language.
    [...entries.map((entry) => root + entry), ...ts.sys.readDirectory(`${root}src`, ['.d.ts'])],
    ours,
    hostThatParsesOnce(ours),
  );
}

/** The files of the repository in a program, by path, and the names of the packages that they import. */
export function sourcesOf(
  root: string,
  program: ts.Program,
): { readonly sources: ReadonlyMap<string, string>; readonly imported: ReadonlySet<string> } {
  const sources = new Map<string, string>();
  const imported = new Set<string>();
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile || !source.fileName.startsWith(root) || source.fileName.includes('/node_modules/'))
      continue;
    sources.set(relative(root, source.fileName), source.text);
    for (const { fileName } of ts.preProcessFile(source.text).importedFiles) {
      const name = /^(@[^/]+\/)?[^./][^/]*/.exec(fileName)?.[0];
      if (name !== undefined && !name.startsWith('node:')) imported.add(name);
    }
  }
  return { sources, imported };
}

const parsed = new Map<string, ts.SourceFile | undefined>();

/** Parses a file that several packages need, such as those of the language itself, only once. All are compiled with the same options. */
function hostThatParsesOnce(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile: (name, ...how) => {
      const version = `${name} ${ts.sys.getModifiedTime?.(name)?.getTime()}`;
      if (!parsed.has(version)) parsed.set(version, host.getSourceFile(name, ...how));
      return parsed.get(version);
    },
  };
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
