import { contract } from '../../../contract/index.ts';

const { basePath } = contract.servers.server;

/** What `verify --help` prints. */
export const verifyHelp = `Usage: npm run verify -- [--url URL] [--target FILE] [options]

Sends every documented scenario of every operation to a live implementation, judges the answers, and prints a matrix with
the findings below it. Whatever it creates it deletes again; it touches nothing else. Without --url and --target it starts
the reference server and verifies that.

What to verify:
  --url URL          everything before /{orgSlug}, e.g. https://staging.example.com${basePath}; overrides the file's baseUrl
  --target FILE      what has to be known of the implementation to provoke every failure (see below)
  --header "N: V"    send this header with every request; may be given more than once
  --ca FILE          trust this certificate authority (PEM)
  --insecure         trust any certificate

How far to go:
  --level LEVEL      documented: the cells of the matrix; strict (default): also the probes, which look at side effects,
                     races, precedence and read-back; hostile: also bad input, listed and generated
  --sender NAME      who sends: http (ours), dredd, or both (default where Dredd is installed)
  --only NAME,…      nothing but these operations, scenarios, operation.scenario, checks or probes
  --skip NAME,…      everything but these
  --seed N           send the same generated requests as the run that told this seed
  --timeout MS       how long an answer may take (default 10000)
  --concurrency N    how many requests our own sender has under way at once (default 4)
  --dry-run          print what would be sent, and send nothing

What fails:
  --fail-on KIND     what fails the run: finding (default), or note, which counts what is only our own decision too
  --bail             stop at the first finding
  --known FILE       known findings, [{ "check", "operationId", "scenario", "variant"?, "reason" }]: they do not fail the
                     run, and one that no longer occurs does

Reports, beside the one in the terminal:
  --json FILE        everything as data
  --junit FILE       JUnit XML
  --html FILE        one self-contained page
  --github           annotations for GitHub Actions, and a step summary
  --help             print this

Exit codes: 0 the contract is kept, 1 it is broken or could not be provoked in full, 2 called wrongly, or the target can
not be reached or judged.

A target file. A text may be { "env": "NAME" }, which reads an environment variable; {run} becomes digits that no other
record has, {parent} the id of a record that the run created:

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
