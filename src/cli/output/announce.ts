import type { NamedFile } from '../arguments/named-file.ts';
import { Refusal } from '../arguments/usage-error.ts';
import { jsonText } from '../terminal/text.ts';
import { writeOutput } from './output-file.ts';
import { print } from './print.ts';

/**
 * Writes the target file of a server that has started, if `targetFile` is given, and prints where the server is. If either fails, stops
 * the server, because the user would not know that it is running.
 * @throws {Refusal} if either cannot be written
 */
export async function announce(
  server: { close(): Promise<void> },
  text: string,
  targetFile: NamedFile | undefined,
  target: object,
): Promise<void> {
  try {
    const problem = targetFile === undefined ? undefined : await writeOutput(targetFile, jsonText(target));
    if (problem !== undefined) throw new Refusal(problem);
    await print(text);
  } catch (error) {
    await server.close();
    throw error;
  }
}
