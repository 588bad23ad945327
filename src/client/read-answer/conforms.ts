import { isObject } from '../../contract/index.ts';

/** A value that stands for all of its form; `scripts/generate/success-shape.ts` makes them of the contract's schemas. */
type Shape = number | readonly [Shape] | { readonly [member: string]: Shape };

/**
 * Whether a value has the form of a shape: integers from the shape's own on, arrays whose items all have the form of its one
 * item, and objects with every member of the shape; one whose name ends in `?` may be left out. Further members do not matter.
 */
export function conforms(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'number') return Number.isSafeInteger(value) && Number(value) >= shape;
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((item) => conforms(item, shape[0]));
  return (
    isObject(value) &&
    Object.entries(shape).every(([name, form]) => {
      const member = name.replace('?', '');
      return Object.hasOwn(value, member) ? conforms(value[member], form) : member !== name;
    })
  );
}
