import { internalError } from '../../contract/index.ts';
import { triggers } from '../triggers.ts';

/** Fails where a request asks for it by the fault header, which breaks any operation. */
export function failOnPurpose(headers: Readonly<Record<string, readonly string[] | undefined>>): void {
  const { name, value } = triggers.faultHeader;
  if (headers[name]?.includes(value) === true) throw internalError();
}
