import { contract } from '../../src/contract/index.ts';

const HEADERS = { authorization: 'Bearer sk_live_demo_read_write', 'content-type': 'application/json' };

const FOREIGN = 1000;

/** Adds records of another client to the demo workspace. Returns the id of one of them. */
export async function addForeign(url: string): Promise<{ readonly id: number }> {
  const size = contract.limits.batch.maximum;
  for (let first = 0; first < FOREIGN; first += size) {
    const items = Array.from({ length: size }, (_, index) => ({
      name: `Somebody ${first + index}`,
      email: `somebody-${first + index}@example.org`,
    }));
    const response = await fetch(`${url}/acme-corp/sales/Customer/bulk`, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(items),
    });
    if (!response.ok) throw new Error(`adding foreign records returned ${response.status}`);
  }
  const [path = ''] = [...(await recordsOf(url))].find(([, text]) => text.includes('Somebody 500')) ?? [];
  return { id: Number(path.split('/').at(-1)) };
}

/** Returns every record of the demo workspace as text, by its path. */
export async function recordsOf(url: string): Promise<ReadonlyMap<string, string>> {
  const records = new Map<string, string>();
  for (const entity of ['Customer', 'Order']) {
    for (let page = 0; ; page += 1) {
      const query = `size=${contract.limits.size.maximum}&page=${page}&sort=id,asc`;
      const response = await fetch(`${url}/acme-corp/sales/${entity}?${query}`, { headers: HEADERS });
      const { data }: { data: readonly { id: number }[] } = JSON.parse(await response.text());
      for (const each of data) records.set(`/acme-corp/sales/${entity}/${each.id}`, JSON.stringify(each));
      if (data.length === 0) break;
    }
  }
  return records;
}
