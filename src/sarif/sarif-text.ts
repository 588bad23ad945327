import { createHash } from 'node:crypto';

import { contract } from '../contract/index.ts';
import { manifest, version } from '../manifest/index.ts';
import { safeJson } from '../plan/index.ts';
import { CONTRACT_FILE, contractLine } from './contract-location.ts';
import { ruleIdOf, rulesOf } from './rules.ts';
import type { SarifFinding, SarifNotice } from './sarif-finding.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * Returns findings as SARIF 2.1.0, which GitHub code scanning and editors read: each at the line of openapi.yaml with the response
 * that the contract requires, with a fingerprint that is the same in every run, whatever the port is.
 * @param category distinguishes the reports of different commands about the same commit
 */
export function sarifText(
  category: string,
  findings: readonly SarifFinding[],
  notices: readonly SarifNotice[] = [],
): string {
  const rules = rulesOf(findings);
  const indexes = new Map([...new Set(findings.map(ruleIdOf))].map((id, index) => [id, index]));
  return safeJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'workspace-api-contract', version, informationUri: manifest.homepage, rules } },
        // GitHub keeps the alerts of each category apart. The slash ends the category (SARIF 2.1.0, section 3.17.2).
        automationDetails: { id: `workspace-api/${category}/` },
        columnKind: 'utf16CodeUnits',
        artifacts: [
          {
            location: { uri: CONTRACT_FILE },
            description: { text: `The contract: ${contract.info.title} ${contract.info.version}` },
          },
        ],
        invocations: [
          {
            executionSuccessful: notices.every(({ level }) => level !== 'error'),
            toolExecutionNotifications: notices.map(({ level, text }) => ({ level, message: { text } })),
          },
        ],
        results: findings.map((finding) => resultOf(finding, indexes.get(ruleIdOf(finding)) ?? -1)),
      },
    ],
  });
}

function resultOf(finding: SarifFinding, ruleIndex: number): object {
  const { operation, scenario, message, fingerprint, request, response, accepted } = finding;
  return {
    ruleId: ruleIdOf(finding),
    ruleIndex,
    level: finding.isNote ? 'note' : 'error',
    message: { text: `${operation}: ${message}\nContract: ${finding.contract}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: CONTRACT_FILE, index: 0 },
          region: { startLine: contractLine(operation, scenario, response?.status) },
        },
        logicalLocations: [{ fullyQualifiedName: operation, kind: 'function' }],
      },
    ],
    partialFingerprints: {
      'workspaceApiFinding/v1': fingerprint,
      // The only one that GitHub compares. Otherwise it would hash the line, which many findings share.
      primaryLocationLineHash: `${createHash('sha256').update(fingerprint).digest('hex').slice(0, 16)}:1`,
    },
    ...(accepted === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: accepted }] }),
    webRequest: {
      method: request.method,
      target: request.path,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: { text: shortened(request.body) } }),
    },
    webResponse:
      response === undefined
        ? { noResponseReceived: true }
        : {
            statusCode: response.status,
            headers: response.headers,
            ...(response.body === undefined ? {} : { body: { text: shortened(response.body) } }),
          },
    ...(finding.properties === undefined ? {} : { properties: finding.properties }),
  };
}

/** The longest body, in characters. */
const LONGEST_BODY = 2000;

function shortened(body: string): string {
  return body.length <= LONGEST_BODY ? body : `${body.slice(0, LONGEST_BODY)}…`;
}
