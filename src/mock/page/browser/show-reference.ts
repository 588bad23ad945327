/** What Scalar's bundle leaves in the window. */
declare global {
  interface Window {
    readonly Scalar: { createApiReference(selector: string, configuration: object): void };
  }
}

// Nothing may lead out of the mock: no proxy, no fonts, no measuring, and none of the offers of Scalar's own services.
window.Scalar.createApiReference('#reference', {
  url: '/_page/openapi.json',
  baseServerURL: location.origin,
  authentication: {
    preferredSecurityScheme: 'apiKey',
    securitySchemes: { apiKey: { token: 'sk_test_read_write' } },
  },
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  hideDarkModeToggle: true,
  showDeveloperTools: 'never',
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
  documentDownloadType: 'none',
  persistAuth: false,
  defaultOpenAllTags: true,
});

export {};
