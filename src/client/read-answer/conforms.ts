import { isObject } from '../../contract/index.ts';

/** A compact schema: a sample value. `scripts/generate/success-shape.ts` generates shapes from the contract's schemas. */
type Shape = number | readonly [Shape] | { readonly [member: string]: Shape };

/**
 * Whether a value matches a shape. A number matches integers from that number upward. An array matches arrays whose items all
 * match its single item. An object matches objects that have all its members, except that members whose name ends in `?` are
 * optional. Additional members are ignored.
 */
export function conforms(value: unknown, shape: Shape): boolean {
  // A cast at the boundary: `isSafeInteger` narrows no type.
  if (typeof shape === 'number') return Number.isSafeInteger(value) && (value as number) >= shape;
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((item) => conforms(item, shape[0]));
  return (
    isObject(value) &&
    Object.entries(shape).every(([name, form]) => {
      const member = name.replace('?', '');
      return Object.hasOwn(value, member) ? conforms(value[member], form) : member !== name;
    })
  );
}
