import type { MarkedComment } from './comment-mark.ts';

/** The pull request to comment on. */
export interface CommentPlace {
  /** The address of GitHub's REST API. */
  readonly api: string;
  /** `owner/name` */
  readonly repository: string;
  readonly number: string;
  readonly token: string;
}

/** Why a comment could not be written. The message says what to do. */
export class CommentError extends Error {
  override readonly name = 'CommentError';
}

interface Comment {
  readonly id?: number;
  readonly body?: string;
  readonly user?: { readonly login?: string } | null;
}

const PER_PAGE = 100;

/**
 * Edits the comment with this mark that the owner of the token wrote before, or writes a new one. Never edits that of anyone else.
 * @returns what it did, in one line
 * @throws {CommentError} if it cannot
 */
export async function writeComment(place: CommentPlace, { mark, body }: MarkedComment): Promise<string> {
  const { repository, number } = place;
  const comments = `/repos/${repository}/issues/${number}/comments`;
  const before = await findComment(place, comments, mark);
  if (before === undefined) {
    await ask(place, 'POST', comments, { body });
    return `Wrote a comment on pull request ${number}.`;
  }
  await ask(place, 'PATCH', `/repos/${repository}/issues/comments/${before}`, { body });
  return `Edited the comment on pull request ${number}.`;
}

async function findComment(place: CommentPlace, comments: string, mark: string): Promise<number | undefined> {
  const author = await loginOf(place);
  for (let page = 1; ; page += 1) {
    const listed: readonly Comment[] = await ask(place, 'GET', `${comments}?per_page=${PER_PAGE}&page=${page}`);
    const found = listed.find(({ body, user }) => user?.login === author && body?.startsWith(mark) === true);
    if (found?.id !== undefined) return found.id;
    if (listed.length < PER_PAGE) return undefined;
  }
}

/** The token of a workflow belongs to an app, which cannot ask who it is. */
async function loginOf(place: CommentPlace): Promise<string> {
  const user: { readonly login?: string } = await ask(place, 'GET', '/user').catch(() => ({}));
  return user.login ?? 'github-actions[bot]';
}

async function ask({ api, token }: CommentPlace, method: string, path: string, content?: object) {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  }).catch((error: unknown) => {
    throw new CommentError(`GitHub cannot be reached (${error instanceof Error ? error.message : String(error)})`);
  });
  if (response.ok) return response.json();
  const advice = [401, 403, 404].includes(response.status)
    ? '. Give the job "permissions: pull-requests: write"; in a pull request from a fork, GitHub allows no comment'
    : '';
  throw new CommentError(`GitHub answered ${response.status} to ${method} ${path}${advice}`);
}
