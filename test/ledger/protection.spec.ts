import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Entry } from '../../src/domain/entry.js';
import { asId } from '../../src/domain/ids.js';
import { minus, plus } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import { leafHash } from '../../src/evidence/tree.js';
import { SITE } from './clinic.js';
import { attempt, forge, insert } from './forge.js';
import type { Forgery } from './forge.js';
import { openHarness } from './harness.js';
import type { Harness } from './harness.js';

let harness: Harness;
let service: pg.Pool;
let superuser: pg.Pool;
let owner: pg.Pool;
beforeAll(async () => {
  harness = await openHarness();
  service = harness.pool;
  owner = harness.poolOf('owner');
  superuser = harness.poolOf('superuser');
  const { clinic } = harness;
  const [vial] = await clinic.receive(2);
  const order = await clinic.order();
  await clinic.draw(order, vial ?? asId(''));
  await insert(service, 'ledger.checkpoint', { ledger_id: SITE, size: 1, note: 'a note' });
  const subtree = { ledger_id: SITE, level: 6, index: 0, hash: Buffer.alloc(32) };
  await insert(superuser, 'ledger.subtree', { ...subtree, ledger_id: 'nowhere00000' });
});
afterAll(async () => {
  await harness.check();
  await harness.close();
});

const FOR_EVER = ['entry', 'movement', 'checkpoint', 'subtree', 'confidential', 'head', 'book'];

/** A column of each table that nobody needs to change. */
const COLUMN: Readonly<Record<string, string>> = {
  entry: 'kind',
  movement: 'item',
  checkpoint: 'note',
  subtree: 'index',
  confidential: 'field',
  head: 'origin',
  book: 'id',
};

