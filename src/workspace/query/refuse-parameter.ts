import { fail } from '../../contract/index.ts';

/** @throws `badRequest`, whose message is the parameter followed by the complaint */
export function refuseParameter(parameter: string, complaint: string): never {
  throw fail('badRequest', { message: `Parameter ${parameter} ${complaint}` });
}
