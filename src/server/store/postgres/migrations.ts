/** The schema of the tables of workspaces and keys. */
export const OWN_SCHEMA = 'workspace_api';

/**
 * The steps that create and change the tables of workspaces and keys. Never change a released step: add another one. Indexes
 * start with the workspace, except the one on the hash: a key is looked up before its workspace is known.
 */
export const steps: readonly (readonly string[])[] = [
  [
    `CREATE TABLE ${OWN_SCHEMA}.workspaces (
      slug text COLLATE "C" PRIMARY KEY, organization text NOT NULL, mode text NOT NULL, model text NOT NULL,
      entities text NOT NULL
    )`,
    `CREATE TABLE ${OWN_SCHEMA}.keys (
      workspace text COLLATE "C" NOT NULL REFERENCES ${OWN_SCHEMA}.workspaces (slug), name text COLLATE "C" NOT NULL,
      hash text COLLATE "C" NOT NULL UNIQUE, prefix text NOT NULL, permission text NOT NULL, expires_at bigint,
      revoked bigint NOT NULL, PRIMARY KEY (workspace, name)
    )`,
  ],
  // Slugs are unique only within an organization, so records and keys refer to a workspace by id. Until this step, the slug was
  // the id.
  [
    `ALTER TABLE ${OWN_SCHEMA}.workspaces RENAME COLUMN slug TO id`,
    `ALTER TABLE ${OWN_SCHEMA}.workspaces ADD COLUMN slug text COLLATE "C" NOT NULL DEFAULT ''`,
    `UPDATE ${OWN_SCHEMA}.workspaces SET slug = id`,
    `CREATE UNIQUE INDEX workspaces_of_organization ON ${OWN_SCHEMA}.workspaces (organization, slug)`,
  ],
  // How often the entities of a workspace changed, so that servers know when to read them again.
  [`ALTER TABLE ${OWN_SCHEMA}.workspaces ADD COLUMN revision bigint NOT NULL DEFAULT 0`],
];
