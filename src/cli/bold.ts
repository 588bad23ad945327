import { styleText } from 'node:util';

/** Makes a text bold, where it may be coloured at all. */
export function bold(text: string, colour: boolean): string {
  return colour ? styleText('bold', text, { validateStream: false }) : text;
}
