import { document } from '../../contract/document/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import { BASE_PATH } from '../core/route.ts';

/**
 * The contract's document with one server, the mock, and its demo workspace.
 * @param baseUrl everything before `/{orgSlug}`; by default the mock that serves it
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
        // Scalar fills in a parameter's only example, and of several the one that is named like the operation's body.
        EntityName: withOneExample(EntityName, EntityName.examples.customer.value),
        Id: withOneExample(Id, Id.examples.first.value),
      },
    },
  };
}

function withOneExample({ examples: _several, ...parameter }: { readonly examples: object }, example: string): object {
  return { ...parameter, example };
}
