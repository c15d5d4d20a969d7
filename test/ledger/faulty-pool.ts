/** A pool whose connections break where a test says, for finding out what is then true. */
import type pg from 'pg';

/** How a statement fails: before the server sees it, or after it has done it and before anybody hears. */
export type Fault = 'refused' | 'cut-before' | 'cut-after';

export interface FaultyPool {
  readonly pool: pg.Pool;
  /** The statement with this number, counted from one over all connections, fails in this way, once. */
  arm(statement: number, fault: Fault): void;
  /** Statements since the last `arm`. */
  count(): number;
}

export function faultyPool(pool: pg.Pool): FaultyPool {
  let armed: { statement: number; fault: Fault } | undefined;
  let count = 0;
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const faulty = async (): Promise<pg.PoolClient> => {
    const client = await connect();
    return new Proxy(client, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        const call = member.bind(target) as (...given: unknown[]) => unknown;
        return name === 'query' ? (...given: unknown[]) => statement(target, call, given) : call;
      },
    });
  };
  const statement = async (
    client: pg.PoolClient,
    query: (...given: unknown[]) => unknown,
    given: unknown[],
  ): Promise<unknown> => {
    count += 1;
    if (armed?.statement !== count) return query(...given);
    const { fault } = armed;
    armed = undefined;
    if (fault === 'refused') throw codedError('deadlock detected', '40P01');
    if (fault === 'cut-after') await query(...given);
    await cut(client);
    throw codedError('read ECONNRESET', 'ECONNRESET');
  };
  return {
    pool: new Proxy(pool, {
      get: (target, name) => {
        if (name === 'connect') return faulty;
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    }),
    arm: (number, fault) => {
      armed = { statement: number, fault };
      count = 0;
    },
    count: () => count,
  };
}

/** Breaks the connection under the driver. */
async function cut(client: pg.PoolClient): Promise<void> {
  const connection: unknown = Reflect.get(client, 'connection');
  const stream: unknown = Reflect.get(Object(connection), 'stream');
  if (!isStream(stream)) throw new Error('the driver has no stream');
  await new Promise<void>((resolve) => {
    stream.once('close', () => {
      resolve();
    });
    stream.destroy();
  });
}

interface Stream {
  destroy(): void;
  once(event: 'close', listener: () => void): void;
}
const isStream = (value: unknown): value is Stream =>
  typeof Reflect.get(Object(value), 'destroy') === 'function';

const codedError = (message: string, code: string): Error =>
  Object.assign(new Error(message), { code });
