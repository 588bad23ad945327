import { readFileSync } from 'node:fs';

import { afterEach, describe, expect, it } from '@jest/globals';

import { killServedProcesses, startInProcess } from './served-process.ts';

const page = readFileSync(new URL('../docs/operate.md', import.meta.url), 'utf8');

/** The part of the page that says what the metrics are. */
const [, section = ''] = /^## Metrics$(.*?)^## /ms.exec(page) ?? [];

afterEach(killServedProcesses);

/** Starts a server as the page says, but on a free port and in memory. */
async function serveWith(...words: readonly string[]): Promise<{ readonly url: string; readonly metrics: string }> {
  const { url, said } = await startInProcess(['serve', '--port', '0', '--metrics-port', '0', ...words]);
  const [, metrics = ''] = /^Metrics: (\S+)$/m.exec(said()) ?? [];
  return { url, metrics };
}

describe('docs/operate.md', () => {
  it('lists every metric, with its labels and its type', async () => {
    const { url, metrics } = await serveWith();
    await fetch(url);
    const text = await (await fetch(metrics)).text();
    const onPostgresOnly = /^workspace_api_pool_/;
    const listed = [...section.matchAll(/^\| `(workspace_api_\w+)\{([\w,]+)\}` +\| (\w+)/gm)].map(
      ([, name = '', labels = '', type = '']) => ({ name, labels: labels.split(',').toSorted(), type }),
    );
    const shown = [...text.matchAll(/^# TYPE (workspace_api_\w+) (\w+)$/gm)].map(([, name = '', type = '']) => {
      const [, labels = ''] = new RegExp(`^${name}(?:_count)?\\{([^}]*)\\}`, 'm').exec(text) ?? [];
      return { name, labels: [...labels.matchAll(/(\w+)=/g)].map(([, label = '']) => label).toSorted(), type };
    });
    expect(listed.filter(({ name }) => !onPostgresOnly.test(name)).toSorted(byName)).toEqual(shown.toSorted(byName));
    for (const [, name = ''] of section.matchAll(/`(nodejs_\w+_seconds)`/g)) expect(text).toContain(`\n${name} `);
  });

  it('asks Prometheus only for metrics that it lists', () => {
    const [, questions = ''] = /```promql\n(.*?)```/s.exec(section) ?? [];
    const asked = [...questions.matchAll(/workspace_api_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((name) => !section.includes(`| \`${name}{`))).toEqual([]);
  });

  it('shows the response above the limit', async () => {
    const [, shown = ''] = /```http\n(.*?)\n```/s.exec(page) ?? [];
    const { url } = await serveWith('--rate-limit', '1');
    const ask = (): Promise<Response> => fetch(`${url}/acme-corp/sales/Customer`);
    await ask();
    const { status, statusText, headers } = await ask();
    const answer = await ask();
    const named = ['content-type', 'retry-after'].map((name) => `${name}: ${headers.get(name)}`);
    expect([`HTTP/1.1 ${status} ${statusText}`, ...named, '', (await answer.text()).trimEnd()].join('\n')).toBe(shown);
  });
});

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name);
}
