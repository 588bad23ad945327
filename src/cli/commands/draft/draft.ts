import { contract } from '../../../contract/index.ts';
import { keyVariables } from '../../../plan/index.ts';
import type { EntitySample } from '../../../workspace-draft/index.ts';
import { draftDefinition } from '../../../workspace-draft/index.ts';
import { DefinitionError, parseDefinition } from '../../../workspace/index.ts';
import { secretsOf } from '../../../masking/index.ts';
import { createHttpClient, safeTextOf, TargetUnavailable } from '../../../verifier/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { exitCodes, Refusal } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { complain, prepareComplaints } from '../../output/complain.ts';
import { requireWritable, writeOutput } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { jsonText } from '../../terminal/text.ts';
import type { DraftCommand } from './draft-options.ts';
import { draftOptions, readDraftOptions } from './draft-options.ts';
import { readRelations } from './read-relations.ts';
import type { UnrelatedSample } from './read-sample.ts';
import { readSample } from './read-sample.ts';
import { refusalOf } from './refusal-of.ts';
import { SampledApi } from './sampled-api.ts';

export const draft: Command = {
  options: draftOptions,
  help: `Usage: npm run draft -- --url URL --workspace ORGANIZATION/WORKSPACE --entity NAME [--entity NAME …] [options]

Writes a first definition of a workspace from its records, which it reads through the API. It sends no request that writes.

The types of the columns come from the values. A column of whole numbers references an entity if expand accepts the relation and
returns records of an entity of the draft. Every column can be null, and none is unique or has constraints, because records
cannot show that. The description of each entity and column says what was seen and what is assumed: check it, and replace it.

The API key comes from the environment: ${keyVariables.readOnly}, or else ${keyVariables.readWrite}.

${optionsHelp({ Options: draftOptions })}
Example:
  npm run draft -- --url ${contract.servers.server.baseUrl} --workspace acme/helpdesk --entity Ticket --entity Agent --out helpdesk.json

Exit codes: 0 success, 2 the command line is invalid, or the records cannot be read.
`,
  async run(words) {
    prepareComplaints(safeTextOf({}));
    const command = await readDraftOptions(words);
    const { place, variable, out, connection } = command;
    prepareComplaints(safeTextOf(secretsOf({ secrets: { [variable]: place.key }, headers: {} }, connection.headers)));
    if (out !== undefined) await requireWritable(out);
    const entities = await readEntities(command);
    const text = await textOf({ ...place, entities }, place.key);
    const problem = out === undefined ? await print(text) : await writeOutput(out, text);
    if (problem !== undefined) throw new Refusal(problem);
    if (out !== undefined) await print(`wrote ${out.file}\n`);
    for (const { name, records, total = records.length } of entities)
      complain(`${name}: read ${records.length} of ${Math.max(total, records.length)} records`);
    complain('The mode ACTIVE, the tables and what the descriptions say are assumed: check them.');
    return exitCodes.fine;
  },
};

async function readEntities({
  place,
  entities,
  pages,
  connection,
  variable,
}: DraftCommand): Promise<readonly EntitySample[]> {
  const client = createHttpClient(connection);
  try {
    const api = new SampledApi(client, place);
    const samples: UnrelatedSample[] = [];
    const failures = [];
    for (const name of entities) {
      const sample = await readSample(api, name, pages);
      if (!('records' in sample) || sample.records.length === 0) failures.push({ name, failure: sample });
      else samples.push(sample);
    }
    const empty = failures.flatMap(({ name, failure }) => ('records' in failure ? [name] : []));
    const isSome = samples.length > 0 && empty.length === failures.length;
    const refusal = isSome ? undefined : refusalOf(failures, { ...place, variable });
    if (refusal !== undefined) throw new Refusal(refusal);
    for (const name of empty)
      complain(`${name} has no records, so it is left out: create a record, and draft again to add it.`);
    const related: EntitySample[] = [];
    for (const sample of samples) related.push({ ...sample, relations: await readRelations(api, sample, samples) });
    return related;
  } catch (error) {
    throw error instanceof TargetUnavailable ? new Refusal(error.message) : error;
  } finally {
    client.close();
  }
}

async function textOf(source: Parameters<typeof draftDefinition>[0], key: string): Promise<string> {
  const definition = draftDefinition(source);
  const text = jsonText(definition);
  if (text.includes(key))
    throw new Refusal('the server sent the API key as the name of a field, so no draft was written');
  try {
    await parseDefinition(definition);
  } catch (error) {
    throw error instanceof DefinitionError
      ? new Refusal(`the records lead to a definition that is not valid: ${error.message}`)
      : error;
  }
  return text;
}
