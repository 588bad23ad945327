import { referenceOptions } from './reference-options.ts';

/** What Scalar's bundle leaves in the window. */
declare global {
  interface Window {
    readonly Scalar: { createApiReference(selector: string, configuration: object): void };
  }
}

window.Scalar.createApiReference('#reference', {
  ...referenceOptions,
  url: '/_page/openapi.json',
  baseServerURL: location.origin,
});
