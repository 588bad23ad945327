import type { Mock } from '../../../mock/index.ts';
import { startMock } from '../../../mock/index.ts';
import type { Definition } from '../../../workspace/index.ts';
import { DefinitionError } from '../../../workspace/index.ts';
import { readDefinition } from '../../arguments/read-definition.ts';
import { Refusal } from '../../arguments/usage-error.ts';
import { complain } from '../../output/complain.ts';
import { print } from '../../output/print.ts';
import { watchFile } from '../../watch-file.ts';

/** Where a mock of a definition file listens, and whether it follows the file. */
export interface OwnMockOptions {
  readonly host: string;
  readonly port: number;
  readonly watch: boolean;
}

/** A mock of a definition file, and what the file defined at the start. */
export type OwnMock = Pick<Mock, 'url' | 'close'> & { readonly definition: Definition };

/**
 * Starts a mock of the workspaces that a file defines.
 * @throws {Refusal} if the file cannot be used
 */
export async function startOwnMock(file: string, { host, port, watch }: OwnMockOptions): Promise<OwnMock> {
  const definition = await readDefinition(file);
  const mock = await startMock({ host, port, definition, preload: true }).catch(refusing(file));
  const watcher = watch ? follow(file, mock) : undefined;
  return {
    definition,
    url: mock.url,
    async close() {
      await watcher?.close();
      await mock.close();
    },
  };
}

/** Shows every change of a definition file. A definition that cannot be used changes nothing. */
function follow(file: string, mock: Mock): ReturnType<typeof watchFile> {
  return watchFile(
    file,
    async () => {
      await mock.show(await readDefinition(file)).catch(refusing(file));
      await print(`${file} changed; the mock now shows its workspaces\n`);
    },
    (problem) => {
      complain(problem);
      complain('The mock still shows the previous workspaces.');
    },
  );
}

function refusing(file: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof DefinitionError ? new Refusal(`${file}: ${error.message}`) : error;
  };
}
