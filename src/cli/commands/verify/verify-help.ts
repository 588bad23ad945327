import { contract } from '../../../contract/index.ts';

const { basePath } = contract.servers.server;

/** The help text of `verify`. */
export const verifyHelp = `Usage: npm run verify -- [--url URL] [--target FILE] [options]

Provokes every documented scenario of every operation on a live implementation, checks the responses, and prints a matrix
followed by the findings. It deletes the records it creates and touches no others. Without --url and --target it starts and
verifies the reference server.

What to verify:
  --url URL          everything before /{orgSlug}, e.g. https://staging.example.com${basePath}; overrides baseUrl of the file
  --target FILE      what the verifier needs in order to provoke every failure: API keys, workspaces, an entity (see below)
  --header "N: V"    send this header with every request; repeatable
  --ca FILE          trust this certificate authority (PEM)
  --insecure         trust any certificate

What to send:
  --level LEVEL      documented: the cells of the matrix; strict (default): also probes for side effects, races, precedence
                     and read-back; hostile: also bad input, from a list and generated
  --sender NAME      http (built in), dredd, or both (default if Dredd is installed; otherwise http)
  --only NAME,…      run only these operations, scenarios, operation.scenario pairs, checks or probes
  --skip NAME,…      run everything except these
  --seed N           repeat the generated requests of the run that printed this seed
  --timeout MS       how long to wait for a response (default 10000)
  --concurrency N    how many requests the built-in sender sends at the same time (default 4)
  --dry-run          print the requests without sending them

What fails the run:
  --fail-on KIND     finding (default for your server): only findings fail the run; note (default for the reference
                     server): notes, which are violations of rules this project added, fail it too
  --bail             stop at the first finding
  --known FILE       known findings, [{ "check", "operationId", "scenario", "variant"?, "reason" }]; they do not fail the
                     run, but an entry that no longer occurs does

Reports, in addition to the one in the terminal:
  --json FILE        all data as JSON
  --junit FILE       JUnit XML
  --html FILE        one self-contained page
  --github           annotations for GitHub Actions and a step summary
  --help             print this help

Exit codes: 0 the contract is kept; 1 it is broken, or not every failure could be provoked; 2 the command line is invalid,
or the target cannot be reached or judged.

An example target file. Any string can be { "env": "NAME" }, which reads an environment variable. {run} stands for digits
that are unique to each record, and {parent} for the id of a record that the run created:

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
    "unreachable": { "expiredApiKey": "our keys do not expire" },
    "absentOperations": { "bulkDeleteRecords": "our gateway drops the body of a DELETE" }
  }
`;
