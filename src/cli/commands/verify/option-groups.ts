import { contract } from '../../../contract/index.ts';
import { connectionOptions } from '../../arguments/connection-options.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { coverageOptions } from '../../coverage/coverage-options.ts';

const { basePath } = contract.servers.server;

const targetOptions = {
  url: {
    type: 'string',
    value: 'URL',
    text: `everything before /{orgSlug}, e.g. https://staging.example.com${basePath}; overrides baseUrl in the target file`,
  },
  target: {
    type: 'string',
    value: 'FILE',
    text: 'what the verifier needs in order to provoke every failure: API keys, workspaces, an entity (see below)',
  },
  workspaces: {
    type: 'string',
    value: 'FILE',
    text:
      'the definition of your workspaces: the verifier then knows the entities, and verifies every constraint of every column; ' +
      'keys come from variables (see below), from --target or from the definition',
  },
  workspace: {
    type: 'string',
    value: 'NAME',
    text: 'the workspace to verify, as ORGANIZATION/WORKSPACE or WORKSPACE; needed if --workspaces defines several',
  },
  ...connectionOptions,
} satisfies OptionTable;

const requestOptions = {
  level: {
    type: 'string',
    value: 'LEVEL',
    default: 'strict',
    text:
      'documented: the cells of the matrix; strict: also probes for side effects, races, precedence and read-back; hostile: ' +
      'also bad input, from a list and generated (default {default})',
  },
  sender: {
    type: 'string',
    value: 'NAME',
    text: 'http (built in), dredd, or both (default if Dredd is installed; otherwise http)',
  },
  only: {
    type: 'string',
    value: 'NAME,…',
    multiple: true,
    default: [],
    text: 'run only these operations, scenarios, operation.scenario pairs, checks or probes',
  },
  skip: { type: 'string', value: 'NAME,…', multiple: true, default: [], text: 'run everything except these' },
  seed: {
    type: 'string',
    value: 'N',
    text: 'generate different requests, from the seed N or from a random seed, which is printed (--seed random)',
  },
  timeout: {
    type: 'string',
    value: 'MS',
    default: '10000',
    text: 'how long to wait for a response, in milliseconds (default {default})',
  },
  concurrency: {
    type: 'string',
    value: 'N',
    default: '4',
    text: 'how many requests the built-in sender sends at the same time (default {default})',
  },
  rate: {
    type: 'string',
    value: 'N',
    text: 'send at most N requests a second, including in the race probes, which then find fewer races (default: no limit)',
  },
  'dry-run': { type: 'boolean', default: false, text: 'print the requests without sending them' },
} satisfies OptionTable;

const verdictOptions = {
  'fail-on': {
    type: 'string',
    value: 'KIND',
    text:
      'finding (default for your server): only findings fail the run; note (default for the reference server): notes, which ' +
      'are violations of rules this project added, fail it too; server-error: only a status of 500 or more, no response, or a ' +
      'body that is not JSON fails it',
  },
  bail: { type: 'boolean', default: false, text: 'stop at the first finding' },
  known: {
    type: 'string',
    value: 'FILE',
    text:
      'known findings, [{ "fingerprint", "message", "reason" }], where * in a message matches any text; they do not fail the run, but ' +
      'an entry whose finding no longer occurs fails it, except with --only or --skip',
  },
  'write-known': {
    type: 'string',
    value: 'FILE',
    text: 'write everything that fails this run as a list for --known, and exit with 0',
  },
} satisfies OptionTable;

const reportOptions = {
  json: {
    type: 'string',
    value: 'FILE',
    text: 'all data as JSON; here and for --junit, --html, --sarif and --comment, - is standard output; missing folders are created',
  },
  junit: { type: 'string', value: 'FILE', text: 'JUnit XML' },
  html: { type: 'string', value: 'FILE', text: 'one self-contained page' },
  sarif: {
    type: 'string',
    value: 'FILE',
    text: 'SARIF 2.1.0, for code scanning: each finding at the line of openapi.yaml that it violates',
  },
  har: {
    type: 'string',
    value: 'FILE',
    text: 'HAR 1.2: the requests of the plan with their responses, with every key hidden; judge reads it, too',
  },
  comment: {
    type: 'string',
    value: 'FILE',
    text: 'a Markdown comment for a pull request: findings, and failure coverage with its change since --coverage-base',
  },
  'coverage-base': {
    type: 'string',
    value: 'FILE',
    text: 'what --coverage wrote before the change, for --comment; a file that does not exist is ignored',
  },
  github: { type: 'boolean', default: false, text: 'annotations for GitHub Actions and a step summary' },
  ...coverageOptions,
} satisfies OptionTable;

/** The options of `verify` under the headings of its help. */
export const optionGroups: Readonly<Record<string, OptionTable>> = {
  'What to verify': targetOptions,
  'What to send': requestOptions,
  'What fails the run': verdictOptions,
  'Reports, in addition to the one in the terminal': reportOptions,
};

/** The options of `verify`. */
export const verifyOptions = { ...targetOptions, ...requestOptions, ...verdictOptions, ...reportOptions };
