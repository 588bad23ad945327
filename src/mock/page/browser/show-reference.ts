import { referenceOptions } from './reference-options.ts';

/** The global that Scalar's bundle defines. */
declare global {
  interface Window {
    readonly Scalar: { createApiReference(selector: string, configuration: object): void };
  }
}

window.Scalar.createApiReference('#reference', {
  ...referenceOptions,
  url: `/_page/openapi.json${location.search}`,
  baseServerURL: location.origin,
});
