/** What the draws are held against besides our own application: a row, and another library's stream. */
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { importPeer } from '../peers.js';

export interface Append {
  readonly append: (client: number) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly databaseUrl: string;
  readonly clients: number;
  /** Size of a row or event: that of a draw's leaf. */
  readonly bytes: number;
}

/** One row to a statement, each its own transaction, prepared, on as many connections as there are clients. */
export async function insertRows({ databaseUrl, clients, bytes }: Asked): Promise<Append> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bare_entry (id uuid PRIMARY KEY, body bytea NOT NULL)',
  );
  const connections = await Promise.all(Array.from({ length: clients }, () => pool.connect()));
  const body = randomBytes(bytes);
  return {
    append: async (client) =>
      connections[client]?.query({
        name: 'bare',
        text: 'INSERT INTO bare_entry (id, body) VALUES ($1, $2)',
        values: [randomUUID(), body],
      }),
    close: async () => {
      for (const connection of connections) connection.release();
      await pool.end();
    },
  };
}

/** What we use of the library; its types are not here when it is not installed. */
interface EventStores {
  readonly getPostgreSQLEventStore: (databaseUrl: string) => {
    appendToStream(name: string, events: readonly object[]): Promise<unknown>;
    close(): Promise<void>;
  };
}

const CONFLICT = 412;
const MOST_TRIES = 10_000;
export const EMMETT = '@event-driven-io/emmett-postgresql';

/** One event to an append, all of them to one stream. */
export async function appendToHotStream({ databaseUrl, bytes }: Asked): Promise<Append> {
  const { getPostgreSQLEventStore } = (await importPeer(EMMETT)) as EventStores;
  const store = getPostgreSQLEventStore(databaseUrl);
  const event = { type: 'Drawn', data: { body: 'x'.repeat(bytes) } };
  return {
    append: () => untilAppended(() => store.appendToStream('draws-of-one-site', [event])),
    close: () => store.close(),
  };
}

/** Of several who append at once, the library refuses all but one, and whoever was refused has to ask again. */
async function untilAppended(append: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await append();
      return;
    } catch (error) {
      if (Reflect.get(Object(error), 'errorCode') !== CONFLICT || attempt === MOST_TRIES)
        throw error;
    }
  }
}
