import type { Check } from './check.ts';

const NO_CONTENT = 204;

/** A 204 has no body, and no header that announces one (RFC 9110, sections 8.6 and 15.3.5). */
export const noContent: Check = ({ planned, response }) => {
  if (response.status !== NO_CONTENT) return [];
  if (response.body !== '') return [{ basis: planned.basis, message: 'the 204 has a body' }];
  // The RFC forbids `Content-Length: 0` too, but it is harmless.
  const { 'content-length': length = '0', 'transfer-encoding': coding } = response.headers;
  if (Number(length) === 0 && coding === undefined) return [];
  const header = coding === undefined ? `Content-Length: ${length}` : `Transfer-Encoding: ${coding}`;
  const [name, value] = coding === undefined ? ['content-length', length] : ['transfer-encoding', coding];
  return [
    {
      basis: planned.basis,
      message: `the 204 announces a body: ${header}`,
      expected: { header: { [name]: null } },
      received: { header: { [name]: value } },
    },
  ];
};
