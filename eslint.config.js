import { defineConfig, globalIgnores } from 'eslint/config';
import { configs } from 'typescript-eslint';

// ESLint sees to what a compiler can not; who may import whom is .dependency-cruiser.js, and layout is Prettier.

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export it by name: one thing has one name everywhere.',
};
const NO_DOUBLE_CAST = {
  selector: 'TSAsExpression > TSAsExpression',
  message: 'A cast through another type silences the compiler. Narrow the value, or mend its type.',
};
const NO_PARTIAL_SUITE = [
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing|skipIf)$/]',
    message: 'Every test runs, always: a run that leaves one out proves nothing.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
    message: 'Every test runs, always: a run that leaves one out proves nothing.',
  },
];

export default defineConfig(
  globalIgnores(['generated/', 'dist/', 'node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] } },
  {
    files: ['**/*.ts'],
    extends: [configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_DOUBLE_CAST],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // What a room has to say it returns, throws or reports; only the edge prints.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/verifier/reporters/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['**/*.test.ts', 'contract-tests/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_DOUBLE_CAST, ...NO_PARTIAL_SUITE],
    },
  },
  {
    // These tools take a default export and nothing else, and a declaration says what another's module exports.
    files: ['*.config.js', '.dependency-cruiser.js', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['lint/plugin.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DOUBLE_CAST] },
  },
);
