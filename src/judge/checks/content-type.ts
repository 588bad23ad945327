import { contract } from '../../contract/index.ts';
import type { Check } from './check.ts';

/** The parameters that may follow a media type (RFC 9110, section 8.3.1). */
const PARAMETERS = /^[ \t]*(;[ \t]*([\w!#$%&'*+.^`|~-]+=([\w!#$%&'*+.^`|~-]+|"(\\.|[^"\\])*")[ \t]*)?)*$/;

/** A body has the media type of the contract. */
export const contentType: Check = ({ planned, response }) => {
  if (response.body === '') return [];
  const type = response.headers['content-type'];
  if (type !== undefined && isOfContract(type)) return [];
  return [
    {
      basis: planned.basis,
      message:
        type === undefined
          ? 'the response has a body but no Content-Type header'
          : `the Content-Type is "${type}", not ${contract.envelope.mediaType}`,
      expected: { header: { 'content-type': contract.envelope.mediaType } },
      received: { header: { 'content-type': type ?? null } },
    },
  ];
};

/** Whether a Content-Type is the media type of the contract, ignoring case and parameters. */
function isOfContract(type: string): boolean {
  const { mediaType } = contract.envelope;
  if (type.slice(0, mediaType.length).toLowerCase() !== mediaType.toLowerCase()) return false;
  return PARAMETERS.test(type.slice(mediaType.length));
}
