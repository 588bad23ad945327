import { readFile } from 'node:fs/promises';

import type { ContractDocument } from './contract-document.ts';
import { contractOperations } from './operations.ts';

const ROOT = new URL('../../', import.meta.url);

/** The pages with content of openapi.yaml: each fence with the info string `text <name>` is generated. */
const PAGES = ['docs/implement.md', 'docs/mock.md', 'docs/verify.md'];

/** The generators of content, by the name in the info string of a fence. */
const fences: Readonly<Record<string, (document: ContractDocument) => readonly (readonly string[])[]>> = {
  precedence: precedenceRows,
  limits: limitRows,
};

/** Returns the pages with up-to-date fences, by path. */
export async function docPages(document: ContractDocument): Promise<Map<string, string>> {
  const pages = PAGES.map(async (page): Promise<[string, string]> => {
    return [page, fillFences(await readFile(new URL(page, ROOT), 'utf8'), document)];
  });
  return new Map(await Promise.all(pages));
}

/** Returns a page with the content of each known fence replaced. */
export function fillFences(page: string, document: ContractDocument): string {
  return page.replaceAll(/^```text (\w+)\n[^]*?^```$/gm, (fence, name: string) => {
    const rows = fences[name]?.(document);
    return rows === undefined ? fence : `\`\`\`text ${name}\n${inColumns(rows)}\`\`\``;
  });
}

function precedenceRows(document: ContractDocument): readonly (readonly string[])[] {
  const responses = contractOperations(document).flatMap((operation) => operation.responses);
  return document['x-precedence'].map(({ scenario, basis }, index) => {
    const status = responses.find(({ examples }) => Object.hasOwn(examples, scenario))?.status;
    return [`${index + 1}.`.padStart(3), scenario, String(status), `[${basis}]`];
  });
}

function limitRows(document: ContractDocument): readonly (readonly string[])[] {
  const { schemas, parameters } = document.components;
  const { BulkCreate } = schemas;
  const { Size, Filter, Fields, Expand } = parameters;
  return [
    ['body', `at most ${document['x-limits'].bodyBytes} bytes`],
    ['batch', `${BulkCreate?.minItems} to ${BulkCreate?.maxItems} items`],
    [
      'size',
      `${Size?.schema.minimum} to ${Size?.schema.maximum} records a page, ${String(Size?.schema.default)} by default`,
    ],
    [
      'filter',
      `at most ${Filter?.schema.maxProperties}, each with a value of at most ${Filter?.schema.additionalProperties?.maxLength} characters`,
    ],
    ['fields', `at most ${Fields?.schema.maxItems}`],
    ['expand', `at most ${Expand?.schema.maxItems}`],
  ];
}

function inColumns(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widthOf(column)))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
