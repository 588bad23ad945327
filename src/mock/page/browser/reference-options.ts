/**
 * The options of Scalar's API reference. They turn off everything that would call another origin: proxy, fonts, telemetry and
 * Scalar's own services. The mock's API key is filled in.
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
