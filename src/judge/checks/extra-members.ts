import { foreignMembers } from '../../contract/index.ts';
import type { Check } from './check.ts';

/** An envelope has only documented members. Clients accept additional ones, so these are only a note. */
export const extraMembers: Check = ({ response, json }) => {
  if (response.status < 400) return [];
  const foreign = foreignMembers(json);
  if (foreign.length === 0) return [];
  return [{ basis: 'ours', message: `the envelope has undocumented members: ${foreign.join(', ')}` }];
};
