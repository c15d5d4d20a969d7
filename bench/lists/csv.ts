/** The ledger as CSV over HTTP, beside PostgreSQL copying a table that has the same columns and rows ready. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import type { Desk } from '../../src/cli/demo/desk.js';
import { importPeer } from '../peers.js';
import { ratios, spread } from '../rounds.js';
import type { Comparison } from '../rounds.js';

export const COPY_STREAMS = 'pg-copy-streams';

/** What we use of the library. */
interface CopyStreams {
  readonly from: (statement: string) => NodeJS.WritableStream & pg.Submittable;
  readonly to: (statement: string) => NodeJS.ReadableStream & pg.Submittable;
}

const ROUNDS = 3;
const MOST_TIMES = 2;

export async function measureCsv(
  desk: Desk,
  site: string,
  ownerUrl: string,
): Promise<readonly Comparison[]> {
  const { default: copy } = (await importPeer(COPY_STREAMS)) as { readonly default: CopyStreams };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const address = `/api/sites/${site}/reports/ledger.csv`;
  try {
    await makeTable(client, copy, await desk.download(address));
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await secondsOf(() => desk.download(address)));
      theirs.push(await secondsOf(() => readAll(client.query(copy.to(COPY_TO)))));
    }
    return [
      {
        part: 'csv',
        compares: 'the ledger of the year as CSV',
        found: spread(ours),
        unit: 'seconds',
        goal: null,
      },
      {
        part: 'csv',
        compares: 'the same / COPY TO of a table with its columns and rows',
        found: ratios(ours, theirs),
        unit: 'times',
        goal: { most: MOST_TIMES },
      },
    ];
  } finally {
    await client.end();
  }
}

const COPY_TO = 'COPY csv_of_ledger TO STDOUT (FORMAT csv, HEADER)';

async function makeTable(client: pg.Client, copy: CopyStreams, csv: Uint8Array): Promise<void> {
  const text = Buffer.from(csv).toString('utf8');
  const names = text.slice(0, text.indexOf('\r\n')).split(',');
  // Tables are made by migrations alone, or by whoever says that this is one.
  await client.query("SET countersign.migration = 'on'");
  await client.query(
    `CREATE TEMP TABLE csv_of_ledger (${names.map((name) => `"${name}" text`).join(', ')})`,
  );
  await pipeline(
    Readable.from([csv]),
    client.query(copy.from('COPY csv_of_ledger FROM STDIN (FORMAT csv, HEADER)')),
  );
}

async function readAll(stream: NodeJS.ReadableStream): Promise<void> {
  let bytes = 0;
  for await (const part of stream) bytes += part.length;
  if (bytes === 0) throw new Error('expected the rows of the table, found none');
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const beganMs = performance.now();
  await work();
  return (performance.now() - beganMs) / 1000;
}
