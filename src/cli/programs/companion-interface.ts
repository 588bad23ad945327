/** The version of what `workspace-api` calls in the packages that add commands to it. It changes whenever that changes. */
export const COMPANION_INTERFACE = 1;
