import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { packageNames, ROOT } from './project.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
}

/** The members of a bill of materials that the tests read. */
interface Bill {
  readonly bomFormat: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const json = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/sbom.ts')]);
});

describe.each(packageNames)('the bill of materials of %s', (name) => {
  const bill = (): Bill => json(`dist/sbom/${name}.cdx.json`);
  const { version, license, dependencies = {} } = json(`dist/${name}/package.json`);

  it('names the package, its version and its license', () => {
    const { bomFormat, metadata } = bill();
    expect(bomFormat).toBe('CycloneDX');
    expect(metadata.component).toMatchObject({
      name,
      version,
      purl: `pkg:npm/${name}@${version}`,
      licenses: [{ license: { id: license } }],
    });
  });

  it('lists exactly what the package depends on, and what that depends on', () => {
    const { metadata, components, dependencies: edges } = bill();
    const dependenciesOf = (ref: string): readonly string[] => edges.find((each) => each.ref === ref)?.dependsOn ?? [];
    const own = dependenciesOf(metadata.component['bom-ref']);
    expect(own.toSorted()).toEqual(
      Object.entries(dependencies)
        .map(([each, is]) => `${each}@${is}`)
        .toSorted(),
    );
    const reached = new Set(own);
    for (const ref of reached) for (const next of dependenciesOf(ref)) reached.add(next);
    expect(components.map((each) => each['bom-ref']).toSorted()).toEqual([...reached].toSorted());
  });

  it('identifies every component by a package URL', () => {
    const { components } = bill();
    const unknown = components.filter(({ purl, name: of }) => !decodeURIComponent(purl).startsWith(`pkg:npm/${of}@`));
    expect(unknown).toEqual([]);
  });
});
