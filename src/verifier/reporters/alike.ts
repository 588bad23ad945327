import type { Finding } from '../report/report.ts';

/** Findings that say the same of several cases; never empty. */
export type Alike<Each extends Finding = Finding> = readonly [Each, ...Each[]];

/** Puts findings together that say the same of one scenario, so that one flaw is told once. The order of each first stays. */
export function alike<Each extends Finding>(findings: readonly Each[]): readonly Alike<Each>[] {
  return grouped(findings, ({ check, scenario, message }) => [check, scenario, message].join(' '));
}

/** Puts notes together that say the same of anything: what an implementation does its own way, it does everywhere. */
export function alikeNotes(notes: readonly Finding[]): readonly Alike[] {
  return grouped(notes, ({ message }) => message);
}

function grouped<Each extends Finding>(
  findings: readonly Each[],
  keyOf: (finding: Each) => string,
): readonly Alike<Each>[] {
  return [...Map.groupBy(findings, keyOf).values()].flatMap(([first, ...others]): readonly Alike<Each>[] =>
    first === undefined ? [] : [[first, ...others]],
  );
}

/** Where else a breach was met: `updateRecord, createRecord (onCreate)`, the variant where it is another than the first. */
export function othersOf([first, ...others]: Alike): string {
  return [...Map.groupBy(others, ({ operationId }) => operationId)]
    .map(([operationId, group]) => {
      const variants = [...new Set(group.map(({ variant }) => variant))];
      return variants.join() === first.variant ? operationId : `${operationId} (${variants.join(', ')})`;
    })
    .join(', ');
}
