/** The predicate of a statement on how something was built (slsa.dev/spec/v1.0/provenance). */
const PROVENANCE = 'https://slsa.dev/provenance/v1';

/** The members of npm's attestations that name a commit. */
interface Attestations {
  readonly attestations: readonly {
    readonly predicateType: string;
    readonly bundle: { readonly dsseEnvelope: { readonly payload: string } };
  }[];
}

/**
 * Returns the commit that the provenance of a version names, or `undefined` if it has none.
 * @param url where the npm registry has the attestations of the version
 * @throws {Error} if the registry does not answer
 */
export async function commitInProvenance(url: string): Promise<string | undefined> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} returned ${response.status}. Re-run this job later`);
  const { attestations }: Attestations = JSON.parse(await response.text());
  const provenance = attestations.find(({ predicateType }) => predicateType === PROVENANCE);
  if (provenance === undefined) return undefined;
  const { predicate } = JSON.parse(Buffer.from(provenance.bundle.dsseEnvelope.payload, 'base64').toString());
  return predicate.buildDefinition.resolvedDependencies[0].digest.gitCommit;
}
