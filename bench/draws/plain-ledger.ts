/**
 * What one would write first: a transaction of TypeORM for each request, that locks the head, reads what it needs from
 * the stored book, decides, writes and commits. Rules, leaves, tables and the statement that writes are those of the
 * service, so that the difference is the writer alone: nobody goes together, and nothing is kept in memory but the
 * organisation's master data.
 */
import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { cellsTouchedBy, shelvesTouchedBy } from '../../src/domain/apply.js';
import type { Reads } from '../../src/domain/book.js';
import { reads, readsFurther } from '../../src/domain/decide.js';
import type { LedgerId } from '../../src/domain/ids.js';
import { ALWAYS, decideAndSeal } from '../../src/ledger/batch.js';
import type { Sealer } from '../../src/ledger/confidential.js';
import { Desk } from '../../src/ledger/desk.js';
import { LedgerDatabase } from '../../src/ledger/ledger.sql.js';
import type { Head } from '../../src/ledger/ledger.sql.js';
import { loadMissing, missingReads } from '../../src/ledger/loading.js';
import { MasterData } from '../../src/ledger/master-data.js';
import { sign } from '../../src/ledger/signing.js';
import { OpenSlice } from '../../src/ledger/slices.js';
import { prepare } from '../../src/ledger/submission.js';
import type { Prepared, Recorded, Submission } from '../../src/ledger/submission.js';
import { writeChanges } from '../../src/ledger/write.sql.js';
import type { Clock } from '../../src/platform/clock.js';

export class PlainLedger {
  readonly #masterData = new MasterData();

  constructor(
    private readonly parts: {
      readonly source: DataSource;
      readonly clock: Clock;
      readonly sealer: Sealer;
    },
  ) {}

  async record(ledger: LedgerId, submission: Submission): Promise<Recorded> {
    const item = prepare(ledger, submission);
    return this.parts.source.transaction((manager) => this.#transact(manager, item));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #transact(manager: EntityManager, item: Prepared): Promise<Recorded> {
    const { ledger, submission } = item;
    const client = await clientOf(manager);
    const head = await lockHead(manager, ledger);
    const database = new LedgerDatabase(client);
    const moment = await database.moment([{ ledger, id: submission.id }]);
    if (moment.known.size > 0) throw new Error('the bench repeats no key');
    const organisation = await this.#masterData.at(moment.organisationSize, database);
    const desk = new Desk(head, new OpenSlice(), {
      recordedAt: moment.at,
      ownTime: this.parts.clock.now(),
      organisation,
    });
    const load = (wanted: readonly Reads[]): Promise<void> =>
      loadMissing(
        database,
        new Map([[ledger, desk]]),
        missingReads(wanted.map((each) => ({ desk, reads: each }))),
      );
    await load([ALWAYS, reads(submission.request)]);
    await load([readsFurther(submission.request, desk.open.slice)]);
    const place = { ledger, origin: head.origin, recordedAt: moment.at, organisation };
    const signed = sign(item, place, { sealer: this.parts.sealer, challenges: new Map() });
    if ('code' in signed) return { outcome: 'refused', rejection: signed };
    const sealed = decideAndSeal(desk, item, signed);
    if ('outcome' in sealed) {
      if (sealed.outcome === 'recorded' || sealed.outcome === 'refused') return sealed;
      throw new Error(`expected a decision, found ${sealed.outcome}`);
    }
    const { effects } = sealed.entry;
    await load([{ cells: cellsTouchedBy(effects), lines: [] }]);
    await load([{ cells: shelvesTouchedBy(effects, desk.open.slice), lines: [] }]);
    const recorded = desk.take(item, sealed, signed);
    await writeChanges(client, desk.takeUnwritten());
    return recorded;
  }
}

async function clientOf({ queryRunner }: EntityManager): Promise<pg.ClientBase> {
  // A transaction of this driver holds one connection of its pool, which TypeORM does not describe.
  return (await queryRunner?.connect()) as pg.ClientBase;
}

interface HeadRow extends Omit<Head, 'size'> {
  readonly size: string;
}

async function lockHead(manager: EntityManager, ledger: LedgerId): Promise<Head> {
  const [row] = await manager.query<readonly HeadRow[]>(
    `SELECT ledger_id AS ledger, scope, origin, clock, size::text, edge, last_hash AS "lastHash",
            ledger.instant(last_at) AS "lastAt"
       FROM ledger.head WHERE ledger_id = $1 FOR UPDATE`,
    [ledger],
  );
  if (row === undefined) throw new Error(`there is no ledger ${ledger}`);
  return { ...row, size: Number(row.size) };
}
