import { spawn } from 'node:child_process';

/** Waits for the end of its standard input. Then kills every process that works in the folder `$0`, and deletes the folder. */
const SCRIPT = `
cat
while ids=$(find /proc -maxdepth 2 -name cwd -lname "$0*" 2> /dev/null | cut -d / -f 3) && [ -n "$ids" ]; do
  kill -9 $ids
  sleep 0.1
done
rm -rf "$0"
`;

/** Ends whatever works in a folder, also if this process is killed before it can do so. Daemons outlive the process that started them. */
export class FolderSweeper {
  readonly #process;

  constructor(folder: string) {
    // In its own process group, so that Ctrl-C does not end it.
    this.#process = spawn('sh', ['-c', SCRIPT, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  }

  /** Kills every process in the folder, and deletes the folder. */
  async sweep(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    await ended;
  }
}
