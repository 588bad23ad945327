import type { SentCase, JudgedBreach } from '../../judge/index.ts';
import { judge } from '../../judge/index.ts';
import type { SenderName } from '../senders/sender.ts';
import type { Selection } from './selection.ts';
import { selectsCheck } from './selection.ts';
import type { SenderRun } from './sender-run.ts';

/** A case after it was sent and judged. */
export interface JudgedCase extends SentCase {
  readonly sender: SenderName;
  readonly breaches: readonly JudgedBreach[];
}

/** Runs the selected checks on every case that was sent. */
export function judgeRun({ sender, sent }: SenderRun, selection: Selection): readonly JudgedCase[] {
  return sent.map((each) => ({
    ...each,
    sender,
    breaches: judge(each).filter(({ check }) => selectsCheck(selection, check)),
  }));
}
