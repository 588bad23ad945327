import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { withMark } from './action/comment-mark.ts';
import type { CommentPlace } from './action/write-comment.ts';
import { CommentError, writeComment } from './action/write-comment.ts';
import './report-output-errors.ts';

// The last step of the action: writes the comment of `verify --comment` to the pull request, or edits the one that it wrote before.
// Whatever goes wrong, it says so and does not fail: the verdict of the step before is what counts.

const { GITHUB_API_URL, GITHUB_REPOSITORY = '', GITHUB_TOKEN = '', PULL_REQUEST = '', REPORT = '' } = process.env;

try {
  if (!/^\d+$/.test(PULL_REQUEST)) throw new CommentError('this run is not about a pull request');
  const place: CommentPlace = {
    api: GITHUB_API_URL ?? 'https://api.github.com',
    repository: GITHUB_REPOSITORY,
    number: PULL_REQUEST,
    token: GITHUB_TOKEN,
  };
  const text = await readFile(join(REPORT, 'comment.md'), 'utf8').catch(() => {
    throw new CommentError('the verifier wrote no comment.md');
  });
  console.log(await writeComment(place, withMark(REPORT, text)));
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.log(
    `::warning title=No comment on the pull request::${reason.replaceAll(/\s+/g, ' ').replaceAll('%', '%25')}`,
  );
}
