import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import { configs } from 'typescript-eslint';

// ESLint checks what the compiler cannot. .dependency-cruiser.js checks imports, and Prettier formats the code.

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Use a named export, so that it has the same name everywhere.',
};
const NO_DOUBLE_CAST = {
  selector: 'TSAsExpression > TSAsExpression',
  message: 'A double cast silences the compiler. Narrow the value, or fix its type.',
};
const NO_UNCHECKED_OUTPUT = {
  selector: 'CallExpression[callee.property.name="write"][callee.object.property.name="stdout"]',
  message: 'Use print() of src/cli/output/print.ts: it reports what could not be written.',
};
const FILE_URL = 'NewExpression.object[callee.name="URL"]:has(MetaProperty)';
const URL_OF_CONSTANT = 'NewExpression.object[callee.name="URL"]:has(> Identifier.arguments[name=/^[A-Z][A-Z_]+$/])';
const NO_PATHNAME_OF_FILE = {
  selector: [
    `MemberExpression[property.name="pathname"] > ${FILE_URL}`,
    `MemberExpression[property.name="pathname"] > ${URL_OF_CONSTANT}`,
    'MemberExpression[property.name="pathname"] > Identifier.object[name=/^[A-Z][A-Z_]+$/]',
    'VariableDeclarator[id.type="ObjectPattern"]:has(Property[key.name="pathname"]) > NewExpression:has(MetaProperty)',
  ].join(', '),
  message: 'Use fileURLToPath(): pathname escapes spaces and non-ASCII letters, and is not a valid path on Windows.',
};
const NO_PARTIAL_SUITE = [
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing|skipIf)$/]',
    message: 'Every test must run: do not focus or skip tests.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
    message: 'Every test must run: do not focus or skip tests.',
  },
];

const NO_CAST = [
  { selector: 'TSAsExpression, TSTypeAssertion', message: 'Narrow the value: the generated types need no cast.' },
  {
    selector: 'TSNonNullExpression, VariableDeclarator[definite=true], PropertyDefinition[definite=true]',
    message: 'Check for null: the generated types need no `!`.',
  },
  { selector: 'TSAnyKeyword', message: 'Write the type: the generated types need no `any`.' },
];

export default defineConfig(
  // The compiler of whoever installs the package checks the types of its entries.
  globalIgnores(['generated/', '**/dist/', '**/node_modules/', 'packages/*/entries/*.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_PATHNAME_OF_FILE] } },
  {
    files: ['**/*.ts'],
    ignores: ['examples/helpdesk/**'],
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
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_DOUBLE_CAST, NO_PATHNAME_OF_FILE],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // A caller or a target chooses the text that these meet, so their time must be linear in it. RE2 is the other way.
    files: ['src/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    // The mock and the server also start in tests that simulate a page, for example with jsdom, which lacks these globals.
    // The handlers for MSW run where MSW does, which needs them itself.
    files: ['src/**/*.ts'],
    ignores: ['src/{client,fixtures}/**', 'src/handlers/msw/**', 'src/**/browser/**', '**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['TextDecoder', 'TextEncoder'].map((name) => ({ name, message: 'Import it from node:util.' })),
        ...['clearImmediate', 'setImmediate'].map((name) => ({ name, message: 'Import it from node:timers.' })),
        {
          name: 'structuredClone',
          message: 'Copy JSON with JSON.parse(JSON.stringify(…)): jsdom has no structuredClone.',
        },
      ],
    },
  },
  {
    // Rooms return, throw or report their results. Only the CLI and the reporters print.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/verifier/reporters/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // console.log hides that standard output cannot be written, and process.stdout.write ends the process with a stack trace.
    files: ['src/cli/**/*.ts'],
    ignores: ['**/*.test.ts', 'src/cli/output/print.ts'],
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_DOUBLE_CAST, NO_PATHNAME_OF_FILE, NO_UNCHECKED_OUTPUT],
    },
  },
  {
    files: ['**/*.test.ts', 'contract-tests/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_DOUBLE_CAST, NO_PATHNAME_OF_FILE, ...NO_PARTIAL_SUITE],
    },
  },
  {
    // Every report of a run is compared with its published schema.
    files: ['contract-tests/**/*.ts'],
    ignores: ['contract-tests/verify.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/verifier/index.ts'],
              importNames: ['verify'],
              message: 'Import it from contract-tests/verify.ts, which compares the report with its schema.',
            },
          ],
        },
      ],
    },
  },
  {
    // These tools require a default export, and a declaration file describes the exports of another module.
    files: ['*.config.js', 'jest.sequencer.js', '.dependency-cruiser.js', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['lint/plugin.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DOUBLE_CAST, NO_PATHNAME_OF_FILE] },
  },
  {
    // It shows that an application with generated types needs no cast. Its test compiles it, because its packages are not installed here.
    files: ['examples/helpdesk/**/*.{ts,tsx}'],
    extends: [configs.base],
    linterOptions: { noInlineConfig: true },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...NO_CAST],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
);
