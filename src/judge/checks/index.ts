import { body } from './body.ts';
import { bulkResult } from './bulk-result.ts';
import { challenge } from './challenge.ts';
import type { Check } from './check.ts';
import { contentType } from './content-type.ts';
import { details } from './details.ts';
import { extraMembers } from './extra-members.ts';
import { leak } from './leak.ts';
import { message } from './message.ts';
import { noContent } from './no-content.ts';
import { page } from './page.ts';
import { pair } from './pair.ts';
import { record } from './record.ts';
import { requestId } from './request-id.ts';
import { status } from './status.ts';

/** Every check by its id, in the order in which a report lists them. */
export const checks = {
  status,
  pair,
  body,
  'extra-members': extraMembers,
  'content-type': contentType,
  message,
  details,
  challenge,
  leak,
  'no-content': noContent,
  record,
  page,
  'bulk-result': bulkResult,
  'request-id': requestId,
} satisfies Record<string, Check>;

export type CheckName = keyof typeof checks;

/** Whether a string is the id of a check. */
export function isCheckName(text: string): text is CheckName {
  return Object.hasOwn(checks, text);
}
