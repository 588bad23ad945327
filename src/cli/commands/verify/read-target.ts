import type { Target } from '../../../plan/index.ts';
import { keyVariables, parseTarget } from '../../../plan/index.ts';
import type { DefinitionKeys } from '../../../workspace/index.ts';
import { definitionKeys } from '../../../workspace/index.ts';
import { withDefinition } from '../../../workspace-plan/index.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { readDefinition } from '../../arguments/read-definition.ts';
import { readJsonFile } from '../../arguments/read-json-file.ts';
import { workspaceNamed } from '../../arguments/read-workspace.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import type { VerifyCommand } from './verify-options.ts';

/** What names the target: a URL, a target file, and the definition of its workspace. */
type TargetOptions = Pick<VerifyCommand, 'url' | 'targetFile' | 'workspacesFile' | 'workspace'>;

/**
 * Reads the target. `--url` overrides the `baseUrl` of the target file. A definition adds the entities, and its keys unless the target
 * file or a variable gives others.
 * @throws {UsageError} if a file cannot be used, or no key can read and write
 */
export async function readTarget(
  { url, targetFile, workspacesFile, workspace }: TargetOptions,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Target> {
  const file = targetFile === undefined ? {} : await readObject(targetFile);
  const content = { ...file, ...(url === undefined ? {} : { baseUrl: url }) };
  if (workspacesFile === undefined) return parseTarget(content, environment);
  const definition = await readDefinition(workspacesFile.file);
  const named = workspace ?? nameIn(content);
  const found = workspaceNamed(definition, workspacesFile.file, named);
  const target = withKeys(content, definitionKeys(definition, found), environment);
  return withDefinition(
    parseTarget({ ...target, organization: definition.organization, workspace: found.slug }, environment),
    found,
  );
}

/** Adds the keys of the variables, and then those of the definition, to a target file that does not have them. */
function withKeys(content: object, { keys, restricted }: DefinitionKeys, environment: NodeJS.ProcessEnv): object {
  const { restricted: variable, ...variables } = keyVariables;
  const given = 'keys' in content && typeof content.keys === 'object' ? content.keys : {};
  const ofVariables = Object.entries(variables).flatMap(([role, name]) =>
    isSet(environment[name]) ? [[role, { env: name }] as const] : [],
  );
  const all = { ...keys, ...Object.fromEntries(ofVariables), ...given };
  if (!('readWrite' in all))
    throw new UsageError(
      `no key can read and write: set ${keyVariables.readWrite}, or add "keys.readWrite" to a target file (--target FILE), or a ` +
        'READ_WRITE key to the workspace in the definition',
    );
  const key = isSet(environment[variable]) ? { env: variable } : restricted?.key;
  const place = restricted === undefined || key === undefined ? {} : { restricted: { ...restricted, key } };
  return { ...place, ...content, keys: all };
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '';
}

function nameIn(content: object): string | undefined {
  return 'workspace' in content && typeof content.workspace === 'string' ? content.workspace : undefined;
}

async function readObject(named: NamedFile): Promise<object> {
  const content = await readJsonFile(named);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new UsageError(`the target file ${named.file} does not contain a JSON object`);
  return content;
}
