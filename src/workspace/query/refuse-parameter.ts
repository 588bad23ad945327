import { fail } from '../../contract/index.ts';

/** @throws `badRequest` that names the parameter, and goes on with the complaint */
export function refuseParameter(parameter: string, complaint: string): never {
  throw fail('badRequest', { message: `Parameter ${parameter} ${complaint}` });
}
