/** Starts the reference server, which `verify` verifies if no target is given. */
export type StartReference = () => Promise<{ readonly url: string; close(): Promise<void> }>;
