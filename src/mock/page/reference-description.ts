import { document } from '../../contract/document/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import { BASE_PATH } from '../../mock-core/index.ts';

/**
 * Returns the contract's document with the mock as its only server and the demo workspaces as the values of its variables.
 * @param baseUrl everything before `/{orgSlug}`; by default the mock that serves the document
 */
export function referenceDescription(baseUrl = BASE_PATH): object {
  const { components } = document;
  const { EntityName, Id } = components.parameters;
  return {
    ...document,
    servers: [
      {
        url: `${baseUrl}/{orgSlug}/{workspaceSlug}`,
        description: 'The mock',
        variables: {
          orgSlug: { default: demoDefinition.organization },
          workspaceSlug: {
            default: demoDefinition.workspaces[0]?.slug,
            enum: demoDefinition.workspaces.map(({ slug }) => slug),
          },
        },
      },
    ],
    components: {
      ...components,
      parameters: {
        ...components.parameters,
        // Scalar fills in a parameter's example only if there is one. Of several, it takes the one named like the body's example.
        EntityName: withOneExample(EntityName, EntityName.examples.customer.value),
        Id: withOneExample(Id, Id.examples.first.value),
      },
    },
  };
}

function withOneExample({ examples: _several, ...parameter }: { readonly examples: object }, example: string): object {
  return { ...parameter, example };
}