describe('the service’s role', () => {
  it.each(FOR_EVER)('cannot UPDATE, DELETE or TRUNCATE %s', async (table) => {
    const column = COLUMN[table] ?? '';
    for (const sql of [
      `UPDATE ledger.${table} SET ${column} = ${column}`,
      `DELETE FROM ledger.${table}`,
      `TRUNCATE ledger.${table}`,
    ])
      await expect(service.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    'ALTER TABLE ledger.entry DISABLE TRIGGER ALL',
    'ALTER TABLE ledger.head DISABLE TRIGGER head_grew',
    'DROP TRIGGER entry_stays ON ledger.entry',
    'DROP TABLE ledger.entry',
    'DROP SCHEMA ledger CASCADE',
    'CREATE TABLE ledger.mine (id integer)',
    'CREATE TABLE public.mine (id integer)',
    'CREATE SCHEMA mine',
    `CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
    'ALTER TABLE ledger.entry DROP CONSTRAINT entry_leaf_hash',
    'CREATE RULE quiet AS ON INSERT TO ledger.entry DO INSTEAD NOTHING',
    'CREATE TRIGGER mine BEFORE INSERT ON ledger.entry EXECUTE FUNCTION ledger.refuse_change()',
    'CREATE INDEX mine ON ledger.entry (kind)',
    `SET session_replication_role = replica`,
    'SET ROLE countersign_owner',
    'ALTER ROLE countersign_service SUPERUSER',
    `COPY ledger.entry TO PROGRAM 'cat'`,
    `COPY ledger.entry FROM '/dev/null'`,
    'GRANT UPDATE ON ledger.entry TO countersign_service',
    'CREATE EXTENSION dblink',
    'CREATE TEMPORARY TABLE entry (id integer)',
  ])('is refused %s', async (sql) => {
    const client = await service.connect();
    try {
      await client.query('BEGIN');
      await expect(client.query(sql)).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|0LP01|55006)$/) as string,
      });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('is refused ALTER SYSTEM', async () => {
    await expect(service.query('ALTER SYSTEM SET fsync = off')).rejects.toThrow(
      /not allowed|permission denied/,
    );
  });

  it('could write an honest line, which is the control of what follows', async () => {
    await attempt(service, SITE, await forge(service, SITE));
  });

  const altered = (entry: Partial<Entry>) => (honest: Entry) => ({ ...honest, ...entry });
  const changed = (entry: Partial<Entry>) => () => forge(service, SITE, altered(entry));
  const withLeaf = (honest: Forgery, leaf: Buffer): Forgery => {
    const hash = Buffer.from(leafHash(leaf));
    return {
      ...honest,
      head: { ...honest.head, last_hash: hash },
      entry: { ...honest.entry, leaf, leaf_hash: hash },
    };
  };
  type Make = (honest: Forgery) => Forgery | Promise<Forgery>;
  const forgeries: Record<string, readonly [Make, RegExp]> = {
    'a line without its head': [
      (honest) => ({ ...honest, head: null }),
      /does not end at its head/,
    ],
    'a head without its line': [
      (honest) => ({ ...honest, entry: null, movements: [] }),
      /is not its last line/,
    ],
    'a line after a gap': [
      (honest) => ({
        ...honest,
        head: {
          ...honest.head,
          size: number(honest, 'seq') + 2,
          edge: edgeOf(number(honest, 'seq') + 2),
        },
        entry: { ...honest.entry, seq: number(honest, 'seq') + 1 },
      }),
      /leave a gap/,
    ],
    'a line that is there already': [
      (honest) => ({ ...honest, entry: { ...honest.entry, seq: number(honest, 'seq') - 1 } }),
      /entry_pkey/,
    ],
    'a head that goes further than its line': [
      (honest) => ({
        ...honest,
        head: {
          ...honest.head,
          size: number(honest, 'seq') + 2,
          edge: edgeOf(number(honest, 'seq') + 2),
        },
      }),
      /does not end at its head/,
    ],
    'a head that goes back': [
      (honest) => ({ ...honest, head: { size: 2 }, entry: null, movements: [] }),
      /cannot go from/,
    ],
    'a head with another hash': [head('last_hash', Buffer.alloc(32)), /is not its last line/],
    'a head with another time': [head('last_at', '2026-01-01T00:00:00Z'), /is not its last line/],
    'a head with another edge': [head('edge', Buffer.alloc(1)), /head_check/],
    'a hash that is not the leaf’s': [column('leaf_hash', Buffer.alloc(32)), /entry_leaf_hash/],
    'a leaf that is no JSON': [(honest) => withLeaf(honest, Buffer.from('[}')), /json/],
    'a leaf that is another JSON': [
      (honest) => withLeaf(honest, Buffer.from('{}')),
      /its leaf has another number/,
    ],
    'another id than the leaf’s': [column('entry_id', randomUUID()), /another id/],
    'another kind than the leaf’s': [column('kind', 'waste'), /another kind/],
    'another version than the leaf’s': [column('version', 9), /another kind/],
    'another time than the leaf’s': [column('occurred_at', '2026-01-01T00:00:00Z'), /another time/],
    'another time of recording than the leaf’s': [
      (honest) => {
        const at = plus(String(honest.entry?.['recorded_at']) as Instant, { seconds: 1 });
        return {
          ...honest,
          head: { ...honest.head, last_at: at },
          entry: { ...honest.entry, recorded_at: at },
        };
      },
      /recorded at another time/,
    ],
    'another business date than the leaf’s': [
      column('business_date', '2026-01-01'),
      /another time/,
    ],
    'another performer than the leaf’s': [column('performer', 'person-3'), /another performer/],
    'another number of movements': [column('movements', 0), /another number of movements/],
    'fewer movements than the leaf': [
      (honest) => ({ ...honest, entry: { ...honest.entry, movements: 0 }, movements: [] }),
      /another number of movements/,
    ],
    'no movements': [(honest) => ({ ...honest, movements: [] }), /not those of its leaf/],
    'a movement too many': [
      (honest) => ({
        ...honest,
        movements: [...honest.movements, { ...honest.movements[0], part: 1 }],
      }),
      /not those of its leaf/,
    ],
    'a movement of another quantity': [movement('quantity', 1), /not those of its leaf/],
    'a movement to another account': [
      movement('to_account', 'in-process:1-1'),
      /not those of its leaf/,
    ],
    'a movement from another account': [
      movement('from_account', 'container:1-1'),
      /not those of its leaf/,
    ],
    'a movement of another item': [movement('item', 'water'), /not those of its leaf/],
    'a movement of nothing': [movement('quantity', 0), /movement_quantity_check/],
    'a leaf that follows another line': [changed({ previous: '' }), /follows another/],
    'a leaf of another ledger': [changed({ log: 'clinic.test/csl/org/1' }), /another ledger/],
    'a leaf with another number': [
      async (honest) => {
        const other = await forge(service, SITE, altered({ seq: 1 }));
        return {
          ...other,
          entry: { ...other.entry, seq: number(honest, 'seq') },
          movements: honest.movements,
        };
      },
      /its leaf has another number/,
    ],
    'a line of an hour ago': [
      () =>
        forge(service, SITE, (honest) => ({
          ...honest,
          recordedAt: minus(honest.recordedAt, { hours: 1 }),
        })),
      /not recorded now/,
    ],
    'a simulated clock': [changed({ clock: 'simulated' }), /another clock/],
    'a performer who witnesses their own act': [
      () =>
        forge(service, SITE, (honest) => ({
          ...honest,
          signatures: [signature('witnessed', honest)],
        })),
      /nobody witnesses their own act/,
    ],
    'somebody else as performer': [
      () =>
        forge(service, SITE, (honest) => ({
          ...honest,
          signatures: [{ ...signature('performed', honest), person: asId('person-3') }],
        })),
      /nobody witnesses their own act/,
    ],
  };
  it.each(Object.keys(forgeries))('cannot write %s', async (name) => {
    const [make, says] = forgeries[name] ?? [];
    if (make === undefined || says === undefined) throw new Error('no such forgery');
    const forgery = await make(await forge(service, SITE));
    await expect(attempt(service, SITE, forgery)).rejects.toThrow(says);
  });

  it('cannot add to lines that are there', async () => {
    const stray = { ...(await forge(service, SITE)).movements[0], seq: 2, part: 2 };
    await expect(insert(service, 'ledger.movement', stray)).rejects.toMatchObject({
      code: '23000',
    });
    const field = { field: 'x', retention: 'case', key_id: 'k', sealed: Buffer.alloc(1) };
    const nobody = { ledger_id: SITE, entry_id: randomUUID(), ...field };
    await expect(insert(service, 'ledger.confidential', nobody)).rejects.toMatchObject({
      code: '23000',
    });
  });

  it('cannot begin a ledger in the middle', async () => {
    const head = { scope: 'site', origin: 'x', clock: 'real', last_at: '2026-01-01T00:00:00Z' };
    const grown = {
      ledger_id: 'forged000000',
      size: 1,
      ...head,
      edge: Buffer.alloc(32),
      last_hash: Buffer.alloc(32),
    };
    await expect(insert(service, 'ledger.head', grown)).rejects.toMatchObject({ code: '23000' });
  });

  it('cannot sign or use a challenge twice', async () => {
    const { clinic } = harness;
    const submission = clinic.submission('close-out', { container: asId('2-1') });
    const asked = { ledger: SITE, submission, signer: asId('person-3'), at: clinic.now() };
    const opened = await clinic.ledger.openChallenge({
      ...asked,
      meaning: 'witnessed',
      seen: ['act'],
    });
    const set = (sql: string) =>
      service.query(`UPDATE ledger.challenge SET ${sql} WHERE id = $1`, [opened?.id]);
    await set("signed_at = now(), method = 'pin'");
    await expect(set("signed_at = now() + interval '1 minute'")).rejects.toMatchObject({
      code: '23000',
    });
    await set('used_at = now()');
    await expect(set('used_at = NULL')).rejects.toMatchObject({ code: '23000' });
    await expect(set('signer = signer')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the owner', () => {
  const statements = FOR_EVER.flatMap((table) => [
    ...(table === 'book'
      ? []
      : [`UPDATE ledger.${table} SET ${COLUMN[table] ?? ''} = ${COLUMN[table] ?? ''}`]),
    ...(table === 'confidential' ? [] : [`DELETE FROM ledger.${table}`]),
    `TRUNCATE ledger.${table}`,
  ]).filter((sql) => sql !== 'UPDATE ledger.head SET origin = origin');

  it.each(statements)('is refused %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(statements)('is refused %s as a replica too, even as superuser', async (sql) => {
    const client = await superuser.connect();
    try {
      await client.query('BEGIN; SET LOCAL session_replication_role = replica');
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('cannot let a head go back or be another', async () => {
    for (const sql of ['size = size - 1', 'size = size', "origin = 'x'", "clock = 'simulated'"])
      await expect(owner.query(`UPDATE ledger.head SET ${sql}`)).rejects.toMatchObject({
        code: expect.stringMatching(/^23/) as string,
      });
  });

  it.each([
    'ALTER TABLE ledger.entry DISABLE TRIGGER ALL',
    'DROP TRIGGER entry_stays ON ledger.entry',
    'ALTER TABLE ledger.entry DROP CONSTRAINT entry_leaf_hash',
    'DROP TABLE ledger.checkpoint',
    `CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
  ])('is refused %s outside a migration', async (sql) => {
    await expect(owner.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});

function column(name: string, value: unknown): (honest: Forgery) => Forgery {
  return (honest) => ({ ...honest, entry: { ...honest.entry, [name]: value } });
}

function head(name: string, value: unknown): (honest: Forgery) => Forgery {
  return (honest) => ({ ...honest, head: { ...honest.head, [name]: value } });
}

const number = (honest: Forgery, name: string): number => Number(honest.entry?.[name]);

/** Bytes of the length that the edge of a ledger of this size has. */
const edgeOf = (size: number): Buffer =>
  Buffer.alloc(32 * size.toString(2).replaceAll('0', '').length);

function movement(name: string, value: unknown): (honest: Forgery) => Forgery {
  return (honest) => ({
    ...honest,
    movements: honest.movements.map((row) => ({ ...row, [name]: value })),
  });
}

function signature(meaning: 'witnessed' | 'performed', entry: Entry): Entry['signatures'][number] {
  if (entry.performer === 'system') throw new Error('a draw has a person');
  const hash = asId(Buffer.alloc(32).toString('base64'));
  const named = { licenseClass: 'RN' as const, name: hash, initials: hash, hash, words: 'draw/1' };
  const signed = { method: 'pin' as const, seen: ['act'] as const, signedAt: entry.recordedAt };
  return { person: entry.performer, meaning, ...signed, ...named };
}
