import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { printLedger } from '../../reports/ledger.js';
import type { LedgerReport } from '../../reports/ledger-rows.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { at, facts, head, KETAMINE_50, line, section } from './clinic.js';

/** A ledger that has no end, and tells how far it was read and whether it was let go. */
function endless(): { report: LedgerReport; read: () => number; isLetGo: () => boolean } {
  let count = 0;
  let isLetGo = false;
  async function* lines() {
    try {
      for (;;) {
        count += 1;
        yield line(facts(count, at(2, '09:12')), { party: 'Ruth Blum', onHand: quantity(0) });
        await Promise.resolve();
      }
    } finally {
      isLetGo = true;
    }
  }
  const own = { ...section(KETAMINE_50, quantity(0), []), lines };
  return {
    report: { head: head(), sections: () => [own] },
    read: () => count,
    isLetGo: () => isLetGo,
  };
}

test('lines are read no faster than the reader takes the pages', async () => {
  const { report, read, isLetGo } = endless();
  let taken = 0;
  const stuck = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      taken += 1;
      if (taken < 4) done();
    },
  });
  const printing = printLedger(report, stuck, { paper: 'letter' });
  await wait(400);
  const before = read();
  await wait(400);
  expect(read()).toBe(before);
  expect(before).toBeGreaterThan(20);
  expect(before).toBeLessThan(200);
  stuck.destroy();
  await expect(printing).rejects.toThrow('Premature close');
  await wait(50);
  expect(isLetGo()).toBe(true);
});

test('a print is given up on a signal, and its lines are let go', async () => {
  const { report, isLetGo } = endless();
  const controller = new AbortController();
  const out = new Writable({
    write(_chunk, _encoding, done) {
      setImmediate(done);
    },
  });
  const pages: number[] = [];
  const printing = printLedger(report, out, {
    paper: 'letter',
    signal: controller.signal,
    onPage: (page) => {
      pages.push(page);
      if (page === 20) controller.abort();
    },
  });
  await expect(printing).rejects.toThrow('aborted');
  expect(pages.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(pages.length).toBeLessThan(40);
  await wait(50);
  expect(isLetGo()).toBe(true);
});

test('a mistake while lines are read reaches whoever asked', async () => {
  const own = {
    ...section(KETAMINE_50, quantity(0), []),
    lines: () => {
      throw new Error('the connection was lost');
    },
  };
  const out = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  await expect(
    printLedger({ head: head(), sections: () => [own] }, out, { paper: 'letter' }),
  ).rejects.toThrow('the connection was lost');
  expect(out.destroyed).toBe(true);
});
