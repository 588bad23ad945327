// Generated from openapi.yaml by `npm run generate`. Do not edit.

export const scenarios = {
  "invalidApiKey": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "message": "Invalid API key"
  },
  "expiredApiKey": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "message": "API key has expired"
  },
  "wrongWorkspace": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "message": "API key is not valid for this workspace"
  },
  "readOnlyKey": {
    "status": 403,
    "code": "FORBIDDEN",
    "message": "This API key has READ_ONLY permissions — data modifications are not allowed"
  },
  "workspaceRestricted": {
    "status": 409,
    "code": "WORKSPACE_STATUS",
    "message": "Workspace is in read-only mode",
    "template": "Workspace is in {mode} mode"
  },
  "entityNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "message": "Entity not found: Custoer",
    "template": "Entity not found: {entityName}"
  },
  "recordNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "message": "Record not found: 42",
    "template": "Record not found: {id}"
  },
  "badRequest": {
    "status": 400,
    "code": "BAD_REQUEST",
    "message": "Parameter page must be a whole number, 0 or more"
  },
  "uniqueConstraintViolation": {
    "status": 409,
    "code": "UNIQUE_CONSTRAINT_VIOLATION",
    "message": "A record with email 'jane@example.com' already exists",
    "template": "A record with {column} '{value}' already exists"
  },
  "foreignKeyViolation": {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION",
    "message": "Referenced customer_id '999' does not exist in customers",
    "template": "Referenced {column} '{value}' does not exist in {table}"
  },
  "validationError": {
    "status": 422,
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
    ],
    "template": "Validation failed: {n} error(s)"
  },
  "internalError": {
    "status": 500,
    "code": "INTERNAL_ERROR",
    "message": "An unexpected error occurred"
  },
  "recordReferenced": {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION",
    "message": "Record 7 is still referenced by customer_id in orders",
    "template": "Record {id} is still referenced by {column} in {table}"
  },
  "routeNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "message": "No operation has this path"
  }
} as const;

export const operations = {
  "listRecords": [
    "badRequest",
    "invalidApiKey",
    "expiredApiKey",
    "wrongWorkspace",
    "entityNotFound",
    "internalError"
  ],
  "createRecord": [
    "badRequest",
    "foreignKeyViolation",
    "invalidApiKey",
    "expiredApiKey",
    "wrongWorkspace",
    "readOnlyKey",
    "entityNotFound",
    "workspaceRestricted",
    "uniqueConstraintViolation",
    "validationError",
    "internalError"
  ],
  "getRecord": [
    "badRequest",
    "invalidApiKey",
    "expiredApiKey",
    "wrongWorkspace",
    "entityNotFound",
    "recordNotFound",
    "internalError"
  ],
  "updateRecord": [
    "badRequest",
    "foreignKeyViolation",
    "invalidApiKey",
    "expiredApiKey",
    "wrongWorkspace",
    "readOnlyKey",
    "entityNotFound",
    "recordNotFound",
    "workspaceRestricted",
    "uniqueConstraintViolation",
    "validationError",
    "internalError"
  ],
  "deleteRecord": [
    "badRequest",
    "recordReferenced",
    "invalidApiKey",
    "expiredApiKey",
    "wrongWorkspace",
    "readOnlyKey",
    "entityNotFound",
    "recordNotFound",
    "workspaceRestricted",
    "internalError"
  ],
  "bulkCreateRecords": [
    "badRequest",
    "invalidApiKey",
    "expiredApiKey",
    "wrongWorkspace",
    "readOnlyKey",
    "entityNotFound",
    "workspaceRestricted",
    "internalError"
  ],
  "bulkUpdateRecords": [
    "badRequest",
    "invalidApiKey",
    "expiredApiKey",
    "wrongWorkspace",
    "readOnlyKey",
    "entityNotFound",
    "workspaceRestricted",
    "internalError"
  ],
  "bulkDeleteRecords": [
    "badRequest",
    "invalidApiKey",
    "expiredApiKey",
    "wrongWorkspace",
    "readOnlyKey",
    "entityNotFound",
    "workspaceRestricted",
    "internalError"
  ],
  "outsideOperations": [
    "routeNotFound"
  ]
} as const;

export const members = {
  "error": "error",
  "code": "code",
  "message": "message",
  "details": "details",
  "detail": {
    "field": "field",
    "message": "message"
  }
} as const;

export const mediaType = "application/json" as const;
