/** The schema of our own tables. */
export const OWN_SCHEMA = 'workspace_api';

/**
 * What made our own tables what they are, step by step. A step that was ever released is never changed: a change of the tables
 * is another step. Keys lead with the workspace, but for the hash, by which a key is found before its workspace is known.
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
  // Slugs belong to their organization: records and keys know a workspace by an id, which was the slug until then.
  [
    `ALTER TABLE ${OWN_SCHEMA}.workspaces RENAME COLUMN slug TO id`,
    `ALTER TABLE ${OWN_SCHEMA}.workspaces ADD COLUMN slug text COLLATE "C" NOT NULL DEFAULT ''`,
    `UPDATE ${OWN_SCHEMA}.workspaces SET slug = id`,
    `CREATE UNIQUE INDEX workspaces_of_organization ON ${OWN_SCHEMA}.workspaces (organization, slug)`,
  ],
];
