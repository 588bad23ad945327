// Generated from openapi.yaml by `npm run generate`. Do not edit.

/** The operations of the contract, with their descriptions and failures. */
export interface DocumentedOperations {
  /**
   * List the records of an entity.
   *
   * Returns one page of records. Page numbers start at 0. A page past the end has empty `data`; `meta` contains the number
   * of pages. A record must match all filters. `sort` determines the order; records that compare equal are ordered by `id`.
   *
   * Failures:
   * - `400 BAD_REQUEST`: Bad request
   * - `401 UNAUTHORIZED`: Invalid API key; Expired API key; Wrong workspace
   * - `404 NOT_FOUND`: Entity not found
   * - `500 INTERNAL_ERROR`: Internal error
   */
  readonly listRecords: 'listRecords';
  /**
   * Create a record.
   *
   * Creates one record and returns it as stored, with its generated `id`. If a column is omitted, its value is null; if
   * the column is not nullable, the request fails with a validation error.
   *
   * Failures:
   * - `400 BAD_REQUEST`: Bad request
   * - `400 FOREIGN_KEY_VIOLATION`: Foreign key violation
   * - `401 UNAUTHORIZED`: Invalid API key; Expired API key; Wrong workspace
   * - `403 FORBIDDEN`: Read-only key
   * - `404 NOT_FOUND`: Entity not found
   * - `409 WORKSPACE_STATUS`: Workspace in restricted mode
   * - `409 UNIQUE_CONSTRAINT_VIOLATION`: Unique constraint violation
   * - `422 VALIDATION_ERROR`: Validation error
   * - `500 INTERNAL_ERROR`: Internal error
   */
  readonly createRecord: 'createRecord';
  /**
   * Get a record.
   *
   * Returns one record. `fields` selects columns, and `expand` adds related records.
   *
   * Failures:
   * - `400 BAD_REQUEST`: Bad request
   * - `401 UNAUTHORIZED`: Invalid API key; Expired API key; Wrong workspace
   * - `404 NOT_FOUND`: Entity not found; Record not found
   * - `500 INTERNAL_ERROR`: Internal error
   */
  readonly getRecord: 'getRecord';
  /**
   * Update a record.
   *
   * Changes the columns that are sent, keeps the others, and returns the whole record as stored. Sending the value that the
   * record already has is not a conflict, even in a unique column.
   *
   * Failures:
   * - `400 BAD_REQUEST`: Bad request
   * - `400 FOREIGN_KEY_VIOLATION`: Foreign key violation
   * - `401 UNAUTHORIZED`: Invalid API key; Expired API key; Wrong workspace
   * - `403 FORBIDDEN`: Read-only key
   * - `404 NOT_FOUND`: Entity not found; Record not found
   * - `409 WORKSPACE_STATUS`: Workspace in restricted mode
   * - `409 UNIQUE_CONSTRAINT_VIOLATION`: Unique constraint violation
   * - `422 VALIDATION_ERROR`: Validation error
   * - `500 INTERNAL_ERROR`: Internal error
   */
  readonly updateRecord: 'updateRecord';
  /**
   * Delete a record.
   *
   * Deletes one record. If other records reference it, it is not deleted, and the message names the referencing table.
   *
   * Failures:
   * - `400 BAD_REQUEST`: Bad request
   * - `400 FOREIGN_KEY_VIOLATION`: Record still referenced
   * - `401 UNAUTHORIZED`: Invalid API key; Expired API key; Wrong workspace
   * - `403 FORBIDDEN`: Read-only key
   * - `404 NOT_FOUND`: Entity not found; Record not found
   * - `409 WORKSPACE_STATUS`: Workspace in restricted mode
   * - `500 INTERNAL_ERROR`: Internal error
   */
  readonly deleteRecord: 'deleteRecord';
  /**
   * Create many records.
   *
   * Creates a batch of records. Each item succeeds or fails independently: a failed item does not stop the others. If the
   * request itself is valid, the status is 200, even if items fail. `errors` lists the failed items by index, each with the
   * error object that a request for that item only would have returned.
   *
   * Failures:
   * - `400 BAD_REQUEST`: Bad request
   * - `401 UNAUTHORIZED`: Invalid API key; Expired API key; Wrong workspace
   * - `403 FORBIDDEN`: Read-only key
   * - `404 NOT_FOUND`: Entity not found
   * - `409 WORKSPACE_STATUS`: Workspace in restricted mode
   * - `500 INTERNAL_ERROR`: Internal error
   */
  readonly bulkCreateRecords: 'bulkCreateRecords';
  /**
   * Update many records.
   *
   * Updates a batch of records. Each item contains the `id` of its record and the columns to change, and succeeds or fails
   * independently.
   *
   * Failures:
   * - `400 BAD_REQUEST`: Bad request
   * - `401 UNAUTHORIZED`: Invalid API key; Expired API key; Wrong workspace
   * - `403 FORBIDDEN`: Read-only key
   * - `404 NOT_FOUND`: Entity not found
   * - `409 WORKSPACE_STATUS`: Workspace in restricted mode
   * - `500 INTERNAL_ERROR`: Internal error
   */
  readonly bulkUpdateRecords: 'bulkUpdateRecords';
  /**
   * Delete many records.
   *
   * Deletes a batch of records by `id`. Each item succeeds or fails independently.
   *
   * **Some gateways and clients drop the body of a DELETE request.** The server then receives no body and returns
   * 400. If that happens to you, delete the records one at a time.
   *
   * Failures:
   * - `400 BAD_REQUEST`: Bad request
   * - `401 UNAUTHORIZED`: Invalid API key; Expired API key; Wrong workspace
   * - `403 FORBIDDEN`: Read-only key
   * - `404 NOT_FOUND`: Entity not found
   * - `409 WORKSPACE_STATUS`: Workspace in restricted mode
   * - `500 INTERNAL_ERROR`: Internal error
   */
  readonly bulkDeleteRecords: 'bulkDeleteRecords';
}
