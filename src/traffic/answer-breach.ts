import type { ScenarioName } from '../contract/index.ts';
import type { JudgedBreach } from '../judge/index.ts';

/** A violation, with the sentence of the contract that it violates. */
export interface AnswerBreach extends JudgedBreach {
  readonly contract: string;
  /** The failure that the contract requires instead, if it is known. */
  readonly instead?: ScenarioName;
  /** What would explain it. Other exchanges of the recording show whether that is so. Nothing by default. */
  readonly unless?: Doubt;
}

/** What may explain a difference from the contract: the workspace does not exist, or the recording leaves out keys. */
export type Doubt = 'noSuchWorkspace' | 'keysNotRecorded';
