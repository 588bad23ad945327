import type { OwnRecord, PlannedRequest, RecordId, RequestDraft } from '../../../plan/index.ts';
import { writeExactJson, writeRequest } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';
import type { GeneratedBody, GeneratedId, GeneratedItem, GeneratedRequest } from './generated-request.ts';

/** A generated request with the ids and values of this run. */
export interface WrittenRequest {
  readonly draft: RequestDraft;
  readonly request: PlannedRequest;
  /** The unique values of the records that it would create. */
  readonly markers: readonly string[];
}

/** Fills in the ids and values of this run. */
export function writeGenerated({ drafts }: ProbeContext, own: OwnRecord, generated: GeneratedRequest): WrittenRequest {
  const { operationId, method, entityName, segments, query, key, headers, body } = generated;
  const idOf = (id: GeneratedId): RecordId =>
    id === 'own' ? own.id : id === 'missing' ? drafts.missingId : id.text;
  const { unique } = drafts.entity;
  const isCreation = operationId === 'createRecord' || operationId === 'bulkCreateRecords';
  const markers: string[] = [];

  const recordOf = ({ id, columns }: GeneratedItem): object => {
    const values = isCreation ? { ...drafts.newValues(), ...columns } : { ...columns, ...drafts.change() };
    if (isCreation) markers.push(String(values[unique]));
    return id === null ? values : { id: idOf(id), ...values };
  };
  const bodyOf = (each: GeneratedBody): string => {
    switch (each.kind) {
      case 'records': {
        const items = each.items.map(recordOf);
        return writeExactJson(operationId.startsWith('bulk') ? items : items[0]);
      }
      case 'ids':
        return writeExactJson(each.ids.map((id) => (id === 'missing' ? drafts.missingId : id)));
      case 'json':
        return writeExactJson(each.value);
      case 'cut': {
        const { body: good = '' } = writeRequest(drafts.validRequest(operationId));
        return good.slice(0, each.at % good.length);
      }
      case 'text':
        return each.text;
    }
  };

  const { key: valid, ...base } = drafts.validRequest(operationId);
  const draft: RequestDraft = {
    ...base,
    ...(entityName === undefined ? {} : { entityName }),
    ...(base.id === undefined ? {} : { id: idOf(generated.id) }),
    ...(segments === undefined
      ? {}
      : { rawPath: segments.map((segment) => `/${encodeURIComponent(segment)}`).join('') }),
    ...(key === '' ? {} : { key: key ?? valid ?? '' }),
    ...(body === undefined ? {} : { rawBody: bodyOf(body) }),
    headers,
  };
  const written = writeRequest(draft);
  const parameters = query.map((pair) => pair.map(encodeURIComponent).join('='));
  const path = parameters.length === 0 ? written.path : `${written.path}?${parameters.join('&')}`;
  return { draft, request: { ...written, path, method: method ?? written.method }, markers };
}
