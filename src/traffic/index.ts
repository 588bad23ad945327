export type { AnswerBreach, JudgedAnswer } from './judge-answer.ts';
export type { ExchangeVerdict, JudgeOptions } from './judge-exchange.ts';
export { judgeExchange, judgeResponse } from './judge-exchange.ts';
export { bothKnown, knowledgeOfDefinition, knowledgeOfTarget } from './knowledge/from-target.ts';
export type { Knowledge } from './knowledge/knowledge.ts';
export { noKnowledge } from './knowledge/knowledge.ts';
export type { HeaderValues, RecordedExchange, RecordedRequest, RecordedResponse } from './recorded-exchange.ts';
export type { SkipReason } from './recognize/skip-reason.ts';
export { skipReasons } from './recognize/skip-reason.ts';
export type { SettledExchange } from './judge-traffic.ts';
export { TrafficJudge } from './judge-traffic.ts';
export { TrafficRecorder } from './report/traffic-recorder.ts';
export type { MaskerFor } from './report/traffic-recorder.ts';
export type {
  SeenAnswer,
  SeenBetween,
  ShownExchange,
  SourceReport,
  TrafficFinding,
  TrafficReport,
} from './report/traffic-report.ts';
export { trafficReportSchema } from './report/schema.ts';
