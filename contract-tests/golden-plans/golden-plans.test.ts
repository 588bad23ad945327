import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { differenceText, planText } from './plan-text.ts';
import { goldenTargets } from './targets.ts';

const FOLDER = new URL('./plans/', import.meta.url);
const fileOf = (name: string): URL => new URL(`${name}.txt`, FOLDER);

// What the verifier sends changes only on purpose. Write the files anew, and read what changed in them:
//   UPDATE_PLANS=1 npm test -- golden-plans
const isUpdate = process.env.UPDATE_PLANS === '1';

describe('the plan, unless rewritten by UPDATE_PLANS=1 npm test -- golden-plans, is what it was', () => {
  it.each(goldenTargets)('for the target "$name"', ({ name, target, similar }) => {
    const text = similar === undefined ? planText(target) : differenceText(target, similar);
    if (isUpdate) writeFileSync(fileOf(name), text);
    expect(text).toBe(readFileSync(fileOf(name), 'utf8'));
  });

  it('is kept for these targets and no others', () => {
    const kept = readdirSync(FOLDER).map((file) => file.replace(/\.txt$/, ''));
    expect(kept.toSorted()).toEqual(goldenTargets.map(({ name }) => name).toSorted());
  });
});
