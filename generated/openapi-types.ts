// Generated from openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/{entityName}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
            };
            readonly cookie?: never;
        };
        /**
         * List the records of an entity
         * @description Returns one page of records. Page numbers start at 0. A page past the end has empty `data`; `meta` contains the number
         *     of pages. A record must match all filters. `sort` determines the order; records that compare equal are ordered by `id`.
         */
        readonly get: operations["listRecords"];
        readonly put?: never;
        /**
         * Create a record
         * @description Creates one record and returns it as stored, with its generated `id`. If a column is omitted, its value is null; if
         *     the column is not nullable, the request fails with a validation error.
         */
        readonly post: operations["createRecord"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{entityName}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
                /** @description The id of the record. Ids are generated integers. Any other id, whatever its form, is not found. */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a record
         * @description Returns one record. `fields` selects columns, and `expand` adds related records.
         */
        readonly get: operations["getRecord"];
        /**
         * Update a record
         * @description Changes the columns that are sent, keeps the others, and returns the whole record as stored. Sending the value that the
         *     record already has is not a conflict, even in a unique column.
         */
        readonly put: operations["updateRecord"];
        readonly post?: never;
        /**
         * Delete a record
         * @description Deletes one record. If other records reference it, it is not deleted, and the message names the referencing table.
         */
        readonly delete: operations["deleteRecord"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{entityName}/bulk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Update many records
         * @description Updates a batch of records. Each item contains the `id` of its record and the columns to change, and succeeds or fails
         *     independently.
         */
        readonly put: operations["bulkUpdateRecords"];
        /**
         * Create many records
         * @description Creates a batch of records. Each item succeeds or fails independently: a failed item does not stop the others. If the
         *     request itself is valid, the status is 200, even if items fail. `errors` lists the failed items by index, each with the
         *     error object that a request for that item only would have returned.
         */
        readonly post: operations["bulkCreateRecords"];
        /**
         * Delete many records
         * @description Deletes a batch of records by `id`. Each item succeeds or fails independently.
         *
         *     **Some gateways and clients drop the body of a DELETE request.** The server then receives no body and returns
         *     400. If that happens to you, delete the records one at a time.
         */
        readonly delete: operations["bulkDeleteRecords"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A failure with status 400, for operations without references. */
        readonly BadRequestEnvelope: {
            readonly error: components["schemas"]["BadRequestError"];
        };
        /** @description Invalid request body or parameters. */
        readonly BadRequestError: {
            /**
             * @description For programs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly code: "BAD_REQUEST";
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description A failure with status 400. */
        readonly BadRequestOrForeignKeyViolationEnvelope: {
            /** @description What failed. `code` distinguishes the two. */
            readonly error: components["schemas"]["BadRequestError"] | components["schemas"]["ForeignKeyViolationError"];
        };
        /** @description The new records. */
        readonly BulkCreate: readonly components["schemas"]["RecordValues"][];
        /** @description The ids of the records. */
        readonly BulkDelete: readonly number[];
        /** @description One item that failed, and the error that a request for that item only would have returned. */
        readonly BulkItemFailure: {
            /** @description The same error object as in an envelope. */
            readonly error: components["schemas"]["NotFoundError"] | components["schemas"]["UniqueConstraintViolationError"] | components["schemas"]["ForeignKeyViolationError"] | components["schemas"]["ValidationError"] | components["schemas"]["InternalError"];
            /** @description The position of the item in the batch, starting at 0. */
            readonly index: number;
        };
        /** @description The result of a batch. */
        readonly BulkResult: {
            /** @description The items that failed, in the order of the batch. Absent if no item failed. */
            readonly errors?: readonly components["schemas"]["BulkItemFailure"][];
            /** @description The number of items that failed. `errors` has one entry for each of them. */
            readonly failed: number;
            /** @description The number of items that succeeded. */
            readonly succeeded: number;
        };
        /** @description The changes. */
        readonly BulkUpdate: readonly components["schemas"]["RecordChange"][];
        /** @description One problem with one field. */
        readonly ErrorDetail: {
            /** @description The name of the field, as sent. */
            readonly field: string;
            /** @description For people. Describes what is wrong with the field; see `x-constraint-messages`. */
            readonly message: string;
        };
        /** @description For people. Describes what went wrong, with the values that were sent. */
        readonly ErrorMessage: string;
        /** @description A failure with status 403. */
        readonly ForbiddenEnvelope: {
            readonly error: components["schemas"]["ForbiddenError"];
        };
        /** @description The API key does not have permission for this operation. */
        readonly ForbiddenError: {
            /**
             * @description For programs.
             * @constant
             */
            readonly code: "FORBIDDEN";
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description The referenced record does not exist, or the record is still referenced. */
        readonly ForeignKeyViolationError: {
            /**
             * @description For programs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly code: "FOREIGN_KEY_VIOLATION";
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description Unexpected server error. */
        readonly InternalError: {
            /**
             * @description For programs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly code: "INTERNAL_ERROR";
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description A failure with status 500. */
        readonly InternalErrorEnvelope: {
            readonly error: components["schemas"]["InternalError"];
        };
        /** @description A failure with status 404. */
        readonly NotFoundEnvelope: {
            readonly error: components["schemas"]["NotFoundError"];
        };
        /** @description Entity or record not found. */
        readonly NotFoundError: {
            /**
             * @description For programs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly code: "NOT_FOUND";
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description The position and size of a page, and the number of matching records. */
        readonly PageMeta: {
            /** @description The requested page, starting at 0. */
            readonly page: number;
            /** @description The maximum number of records per page. */
            readonly size: number;
            /** @description The total number of matching records. */
            readonly totalElements: number;
            /** @description The total number of pages, which is `totalElements / size`, rounded up. */
            readonly totalPages: number;
        };
        /** @description The columns to change in one record of a batch. */
        readonly RecordChange: {
            /** @description The id of the record to change. */
            readonly id: number;
        } & {
            readonly [key: string]: unknown;
        };
        /** @description One page of records. */
        readonly RecordPage: {
            /** @description The records of the page, in the requested order. */
            readonly data: readonly components["schemas"]["StoredRecord"][];
            /** @description The position and size of the page. */
            readonly meta: components["schemas"]["PageMeta"];
        };
        /** @description Values by column. The definition of the entity determines its columns and the values they accept. */
        readonly RecordValues: {
            readonly [key: string]: unknown;
        };
        /** @description One record. */
        readonly SingleRecord: {
            /** @description The record. */
            readonly data: components["schemas"]["StoredRecord"];
        };
        /** @description A record as stored. It contains every column of the entity; a column without a value is null. */
        readonly StoredRecord: {
            /** @description The generated id of the record. */
            readonly id: number;
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A failure with status 401. */
        readonly UnauthorizedEnvelope: {
            readonly error: components["schemas"]["UnauthorizedError"];
        };
        /** @description Missing, invalid or expired API key. */
        readonly UnauthorizedError: {
            /**
             * @description For programs.
             * @constant
             */
            readonly code: "UNAUTHORIZED";
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description Duplicate value for a unique column. */
        readonly UniqueConstraintViolationError: {
            /**
             * @description For programs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly code: "UNIQUE_CONSTRAINT_VIOLATION";
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description The data fails constraint validation. */
        readonly ValidationError: {
            /**
             * @description For programs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly code: "VALIDATION_ERROR";
            /** @description What is wrong with each invalid field. The message contains the number of entries. */
            readonly details: readonly components["schemas"]["ErrorDetail"][];
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description A failure with status 422. */
        readonly ValidationErrorEnvelope: {
            readonly error: components["schemas"]["ValidationError"];
        };
        /** @description A failure with status 409, for operations that cannot create a duplicate. */
        readonly WorkspaceStatusEnvelope: {
            readonly error: components["schemas"]["WorkspaceStatusError"];
        };
        /** @description The workspace's access mode prevents this operation. */
        readonly WorkspaceStatusError: {
            /**
             * @description For programs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly code: "WORKSPACE_STATUS";
            readonly message: components["schemas"]["ErrorMessage"];
        };
        /** @description A failure with status 409. */
        readonly WorkspaceStatusOrUniqueConstraintViolationEnvelope: {
            /** @description What failed. `code` distinguishes the two. */
            readonly error: components["schemas"]["WorkspaceStatusError"] | components["schemas"]["UniqueConstraintViolationError"];
        };
    };
    responses: {
        /** @description The body or a parameter of the request is invalid. */
        readonly BadRequest: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["BadRequestEnvelope"];
            };
        };
        /** @description The body or a parameter of the request is invalid, or the record references one that does not exist. */
        readonly BadRequestOrForeignKeyViolation: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["BadRequestOrForeignKeyViolationEnvelope"];
            };
        };
        /** @description The path of the request is malformed, or other records still reference this one. */
        readonly BadRequestOrRecordReferenced: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["BadRequestOrForeignKeyViolationEnvelope"];
            };
        };
        /** @description The request was accepted. The body contains the result of each item. */
        readonly BulkResult: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["BulkResult"];
            };
        };
        /** @description The workspace does not have this entity. */
        readonly EntityNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NotFoundEnvelope"];
            };
        };
        /** @description The workspace does not have this entity, or the entity does not have this record. */
        readonly EntityOrRecordNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NotFoundEnvelope"];
            };
        };
        /** @description An unexpected error occurred on the server. */
        readonly InternalError: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["InternalErrorEnvelope"];
            };
        };
        /** @description The API key is read-only. */
        readonly ReadOnlyKey: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ForbiddenEnvelope"];
            };
        };
        /** @description The API key is missing, invalid or expired, or belongs to another workspace. */
        readonly Unauthorized: {
            headers: {
                readonly "WWW-Authenticate": components["headers"]["BearerChallenge"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["UnauthorizedEnvelope"];
            };
        };
        /** @description The data violates the entity's constraints. `details` lists every invalid field. */
        readonly ValidationError: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ValidationErrorEnvelope"];
            };
        };
        /** @description The workspace's access mode does not allow writes. */
        readonly WorkspaceRestricted: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["WorkspaceStatusEnvelope"];
            };
        };
        /** @description The workspace's access mode does not allow writes, or a unique column already has the value. */
        readonly WorkspaceRestrictedOrUniqueConstraintViolation: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["WorkspaceStatusOrUniqueConstraintViolationEnvelope"];
            };
        };
    };
    parameters: {
        /** @description The name of the entity, which is case-sensitive. */
        readonly EntityName: string;
        /** @description The relations to expand, that is, whose records to add. `relation.relation` expands a nested relation. By default, no relation is expanded. */
        readonly Expand: readonly string[];
        /** @description The columns to return in addition to `id`. `relation.column` selects a column of an expanded relation. By default, all columns are returned. */
        readonly Fields: readonly string[];
        /**
         * @description `filter[column]=value` or `filter[column.operator]=value`. A record must match all filters. The operators are `eq`, `neq`,
         *     `gt`, `gte`, `lt`, `lte`, `like` (a case-sensitive substring), `in` (a list separated by commas; write `\,` for a comma in a
         *     value), `isNull` and `isNotNull` (`true` or `false`).
         */
        readonly Filter: {
            readonly [key: string]: string;
        };
        /** @description The id of the record. Ids are generated integers. Any other id, whatever its form, is not found. */
        readonly Id: string;
        /** @description The page to return, starting at 0. */
        readonly Page: number;
        /** @description The maximum number of records per page. */
        readonly Size: number;
        /** @description The column to sort by and the direction, `column,asc` or `column,desc`. */
        readonly Sort: string;
    };
    requestBodies: never;
    headers: {
        /** @description The challenge that RFC 9110 (section 11.6.1) requires in every 401. Its scheme is `Bearer` (RFC 6750). */
        readonly BearerChallenge: string;
        /** @description The id of the request, sent by the caller in `X-Request-Id` or generated by the server. Quote it to support. */
        readonly RequestId: string;
    };
    pathItems: never;
}
export type SchemaBadRequestEnvelope = components['schemas']['BadRequestEnvelope'];
export type SchemaBadRequestError = components['schemas']['BadRequestError'];
export type SchemaBadRequestOrForeignKeyViolationEnvelope = components['schemas']['BadRequestOrForeignKeyViolationEnvelope'];
export type SchemaBulkCreate = components['schemas']['BulkCreate'];
export type SchemaBulkDelete = components['schemas']['BulkDelete'];
export type SchemaBulkItemFailure = components['schemas']['BulkItemFailure'];
export type SchemaBulkResult = components['schemas']['BulkResult'];
export type SchemaBulkUpdate = components['schemas']['BulkUpdate'];
export type SchemaErrorDetail = components['schemas']['ErrorDetail'];
export type SchemaErrorMessage = components['schemas']['ErrorMessage'];
export type SchemaForbiddenEnvelope = components['schemas']['ForbiddenEnvelope'];
export type SchemaForbiddenError = components['schemas']['ForbiddenError'];
export type SchemaForeignKeyViolationError = components['schemas']['ForeignKeyViolationError'];
export type SchemaInternalError = components['schemas']['InternalError'];
export type SchemaInternalErrorEnvelope = components['schemas']['InternalErrorEnvelope'];
export type SchemaNotFoundEnvelope = components['schemas']['NotFoundEnvelope'];
export type SchemaNotFoundError = components['schemas']['NotFoundError'];
export type SchemaPageMeta = components['schemas']['PageMeta'];
export type SchemaRecordChange = components['schemas']['RecordChange'];
export type SchemaRecordPage = components['schemas']['RecordPage'];
export type SchemaRecordValues = components['schemas']['RecordValues'];
export type SchemaSingleRecord = components['schemas']['SingleRecord'];
export type SchemaStoredRecord = components['schemas']['StoredRecord'];
export type SchemaUnauthorizedEnvelope = components['schemas']['UnauthorizedEnvelope'];
export type SchemaUnauthorizedError = components['schemas']['UnauthorizedError'];
export type SchemaUniqueConstraintViolationError = components['schemas']['UniqueConstraintViolationError'];
export type SchemaValidationError = components['schemas']['ValidationError'];
export type SchemaValidationErrorEnvelope = components['schemas']['ValidationErrorEnvelope'];
export type SchemaWorkspaceStatusEnvelope = components['schemas']['WorkspaceStatusEnvelope'];
export type SchemaWorkspaceStatusError = components['schemas']['WorkspaceStatusError'];
export type SchemaWorkspaceStatusOrUniqueConstraintViolationEnvelope = components['schemas']['WorkspaceStatusOrUniqueConstraintViolationEnvelope'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseBadRequestOrForeignKeyViolation = components['responses']['BadRequestOrForeignKeyViolation'];
export type ResponseBadRequestOrRecordReferenced = components['responses']['BadRequestOrRecordReferenced'];
export type ResponseBulkResult = components['responses']['BulkResult'];
export type ResponseEntityNotFound = components['responses']['EntityNotFound'];
export type ResponseEntityOrRecordNotFound = components['responses']['EntityOrRecordNotFound'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseReadOnlyKey = components['responses']['ReadOnlyKey'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseValidationError = components['responses']['ValidationError'];
export type ResponseWorkspaceRestricted = components['responses']['WorkspaceRestricted'];
export type ResponseWorkspaceRestrictedOrUniqueConstraintViolation = components['responses']['WorkspaceRestrictedOrUniqueConstraintViolation'];
export type ParameterEntityName = components['parameters']['EntityName'];
export type ParameterExpand = components['parameters']['Expand'];
export type ParameterFields = components['parameters']['Fields'];
export type ParameterFilter = components['parameters']['Filter'];
export type ParameterId = components['parameters']['Id'];
export type ParameterPage = components['parameters']['Page'];
export type ParameterSize = components['parameters']['Size'];
export type ParameterSort = components['parameters']['Sort'];
export type HeaderBearerChallenge = components['headers']['BearerChallenge'];
export type HeaderRequestId = components['headers']['RequestId'];
export type $defs = Record<string, never>;
export interface operations {
    readonly listRecords: {
        readonly parameters: {
            readonly query?: {
                /** @description The relations to expand, that is, whose records to add. `relation.relation` expands a nested relation. By default, no relation is expanded. */
                readonly expand?: components["parameters"]["Expand"];
                /** @description The columns to return in addition to `id`. `relation.column` selects a column of an expanded relation. By default, all columns are returned. */
                readonly fields?: components["parameters"]["Fields"];
                /**
                 * @description `filter[column]=value` or `filter[column.operator]=value`. A record must match all filters. The operators are `eq`, `neq`,
                 *     `gt`, `gte`, `lt`, `lte`, `like` (a case-sensitive substring), `in` (a list separated by commas; write `\,` for a comma in a
                 *     value), `isNull` and `isNotNull` (`true` or `false`).
                 */
                readonly filter?: components["parameters"]["Filter"];
                /** @description The page to return, starting at 0. */
                readonly page?: components["parameters"]["Page"];
                /** @description The maximum number of records per page. */
                readonly size?: components["parameters"]["Size"];
                /** @description The column to sort by and the direction, `column,asc` or `column,desc`. */
                readonly sort?: components["parameters"]["Sort"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of records. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecordPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["EntityNotFound"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly createRecord: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
            };
            readonly cookie?: never;
        };
        /** @description The values of the new record, by column. `id` is generated, so it can't be sent. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordValues"];
            };
        };
        readonly responses: {
            /** @description The record was created. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SingleRecord"];
                };
            };
            readonly 400: components["responses"]["BadRequestOrForeignKeyViolation"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ReadOnlyKey"];
            readonly 404: components["responses"]["EntityNotFound"];
            readonly 409: components["responses"]["WorkspaceRestrictedOrUniqueConstraintViolation"];
            readonly 422: components["responses"]["ValidationError"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly getRecord: {
        readonly parameters: {
            readonly query?: {
                /** @description The relations to expand, that is, whose records to add. `relation.relation` expands a nested relation. By default, no relation is expanded. */
                readonly expand?: components["parameters"]["Expand"];
                /** @description The columns to return in addition to `id`. `relation.column` selects a column of an expanded relation. By default, all columns are returned. */
                readonly fields?: components["parameters"]["Fields"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
                /** @description The id of the record. Ids are generated integers. Any other id, whatever its form, is not found. */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The record. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SingleRecord"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["EntityOrRecordNotFound"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly updateRecord: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
                /** @description The id of the record. Ids are generated integers. Any other id, whatever its form, is not found. */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description The values to change, by column. Omitted columns keep their values. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordValues"];
            };
        };
        readonly responses: {
            /** @description The record was updated. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SingleRecord"];
                };
            };
            readonly 400: components["responses"]["BadRequestOrForeignKeyViolation"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ReadOnlyKey"];
            readonly 404: components["responses"]["EntityOrRecordNotFound"];
            readonly 409: components["responses"]["WorkspaceRestrictedOrUniqueConstraintViolation"];
            readonly 422: components["responses"]["ValidationError"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly deleteRecord: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
                /** @description The id of the record. Ids are generated integers. Any other id, whatever its form, is not found. */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The record was deleted. The response has no body. */
            readonly 204: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequestOrRecordReferenced"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ReadOnlyKey"];
            readonly 404: components["responses"]["EntityOrRecordNotFound"];
            readonly 409: components["responses"]["WorkspaceRestricted"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly bulkUpdateRecords: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
            };
            readonly cookie?: never;
        };
        /** @description The changes, each with the `id` of its record. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkUpdate"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["BulkResult"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ReadOnlyKey"];
            readonly 404: components["responses"]["EntityNotFound"];
            readonly 409: components["responses"]["WorkspaceRestricted"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly bulkCreateRecords: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
            };
            readonly cookie?: never;
        };
        /** @description The new records. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkCreate"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["BulkResult"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ReadOnlyKey"];
            readonly 404: components["responses"]["EntityNotFound"];
            readonly 409: components["responses"]["WorkspaceRestricted"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly bulkDeleteRecords: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of the entity, which is case-sensitive. */
                readonly entityName: components["parameters"]["EntityName"];
            };
            readonly cookie?: never;
        };
        /** @description The ids of the records to delete. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkDelete"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["BulkResult"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ReadOnlyKey"];
            readonly 404: components["responses"]["EntityNotFound"];
            readonly 409: components["responses"]["WorkspaceRestricted"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
}
