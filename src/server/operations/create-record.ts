import { requireRecord } from '../body.ts';
import type { Operation } from '../operation.ts';
import { writeNewRecord } from '../record.ts';

/** Creates one record and answers it as it was stored. */
export const createRecord: Operation = (request) =>
  writeNewRecord(request, requireRecord(request.body)).then((data) => ({ data }));
