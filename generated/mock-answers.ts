// Generated from openapi.yaml by `npm run generate`. Do not edit.

import type { OperationId } from './catalogue.ts';

export interface MockAnswers {
  readonly defaults: Readonly<Record<string, string>>;
  /** The violations of a request that sends neither a parameter nor a body. */
  readonly violations: readonly string[];
  readonly answers: readonly { readonly status: number; readonly example?: string; readonly body?: unknown }[];
}

export const mockAnswers: { readonly operations: { readonly [Id in OperationId]: MockAnswers } } = {
  operations: {
  "listRecords": {
    "defaults": {
      "page": "0",
      "size": "20"
    },
    "violations": [],
    "answers": [
      {
        "status": 200,
        "example": "firstPage",
        "body": {
          "data": [
            {
              "id": 1,
              "name": "Jane Doe",
              "email": "jane@example.com",
              "age": 34,
              "website": null
            },
            {
              "id": 2,
              "name": "John Doe",
              "email": "john@example.com",
              "age": null,
              "website": null
            }
          ],
          "meta": {
            "page": 0,
            "size": 2,
            "totalElements": 3,
            "totalPages": 2
          }
        }
      },
      {
        "status": 400,
        "example": "badRequest",
        "body": {
          "error": {
            "code": "BAD_REQUEST",
            "message": "Parameter page must be a whole number, 0 or more"
          }
        }
      },
      {
        "status": 401,
        "example": "invalidApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "Invalid API key"
          }
        }
      },
      {
        "status": 401,
        "example": "expiredApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key has expired"
          }
        }
      },
      {
        "status": 401,
        "example": "wrongWorkspace",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key is not valid for this workspace"
          }
        }
      },
      {
        "status": 404,
        "example": "entityNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Entity not found: Custoer"
          }
        }
      },
      {
        "status": 500,
        "example": "internalError",
        "body": {
          "error": {
            "code": "INTERNAL_ERROR",
            "message": "An unexpected error occurred"
          }
        }
      }
    ]
  },
  "createRecord": {
    "defaults": {},
    "violations": [
      "Body parameter is required"
    ],
    "answers": [
      {
        "status": 201,
        "example": "customer",
        "body": {
          "data": {
            "id": 1,
            "name": "Jane Doe",
            "email": "jane@example.com",
            "age": 34,
            "website": null
          }
        }
      },
      {
        "status": 400,
        "example": "badRequest",
        "body": {
          "error": {
            "code": "BAD_REQUEST",
            "message": "Parameter page must be a whole number, 0 or more"
          }
        }
      },
      {
        "status": 400,
        "example": "foreignKeyViolation",
        "body": {
          "error": {
            "code": "FOREIGN_KEY_VIOLATION",
            "message": "Referenced customer_id '999' does not exist in customers"
          }
        }
      },
      {
        "status": 401,
        "example": "invalidApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "Invalid API key"
          }
        }
      },
      {
        "status": 401,
        "example": "expiredApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key has expired"
          }
        }
      },
      {
        "status": 401,
        "example": "wrongWorkspace",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key is not valid for this workspace"
          }
        }
      },
      {
        "status": 403,
        "example": "readOnlyKey",
        "body": {
          "error": {
            "code": "FORBIDDEN",
            "message": "This API key has READ_ONLY permissions — data modifications are not allowed"
          }
        }
      },
      {
        "status": 404,
        "example": "entityNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Entity not found: Custoer"
          }
        }
      },
      {
        "status": 409,
        "example": "workspaceRestricted",
        "body": {
          "error": {
            "code": "WORKSPACE_STATUS",
            "message": "Workspace is in read-only mode"
          }
        }
      },
      {
        "status": 409,
        "example": "uniqueConstraintViolation",
        "body": {
          "error": {
            "code": "UNIQUE_CONSTRAINT_VIOLATION",
            "message": "A record with email 'jane@example.com' already exists"
          }
        }
      },
      {
        "status": 422,
        "example": "validationError",
        "body": {
          "error": {
            "code": "VALIDATION_ERROR",
            "message": "Validation failed: 2 error(s)",
            "details": [
              {
                "field": "email",
                "message": "must be a valid email address"
              },
              {
                "field": "age",
                "message": "must be at least 0"
              }
            ]
          }
        }
      },
      {
        "status": 500,
        "example": "internalError",
        "body": {
          "error": {
            "code": "INTERNAL_ERROR",
            "message": "An unexpected error occurred"
          }
        }
      }
    ]
  },
  "getRecord": {
    "defaults": {},
    "violations": [],
    "answers": [
      {
        "status": 200,
        "example": "customer",
        "body": {
          "data": {
            "id": 1,
            "name": "Jane Doe",
            "email": "jane@example.com",
            "age": 34,
            "website": null
          }
        }
      },
      {
        "status": 400,
        "example": "badRequest",
        "body": {
          "error": {
            "code": "BAD_REQUEST",
            "message": "Parameter page must be a whole number, 0 or more"
          }
        }
      },
      {
        "status": 401,
        "example": "invalidApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "Invalid API key"
          }
        }
      },
      {
        "status": 401,
        "example": "expiredApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key has expired"
          }
        }
      },
      {
        "status": 401,
        "example": "wrongWorkspace",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key is not valid for this workspace"
          }
        }
      },
      {
        "status": 404,
        "example": "entityNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Entity not found: Custoer"
          }
        }
      },
      {
        "status": 404,
        "example": "recordNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Record not found: 42"
          }
        }
      },
      {
        "status": 500,
        "example": "internalError",
        "body": {
          "error": {
            "code": "INTERNAL_ERROR",
            "message": "An unexpected error occurred"
          }
        }
      }
    ]
  },
  "updateRecord": {
    "defaults": {},
    "violations": [
      "Body parameter is required"
    ],
    "answers": [
      {
        "status": 200,
        "example": "customer",
        "body": {
          "data": {
            "id": 1,
            "name": "Jane Doe",
            "email": "jane@example.com",
            "age": 34,
            "website": null
          }
        }
      },
      {
        "status": 400,
        "example": "badRequest",
        "body": {
          "error": {
            "code": "BAD_REQUEST",
            "message": "Parameter page must be a whole number, 0 or more"
          }
        }
      },
      {
        "status": 400,
        "example": "foreignKeyViolation",
        "body": {
          "error": {
            "code": "FOREIGN_KEY_VIOLATION",
            "message": "Referenced customer_id '999' does not exist in customers"
          }
        }
      },
      {
        "status": 401,
        "example": "invalidApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "Invalid API key"
          }
        }
      },
      {
        "status": 401,
        "example": "expiredApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key has expired"
          }
        }
      },
      {
        "status": 401,
        "example": "wrongWorkspace",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key is not valid for this workspace"
          }
        }
      },
      {
        "status": 403,
        "example": "readOnlyKey",
        "body": {
          "error": {
            "code": "FORBIDDEN",
            "message": "This API key has READ_ONLY permissions — data modifications are not allowed"
          }
        }
      },
      {
        "status": 404,
        "example": "entityNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Entity not found: Custoer"
          }
        }
      },
      {
        "status": 404,
        "example": "recordNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Record not found: 42"
          }
        }
      },
      {
        "status": 409,
        "example": "workspaceRestricted",
        "body": {
          "error": {
            "code": "WORKSPACE_STATUS",
            "message": "Workspace is in read-only mode"
          }
        }
      },
      {
        "status": 409,
        "example": "uniqueConstraintViolation",
        "body": {
          "error": {
            "code": "UNIQUE_CONSTRAINT_VIOLATION",
            "message": "A record with email 'jane@example.com' already exists"
          }
        }
      },
      {
        "status": 422,
        "example": "validationError",
        "body": {
          "error": {
            "code": "VALIDATION_ERROR",
            "message": "Validation failed: 2 error(s)",
            "details": [
              {
                "field": "email",
                "message": "must be a valid email address"
              },
              {
                "field": "age",
                "message": "must be at least 0"
              }
            ]
          }
        }
      },
      {
        "status": 500,
        "example": "internalError",
        "body": {
          "error": {
            "code": "INTERNAL_ERROR",
            "message": "An unexpected error occurred"
          }
        }
      }
    ]
  },
  "deleteRecord": {
    "defaults": {},
    "violations": [],
    "answers": [
      {
        "status": 204
      },
      {
        "status": 400,
        "example": "badRequest",
        "body": {
          "error": {
            "code": "BAD_REQUEST",
            "message": "Parameter page must be a whole number, 0 or more"
          }
        }
      },
      {
        "status": 400,
        "example": "recordReferenced",
        "body": {
          "error": {
            "code": "FOREIGN_KEY_VIOLATION",
            "message": "Record 7 is still referenced by customer_id in orders"
          }
        }
      },
      {
        "status": 401,
        "example": "invalidApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "Invalid API key"
          }
        }
      },
      {
        "status": 401,
        "example": "expiredApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key has expired"
          }
        }
      },
      {
        "status": 401,
        "example": "wrongWorkspace",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key is not valid for this workspace"
          }
        }
      },
      {
        "status": 403,
        "example": "readOnlyKey",
        "body": {
          "error": {
            "code": "FORBIDDEN",
            "message": "This API key has READ_ONLY permissions — data modifications are not allowed"
          }
        }
      },
      {
        "status": 404,
        "example": "entityNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Entity not found: Custoer"
          }
        }
      },
      {
        "status": 404,
        "example": "recordNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Record not found: 42"
          }
        }
      },
      {
        "status": 409,
        "example": "workspaceRestricted",
        "body": {
          "error": {
            "code": "WORKSPACE_STATUS",
            "message": "Workspace is in read-only mode"
          }
        }
      },
      {
        "status": 500,
        "example": "internalError",
        "body": {
          "error": {
            "code": "INTERNAL_ERROR",
            "message": "An unexpected error occurred"
          }
        }
      }
    ]
  },
  "bulkCreateRecords": {
    "defaults": {},
    "violations": [
      "Body parameter is required"
    ],
    "answers": [
      {
        "status": 200,
        "example": "everyItem",
        "body": {
          "succeeded": 2,
          "failed": 0
        }
      },
      {
        "status": 200,
        "example": "someItems",
        "body": {
          "succeeded": 1,
          "failed": 1,
          "errors": [
            {
              "index": 1,
              "error": {
                "code": "NOT_FOUND",
                "message": "Record not found: 42"
              }
            }
          ]
        }
      },
      {
        "status": 400,
        "example": "badRequest",
        "body": {
          "error": {
            "code": "BAD_REQUEST",
            "message": "Parameter page must be a whole number, 0 or more"
          }
        }
      },
      {
        "status": 401,
        "example": "invalidApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "Invalid API key"
          }
        }
      },
      {
        "status": 401,
        "example": "expiredApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key has expired"
          }
        }
      },
      {
        "status": 401,
        "example": "wrongWorkspace",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key is not valid for this workspace"
          }
        }
      },
      {
        "status": 403,
        "example": "readOnlyKey",
        "body": {
          "error": {
            "code": "FORBIDDEN",
            "message": "This API key has READ_ONLY permissions — data modifications are not allowed"
          }
        }
      },
      {
        "status": 404,
        "example": "entityNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Entity not found: Custoer"
          }
        }
      },
      {
        "status": 409,
        "example": "workspaceRestricted",
        "body": {
          "error": {
            "code": "WORKSPACE_STATUS",
            "message": "Workspace is in read-only mode"
          }
        }
      },
      {
        "status": 500,
        "example": "internalError",
        "body": {
          "error": {
            "code": "INTERNAL_ERROR",
            "message": "An unexpected error occurred"
          }
        }
      }
    ]
  },
  "bulkUpdateRecords": {
    "defaults": {},
    "violations": [
      "Body parameter is required"
    ],
    "answers": [
      {
        "status": 200,
        "example": "everyItem",
        "body": {
          "succeeded": 2,
          "failed": 0
        }
      },
      {
        "status": 200,
        "example": "someItems",
        "body": {
          "succeeded": 1,
          "failed": 1,
          "errors": [
            {
              "index": 1,
              "error": {
                "code": "NOT_FOUND",
                "message": "Record not found: 42"
              }
            }
          ]
        }
      },
      {
        "status": 400,
        "example": "badRequest",
        "body": {
          "error": {
            "code": "BAD_REQUEST",
            "message": "Parameter page must be a whole number, 0 or more"
          }
        }
      },
      {
        "status": 401,
        "example": "invalidApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "Invalid API key"
          }
        }
      },
      {
        "status": 401,
        "example": "expiredApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key has expired"
          }
        }
      },
      {
        "status": 401,
        "example": "wrongWorkspace",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key is not valid for this workspace"
          }
        }
      },
      {
        "status": 403,
        "example": "readOnlyKey",
        "body": {
          "error": {
            "code": "FORBIDDEN",
            "message": "This API key has READ_ONLY permissions — data modifications are not allowed"
          }
        }
      },
      {
        "status": 404,
        "example": "entityNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Entity not found: Custoer"
          }
        }
      },
      {
        "status": 409,
        "example": "workspaceRestricted",
        "body": {
          "error": {
            "code": "WORKSPACE_STATUS",
            "message": "Workspace is in read-only mode"
          }
        }
      },
      {
        "status": 500,
        "example": "internalError",
        "body": {
          "error": {
            "code": "INTERNAL_ERROR",
            "message": "An unexpected error occurred"
          }
        }
      }
    ]
  },
  "bulkDeleteRecords": {
    "defaults": {},
    "violations": [
      "Body parameter is required"
    ],
    "answers": [
      {
        "status": 200,
        "example": "everyItem",
        "body": {
          "succeeded": 2,
          "failed": 0
        }
      },
      {
        "status": 200,
        "example": "someItems",
        "body": {
          "succeeded": 1,
          "failed": 1,
          "errors": [
            {
              "index": 1,
              "error": {
                "code": "NOT_FOUND",
                "message": "Record not found: 42"
              }
            }
          ]
        }
      },
      {
        "status": 400,
        "example": "badRequest",
        "body": {
          "error": {
            "code": "BAD_REQUEST",
            "message": "Parameter page must be a whole number, 0 or more"
          }
        }
      },
      {
        "status": 401,
        "example": "invalidApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "Invalid API key"
          }
        }
      },
      {
        "status": 401,
        "example": "expiredApiKey",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key has expired"
          }
        }
      },
      {
        "status": 401,
        "example": "wrongWorkspace",
        "body": {
          "error": {
            "code": "UNAUTHORIZED",
            "message": "API key is not valid for this workspace"
          }
        }
      },
      {
        "status": 403,
        "example": "readOnlyKey",
        "body": {
          "error": {
            "code": "FORBIDDEN",
            "message": "This API key has READ_ONLY permissions — data modifications are not allowed"
          }
        }
      },
      {
        "status": 404,
        "example": "entityNotFound",
        "body": {
          "error": {
            "code": "NOT_FOUND",
            "message": "Entity not found: Custoer"
          }
        }
      },
      {
        "status": 409,
        "example": "workspaceRestricted",
        "body": {
          "error": {
            "code": "WORKSPACE_STATUS",
            "message": "Workspace is in read-only mode"
          }
        }
      },
      {
        "status": 500,
        "example": "internalError",
        "body": {
          "error": {
            "code": "INTERNAL_ERROR",
            "message": "An unexpected error occurred"
          }
        }
      }
    ]
  }
},
};
