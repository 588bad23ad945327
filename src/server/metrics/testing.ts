/** Reads metrics in the text format of Prometheus. Returns the series that do not have the value 0, by name and labels. */
export async function readSeries(url: string | undefined): Promise<Readonly<Record<string, number>>> {
  if (url === undefined) throw new Error('the server has no metrics');
  return seriesIn(await (await fetch(url, { headers: { connection: 'close' } })).text());
}

function seriesIn(text: string): Readonly<Record<string, number>> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const series = lines.map((line): [string, number] => {
    const end = line.lastIndexOf(' ');
    return [line.slice(0, end), Number(line.slice(end))];
  });
  return Object.fromEntries(series.filter(([, value]) => value !== 0));
}
