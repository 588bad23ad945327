import { isNormative } from './basis.ts';
import type { SentCase } from './exchange.ts';
import type { JudgedBreach } from './judge.ts';
import { judge } from './judge.ts';
import type { Selection } from './selection.ts';
import { selectsCheck } from './selection.ts';
import type { SenderRun } from './sender-run.ts';
import type { SenderName } from './senders/sender.ts';

/** A case after it was sent and judged. */
export interface JudgedCase extends SentCase {
  readonly sender: SenderName;
  readonly breaches: readonly JudgedBreach[];
}

/** Judges whatever a run has sent, by the checks that are wanted. */
export function judgeRun({ sender, sent }: SenderRun, selection: Selection): readonly JudgedCase[] {
  return sent.map((each) => ({
    ...each,
    sender,
    breaches: judge(each).filter(({ check }) => selectsCheck(selection, check)),
  }));
}

/** What counts against a run: findings always, notes where they were asked to. */
export type FailOn = 'finding' | 'note';

/** Whether a breach fails the case. */
export function counts({ basis }: JudgedBreach, failOn: FailOn): boolean {
  return failOn === 'note' || isNormative(basis);
}
