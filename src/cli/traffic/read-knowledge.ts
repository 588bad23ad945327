import { contract } from '../../contract/index.ts';
import type { Secrets } from '../../masking/index.ts';
import { secretsOf } from '../../masking/index.ts';
import { parseTarget, TargetError } from '../../plan/index.ts';
import type { Knowledge } from '../../traffic/index.ts';
import { bothKnown, knowledgeOfDefinition, knowledgeOfTarget, noKnowledge } from '../../traffic/index.ts';
import { readDefinition } from '../arguments/read-definition.ts';
import { readJsonFile } from '../arguments/read-json-file.ts';
import { UsageError } from '../arguments/usage-error.ts';
import type { VerdictCommand } from './verdict-options.ts';

/** What is known about the API, and the keys that must not be written. */
export interface KnownApi {
  readonly knowledge: Knowledge;
  readonly secrets: Secrets;
}

/**
 * Reads the target file and the definition, as far as they are given.
 * @throws {UsageError} if the target file cannot be used
 * @throws {Refusal} if the definition cannot be used
 */
export async function readKnowledge(
  { target, workspaces }: Pick<VerdictCommand, 'target' | 'workspaces'>,
  environment = process.env,
): Promise<KnownApi> {
  const ofTarget = target === undefined ? undefined : parseKeys(await readJsonFile(target), environment);
  const definition = workspaces === undefined ? undefined : await readDefinition(workspaces);
  const ofDefinition = definition === undefined ? noKnowledge : knowledgeOfDefinition(definition);
  const keys = definition?.workspaces.flatMap((each) => each.keys.map(({ key }) => key)) ?? [];
  return {
    knowledge: ofTarget === undefined ? ofDefinition : bothKnown(ofDefinition, knowledgeOfTarget(ofTarget)),
    secrets: {
      ...Object.fromEntries(keys.map((key, index) => [`KEY_${index + 1}`, key])),
      ...(ofTarget === undefined ? {} : secretsOf(ofTarget)),
    },
  };
}

/** A target file may leave out the address, which `verify` takes from the command line. */
function parseKeys(content: unknown, environment: NodeJS.ProcessEnv) {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new UsageError('--target: the target file does not contain a JSON object');
  try {
    return parseTarget({ baseUrl: contract.servers.server.baseUrl, ...content }, environment);
  } catch (error) {
    throw error instanceof TargetError ? new UsageError(error.message) : error;
  }
}
