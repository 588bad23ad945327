export type { SarifFinding, SarifNotice } from './sarif-finding.ts';
export { sarifText } from './sarif-text.ts';
