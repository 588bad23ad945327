import type { Check } from './check.ts';

/** `application/json` in any case, with whatever parameters RFC 9110 (section 8.3.1) allows. */
const JSON_TYPE =
  /^application\/json[ \t]*(;[ \t]*([\w!#$%&'*+.^`|~-]+=([\w!#$%&'*+.^`|~-]+|"(\\.|[^"\\])*"))?[ \t]*)*$/i;

/** A body is `application/json`. */
export const contentType: Check = ({ planned, response }) => {
  if (response.body === '') return [];
  const type = response.headers['content-type'];
  if (type === undefined) return [{ basis: planned.basis, message: 'there is a body and no Content-Type' }];
  if (JSON_TYPE.test(type)) return [];
  return [{ basis: planned.basis, message: `the Content-Type is "${type}", not application/json` }];
};
