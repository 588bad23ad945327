const CODE_POINT_LENGTH = 'require("ajv/dist/runtime/ucs2length").default';

/** Replaces the `require` for string lengths, which Ajv writes even into ES modules, with code that counts code points. */
export function withoutRequire(code: string): string {
  const replaced = code.replaceAll(CODE_POINT_LENGTH, '((text) => [...text].length)');
  if (replaced.includes('require('))
    throw new Error('Ajv generated an unknown require(). Replace it in scripts/generate/without-require.ts');
  return replaced;
}
