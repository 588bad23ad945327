/** The changes that turn the runtime of the tests into an older or a simulated one. Each returns how to undo it. */
const changes: Readonly<Record<string, () => () => void>> = {
  nothing: () => () => undefined,
  'AbortSignal.timeout': () => remove(AbortSignal, 'timeout'),
  'AbortSignal.any': () => remove(AbortSignal, 'any'),
  throwIfAborted: () => remove(AbortSignal.prototype, 'throwIfAborted'),
  // React Native has none.
  DOMException: () => remove(globalThis, 'DOMException'),
  // In jsdom under Vitest 3 and Jest, the page has one AbortController, and Node's `fetch` another.
  'the AbortController that fetch accepts': () => replace(globalThis, 'AbortController', foreignController(true)),
  // In happy-dom, cloning a response empties both.
  'clones of responses': () => replace(Response.prototype, 'clone', () => new Response()),
  // React Native's signals have none (facebook/react-native#37505).
  'the reason of signals': () => replace(globalThis, 'AbortController', foreignController(false)),
};

/** Changes the runtime, and returns a function that undoes it. Separate several changes with commas. */
export function changeRuntime(names: string): () => void {
  const restores = names.split(', ').map((name) => {
    const change = changes[name];
    if (!change) throw new Error(`"${name}" is not a change of the runtime`);
    return change();
  });
  return () => restores.toReversed().forEach((restore) => restore());
}

function remove(owner: object, name: string): () => void {
  const was = Object.getOwnPropertyDescriptor(owner, name);
  if (!was) return () => undefined;
  Reflect.deleteProperty(owner, name);
  return () => Object.defineProperty(owner, name, was);
}

function replace(owner: object, name: string, value: unknown): () => void {
  const restore = remove(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return restore;
}

/** A class whose signals `fetch` rejects, as it rejects those of another realm. */
function foreignController(hasReason: boolean): unknown {
  class ForeignSignal extends EventTarget {
    aborted = false;
    reason: unknown = undefined;
  }
  return class {
    readonly signal = new ForeignSignal();
    abort(reason: unknown = new Error('aborted')): void {
      if (this.signal.aborted) return;
      this.signal.aborted = true;
      if (hasReason) this.signal.reason = reason;
      this.signal.dispatchEvent(new Event('abort'));
    }
  };
}
