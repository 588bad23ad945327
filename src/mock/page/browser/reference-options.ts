/**
 * How Scalar's reference is shown. Nothing may lead out of its page: no proxy, no fonts, no measuring, and none of the offers of
 * Scalar's own services. What it is told of the mock is the key that opens it.
 */
export const referenceOptions = {
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
} as const;
