import { NotProvokable } from '../planned-case.ts';
import type { Provocation } from '../provocation.ts';

export const entityNotFound: Provocation<'entityNotFound'> = {
  unknownEntity: {
    basis: 'seed',
    provoke: (context, operationId) => {
      const entityName = context.missingEntity;
      return { request: { ...context.validRequest(operationId), entityName }, values: { entityName } };
    },
  },
  otherCase: {
    basis: 'seed',
    provoke: (context, operationId) => {
      const entityName = inOtherCase(context.entity.name);
      return { request: { ...context.validRequest(operationId), entityName }, values: { entityName } };
    },
  },
};

function inOtherCase(name: string): string {
  const other = [name.toLowerCase(), name.toUpperCase()].find((text) => text !== name);
  if (other === undefined) throw new NotProvokable(`the name of the entity ${name} has no letters`);
  return other;
}
