import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { contract, isObject } from '../../src/contract/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { Documented } from './documents.ts';
import { documentedWorkspaces } from './documents.ts';

const MISSING = 2_000_000_000;
const all = await documentedWorkspaces(9);

/** Sends requests to a server with the workspace, and compares each response with the operation that the document has for it. */
class Walk {
  readonly #documented: Documented;
  readonly #url: string;
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

  constructor(documented: Documented, url: string) {
    this.#documented = documented;
    this.#url = url;
    this.#ajv.addSchema({ ...documented.document }, 'document');
  }

  /** Returns what is at a path of the document, through references. */
  at(...path: readonly string[]): unknown {
    return path.reduce<unknown>((value, name) => {
      const next: unknown = Array.isArray(value) ? value[Number(name)] : isObject(value) ? value[name] : undefined;
      return isObject(next) && typeof next.$ref === 'string' ? this.at(...next.$ref.split('/').slice(1)) : next;
    }, this.#documented.document);
  }

  /** Sends a request, and returns the status and the body of the response, which the document must describe. */
  async send(
    method: string,
    template: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }> {
    const [key] = this.#documented.workspace.keys.filter(
      ({ permission, expiresAt, revoked }) =>
        permission === 'READ_WRITE' && expiresAt === undefined && revoked !== true,
    );
    const response = await fetch(this.#url + path, {
      method,
      headers: { authorization: `Bearer ${key?.key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const received: unknown = text === '' ? undefined : JSON.parse(text);
    const place = ['paths', template, method.toLowerCase(), 'responses', String(response.status)];
    const described = this.at(...place);
    expect({
      method,
      path,
      body,
      status: response.status,
      received,
      isDescribed: described !== undefined,
    }).toMatchObject({ isDescribed: true });
    const content = this.at(...place, 'content', contract.envelope.mediaType, 'schema');
    if (content !== undefined) {
      const schema = JSON.parse(JSON.stringify(content).replaceAll('"#/components/', '"document#/components/'));
      const validate = this.#ajv.compile(schema);
      validate(received);
      expect({ method, path, body, received, errors: validate.errors }).toMatchObject({ errors: null });
    }
    return { status: response.status, body: received };
  }
}

describe.each(all.map((documented, index) => [index, documented] as const))(
  'the contract of workspace %i',
  (_index, documented) => {
    it('describes how the reference server responds', async () => {
      const { definition, workspace } = documented;
      const server = await startServer({ definition, port: 0, log: () => undefined });
      try {
        const walk = new Walk(documented, `${server.url}/${definition.organization}/${workspace.slug}`);
        for (const { name, columns } of workspace.entities) {
          const [list, one, bulk] = [`/${name}`, `/${name}/{id}`, `/${name}/bulk`];
          const example = (key: string): Record<string, unknown> =>
            Object(walk.at('components', 'examples', `${name}.${key}`, 'value'));

          // The demo has records with the values of the example.
          const isStored = (workspace.records?.[name] ?? []).length > 0;
          const created = isStored
            ? { body: { data: { id: 1 } } }
            : await walk.send('POST', list, list, example('newRecord'));
          const id = Number(Object(created.body).data.id);
          expect(id).toBeGreaterThan(0);
          await walk.send('PUT', one, `/${name}/${id}`, example('changes'));
          await walk.send('GET', one, `/${name}/${id}`);

          const invalid = await walk.send('POST', list, list, { unknown: true });
          expect(invalid.status).toBe(422);
          expect((await walk.send('PUT', one, `/${name}/${MISSING}`, example('changes'))).status).toBe(404);
          expect((await walk.send('GET', list, `${list}?sort=unknown,asc`)).status).toBe(400);
          const batch = await walk.send('PUT', bulk, bulk, [
            { id: MISSING, ...example('changes') },
            ...Object.values(example('listOfChanges')),
          ]);
          expect(batch.status).toBe(200);
          await walk.send('DELETE', bulk, bulk, [MISSING]);

          // Whatever the parameters name exists, and combines.
          const names = (kind: string, ...path: readonly string[]): readonly string[] =>
            Object.values(Object(walk.at('components', 'parameters', `${name}.${kind}`, 'schema', ...path)));
          const fields =
            names('Fields', 'items', 'enum').length > 0
              ? names('Fields', 'items', 'enum')
              : names('Fields', 'items', 'anyOf', '0', 'enum');
          expect(fields).toEqual(expect.arrayContaining(['id', ...columns.map((column) => column.name)]));
          const relations = names('Expand', 'items', 'anyOf').flatMap((part) =>
            Object.values<string>(Object(part).enum ?? {}),
          );
          const sorts = names('Sort', 'enum');
          expect(sorts).toHaveLength(2 * (columns.length + 1));
          for (const sort of sorts) expect((await walk.send('GET', list, `${list}?sort=${sort}`)).status).toBe(200);
          const all = `${list}?size=1&fields=${fields.join()}${relations.length === 0 ? '' : `&expand=${relations.join()}`}`;
          expect((await walk.send('GET', list, all)).status).toBe(200);
          const filters = names('Filter', 'propertyNames', 'enum').filter((filter) => /[.]isNull$/.test(filter));
          expect(filters).toHaveLength(columns.length + 1);
          for (const filter of filters)
            expect((await walk.send('GET', list, `${list}?filter[${filter}]=false`)).status).toBe(200);

          const deleted = await walk.send('DELETE', one, `/${name}/${id}`);
          // The demo's records reference each other.
          expect(deleted.status).toBe(isStored && deleted.status !== 204 ? 400 : 204);
        }
      } finally {
        await server.close();
      }
    });
  },
);
