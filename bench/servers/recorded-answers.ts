import { readFileSync } from 'node:fs';

/** What a server answered to a request. */
interface RecordedAnswer {
  readonly method: string;
  readonly path: string;
  readonly authorized: boolean;
  readonly body: string | undefined;
  readonly status: number;
  readonly text: string;
}

/** Reads the answers in a file, and gives the one to a request: by its body where it has one that is known. */
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
