import { readFileSync } from 'node:fs';

/** The response of a server to a request. */
interface RecordedAnswer {
  readonly method: string;
  readonly path: string;
  readonly authorized: boolean;
  readonly body: string | undefined;
  readonly status: number;
  readonly text: string;
}

/** Reads recorded responses from a file. Returns a function that finds the response to a request, by its body if that is recorded. */
export function recordedAnswers(
  file: string,
): (method: string, path: string, authorized: boolean, body?: string) => Pick<RecordedAnswer, 'status' | 'text'> {
  const answers: readonly RecordedAnswer[] = JSON.parse(readFileSync(file, 'utf8'));
  return (method, path, authorized, body) =>
    answers.find((each) => body !== undefined && each.body === body) ??
    answers.find((each) => each.method === method && each.path === path && each.authorized === authorized) ?? {
      status: 500,
      text: '',
    };
}
