import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import type { ContractDocument } from '../generate/contract-document.ts';
import { readContract } from '../generate/contract-document.ts';
import type { ErrorContract } from './error-contract.ts';
import { errorContract } from './error-contract.ts';
import { NoContractError } from './no-contract-error.ts';

/** A contract to compare. */
export interface ComparedContract {
  readonly file: string;
  readonly version: string;
  readonly errors: ErrorContract;
}

const NEEDED = [
  'info',
  'paths',
  'components',
  'x-error-table',
  'x-constraint-messages',
  'x-outside-operations',
] as const;

/**
 * Reads a contract to compare.
 * @param name what the arguments call the file
 * @throws {NoContractError} if the file cannot be read, is not YAML, or is not a contract
 */
export async function readCompared(file: string, name: string): Promise<ComparedContract> {
  try {
    if ((await readFile(file, 'utf8')).trim() === '') throw new Error('it is empty');
    const document: ContractDocument = await readContract(pathToFileURL(file));
    const missing = NEEDED.filter((member) => document[member] === undefined);
    if (missing.length > 0) throw new Error(`it has no ${missing.join(', no ')}`);
    const { version } = document.info;
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`info.version is ${version}, not three numbers`);
    return { file, version, errors: errorContract(document) };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).replaceAll(file, name).split('\n');
    throw new NoContractError(`${name} is not a contract that can be compared: ${reason}`);
  }
}
