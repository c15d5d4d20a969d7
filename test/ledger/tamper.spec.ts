import type pg from 'pg';
import { encodeEdge, extend, leafHash, rootOf, EMPTY_EDGE } from '../../src/evidence/tree.js';
import type { Edge } from '../../src/evidence/tree.js';
import type { KeptHead } from '../../src/ledger/audit.js';
import { audit } from '../support/check-ledger.js';
import { ORGANISATION, SITE } from './clinic.js';
import { openHarness } from './harness.js';
import type { Harness } from './harness.js';

let harness: Harness;
let superuser: pg.Pool;
beforeEach(async () => {
  harness = await openHarness();
  superuser = harness.poolOf('superuser');
  const { clinic } = harness;
  const vials = await clinic.receive(3);
  const order = await clinic.order();
  for (const vial of vials) await clinic.draw(order, vial);
  await harness.check();
});
afterEach(async () => {
  await harness.close();
});

/** Lines: 0 opened, 1 inventory, 2 receipt, 3 order, 4 to 6 draws. */
const LAST = 6;
const ORIGIN = `clinic.test/csl/site/${SITE}`;

/** As a superuser who has taken every guard away, and puts it back so that nobody sees. */
async function tamper(
  ...statements: readonly (readonly [sql: string, ...values: unknown[]])[]
): Promise<void> {
  const client = await superuser.connect();
  try {
    await client.query("SET countersign.migration = 'on'");
    for (const table of TABLES)
      await client.query(`ALTER TABLE ledger.${table} DISABLE TRIGGER ALL`);
    for (const [sql, ...values] of statements) await client.query(sql, values);
    for (const table of TABLES)
      await client.query(`ALTER TABLE ledger.${table} ENABLE TRIGGER ALL`);
  } finally {
    client.release();
  }
}
const TABLES = [
  'head',
  'entry',
  'movement',
  'book',
  'confidential',
  'checkpoint',
  'subtree',
  'challenge',
];

/** What the audit says of the site. */
async function finding(kept: readonly KeptHead[] = []): Promise<string> {
  const audits = await audit(harness.database, { sealer: harness.keyring, kept });
  const others = audits.filter(({ origin }) => origin !== ORIGIN);
  expect(others.map((one) => one.finding)).toEqual([null]);
  const site = audits.find(({ origin }) => origin === ORIGIN);
  if (site === undefined) throw new Error('the site was not audited');
  return site.finding === null ? 'nothing' : `${site.finding.line ?? '?'}: ${site.finding.what}`;
}

async function leaves(): Promise<readonly Buffer[]> {
  const { rows } = await superuser.query<{ leaf: Buffer }>(
    'SELECT leaf FROM ledger.entry WHERE ledger_id = $1 ORDER BY seq',
    [SITE],
  );
  return rows.map(({ leaf }) => leaf);
}

/** The head that was signed and kept before anybody tampered. */
async function keptHead(): Promise<KeptHead> {
  const edge = edgeOf(await leaves());
  return { origin: ORIGIN, size: edge.size, root: rootOf(edge) };
}

const edgeOf = (all: readonly Uint8Array[]): Edge =>
  all.reduce<Edge>((edge, leaf) => extend(edge, leafHash(leaf)).edge, EMPTY_EDGE);

/** Replaces leaves, with every hash, link and column that a careful forger would mend. */
async function rewrite(all: readonly Buffer[]): Promise<void> {
  const edge = edgeOf(all);
  const last = leafHash(all.at(-1) ?? Buffer.alloc(0));
  await tamper(
    ...all.map(
      (leaf, seq) =>
        [
          'UPDATE ledger.entry SET leaf = $3, leaf_hash = $4 WHERE ledger_id = $1 AND seq = $2',
          SITE,
          seq,
          leaf,
          Buffer.from(leafHash(leaf)),
        ] as const,
    ),
    [
      'UPDATE ledger.head SET edge = $2, last_hash = $3 WHERE ledger_id = $1',
      SITE,
      Buffer.from(encodeEdge(edge)),
      Buffer.from(last),
    ],
  );
}

/** Every later leaf follows the changed one. */
function chained(all: readonly Buffer[], from: number): readonly Buffer[] {
  const result = [...all];
  for (let seq = from; seq < result.length; seq += 1) {
    const before = Buffer.from(leafHash(result[seq - 1] ?? Buffer.alloc(0))).toString('base64');
    const leaf = result[seq]?.toString('utf8').replace(/"prev":"[^"]*"/, `"prev":"${before}"`);
    result[seq] = Buffer.from(leaf ?? '');
  }
  return result;
}

const change = (leaf: Buffer | undefined, from: string, to: string): Buffer => {
  const text = leaf?.toString('utf8') ?? '';
  if (!text.includes(from)) throw new Error(`the leaf has no ${from}`);
  return Buffer.from(text.replaceAll(from, to));
};

