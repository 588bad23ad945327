import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { marked } from 'marked';

import type { Outputs } from './verify-outputs.ts';
import { verifyOutputs } from './verify-outputs.ts';

/** Text that does harm in a terminal, in the log of a workflow, in XML, in Markdown or in HTML. */
const injections = [
  '\u001b[31mEVIL\u001b[0m\u001b]0;EVIL\u0007\u001b[2J',
  '\u009b31mEVIL\u009d0;EVIL\u009c',
  'EVIL\rEVIL\b\b\b\b\u202eLIVE\u2028EVIL\u0000\u000b\ufffe',
  '\n::error::EVIL\n::add-mask::EVIL\n::stop-commands::EVIL\n##[error]EVIL\n',
  '\r::error file=EVIL,line=1::EVIL%0A::error::EVIL',
  ']]></failure><EVIL a="1"/><failure>]]>',
  '"/><EVIL/><!-- EVIL',
  '\n# EVIL\n| EVIL | EVIL |\n|---|---|\n| [EVIL](javascript:alert(1)) | ![EVIL](http://evil.example/EVIL) |\n',
  '```\n</details><img src=x onerror=alert("EVIL")>\n````\n<!-- EVIL',
  '`<img src=x onerror=alert("EVIL")>` **EVIL** <https://evil.example> @EVIL',
  '<script>globalThis.EVIL = 1</script></script><svg/onload=alert("EVIL")>',
  '\' onmouseover="alert(\'EVIL\')" x=\'" onmouseover="alert(1)',
  '\ud800EVIL\udfff',
] as const;

let folder: string;
let server: Server;
let answered = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'injections-'));
  // Answers with an injection everywhere: in codes, messages, names, ids and values, in a body that is no JSON, and in headers.
  server = createServer((request, response) => {
    request.resume();
    answered += 1;
    const text = injections[answered % injections.length] ?? '';
    const id = injections[(answered >> 2) % injections.length] ?? '';
    response.setHeader('x-request-id', text.replace(/[^\x20-\x7e]/g, ' '));
    response.setHeader('location', `/${encodeURIComponent(text.toWellFormed())}/${text.replace(/[^\x20-\x7e]/g, '')}`);
    response.setHeader(
      'content-type',
      answered % 5 === 0 ? `text/html; ${text.replace(/[^\x20-\x7e]/g, '')}` : 'application/json',
    );
    const { method, url = '' } = request;
    if (method === 'GET' && /\/[A-Z]\w+(\?|$)/.test(url)) {
      response.end(JSON.stringify({ data: [{ id: text, [text]: text }], meta: { page: text } }));
    } else if (method === 'POST' && !url.endsWith('/bulk')) {
      response.statusCode = 201;
      response.end(JSON.stringify({ data: { id, [text]: text } }));
    } else if (answered % 4 === 0) {
      response.statusCode = 404;
      response.end(text);
    } else {
      response.statusCode = [404, 422, 500, 403][answered % 4] ?? 404;
      const details = [{ field: text, message: text }];
      response.end(
        JSON.stringify({
          error: { code: answered % 3 === 0 ? text : 'NOT_FOUND', message: text, details, [text]: text },
        }),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe.each(['documented', 'hostile'])('at the level %s, text of the server', (level) => {
  let outputs: Outputs;
  beforeAll(async () => {
    const ended = await verifyOutputs(folder, server, { words: ['--level', level] });
    expect(ended.code).toBe(1);
    outputs = ended.outputs;
  }, 120_000);

  it('is in every report', () => {
    const { stderr: _stderr, ...reports } = outputs;
    for (const [name, output] of Object.entries(reports))
      expect({ name, has: output.includes('EVIL') }).toEqual({ name, has: true });
  });

  it('controls no terminal', () => {
    for (const [name, output] of Object.entries(outputs)) {
      const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u.exec(output);
      expect({ name, control: control && output.slice(control.index - 40, control.index + 40) }).toEqual({
        name,
        control: null,
      });
    }
  });

  it('is no command of a workflow that shows it', () => {
    const lines = Object.values(outputs).flatMap((output) => output.split(/[\n\r\u2028\u2029]/));
    const commands = lines.filter((line) => /^\s*::|##\[/.test(line));
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((line) => !/^::(error|warning|notice) title=[^:]+::/.test(line))).toEqual([]);
  });

  it('is no element of JUnit XML', () => {
    const names = [...outputs.junit.matchAll(/<[/?!]?([^\s>/]*)/g)].map(([, name]) => name);
    const own = ['failure', 'skipped', 'testcase', 'testsuite', 'testsuites', 'xml'];
    expect([...new Set(names)].toSorted()).toEqual(own);
    expect(outputs.junit).not.toContain(']]>');
  });

  it.each(['summary', 'comment'] as const)('is neither Markdown nor HTML of the %s', async (name) => {
    const html = await marked.parse(outputs[name].replace(/^<!-- [\w-]+ -->/, ''));
    const names = [...html.matchAll(/<\/?([\w-]+)/g)].map(([, name]) => name);
    const own = [
      'b',
      'br',
      'code',
      'details',
      'h2',
      'h3',
      'hr',
      'li',
      'p',
      'pre',
      'strong',
      'summary',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ];
    expect([...new Set(names)].filter((name) => !own.includes(name ?? ''))).toEqual([]);
    expect(html).not.toMatch(/<(h\d|strong|th|td)>[^<]*EVIL[^<]*<\/(h\d|strong|th)>/);
  });

  it('is no element, attribute or script of the HTML report', () => {
    const elements = outputs.html.replaceAll(/<(script|style)>[^]*?<\/\1>/g, '').match(/<[^>]*>/g) ?? [];
    expect(elements.length).toBeGreaterThan(100);
    expect(
      elements.filter((each) =>
        /\son\w+\s*=|src=|<(EVIL|img|svg\/|script|iframe|a [^>]*javascript)/i.test(each.replaceAll(/"[^"]*"/g, '""')),
      ),
    ).toEqual([]);
    expect(outputs.html.match(/<script/g)).toHaveLength(1);
  });
});
