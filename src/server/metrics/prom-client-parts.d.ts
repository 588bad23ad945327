/** The metrics that `collectDefaultMetrics` of prom-client adds together, one by one. Its types do not declare them. */
declare module 'prom-client/lib/metrics/*.js' {
  import type { Registry } from 'prom-client';

  /** Adds the metrics to a registry. */
  const add: (registry: Registry) => void;
  export default add;
}
