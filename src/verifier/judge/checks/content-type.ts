import { contract } from '../../../contract/index.ts';
import type { Check } from './check.ts';

/** What may follow a media type: parameters as RFC 9110 (section 8.3.1) allows them. */
const PARAMETERS = /^[ \t]*(;[ \t]*([\w!#$%&'*+.^`|~-]+=([\w!#$%&'*+.^`|~-]+|"(\\.|[^"\\])*"))?[ \t]*)*$/;

/** A body has the contract's media type. */
export const contentType: Check = ({ planned, response }) => {
  if (response.body === '') return [];
  const type = response.headers['content-type'];
  if (type !== undefined && isOfContract(type)) return [];
  return [
    {
      basis: planned.basis,
      message:
        type === undefined
          ? 'there is a body and no Content-Type'
          : `the Content-Type is "${type}", not ${contract.envelope.mediaType}`,
      expected: { header: { 'content-type': contract.envelope.mediaType } },
      received: { header: { 'content-type': type ?? null } },
    },
  ];
};

/** Whether a Content-Type is the contract's media type, in any case and with any parameters. */
function isOfContract(type: string): boolean {
  const { mediaType } = contract.envelope;
  if (type.slice(0, mediaType.length).toLowerCase() !== mediaType.toLowerCase()) return false;
  return PARAMETERS.test(type.slice(mediaType.length));
}
