import { isObject } from '../../contract/index.ts';
import { catchThrown } from '../answer/catch-thrown.ts';

/** The methods of a layer that call a handler, in Express 5 and in Express 4. */
const METHODS = ['handleRequest', 'handleError', 'handle_request', 'handle_error'];

/** The prototypes that were changed. */
const changed = new WeakSet<object>();

/**
 * Makes Express see every thrown value. It passes what a handler throws to `next`, where a falsy value means "go on with the next
 * handler" and `'route'` and `'router'` mean "skip the others": a `throw undefined` in a middleware that checks keys would let the
 * request pass. Express has no option for that, so this changes the class of its layers, once.
 */
export function catchEveryThrow(request: object): void {
  const app = 'app' in request ? request.app : undefined;
  if (typeof app !== 'function') return;
  // In Express 4, `app.router` is a getter that throws.
  const router: unknown = Reflect.get(app, '_router') ?? Reflect.get(app, 'router');
  const stack: unknown = typeof router === 'function' ? Reflect.get(router, 'stack') : undefined;
  const [layer]: readonly unknown[] = Array.isArray(stack) ? stack : [];
  const prototype: unknown = isObject(layer) ? Object.getPrototypeOf(layer) : undefined;
  if (!isObject(prototype) || changed.has(prototype)) return;
  changed.add(prototype);
  for (const name of METHODS) {
    const method = prototype[name];
    if (typeof method !== 'function') continue;
    prototype[name] = function (this: object, ...values: readonly unknown[]): unknown {
      return Reflect.apply(method, withSafeHandler(this), values);
    };
  }
}

/** Returns a layer that differs only in its handler. The original keeps it, because others may look for it there. */
function withSafeHandler(layer: object): object {
  const handle: unknown = Reflect.get(layer, 'handle');
  return typeof handle === 'function' ? Object.create(layer, { handle: { value: safe(handle) } }) : layer;
}

const safeHandlers = new WeakMap<object, object>();

function safe(handle: Function): object {
  const known = safeHandlers.get(handle);
  if (known !== undefined) return known;
  const made = catchThrown(handle, isSignal);
  safeHandlers.set(handle, made);
  return made;
}

/** Whether `next` would not take a value for an error. */
function isSignal(thrown: unknown): boolean {
  return !thrown || thrown === 'route' || thrown === 'router';
}
