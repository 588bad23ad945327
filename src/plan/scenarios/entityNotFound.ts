import { NotProvokable } from '../not-provokable.ts';
import type { Provocation } from '../provocation.ts';

export const entityNotFound: Provocation<'entityNotFound'> = {
  unknownEntity: {
    basis: 'seed',
    change: ({ missingEntity }) => ({ 'path.entityName': missingEntity }),
  },
  otherCase: {
    basis: 'seed',
    change: ({ entity }) => ({ 'path.entityName': inOtherCase(entity.name) }),
  },
};

function inOtherCase(name: string): string {
  const other = [name.toLowerCase(), name.toUpperCase()].find((text) => text !== name);
  if (other === undefined)
    throw new NotProvokable(`the entity name ${name} has no letters, so its case cannot be changed`);
  return other;
}
