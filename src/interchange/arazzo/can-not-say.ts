import type { PlannedCase } from '../../plan/index.ts';

/** Why a case has no words in Arazzo 1.0.1; `undefined` where it has. */
export function canNotSay({ operationId, request }: PlannedCase): string | undefined {
  if (operationId === 'outsideOperations') return 'a step calls an operation, and this path is of none';
  if (!isDecodable(request.path))
    return 'a parameter is a value, which is escaped well: an escape that is none can not be sent';
  if (request.body !== undefined && !isJson(request.body)) {
    return 'a payload is a value, which is written as JSON: a text that is no JSON can not be sent';
  }
  return undefined;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
