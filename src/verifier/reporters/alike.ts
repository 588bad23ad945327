import type { Finding } from '../report/report.ts';

/** Findings that report the same violation for several cases; never empty. */
export type Alike<Each extends Finding = Finding> = readonly [Each, ...Each[]];

/** Groups findings that report the same violation of one scenario, so that each flaw is reported once. Keeps their order. */
export function alike<Each extends Finding>(findings: readonly Each[]): readonly Alike<Each>[] {
  return grouped(findings, ({ check, scenario, message }) => [check, scenario, message].join(' '));
}

/** Groups notes with the same message: an implementation usually deviates in the same way everywhere. */
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

/**
 * Lists where else a violation occurred, with variants other than the first one's: `updateRecord, createRecord (onCreate)`.
 * Variants can contain commas, so semicolons separate them.
 */
export function othersOf([first, ...others]: Alike): string {
  return [...Map.groupBy(others, ({ operationId }) => operationId)]
    .map(([operationId, group]) => {
      const variants = [...new Set(group.map(({ variant }) => variant))];
      return variants.join() === first.variant ? operationId : `${operationId} (${variants.join('; ')})`;
    })
    .join(', ');
}
