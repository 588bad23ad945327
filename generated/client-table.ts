// Generated from openapi.yaml by `npm run generate`. Do not edit.

export const scenarios = {
  "invalidApiKey": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "template": "Invalid API key"
  },
  "expiredApiKey": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "template": "API key has expired"
  },
  "wrongWorkspace": {
    "status": 401,
    "code": "UNAUTHORIZED",
    "template": "API key is not valid for this workspace"
  },
  "workspaceRestricted": {
    "status": 409,
    "code": "WORKSPACE_STATUS",
    "template": "Workspace is in {mode} mode",
    "alone": true
  },
  "entityNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "template": "Entity not found: {entityName}"
  },
  "recordNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "template": "Record not found: {id}"
  },
  "uniqueConstraintViolation": {
    "status": 409,
    "code": "UNIQUE_CONSTRAINT_VIOLATION",
    "template": "A record with {column} '{value}' already exists",
    "alone": true,
    "field": "column"
  },
  "foreignKeyViolation": {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION",
    "template": "Referenced {column} '{value}' does not exist in {table}",
    "field": "column"
  },
  "validationError": {
    "status": 422,
    "code": "VALIDATION_ERROR",
    "template": "Validation failed: {n} error(s)",
    "alone": true,
    "details": true
  },
  "recordReferenced": {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION",
    "template": "Record {id} is still referenced by {column} in {table}"
  },
  "readOnlyKey": {
    "status": 403,
    "code": "FORBIDDEN"
  },
  "badRequest": {
    "status": 400,
    "code": "BAD_REQUEST"
  },
  "internalError": {
    "status": 500,
    "code": "INTERNAL_ERROR",
    "retryable": true
  }
} as const;

export const operations = {
  "listRecords": {
    "method": "GET",
    "path": "/{entityName}",
    "success": 200,
    "shape": {
      "data": [
        {
          "id": 1
        }
      ],
      "meta": {
        "page": 0,
        "size": 1,
        "totalElements": 0,
        "totalPages": 0
      }
    },
    "scenarios": [
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "entityNotFound",
      "badRequest",
      "internalError"
    ]
  },
  "createRecord": {
    "method": "POST",
    "path": "/{entityName}",
    "success": 201,
    "shape": {
      "data": {
        "id": 1
      }
    },
    "scenarios": [
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "workspaceRestricted",
      "entityNotFound",
      "uniqueConstraintViolation",
      "foreignKeyViolation",
      "validationError",
      "readOnlyKey",
      "badRequest",
      "internalError"
    ]
  },
  "getRecord": {
    "method": "GET",
    "path": "/{entityName}/{id}",
    "success": 200,
    "shape": {
      "data": {
        "id": 1
      }
    },
    "scenarios": [
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "entityNotFound",
      "recordNotFound",
      "badRequest",
      "internalError"
    ]
  },
  "updateRecord": {
    "method": "PUT",
    "path": "/{entityName}/{id}",
    "success": 200,
    "shape": {
      "data": {
        "id": 1
      }
    },
    "scenarios": [
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "workspaceRestricted",
      "entityNotFound",
      "recordNotFound",
      "uniqueConstraintViolation",
      "foreignKeyViolation",
      "validationError",
      "readOnlyKey",
      "badRequest",
      "internalError"
    ]
  },
  "deleteRecord": {
    "method": "DELETE",
    "path": "/{entityName}/{id}",
    "success": 204,
    "shape": null,
    "scenarios": [
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "workspaceRestricted",
      "entityNotFound",
      "recordNotFound",
      "recordReferenced",
      "readOnlyKey",
      "badRequest",
      "internalError"
    ]
  },
  "bulkCreateRecords": {
    "method": "POST",
    "path": "/{entityName}/bulk",
    "success": 200,
    "shape": {
      "succeeded": 0,
      "failed": 0,
      "errors?": [
        {
          "index": 0,
          "error": {}
        }
      ]
    },
    "scenarios": [
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "workspaceRestricted",
      "entityNotFound",
      "readOnlyKey",
      "badRequest",
      "internalError"
    ]
  },
  "bulkUpdateRecords": {
    "method": "PUT",
    "path": "/{entityName}/bulk",
    "success": 200,
    "shape": {
      "succeeded": 0,
      "failed": 0,
      "errors?": [
        {
          "index": 0,
          "error": {}
        }
      ]
    },
    "scenarios": [
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "workspaceRestricted",
      "entityNotFound",
      "readOnlyKey",
      "badRequest",
      "internalError"
    ]
  },
  "bulkDeleteRecords": {
    "method": "DELETE",
    "path": "/{entityName}/bulk",
    "success": 200,
    "shape": {
      "succeeded": 0,
      "failed": 0,
      "errors?": [
        {
          "index": 0,
          "error": {}
        }
      ]
    },
    "scenarios": [
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "workspaceRestricted",
      "entityNotFound",
      "readOnlyKey",
      "badRequest",
      "internalError"
    ]
  }
} as const;

export const bulkItemScenarios = [
  "entityNotFound",
  "recordNotFound",
  "uniqueConstraintViolation",
  "foreignKeyViolation",
  "validationError",
  "recordReferenced",
  "internalError"
] as const;

export const reservedValues = {
  "id": [
    "bulk"
  ]
} as const;

export const errorMember = "error";
export const codeMember = "code";
export const messageMember = "message";
export const detailsMember = "details";
export const readDetails = (sent: unknown): unknown => sent;

export const mediaType = "application/json";
export type MediaType = typeof mediaType;
export type EnvelopeNames = {
  "error": "error",
  "code": "code",
  "message": "message",
  "details": "details"
};

export type ScenarioName = keyof typeof scenarios;
export type Code = (typeof scenarios)[ScenarioName]['code'];
export type ErrorStatus = (typeof scenarios)[ScenarioName]['status'];
export type OperationId = keyof typeof operations;
export type BulkItemScenario = (typeof bulkItemScenarios)[number];
