import { execFileSync } from 'node:child_process';
import { cp, glob, rm } from 'node:fs/promises';

const ROOT = new URL('../', import.meta.url);

/** What the compiler does not copy: the validators, and the JSON that is read at run time. */
const COPIED = ['generated/*.js', 'generated/*.d.ts', 'generated/*.json', 'src/**/*.json', 'openapi.yaml'];

await rm(new URL('dist', ROOT), { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: ROOT,
  stdio: 'inherit',
});
for await (const file of glob(COPIED, { cwd: ROOT.pathname })) {
  await cp(new URL(file, ROOT), new URL(`dist/${file}`, ROOT));
}
console.log('wrote dist/');
