import type { FailOn, KnownFinding } from '../../../judge/index.ts';
import type { Level, SenderName, VerifyOptions } from '../../../verifier/index.ts';
import { failOnKinds, KnownFindingsError, parseKnownFindings } from '../../../judge/index.ts';
import { availableSenders, levels, senderNames } from '../../../verifier/index.ts';
import { readHeader, readUrl } from '../../arguments/connection-options.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { namedFile } from '../../arguments/named-file.ts';
import { readBytes, readJsonFile } from '../../arguments/read-json-file.ts';
import { readNumber, readOptions } from '../../arguments/read-options.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { withoutSecrets } from '../../arguments/without-secrets.ts';
import { requireSeparate } from '../../output/separate-files.ts';
import type { CoveragePlaces } from '../../coverage/coverage-options.ts';
import { readCoveragePlaces } from '../../coverage/coverage-options.ts';
import { verifyOptions } from './option-groups.ts';
import type { ReportPlaces } from './write-reports.ts';
import { reportNames } from './write-reports.ts';

/** The options of `verify`, read and checked. */
export interface VerifyCommand extends ReportPlaces {
  readonly url: string | undefined;
  readonly targetFile: NamedFile | undefined;
  /** The file that defines the workspace to verify. */
  readonly workspacesFile: NamedFile | undefined;
  /** The name of that workspace; not needed if the file defines only one. */
  readonly workspace: string | undefined;
  /** Whether Dredd would have sent the plan, too, if it were installed. */
  readonly lacksDredd: boolean;
  readonly dryRun: boolean;
  /** Where to write the findings that the next run may have. */
  readonly knownFile: NamedFile | undefined;
  /** The failure coverage before the change. */
  readonly coverageBase: NamedFile | undefined;
  /** Where to write what was sent. */
  readonly har: NamedFile | undefined;
  readonly coverage: CoveragePlaces;
  readonly run: Omit<VerifyOptions, 'target' | 'onProgress' | 'onExchange' | 'signal'>;
}

const LARGEST_SEED = 2 ** 31 - 1;

/**
 * Reads the options of `verify`.
 * @throws {UsageError} if one of them is invalid
 */
export async function readVerifyOptions(words: readonly string[], environment = process.env): Promise<VerifyCommand> {
  const { options, nameOf } = readOptions(words, verifyOptions, environment);
  const { url, target, workspaces, workspace, seed, rate, known, ca } = options;
  const isOurs = url === undefined && target === undefined;
  if (workspaces !== undefined && isOurs)
    throw new UsageError(`${nameOf('workspaces')} says what to verify, but not where; add --url URL or --target FILE`);
  if (workspace !== undefined && workspaces === undefined)
    throw new UsageError(`${nameOf('workspace')} names a workspace of a definition; add --workspaces FILE`);
  const knownFile = namedFile(nameOf('write-known'), options['write-known']);
  if (knownFile !== undefined && options.bail)
    throw new UsageError(
      `${nameOf('bail')} and ${knownFile.option} exclude each other: a run that stops at its first finding lists no others`,
    );
  const har = namedFile(nameOf('har'), options.har);
  const coverageBase = namedFile(nameOf('coverage-base'), options['coverage-base']);
  const coverage = readCoveragePlaces(options, nameOf);
  const files = reportNames.flatMap((report) => {
    const named = namedFile(nameOf(report), options[report]);
    return named === undefined ? [] : [{ report, ...named }];
  });
  const outputs = [...files, har, coverage.floor, coverage.badge];
  requireSeparate([...outputs, coverage.file, knownFile], [target, workspaces, ca]);
  // A new list of known findings can replace the one it extends, and the coverage the base it is compared with.
  requireSeparate([...outputs, coverage.file], [known]);
  requireSeparate([...outputs, knownFile], [coverageBase]);
  const numberOf = (name: 'timeout' | 'concurrency' | 'rate', text: string, max: number): number =>
    readNumber(nameOf(name), text, { min: 1, max });
  return {
    url: url === undefined ? undefined : readUrl(nameOf('url'), url),
    targetFile: namedFile(nameOf('target'), target),
    workspacesFile: namedFile(nameOf('workspaces'), workspaces),
    workspace,
    har,
    coverageBase,
    dryRun: options['dry-run'],
    lacksDredd: options.sender === undefined && !availableSenders().includes('dredd'),
    knownFile,
    files,
    github: options.github,
    coverage,
    run: {
      level: readLevel(nameOf('level'), options.level),
      senders: readSenders(nameOf('sender'), options.sender),
      selection: { only: readNames(options.only), skip: readNames(options.skip) },
      bail: options.bail,
      failOn: readFailOn(nameOf('fail-on'), options['fail-on'] ?? (isOurs ? 'note' : 'finding')),
      timeout: numberOf('timeout', options.timeout, 600_000),
      concurrency: numberOf('concurrency', options.concurrency, 64),
      connection: {
        headers: Object.fromEntries(options.header.map((text) => readHeader(nameOf('header'), text))),
        insecure: options.insecure,
        proxy: environment,
        ...(ca === undefined ? {} : { ca: (await readBytes({ option: nameOf('ca'), file: ca })).toString() }),
      },
      ...(rate === undefined ? {} : { rate: numberOf('rate', rate, 10_000) }),
      ...(seed === undefined ? {} : { seed: readSeed(nameOf('seed'), seed) }),
      ...(known === undefined ? {} : { known: await readKnown({ option: nameOf('known'), file: known }) }),
    },
  };
}

function readSeed(name: string, seed: string): number | 'random' {
  return seed === 'random' ? seed : readNumber(name, seed, { min: 0, max: LARGEST_SEED });
}

async function readKnown(named: NamedFile): Promise<readonly KnownFinding[]> {
  const content = await readJsonFile(named);
  try {
    return parseKnownFindings(content);
  } catch (error) {
    if (!(error instanceof KnownFindingsError)) throw error;
    throw new UsageError(`${named.option}: ${named.file}: ${error.message}`);
  }
}

function readLevel(name: string, text: string): Level {
  const level = levels.find((each) => each === text);
  if (level === undefined)
    throw new UsageError(`${name} must be one of ${levels.join(', ')}, not "${withoutSecrets(text)}"`);
  return level;
}

function readSenders(name: string, text = availableSenders().length > 1 ? 'both' : 'http'): readonly SenderName[] {
  const named = senderNames.filter((each) => text === each || text === 'both');
  const missing = named.filter((each) => !availableSenders().includes(each));
  if (missing.length > 0)
    throw new UsageError(
      `${name} ${text} needs Dredd, which is not installed next to workspace-api-contract; run npm install -D dredd`,
    );
  if (named.length > 0) return named;
  throw new UsageError(`${name} takes ${senderNames.join(', ')} or both, not "${withoutSecrets(text)}"`);
}

function readFailOn(name: string, text: string): FailOn {
  const kind = failOnKinds.find((each) => each === text);
  if (kind === undefined)
    throw new UsageError(`${name} takes ${failOnKinds.join(', ')}, not "${withoutSecrets(text)}"`);
  return kind;
}

/** Splits names at commas. The options that take names can also be repeated. */
function readNames(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(',')).map((name) => name.trim());
}
