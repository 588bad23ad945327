import type { Board } from '../board.ts';

/** Fetches the board from the mock, and replaces its placeholder address with that of the mock. */
export async function readBoard(): Promise<Board> {
  const text = await (await fetch(`/_page/board.json${location.search}`)).text();
  const { baseUrl }: Board = JSON.parse(text);
  return JSON.parse(text.replaceAll(new URL(baseUrl).origin, location.origin));
}
