import type { Board } from '../board.ts';

/** Reads the board as the mock made it, and puts the mock's own address into its command lines. */
export async function readBoard(): Promise<Board> {
  const text = await (await fetch('/_page/board.json')).text();
  const { baseUrl }: Board = JSON.parse(text);
  return JSON.parse(text.replaceAll(new URL(baseUrl).origin, location.origin));
}
