/**
 * The ledger as CSV over HTTP, beside PostgreSQL copying the same columns: out of the same hashed leaves, and from a table
 * that has every row ready.
 */
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
    const [ours, leaves, ready]: [number[], number[], number[]] = [[], [], []];
    const copied = (statement: string): Promise<number> =>
      secondsOf(() => readAll(client.query(copy.to(statement))));
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await secondsOf(() => desk.download(address)));
      leaves.push(await copied(copyOfLeaves(client.escapeLiteral(site))));
      ready.push(await copied(COPY_OF_TABLE));
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
        compares: 'the same / COPY TO of its columns out of the same leaves',
        found: ratios(ours, leaves),
        unit: 'times',
        goal: { most: MOST_TIMES },
      },
      {
        part: 'csv',
        compares: 'the same / COPY TO of a table with its rows ready',
        found: ratios(ours, ready),
        unit: 'times',
        goal: { most: MOST_TIMES },
      },
    ];
  } finally {
    await client.end();
  }
}

const COPY_OF_TABLE = 'COPY csv_of_ledger TO STDOUT (FORMAT csv, HEADER)';

/**
 * What SQL can say of the same columns: no name, which is encrypted, no words, and no correction that came later. Each leaf is
 * parsed once.
 */
const copyOfLeaves = (site: string): string => `
COPY (
  SELECT m.item AS audit_item, e.seq AS line, e.kind AS entry, m.containers, m.lots, j #>> '{body,request,order}' AS party,
    m.came AS "in", m.went AS out,
    sum(coalesce(m.came, 0) - coalesce(m.went, 0)) OVER (PARTITION BY m.item ORDER BY e.seq) AS balance,
    m.given, m.wasted, m.held,
    to_char(e.occurred_at AT TIME ZONE (j ->> 'tz'), 'YYYY-MM-DD HH24:MI:SS') AS occurred_local,
    j ->> 'occ' AS occurred_utc, j ->> 'at' AS recorded_utc,
    e.recorded_at - e.occurred_at > interval '15 minutes' AS late,
    j #>> '{by,person}' AS performed_by, j #>> '{by,transcriber}' AS typed_by, j #>> '{sig,1,person}' AS witness,
    j #>> '{body,effects,flags}' AS flags, j #>> '{body,request,line}' AS corrects_line
  FROM ledger.entry e
  CROSS JOIN LATERAL (SELECT convert_from(e.leaf, 'UTF8')::jsonb AS j OFFSET 0) parsed
  CROSS JOIN LATERAL (
    SELECT x.item,
      sum(x.quantity) FILTER (WHERE x."to" LIKE 'container:%' AND x."from" NOT LIKE 'container:%') AS came,
      sum(x.quantity) FILTER (WHERE x."from" LIKE 'container:%' AND x."to" NOT LIKE 'container:%') AS went,
      sum(x.quantity) FILTER (WHERE x."to" = 'patient') AS given,
      sum(x.quantity) FILTER (WHERE x."to" = 'waste') AS wasted,
      sum(x.quantity) FILTER (WHERE x."to" LIKE 'held:%') AS held,
      string_agg(DISTINCT c.id, ', ') AS containers,
      string_agg(DISTINCT s.state ->> 'lot', ', ') AS lots
    FROM jsonb_to_recordset(j #> '{body,effects,movements}') AS x ("from" text, "to" text, quantity numeric, item text)
    LEFT JOIN ledger.book c ON c.ledger_id = e.ledger_id AND c.noun = 'container'
      AND c.id IN (substring(x."from" FROM '^container:(.*)'), substring(x."to" FROM '^container:(.*)'))
    LEFT JOIN ledger.book s ON s.ledger_id = e.ledger_id AND s.noun = 'stock' AND s.id = c.state ->> 'stock'
    GROUP BY x.item
  ) m
  WHERE e.ledger_id = ${site}
  ORDER BY m.item, e.seq
) TO STDOUT (FORMAT csv, HEADER)`;

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
