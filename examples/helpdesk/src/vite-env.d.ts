/** Without an index signature, so that a misspelled variable does not compile. */
interface ViteTypeOptions {
  strictImportMetaEnv: unknown;
}

/** The variables of `.env`. */
interface ImportMetaEnv {
  readonly VITE_API_URL: string;
  readonly VITE_API_KEY: string;
  readonly VITE_TRY_FAILURES?: string;
}
