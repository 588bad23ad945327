import { foreignMembers } from '../../../contract/index.ts';
import type { Check } from './check.ts';

/** An envelope has no members but the documented ones; a client accepts more, so that more is only noted. */
export const extraMembers: Check = ({ response, json }) => {
  if (response.status < 400) return [];
  const foreign = foreignMembers(json);
  if (foreign.length === 0) return [];
  return [{ basis: 'ours', message: `the envelope has members that are not documented: ${foreign.join(', ')}` }];
};
