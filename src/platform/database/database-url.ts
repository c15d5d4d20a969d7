import pg from 'pg';

/** What a database address names. The password stays in the address. */
export type DatabaseUrlReading =
  | {
      readonly kind: 'database';
      readonly user: string;
      readonly host: string;
      readonly port: number;
      readonly database: string;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads an address as the driver will read it. Never repeats the address: it holds a password. */
export function readDatabaseUrl(url: string): DatabaseUrlReading {
  if (!/^postgres(ql)?:\/\//i.test(url)) {
    return { kind: 'unreadable', why: 'does not begin with postgresql://' };
  }
  if (!/^[^:]+:\/\/[^/@?]+@/.test(url) && !/[?&]user=[^&]/.test(url)) {
    // Without a role the driver would take the name of the operating system's user.
    return { kind: 'unreadable', why: 'names no role' };
  }
  let client: pg.Client;
  try {
    // Nothing connects here: making a client only reads the address.
    client = new pg.Client({ connectionString: url });
  } catch {
    return { kind: 'unreadable', why: 'is not a database address' };
  }
  if (!/^[^:]+:\/\/[^/]*\/[^/?]/.test(url)) {
    return { kind: 'unreadable', why: 'names no database' };
  }
  return {
    kind: 'database',
    user: client.user ?? '',
    host: client.host,
    port: client.port,
    database: client.database ?? '',
  };
}

/** "database clinic on db.example.com:5432", for messages. */
export function describeDatabaseUrl(url: string): string {
  const reading = readDatabaseUrl(url);
  if (reading.kind === 'unreadable') return 'the database';
  const place = reading.host.startsWith('/') ? reading.host : `${reading.host}:${reading.port}`;
  return `database ${reading.database} on ${place}`;
}
