/**
 * How far a run goes: `documented` sends the cells of the matrix, `strict` adds the probes, `hostile` adds bad input, listed and
 * generated.
 */
export const levels = ['documented', 'strict', 'hostile'] as const;

export type Level = (typeof levels)[number];
