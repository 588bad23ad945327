import type { SentCase } from '../../src/judge/index.ts';
import { http, observe } from '../../src/verifier/index.ts';
import { servedDocument, documentedPath } from './contract.ts';
import { contract30 } from './contract-3-0.ts';
import type { Peer } from './peer.ts';
import { nameOfCase } from './peer.ts';

/** The validator of jest-openapi and vitest-openapi, plus an assertion on the status, as a careful user would write it. */
export const jestOpenapi: Peer = {
  name: 'jest-openapi, vitest-openapi',
  judge: async (target) => {
    const { makeApiSpec, makeResponse } = await import('openapi-validator');
    const specification = makeApiSpec(structuredClone(contract30) as never);
    return complaints(await observe(target, http), ({ planned, exchange }) => {
      if ('failure' in exchange) return true;
      const { status, body } = exchange.response;
      const path = documentedPath(planned);
      if (path === undefined) return false;
      const request = { method: planned.request.method, path };
      const response = makeResponse({ status, data: parsed(body), request, config: {} } as never);
      return specification.validateResponse(response) !== null;
    });
  },
};

/** The response validation of Prism's proxy, plus an assertion on the status. */
export const prismProxy: Peer = {
  name: "Prism's proxy",
  judge: async (target) => {
    const { getHttpOperationsFromSpec } = await import('@stoplight/prism-http');
    const { validateOutput } = await import('@stoplight/prism-http/dist/validator/index.js');
    const described = await getHttpOperationsFromSpec(structuredClone(servedDocument));
    return complaints(await observe(target, http), ({ planned, exchange }) => {
      if ('failure' in exchange) return true;
      const resource = described.find(({ iid }) => iid === planned.operationId);
      if (resource === undefined) return false;
      const { status, headers, body } = exchange.response;
      const element = { statusCode: status, headers, body: body === '' ? undefined : parsed(body) };
      return validateOutput({ resource, element })._tag === 'Left';
    });
  },
};

function complaints(sent: readonly SentCase[], isWrong: (each: SentCase) => boolean): readonly string[] {
  return sent
    .filter((each) => {
      const { planned, exchange } = each;
      const isOther = 'response' in exchange && exchange.response.status !== planned.expected.status;
      return isOther || refuses(isWrong, each);
    })
    .map(nameOfCase);
}

/** Whether a peer refuses a response. Throwing counts, because Prism throws on a malformed media type instead of refusing it. */
function refuses(isWrong: (each: SentCase) => boolean, each: SentCase): boolean {
  try {
    return isWrong(each);
  } catch {
    return true;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
