import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = '2.55.1';
const INTEGRITY = 'sha512-4eLDvZrO2EwCO/Jm1+5ejh6KtxaZ7yot5A4uRrN5Yuf5424qPHqZ3ktbkT83hwLtPAPFSxCQgfYiHRvGe40cpQ==';
const OLDEST_JAVA = 17;

/** The variable with the path of the jar, which the processes that bench:verify times inherit. */
const JAR = 'BENCH_SPECMATIC_JAR';

/**
 * Downloads Specmatic from npm into a temporary folder, which is removed when the process ends. The package is not a dependency
 * of this project, because it is 85 MB and needs Java.
 * @returns why it cannot run here, or `undefined` if it can
 */
export function installSpecmatic(): string | undefined {
  const java = javaVersion();
  if (java === undefined || java < OLDEST_JAVA)
    return `it needs Java ${OLDEST_JAVA} or later, and \`java\` is ${java === undefined ? 'not installed' : `version ${java}`}`;
  const folder = mkdtempSync(join(tmpdir(), 'specmatic-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const words = ['pack', `specmatic@${VERSION}`, '--json', '--pack-destination', folder];
  const { status, stdout, stderr } = spawnSync('npm', words, { encoding: 'utf8' });
  if (status !== 0) return `\`npm ${words.slice(0, 2).join(' ')}\` failed: ${stderr.trim().split('\n')[0] ?? ''}`;
  const [packed]: readonly { readonly filename: string; readonly integrity: string }[] = JSON.parse(stdout);
  if (packed?.integrity !== INTEGRITY)
    return `specmatic@${VERSION} in the npm registry is not the package that was measured`;
  execFileSync('tar', ['-xzf', packed.filename, 'package/specmatic.jar'], { cwd: folder });
  process.env[JAR] = join(folder, 'package/specmatic.jar');
  return undefined;
}

/** Returns the path of the installed jar. */
export function specmaticJar(): string {
  const jar = process.env[JAR];
  if (jar === undefined) throw new Error('Specmatic is not installed: call installSpecmatic first');
  return jar;
}

/** Returns the major version of Java, or `undefined` if it is not installed. */
function javaVersion(): number | undefined {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(stderr ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}
