import { execFileSync } from 'node:child_process';
import { cp, glob, rm } from 'node:fs/promises';

const ROOT = new URL('../', import.meta.url);

/** What the compiler does not copy: the validators, and the JSON that is read at run time. */
const COPIED = ['generated/*.js', 'generated/*.d.ts', 'generated/*.json', 'src/**/*.json', 'openapi.yaml'];

/** What another package brings, of which the published one takes a single file: the bundle of the API reference, and its licence. */
const TAKEN = {
  'node_modules/@scalar/fastify-api-reference/dist/index.js': 'dist/src/mock/page/scalar-bundle.js',
  'node_modules/@scalar/fastify-api-reference/LICENSE': 'dist/src/mock/page/scalar-bundle.LICENSE',
};

await rm(new URL('dist', ROOT), { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: ROOT,
  stdio: 'inherit',
});
for await (const file of glob(COPIED, { cwd: ROOT.pathname })) {
  await cp(new URL(file, ROOT), new URL(`dist/${file}`, ROOT));
}
for (const [file, copy] of Object.entries(TAKEN)) await cp(new URL(file, ROOT), new URL(copy, ROOT));
console.log('wrote dist/');
