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
  "readOnlyKey": {
    "status": 403,
    "code": "FORBIDDEN",
    "template": ""
  },
  "workspaceRestricted": {
    "status": 409,
    "code": "WORKSPACE_STATUS",
    "template": ""
  },
  "entityNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "template": "Entity not found: {}"
  },
  "recordNotFound": {
    "status": 404,
    "code": "NOT_FOUND",
    "template": "Record not found: {}"
  },
  "badRequest": {
    "status": 400,
    "code": "BAD_REQUEST",
    "template": ""
  },
  "uniqueConstraintViolation": {
    "status": 409,
    "code": "UNIQUE_CONSTRAINT_VIOLATION",
    "template": ""
  },
  "foreignKeyViolation": {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION",
    "template": "Referenced {} '{}' does not exist in {}"
  },
  "validationError": {
    "status": 422,
    "code": "VALIDATION_ERROR",
    "template": "",
    "details": true
  },
  "internalError": {
    "status": 500,
    "code": "INTERNAL_ERROR",
    "template": "",
    "retryable": true
  },
  "recordReferenced": {
    "status": 400,
    "code": "FOREIGN_KEY_VIOLATION",
    "template": "Record {} is still referenced by {} in {}"
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
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "entityNotFound",
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
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "entityNotFound",
      "recordNotFound",
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
    ]
  },
  "deleteRecord": {
    "method": "DELETE",
    "path": "/{entityName}/{id}",
    "success": 204,
    "shape": null,
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
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "readOnlyKey",
      "entityNotFound",
      "workspaceRestricted",
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
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "readOnlyKey",
      "entityNotFound",
      "workspaceRestricted",
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
      "badRequest",
      "invalidApiKey",
      "expiredApiKey",
      "wrongWorkspace",
      "readOnlyKey",
      "entityNotFound",
      "workspaceRestricted",
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
  "internalError",
  "recordReferenced"
] as const;

export const reservedValues = {
  "id": [
    "bulk"
  ]
} as const;

export type ScenarioName = keyof typeof scenarios;
export type Code = (typeof scenarios)[ScenarioName]['code'];
export type ErrorStatus = (typeof scenarios)[ScenarioName]['status'];
export type OperationId = keyof typeof operations;
export type BulkItemScenario = (typeof bulkItemScenarios)[number];