it('says nothing of a register that nobody touched', async () => {
  expect(await finding([await keptHead()])).toBe('nothing');
});

describe('names the line of', () => {
  it('a column that was changed', async () => {
    await tamper([
      'UPDATE ledger.entry SET performer = $2 WHERE ledger_id = $1 AND seq = 5',
      SITE,
      'person-3',
    ]);
    expect(await finding()).toBe('5: its leaf has another performer');
  });

  it('a leaf that was changed', async () => {
    await tamper(
      ['ALTER TABLE ledger.entry DROP CONSTRAINT entry_leaf_hash'],
      [
        `UPDATE ledger.entry SET leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'manual', 'paper'), 'UTF8')
         WHERE ledger_id = $1 AND seq = 5`,
        SITE,
      ],
    );
    expect(await finding()).toBe('5: its stored hash is not that of its leaf');
  });

  it('a leaf that was changed together with its hash', async () => {
    const all = [...(await leaves())];
    all[5] = change(all[5], '"src":"manual"', '"src":"paper"');
    await rewrite(all);
    expect(await finding()).toBe('5: its stored hash of the request is not that of its leaf');
  });

  it('a quantity that was changed in leaf, movement, hash and links', async () => {
    const all = [...(await leaves())];
    all[5] = change(all[5], '"quantity":"1.000"', '"quantity":"0.500"');
    await rewrite(chained(all, 6));
    await tamper([
      'UPDATE ledger.movement SET quantity = 500 WHERE ledger_id = $1 AND seq = 5',
      SITE,
    ]);
    expect(await finding()).toBe('5: its stored hash of the request is not that of its leaf');
  });

  it('effects that were changed under an honest request', async () => {
    const all = [...(await leaves())];
    const text = all[5]?.toString('utf8') ?? '';
    all[5] = Buffer.from(text.replace('"quantity":"1.000"', '"quantity":"0.500"'));
    await rewrite(chained(all, 6));
    expect(await finding()).toBe('5: its stored movement 1 is not that of its leaf');
  });

  it('a rewritten history that adds up, by the checkpoint kept elsewhere', async () => {
    const kept = await keptHead();
    const all = [...(await leaves())];
    all[5] = change(all[5], '"holder":"person-1"', '"holder":"person-3"');
    await rewrite(chained(all, 6));
    await tamper([
      `UPDATE ledger.book SET state = jsonb_set(state, '{holder}', '"person-3"')
        WHERE ledger_id = $1 AND noun = 'draw' AND line = 5`,
      SITE,
    ]);
    // What no checkpoint was kept of, nobody can tell.
    expect(await finding()).toBe('nothing');
    expect(await finding([kept])).toBe(
      '?: its first 7 lines are not those of the checkpoint kept elsewhere',
    );
  });

  it('two lines that were swapped', async () => {
    const all = [...(await leaves())];
    [all[4], all[5]] = [all[5] ?? Buffer.alloc(0), all[4] ?? Buffer.alloc(0)];
    await rewrite(all);
    expect(await finding()).toBe('4: its leaf has another number');
  });

  it('a line that was removed', async () => {
    await tamper(['DELETE FROM ledger.entry WHERE ledger_id = $1 AND seq = 4', SITE]);
    expect(await finding()).toBe('4: the line is missing');
  });

  it('a tail that was removed', async () => {
    await tamper(
      ['DELETE FROM ledger.entry WHERE ledger_id = $1 AND seq >= 5', SITE],
      ['DELETE FROM ledger.movement WHERE ledger_id = $1 AND seq >= 5', SITE],
    );
    expect(await finding()).toBe('5: the head has 7 lines, and there are 5');
  });

  it('a tail that was removed with head and book, by the checkpoint kept elsewhere', async () => {
    const kept = await keptHead();
    const edge = edgeOf((await leaves()).slice(0, 4));
    const hash = leafHash((await leaves())[3] ?? Buffer.alloc(0));
    await tamper(
      ['DELETE FROM ledger.entry WHERE ledger_id = $1 AND seq >= 4', SITE],
      ['DELETE FROM ledger.movement WHERE ledger_id = $1 AND seq >= 4', SITE],
      [
        `UPDATE ledger.head SET size = 4, edge = $2, last_hash = $3,
                last_at = (SELECT recorded_at FROM ledger.entry WHERE ledger_id = $1 AND seq = 3)
          WHERE ledger_id = $1`,
        SITE,
        Buffer.from(encodeEdge(edge)),
        Buffer.from(hash),
      ],
    );
    expect(await finding([kept])).toBe(
      '4: the line is missing: a checkpoint kept elsewhere has 7 lines',
    );
    expect(await finding()).toMatch(/^\d: .* in the stored book is not what the lines add up to$/);
  });

  it('a movement that was edited, added or removed', async () => {
    await tamper([
      'UPDATE ledger.movement SET quantity = 900 WHERE ledger_id = $1 AND seq = 5',
      SITE,
    ]);
    expect(await finding()).toBe('5: its stored movement 1 is not that of its leaf');
    await tamper(['DELETE FROM ledger.movement WHERE ledger_id = $1 AND seq = 5', SITE]);
    expect(await finding()).toBe('5: it has 0 stored movements, and 1 in its leaf');
  });

  it('a printed balance that was edited', async () => {
    await tamper([
      'UPDATE ledger.movement SET on_hand_after = on_hand_after + 1 WHERE ledger_id = $1 AND seq = 5',
      SITE,
    ]);
    expect(await finding()).toBe(
      '5: the balances after its movement 1 are not what the lines add up to',
    );
  });

  it('a book that was edited, emptied or filled', async () => {
    await superuser.query(
      `UPDATE ledger.book SET state = jsonb_set(state, '{quantity}', '"9.500"')
        WHERE ledger_id = $1 AND noun = 'account' AND id = 'container:2-2'`,
      [SITE],
    );
    expect(await finding()).toBe(
      '5: account container:2-2 in the stored book is not what the lines add up to',
    );
    await tamper([`DELETE FROM ledger.book WHERE ledger_id = $1 AND id = 'container:2-2'`, SITE]);
    expect(await finding()).toBe('5: the stored book lacks account/container:2-2');
    await tamper(['DELETE FROM ledger.book WHERE ledger_id = $1', SITE]);
    expect(await finding()).toMatch(/^0: the stored book lacks /);
  });

  it('personal data that were edited', async () => {
    const { rows } = await superuser.query<{ entry_id: string }>(
      "SELECT entry_id FROM ledger.confidential WHERE ledger_id = $1 AND field = 'patient.name'",
      [SITE],
    );
    const entry = rows[0]?.entry_id;
    await tamper([
      `UPDATE ledger.confidential SET sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))
        WHERE entry_id = $1 AND field = 'patient.name'`,
      entry,
    ]);
    expect(await finding()).toBe('3: its personal data "patient.name" are not what it commits to');
  });

  it('personal data that were moved from another field', async () => {
    await tamper([
      `UPDATE ledger.confidential AS target SET sealed = source.sealed
         FROM ledger.confidential AS source
        WHERE source.ledger_id = $1 AND target.ledger_id = $1
          AND source.field = 'patient.name' AND target.field = 'patient.address'`,
      SITE,
    ]);
    expect(await finding()).toBe(
      '3: its personal data "patient.address" are not what it commits to',
    );
  });

  it('a head that was edited', async () => {
    await tamper([
      'UPDATE ledger.head SET last_hash = $2 WHERE ledger_id = $1',
      SITE,
      Buffer.alloc(32),
    ]);
    expect(await finding()).toBe(`${LAST}: the head does not name its last line`);
    const zeros = Buffer.alloc(96);
    await tamper(['UPDATE ledger.head SET edge = $2 WHERE ledger_id = $1', SITE, zeros]);
    expect(await finding()).toBe(
      `${LAST}: the edge of the tree in the head is not that of the lines`,
    );
  });

  it('a log that was wiped', async () => {
    const kept = await keptHead();
    await tamper(
      ['DELETE FROM ledger.entry WHERE ledger_id = $1', SITE],
      ['DELETE FROM ledger.movement WHERE ledger_id = $1', SITE],
    );
    expect(await finding()).toBe('0: the head has 7 lines, and there are 0');
    await tamper(
      ['DELETE FROM ledger.head WHERE ledger_id = $1', SITE],
      ['DELETE FROM ledger.book WHERE ledger_id = $1', SITE],
    );
    const audits = await audit(harness.database, { kept: [kept] });
    expect(audits.find(({ origin }) => origin === ORIGIN)?.finding?.what).toBe(
      `the ledger ${ORIGIN}, which had 7 lines, is gone`,
    );
  });
});

it('lets personal data go that were erased: every proof holds without them', async () => {
  await tamper(['DELETE FROM ledger.confidential WHERE ledger_id = $1', SITE]);
  expect(await finding([await keptHead()])).toBe('nothing');
});

it('names one line in each ledger', async () => {
  await tamper(['UPDATE ledger.entry SET kind = $1 WHERE seq = 2', 'waste']);
  const audits = await audit(harness.database);
  expect(audits.map(({ ledger, finding }) => [ledger, finding?.line])).toEqual([
    [ORGANISATION, 2],
    [SITE, 2],
  ]);
});
