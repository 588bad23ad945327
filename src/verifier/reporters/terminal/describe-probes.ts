import type { Report } from '../../report/report.ts';
import { markOfProbe } from '../marks.ts';
import { paintedMark } from '../matrix.ts';
import type { Paint } from '../paint.ts';

const WIDEST_LINE = 100;

/** Lists the probes with their marks, on as few lines as possible; empty if none ran. */
export function describeProbes({ probes }: Report, paint: Paint): readonly string[] {
  if (probes.length === 0) return [];
  const title = 'Probes';
  const lines: string[] = [];
  let width = WIDEST_LINE;
  for (const outcome of probes) {
    const needed = outcome.probe.length + 4;
    const painted = `${paintedMark(markOfProbe(outcome), paint)} ${outcome.probe}`;
    const last = lines.at(-1);
    if (last === undefined || width + needed > WIDEST_LINE) {
      lines.push(painted);
      width = title.length + needed;
    } else {
      lines.splice(-1, 1, `${last}  ${painted}`);
      width += needed;
    }
  }
  const indent = ' '.repeat(title.length + 2);
  return [`${paint.bold(title)}  ${lines.join(`\n${indent}`)}`];
}
