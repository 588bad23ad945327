import type { PlannedCase } from '../../plan/index.ts';

/** Returns why a case cannot be expressed in Arazzo 1.0.1, or `undefined` if it can. */
export function canNotSay({ operationId, request }: PlannedCase): string | undefined {
  if (operationId === 'outsideOperations') return 'a step calls an operation, and this path belongs to none';
  if (!isDecodable(request.path))
    return 'parameter values are always escaped correctly, so an invalid escape cannot be sent';
  if (request.body !== undefined && !isJson(request.body)) {
    return 'payloads are always written as JSON, so invalid JSON cannot be sent';
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
