import { isObject } from '../../contract/index.ts';
import { catchThrown } from '../answer/catch-thrown.ts';

/** The methods of a layer that call a handler, in Express 5 and in Express 4. */
const METHODS = ['handleRequest', 'handleError', 'handle_request', 'handle_error'];

/** The prototypes that were changed. */
const changed = new WeakSet<object>();

/**
 * Makes Express see every thrown value. It passes what a handler throws to `next`, where a falsy value means "go on with the next
 * handler" and `'route'` and `'router'` mean "skip the others": a `throw undefined` in a middleware that checks keys would let the
 * request pass. The same holds for the callbacks of `param`. Express has no option for that, so this changes the classes of its
 * layers and routers, once.
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
  if (typeof router === 'function') catchThrowsOfParameters(router);
  for (const name of METHODS) {
    const method = prototype[name];
    if (typeof method !== 'function') continue;
    prototype[name] = function (this: object, ...values: readonly unknown[]): unknown {
      return Reflect.apply(method, withSafeHandler(this), values);
    };
  }
}

/** Makes the callbacks safe whenever a router begins to handle a request. This one already handles one. */
function catchThrowsOfParameters(router: object): void {
  makeParametersSafe(router);
  const owner = ownerOf('handle', router);
  const handle: unknown = owner === null ? undefined : Reflect.get(owner, 'handle');
  if (owner === null || typeof handle !== 'function') return;
  Reflect.set(owner, 'handle', function (this: object, ...values: readonly unknown[]): unknown {
    makeParametersSafe(this);
    return Reflect.apply(handle, this, values);
  });
}

function makeParametersSafe(router: object): void {
  const callbacks: unknown = Reflect.get(router, 'params');
  if (!isObject(callbacks)) return;
  for (const [name, some] of Object.entries(callbacks))
    if (Array.isArray(some)) callbacks[name] = some.map((each) => (typeof each === 'function' ? safe(each) : each));
}

/** Returns the prototype that has a method. In Express 5, there is an object between it and a router. */
function ownerOf(method: string, object: object): object | null {
  const prototype: object | null = Object.getPrototypeOf(object);
  return prototype === null || Object.hasOwn(prototype, method) ? prototype : ownerOf(method, prototype);
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
  safeHandlers.set(made, made);
  return made;
}

/** Whether `next` would not take a value for an error. */
function isSignal(thrown: unknown): boolean {
  return !thrown || thrown === 'route' || thrown === 'router';
}
