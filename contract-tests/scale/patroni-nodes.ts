import { isObject } from '../../src/contract/index.ts';
import type { DocumentedPort } from './documented-setup.ts';
import type { Installation } from './installation.ts';
import { until } from './until.ts';

/** A PostgreSQL with its Patroni, and the ports that docs/scale.md gives them. */
export interface PatroniNode {
  readonly name: string;
  readonly postgresql: DocumentedPort;
  readonly patroni: DocumentedPort;
}

/** The names that Patroni gives them. */
type Role = 'leader' | 'sync_standby' | 'replica';

/** The three nodes of docs/scale.md. */
export class PatroniNodes {
  readonly all: readonly PatroniNode[] = [
    { name: 'one', postgresql: 5432, patroni: 8008 },
    { name: 'two', postgresql: 5433, patroni: 8009 },
    { name: 'three', postgresql: 5434, patroni: 8010 },
  ];
  readonly #installation: Installation;

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  /**
   * Returns the node that has a role.
   * @throws {Error} if no node has this role
   */
  async nodeThatIs(role: Role): Promise<PatroniNode> {
    const name = (await this.#roles()).get(role);
    const node = this.all.find((one) => one.name === name);
    if (node === undefined) throw new Error(`no node is ${role}`);
    return node;
  }

  /** Waits until all three run, and one of the standbys is synchronous. */
  async settled(): Promise<void> {
    await until('all three nodes have their role', async () => {
      const health = await Promise.all(this.all.map((node) => this.#ask(node, 'health')));
      return health.every((response) => response?.ok) && (await this.#roles()).size === this.all.length;
    });
  }

  /** Kills the PostgreSQL of a node. Its Patroni starts it again. */
  async killPostgres({ name }: PatroniNode): Promise<void> {
    await this.#installation.kill(`${name}/postmaster.pid`);
  }

  /** Kills the Patroni of a node and then its PostgreSQL, as if its machine was lost. */
  async killBoth(node: PatroniNode): Promise<void> {
    await this.#installation.kill(`${node.name}.pid`);
    await this.killPostgres(node);
  }

  /** Starts the Patroni of a node again. */
  async start({ name }: PatroniNode): Promise<void> {
    await this.#installation.run('patroni', new RegExp(`node\\.sh ${name} `));
  }

  /** Returns the node of each role, as etcd has them. What a Patroni says about itself may be seconds old. */
  async #roles(): Promise<ReadonlyMap<unknown, unknown>> {
    const responses = await Promise.all(this.all.map((node) => this.#ask(node, 'cluster')));
    const body: unknown = await responses.find((response) => response?.ok)?.json();
    const members: readonly unknown[] = isObject(body) && Array.isArray(body.members) ? body.members : [];
    return new Map(members.filter(isObject).map(({ role, name }) => [role, name]));
  }

  /** Asks the Patroni of a node. There is no response if it does not run. */
  async #ask(node: PatroniNode, path: string): Promise<Response | undefined> {
    return fetch(`http://127.0.0.1:${this.#installation.port(node.patroni)}/${path}`).catch(() => undefined);
  }
}
