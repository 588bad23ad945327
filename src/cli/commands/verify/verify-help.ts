import { contract } from '../../../contract/index.ts';
import { keyVariables } from '../../../plan/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { optionGroups } from './option-groups.ts';

const { basePath } = contract.servers.server;

/** Two to a line. */
const variables = Object.values(keyVariables)
  .map((name, index) => (index % 2 === 0 ? `  ${name.padEnd(36)}` : `${name}\n`))
  .join('');

/** The help text of `verify`. */
export const verifyHelp = `Usage: npm run verify -- [--url URL] [--target FILE] [options]

Provokes every documented scenario of every operation on a live implementation, checks the responses, and prints a matrix
followed by the findings. It deletes the records it creates and touches no others. Without --url and --target it starts and
verifies the reference server.

${optionsHelp(optionGroups)}
Exit codes: 0 the server conforms to the contract; 1 it does not, or not every failure could be provoked; 2 the command line
is invalid, or the target cannot be reached or judged.

Environment: HTTPS_PROXY and HTTP_PROXY name a proxy, and NO_PROXY names hosts to reach without it. Targets on this machine,
and requests that are not valid HTTP (level hostile), never use the proxy.

With --workspaces FILE, the verifier chooses the entities, makes up their values, and breaks every rule of every column. It
needs only keys. These variables set them; a key in the target file wins, and the keys in FILE are used for the rest:
${variables}
An example target file. Any string can be { "env": "NAME" }, which reads an environment variable. {run} stands for digits
that are unique to each record, {run:9} for nine of them, and {parent} for the id of a record that the run created:

  {
    "baseUrl": "https://staging.example.com${basePath}",
    "organization": "acme-corp",
    "workspace": "sales",
    "keys": {
      "readWrite": { "env": "READ_WRITE_KEY" }, "readOnly": { "env": "READ_ONLY_KEY" }, "expired": "…",
      "revoked": "…", "otherWorkspace": "…"
    },
    "restricted": { "workspace": "archive", "key": { "env": "ARCHIVE_KEY" }, "mode": "read-only" },
    "entity": {
      "name": "Customer", "valid": { "name": "Jane Doe", "email": "jane-{run}@example.com" },
      "unique": "email", "required": "name", "invalid": { "name": "", "email": "nope" }
    },
    "reference": {
      "entity": "Order", "valid": { "orderNumber": "ORD-{run}", "customer_id": "{parent}" },
      "column": "customer_id", "parent": "Customer", "table": "customers", "missing": 999999
    },
    "faults": { "internalError": { "headers": { "${contract.faultHeader}": "internalError" } } },
    "headers": { "X-Tenant": "acme" },
    "settle": 5000,
    "unreachable": { "expiredApiKey": "our keys do not expire" },
    "absentOperations": { "bulkDeleteRecords": "our gateway drops the body of a DELETE" }
  }

Three deviations from the contract can be declared: "ids" (integer, string, uuid), "authentication" (the "header" and
"scheme" of the key) and "malformedId" (the status for a malformed id: 400, 404, 422). Every report lists the declared ones.
`;
