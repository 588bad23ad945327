import { distance } from '../../workspace/index.ts';
import type { OptionTable } from './option-table.ts';
import { derivedVariable, VARIABLE_PREFIX, variableOf } from './option-table.ts';

/**
 * Returns a warning for each environment variable that looks like a misspelled variable of an option, such as WORKSPACE_API_FAULT or
 * WORKSPACE_API_HOST. Other variables with the prefix are common, and get none: those of other commands, API keys that a target file
 * reads, and those that Kubernetes sets in every container if a service is called workspace-api.
 */
export function misspelledVariables(table: OptionTable, environment: NodeJS.ProcessEnv): readonly string[] {
  const options = Object.entries(table).flatMap(([name, option]) => {
    const variable = variableOf(name, option);
    return variable === undefined ? [] : [{ name, variable }];
  });
  return Object.entries(environment).flatMap(([name, value = '']) => {
    if (!name.startsWith(VARIABLE_PREFIX) || value === '' || isServiceLink(value)) return [];
    if (SIMILAR.has(name) || options.some(({ variable }) => variable === name)) return [];
    const meant = options.find((option) => name === derivedVariable(option.name) || isNear(name, option.variable));
    return meant === undefined ? [] : [`${name} sets no option; to set --${meant.name}, use ${meant.variable}`];
  });
}

/** Variables of one command that resemble one of another: `verify` takes the name of a workspace, and `serve` a file of workspaces. */
const SIMILAR: ReadonlySet<string> = new Set([derivedVariable('workspace')]);

/** Whether Kubernetes set the variable: `WORKSPACE_API_PORT=tcp://10.0.0.11:4000` is the address of the service workspace-api. */
function isServiceLink(value: string): boolean {
  return /^(tcp|udp|sctp):\/\//.test(value);
}

/** Short names differ little from many words, so only one edit makes them similar. */
const SHORT = VARIABLE_PREFIX.length + 5;

function isNear(name: string, variable: string): boolean {
  return variable.startsWith(VARIABLE_PREFIX) && distance(name, variable) <= (variable.length <= SHORT ? 1 : 2);
}
