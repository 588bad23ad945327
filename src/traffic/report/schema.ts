import schema from './traffic-report.schema.json' with { type: 'json' };

/** The address of the JSON Schema of a report. */
export const trafficReportSchema = schema.$id;
