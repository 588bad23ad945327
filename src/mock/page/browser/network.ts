/** How the responses of the page are delayed or broken. */
export interface Network {
  /** The value of the header X-Mock-Fault; empty if responses arrive. */
  readonly fault: string;
  /** Milliseconds, as in the header X-Mock-Delay. */
  readonly delay: string;
}

/** Returns what was chosen on the page. */
export function readNetwork(): Network {
  return { fault: chosen('fault'), delay: chosen('delay') };
}

/** Returns the headers that delay or break a response. */
export function networkHeaders({ fault, delay }: Network): Readonly<Record<string, string>> {
  return {
    ...(fault === '' ? {} : { 'X-Mock-Fault': fault }),
    ...(delay === '0' ? {} : { 'X-Mock-Delay': delay }),
  };
}

function chosen(name: 'fault' | 'delay'): string {
  return document.querySelector<HTMLInputElement>(`input[name='${name}']:checked`)?.value ?? '';
}
