import { isObject, scenarioOf } from '../../contract/index.ts';
import type { Target } from '../../plan/index.ts';
import type { Exchange, ReceivedResponse } from '../../judge/index.ts';
import { parseBody } from '../../judge/index.ts';
import { described, errorIn, saysNothing } from './describe.ts';

/** What is wrong with the first response: a reason to stop, or hints. */
export interface ListProblem {
  readonly stop?: string;
  readonly hints: readonly string[];
}

const HINTS_ONLY_FROM = 500;

/**
 * Judges the response to the first list of the entity.
 * @param isComplete whether the request had a key and the names of the target file; if not, any failure of the API is acceptable
 */
export function listProblem(
  target: Target,
  exchange: Exchange,
  { isComplete }: { readonly isComplete: boolean },
): ListProblem {
  if ('failure' in exchange) return { hints: [`${described(exchange)}. ${BROKEN_LIST}`] };
  const { response } = exchange;
  const said = `${described(exchange)}.`;
  const elsewhere = notThisApi(response);
  if (elsewhere !== undefined) return { stop: `${said} ${tooMuchInUrl(target) ?? elsewhere}`, hints: [] };
  if (response.status >= HINTS_ONLY_FROM) return { hints: [`${said} ${BROKEN_LIST}`] };
  if (!isComplete) return { hints: [] };
  if (response.status < 300) return hasRecords(response) ? { hints: [] } : { hints: [`${said} ${NO_RECORDS}`] };
  if (Object.hasOwn(target.absentOperations, 'listRecords')) return { hints: [] };
  const fix = errorIn(response) === undefined ? foreignRefusal(response) : refusal(target, response);
  return fix === undefined
    ? { hints: [`${said} ${BROKEN_LIST}`] }
    : { stop: `${said} ${tooMuchInUrl(target) ?? fix}`, hints: [] };
}

const BROKEN_LIST = 'No records can be listed, so cells and probes that need a list fail for that reason';
const CHECK_URL = 'Check --url, which is everything before /{orgSlug},';
const NO_RECORDS =
  'This is not a list of records with "data" and "meta", so cells and probes that need one fail for that reason';

/** Returns why the response cannot come from the API, and what to do; `undefined` if it can. */
function notThisApi({ status, headers, body }: ReceivedResponse): string | undefined {
  const isPage =
    /\bhtml\b/i.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype|html)\b/i.test(body.slice(0, 1000));
  const isElsewhere = (status >= 300 && status < 400) || (isPage && status < HINTS_ONLY_FROM);
  if (!isElsewhere) return undefined;
  const { location } = headers;
  if (status < 400 && status >= 300) {
    const to = location === undefined ? '' : ` to ${JSON.stringify(location)}`;
    return `This is a redirect${to}, not the API. Pass the URL of the API itself as --url, up to /{orgSlug}; if this leads to a sign-in page, pass the header that the proxy requires with --header, or in "headers" of the target file.`;
  }
  const what = /sign[ -]?in|log[ -]?in|password|sso\b/i.test(body.slice(0, 20_000)) ? 'a sign-in page' : 'an HTML page';
  return `This is ${what}, not the API. Check --url, which is everything before /{orgSlug}; if a proxy or a gateway responds instead, pass the header that it requires, such as a tenant or a token, with --header, or in "headers" of the target file.`;
}

/** Returns what to do about a base URL that contains more than it should; `undefined` if it does not. */
function tooMuchInUrl({ baseUrl, organization, workspace }: Target): string | undefined {
  const last = baseUrl.split('/').slice(3).slice(-2);
  const slug = [organization, workspace].find((each) => each !== undefined && last.includes(encodeURIComponent(each)));
  if (slug === undefined) return undefined;
  return `The base URL ${baseUrl} already contains "${slug}"; remove everything from the organization on, because the verifier adds it.`;
}

function hasRecords({ body }: ReceivedResponse): boolean {
  const json = parseBody(body);
  return isObject(json) && Array.isArray(json.data);
}

/** Returns what to do about a failure in the envelope of the API. */
function refusal({ organization, workspace, entity, definition }: Target, response: ReceivedResponse): string {
  const error = errorIn(response);
  const where = `organization "${organization}" and workspace "${workspace}"`;
  switch (scenarioOf('listRecords', error?.code, error?.message)) {
    case 'entityNotFound':
      return definition === undefined
        ? `Check "entity.name" in the target file, "${entity?.name}": it is case-sensitive, and must exist in ${where}.`
        : `The definition has the entity "${entity?.name}", which must exist in ${where}. Check these names, and whether the server serves this definition.`;
    case 'expiredApiKey':
      return 'Put a key that has not expired into "keys.readWrite" of the target file.';
    case 'wrongWorkspace':
      return `The key in "keys.readWrite" belongs to another workspace; check it, and ${where}.`;
    default:
      return response.status === 401 || response.status === 403
        ? `The server does not accept "keys.readWrite" for ${where}. Check the key and these names. If keys are not sent as Bearer tokens, describe how in "authentication".`
        : `The key in "keys.readWrite" must be able to list ${entity?.name} in ${where}. ${response.status === 404 ? CHECK_URL : 'Check'} these names, and whether the server requires a header, such as a tenant, in "headers" of the target file.`;
  }
}

/** Returns what to do about a failure that is not in the envelope; `undefined` if the API may have sent it. */
function foreignRefusal(response: ReceivedResponse): string | undefined {
  const { status, headers } = response;
  if (saysNothing(response)) return undefined;
  if (status === 401 || status === 403 || status === 407) {
    const wants = headers['www-authenticate'];
    const challenge = wants === undefined ? '' : ` and to ask for ${JSON.stringify(wants)}`;
    return `This is not the error envelope of the API: a proxy or a gateway seems to refuse the request${challenge}. Pass the header that it requires with --header, or in "headers" of the target file; or check "keys.readWrite", and "authentication" if keys are not sent as Bearer tokens.`;
  }
  return `This is not the error envelope of the API. Check --url, which is everything before /{orgSlug}, and the organization and workspace in the target file; if a proxy or a gateway requires a header, such as a tenant, pass it with --header, or in "headers" of the target file.`;
}
