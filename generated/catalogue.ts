// Generated from openapi.yaml by `npm run generate`. Do not edit.

export const info = {
  "title": "Workspace API",
  "version": "0.1.1"
} as const;

export const servers = {
  "server": {
    "baseUrl": "http://127.0.0.1:4000/api/v1",
    "port": 4000,
    "basePath": "/api/v1"
  },
  "mock": {
    "baseUrl": "http://127.0.0.1:4010/api/v1",
    "port": 4010,
    "basePath": "/api/v1"
  }
} as const;

export const envelope = {
  "mediaType": "application/json",
  "error": "error",
  "code": "code",
  "message": "message",
  "details": "details",
  "detail": {
    "field": "field",
    "message": "message"
  }
} as const;

export const pairs = [
  {
    "status": 400,
    "code": "BAD_REQUEST"
  },
  {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION"
  },
  {
    "status": 401,
    "code": "UNAUTHORIZED"
  },
  {
    "status": 403,
    "code": "FORBIDDEN"
  },
  {
    "status": 404,
    "code": "NOT_FOUND"
  },
  {
    "status": 409,
    "code": "WORKSPACE_STATUS"
  },
  {
    "status": 409,
    "code": "UNIQUE_CONSTRAINT_VIOLATION"
  },
  {
    "status": 422,
    "code": "VALIDATION_ERROR"
  },
  {
    "status": 500,
    "code": "INTERNAL_ERROR"
  }
] as const;

export const scenarios = {
  "invalidApiKey": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "basis": "seed",
    "retryable": false,
    "template": "Invalid API key",
    "values": {},
    "example": "Invalid API key",
    "details": false
  },
  "expiredApiKey": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "basis": "seed",
    "retryable": false,
    "template": "API key has expired",
    "values": {},
    "example": "API key has expired",
    "details": false
  },
  "wrongWorkspace": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "basis": "seed",
    "retryable": false,
    "template": "API key is not valid for this workspace",
    "values": {},
    "example": "API key is not valid for this workspace",
    "details": false
  },
  "readOnlyKey": {
    "status": 403,
    "code": "FORBIDDEN",
    "basis": "seed",
    "retryable": false,
    "template": "This API key has READ_ONLY permissions — data modifications are not allowed",
    "values": {},
    "example": "This API key has READ_ONLY permissions — data modifications are not allowed",
    "details": false
  },
  "workspaceRestricted": {
    "status": 409,
    "code": "WORKSPACE_STATUS",
    "basis": "seed",
    "retryable": false,
    "template": "Workspace is in {mode} mode",
    "values": {
      "mode": {
        "source": "$workspace.mode",
        "example": "read-only"
      }
    },
    "example": "Workspace is in read-only mode",
    "details": false
  },
  "entityNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "basis": "seed",
    "retryable": false,
    "template": "Entity not found: {entityName}",
    "values": {
      "entityName": {
        "source": "$request.path.entityName",
        "example": "Custoer"
      }
    },
    "example": "Entity not found: Custoer",
    "details": false
  },
  "recordNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "basis": "seed",
    "retryable": false,
    "template": "Record not found: {id}",
    "values": {
      "id": {
        "source": "$request.path.id",
        "example": "42"
      }
    },
    "example": "Record not found: 42",
    "details": false
  },
  "badRequest": {
    "status": 400,
    "code": "BAD_REQUEST",
    "basis": "seed",
    "retryable": false,
    "template": null,
    "values": {},
    "example": "Parameter page must be a whole number, 0 or more",
    "details": false
  },
  "uniqueConstraintViolation": {
    "status": 409,
    "code": "UNIQUE_CONSTRAINT_VIOLATION",
    "basis": "seed",
    "retryable": false,
    "template": "A record with {column} '{value}' already exists",
    "values": {
      "column": {
        "source": "$constraint.column",
        "example": "email"
      },
      "value": {
        "source": "$request.body#/{column}",
        "example": "jane@example.com"
      }
    },
    "example": "A record with email 'jane@example.com' already exists",
    "details": false
  },
  "foreignKeyViolation": {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION",
    "basis": "seed",
    "retryable": false,
    "template": "Referenced {column} '{value}' does not exist in {table}",
    "values": {
      "column": {
        "source": "$constraint.column",
        "example": "customer_id"
      },
      "value": {
        "source": "$request.body#/{column}",
        "example": "999"
      },
      "table": {
        "source": "$constraint.table",
        "example": "customers"
      }
    },
    "example": "Referenced customer_id '999' does not exist in customers",
    "details": false
  },
  "validationError": {
    "status": 422,
    "code": "VALIDATION_ERROR",
    "basis": "seed",
    "retryable": false,
    "template": "Validation failed: {n} error(s)",
    "values": {
      "n": {
        "source": "$response.body#/error/details",
        "example": 2
      }
    },
    "example": "Validation failed: 2 error(s)",
    "details": true
  },
  "internalError": {
    "status": 500,
    "code": "INTERNAL_ERROR",
    "basis": "seed",
    "retryable": true,
    "template": null,
    "values": {},
    "example": "An unexpected error occurred",
    "details": false
  },
  "recordReferenced": {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION",
    "basis": "ours",
    "retryable": false,
    "template": "Record {id} is still referenced by {column} in {table}",
    "values": {
      "id": {
        "source": "$request.path.id",
        "example": "7"
      },
      "column": {
        "source": "$constraint.column",
        "example": "customer_id"
      },
      "table": {
        "source": "$constraint.table",
        "example": "orders"
      }
    },
    "example": "Record 7 is still referenced by customer_id in orders",
    "details": false
  },
  "routeNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "basis": "ours",
    "retryable": false,
    "template": null,
    "values": {},
    "example": "No operation has this path",
    "details": false
  }
} as const;

