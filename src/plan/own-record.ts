import type { RecordId } from './record-id.ts';
import type { Values } from './target.ts';

/** A record that the run may use, with the values it was created with. */
export interface OwnRecord {
  readonly id: RecordId;
  readonly values: Values;
}

/** A record that the run needs and does not have. */
export interface Unavailable {
  readonly reason: string;
}