export const operations = {
  "listRecords": {
    "method": "GET",
    "path": "/{entityName}",
    "write": false,
    "takesBody": false,
    "body": null,
    "query": {
      "page": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991
      },
      "size": {
        "type": "integer",
        "minimum": 1,
        "maximum": 100
      },
      "sort": {
        "type": "string"
      },
      "filter": {
        "type": "object"
      },
      "fields": {
        "type": "array"
      },
      "expand": {
        "type": "array"
      }
    },
    "success": 200,
    "scenarios": [
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "entityNotFound",
      "internalError"
    ],
    "errors": {
      "400": [
        "BAD_REQUEST"
      ],
      "401": [
        "UNAUTHORIZED"
      ],
      "404": [
        "NOT_FOUND"
      ],
      "500": [
        "INTERNAL_ERROR"
      ]
    }
  },
  "createRecord": {
    "method": "POST",
    "path": "/{entityName}",
    "write": true,
    "takesBody": true,
    "body": "record",
    "query": {},
    "success": 201,
    "scenarios": [
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
    "errors": {
      "400": [
        "BAD_REQUEST",
        "FOREIGN_KEY_VIOLATION"
      ],
      "401": [
        "UNAUTHORIZED"
      ],
      "403": [
        "FORBIDDEN"
      ],
      "404": [
        "NOT_FOUND"
      ],
      "409": [
        "WORKSPACE_STATUS",
        "UNIQUE_CONSTRAINT_VIOLATION"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "500": [
        "INTERNAL_ERROR"
      ]
    }
  },
  "getRecord": {
    "method": "GET",
    "path": "/{entityName}/{id}",
    "write": false,
    "takesBody": false,
    "body": null,
    "query": {
      "fields": {
        "type": "array"
      },
      "expand": {
        "type": "array"
      }
    },
    "success": 200,
    "scenarios": [
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "entityNotFound",
      "recordNotFound",
      "internalError"
    ],
    "errors": {
      "400": [
        "BAD_REQUEST"
      ],
      "401": [
        "UNAUTHORIZED"
      ],
      "404": [
        "NOT_FOUND"
      ],
      "500": [
        "INTERNAL_ERROR"
      ]
    }
  },
  "updateRecord": {
    "method": "PUT",
    "path": "/{entityName}/{id}",
    "write": true,
    "takesBody": true,
    "body": "record",
    "query": {},
    "success": 200,
    "scenarios": [
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
    "errors": {
      "400": [
        "BAD_REQUEST",
        "FOREIGN_KEY_VIOLATION"
      ],
      "401": [
        "UNAUTHORIZED"
      ],
      "403": [
        "FORBIDDEN"
      ],
      "404": [
        "NOT_FOUND"
      ],
      "409": [
        "WORKSPACE_STATUS",
        "UNIQUE_CONSTRAINT_VIOLATION"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "500": [
        "INTERNAL_ERROR"
      ]
    }
  },
  "deleteRecord": {
    "method": "DELETE",
    "path": "/{entityName}/{id}",
    "write": true,
    "takesBody": false,
    "body": null,
    "query": {},
    "success": 204,
    "scenarios": [
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
    "errors": {
      "400": [
        "BAD_REQUEST",
        "FOREIGN_KEY_VIOLATION"
      ],
      "401": [
        "UNAUTHORIZED"
      ],
      "403": [
        "FORBIDDEN"
      ],
      "404": [
        "NOT_FOUND"
      ],
      "409": [
        "WORKSPACE_STATUS"
      ],
      "500": [
        "INTERNAL_ERROR"
      ]
    }
  },
  "bulkCreateRecords": {
    "method": "POST",
    "path": "/{entityName}/bulk",
    "write": true,
    "takesBody": true,
    "body": "records",
    "query": {},
    "success": 200,
    "scenarios": [
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "readOnlyKey",
      "entityNotFound",
      "workspaceRestricted",
      "internalError"
    ],
    "errors": {
      "400": [
        "BAD_REQUEST"
      ],
      "401": [
        "UNAUTHORIZED"
      ],
      "403": [
        "FORBIDDEN"
      ],
      "404": [
        "NOT_FOUND"
      ],
      "409": [
        "WORKSPACE_STATUS"
      ],
      "500": [
        "INTERNAL_ERROR"
      ]
    }
  },
  "bulkUpdateRecords": {
    "method": "PUT",
    "path": "/{entityName}/bulk",
    "write": true,
    "takesBody": true,
    "body": "changes",
    "query": {},
    "success": 200,
    "scenarios": [
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "readOnlyKey",
      "entityNotFound",
      "workspaceRestricted",
      "internalError"
    ],
    "errors": {
      "400": [
        "BAD_REQUEST"
      ],
      "401": [
        "UNAUTHORIZED"
      ],
      "403": [
        "FORBIDDEN"
      ],
      "404": [
        "NOT_FOUND"
      ],
      "409": [
        "WORKSPACE_STATUS"
      ],
      "500": [
        "INTERNAL_ERROR"
      ]
    }
  },
  "bulkDeleteRecords": {
    "method": "DELETE",
    "path": "/{entityName}/bulk",
    "write": true,
    "takesBody": true,
    "body": "ids",
    "query": {},
    "success": 200,
    "scenarios": [
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "readOnlyKey",
      "entityNotFound",
      "workspaceRestricted",
      "internalError"
    ],
    "errors": {
      "400": [
        "BAD_REQUEST"
      ],
      "401": [
        "UNAUTHORIZED"
      ],
      "403": [
        "FORBIDDEN"
      ],
      "404": [
        "NOT_FOUND"
      ],
      "409": [
        "WORKSPACE_STATUS"
      ],
      "500": [
        "INTERNAL_ERROR"
      ]
    }
  }
} as const;

export const outsideOperations = {
  "scenarios": [
    "routeNotFound"
  ],
  "errors": {
    "404": [
      "NOT_FOUND"
    ]
  }
} as const;

export const precedence = [
  {
    "scenario": "invalidApiKey",
    "basis": "api"
  },
  {
    "scenario": "expiredApiKey",
    "basis": "api"
  },
  {
    "scenario": "wrongWorkspace",
    "basis": "api"
  },
  {
    "scenario": "readOnlyKey",
    "basis": "ours"
  },
  {
    "scenario": "workspaceRestricted",
    "basis": "api"
  },
  {
    "scenario": "entityNotFound",
    "basis": "ours"
  },
  {
    "scenario": "badRequest",
    "basis": "ours"
  },
  {
    "scenario": "recordNotFound",
    "basis": "ours"
  },
  {
    "scenario": "validationError",
    "basis": "ours"
  },
  {
    "scenario": "uniqueConstraintViolation",
    "basis": "ours"
  },
  {
    "scenario": "foreignKeyViolation",
    "basis": "ours"
  },
  {
    "scenario": "recordReferenced",
    "basis": "ours"
  }
] as const;

export const limits = {
  "bodyBytes": 1048576,
  "batch": {
    "minimum": 1,
    "maximum": 100
  },
  "page": {
    "minimum": 0,
    "maximum": 9007199254740991,
    "byDefault": 0
  },
  "size": {
    "minimum": 1,
    "maximum": 100,
    "byDefault": 20
  },
  "filters": 50,
  "filterValue": 4096,
  "fields": 100,
  "expand": 20
} as const;

export const faultHeader = "x-fault" as const;

export const constraintMessages = {
  "REQUIRED": {
    "basis": "seed",
    "template": "{field} is required"
  },
  "TYPE": {
    "basis": "ours",
    "template": "must be {type}"
  },
  "LENGTH": {
    "basis": "ours",
    "template": "must be at most {max} characters"
  },
  "INTEGER_RANGE": {
    "basis": "ours",
    "template": "must be between {min} and {max}"
  },
  "NUL_CHARACTER": {
    "basis": "ours",
    "template": "must not contain a NUL character"
  },
  "UNKNOWN_FIELD": {
    "basis": "ours",
    "template": "{field} is not a column of {entityName}"
  },
  "GENERATED_FIELD": {
    "basis": "ours",
    "template": "{field} is generated and cannot be set"
  },
  "NOT_BLANK": {
    "basis": "ours",
    "template": "must not be blank"
  },
  "MIN_LENGTH": {
    "basis": "ours",
    "template": "must be at least {min} characters"
  },
  "MAX_LENGTH": {
    "basis": "ours",
    "template": "must be at most {max} characters"
  },
  "PATTERN": {
    "basis": "ours",
    "template": "must match {pattern}"
  },
  "EMAIL": {
    "basis": "seed",
    "template": "must be a valid email address"
  },
  "URL": {
    "basis": "ours",
    "template": "must be a valid URL"
  },
  "MIN": {
    "basis": "seed",
    "template": "must be at least {min}"
  },
  "MAX": {
    "basis": "ours",
    "template": "must be at most {max}"
  },
  "POSITIVE": {
    "basis": "ours",
    "template": "must be greater than 0"
  },
  "NEGATIVE": {
    "basis": "ours",
    "template": "must be less than 0"
  },
  "POSITIVE_OR_ZERO": {
    "basis": "ours",
    "template": "must be 0 or greater"
  },
  "NEGATIVE_OR_ZERO": {
    "basis": "ours",
    "template": "must be 0 or less"
  }
} as const;

/** The values needed to raise a scenario: its placeholders, its details, or a custom message. */
export interface ScenarioValues {
  invalidApiKey: Record<string, never>;
  expiredApiKey: Record<string, never>;
  wrongWorkspace: Record<string, never>;
  readOnlyKey: Record<string, never>;
  workspaceRestricted: { mode: string | number };
  entityNotFound: { entityName: string | number };
  recordNotFound: { id: string | number };
  badRequest: { message: string };
  uniqueConstraintViolation: { column: string | number; value: string | number };
  foreignKeyViolation: { column: string | number; value: string | number; table: string | number };
  validationError: { details: readonly { readonly field: string; readonly message: string }[] };
  internalError: { message: string };
  recordReferenced: { id: string | number; column: string | number; table: string | number };
  routeNotFound: { message: string };
}

export type Basis = 'seed' | 'api' | 'ours';
export type ServerName = keyof typeof servers;
export type Pair = (typeof pairs)[number];
export type Code = Pair['code'];
export type ErrorStatus = Pair['status'];
export type ScenarioName = keyof typeof scenarios;
export type OperationId = keyof typeof operations;
export type ConstraintName = keyof typeof constraintMessages;
