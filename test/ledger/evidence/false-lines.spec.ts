/** What only the replay can find: lines that are false from the start, in a log that is whole and well signed. */
import type { Canonical } from '../../../src/evidence/canonical.js';
import { verifyFolder } from '../../../src/ledger/offline/verify-folder.js';
import { newFolder } from '../../support/database.js';
import { rebuild } from './export-damage.js';
import { MemoryLedger } from './memory-ledger.js';

type Json = Record<string, Canonical>;

/** Enough for a container to be closed out. */
const INFUSIONS = 16;

let ledger: MemoryLedger;

beforeAll(async () => {
  ledger = await MemoryLedger.with(INFUSIONS);
});

/** The log with one leaf changed, all hashes made to fit, and signed by its own key. */
async function verifyWith(
  line: number,
  change: (leaf: Json) => void,
): Promise<readonly [number | null, string | null]> {
  const { origin, leaves, key } = ledger;
  const folder = await newFolder();
  await rebuild(folder, { origin, seed: key.seed, leaves, line, change });
  const found = await verifyFolder({ folder });
  if (typeof found === 'string' || found[0] === undefined) throw new Error('there is no log');
  return [found[0].line, found[0].wrong];
}

const effectsOf = (leaf: Json): Json => (leaf['body'] as { effects: Json }).effects;
const movement = (leaf: Json): Json => (effectsOf(leaf)['movements'] as readonly Json[])[0] ?? {};

const lineOf = (kind: string): number =>
  ledger.leaves.findIndex((leaf) => Buffer.from(leaf).includes(`"kind":"${kind}"`));

it('finds nothing wrong with an honest log', async () => {
  expect(await verifyWith(-1, () => undefined)).toEqual([null, null]);
});

it.each<readonly [string, string, (leaf: Json) => void, RegExp]>([
  [
    'a request that its signer did not see',
    'draw',
    (leaf) => {
      (leaf['body'] as { request: Json }).request['posture'] = 'done';
    },
    /does not cover what the line says$/,
  ],
  [
    'a movement of nothing',
    'draw',
    (leaf) => {
      movement(leaf)['quantity'] = '0.000';
    },
    /is not positive$/,
  ],
  [
    'a movement that touches no custody',
    'draw',
    (leaf) => {
      Object.assign(movement(leaf), { from: 'supplier', to: 'waste' });
    },
    /touches no custody$/,
  ],
  [
    'a movement to an account that does not exist',
    'draw',
    (leaf) => {
      movement(leaf)['to'] = 'pocket';
    },
    /names an account that does not exist$/,
  ],
  [
    'more given than drawn',
    'administration',
    (leaf) => {
      movement(leaf)['quantity'] = '5.000';
    },
    /less than nothing$/,
  ],
  [
    'more drawn than label and overfill',
    'draw',
    (leaf) => {
      movement(leaf)['quantity'] = '50.000';
    },
    /which overfill cannot explain$/,
  ],
  [
    'drug in a container that never came in',
    'draw',
    (leaf) => {
      movement(leaf)['from'] = 'container:900-1';
    },
    /which never came in$/,
  ],
  [
    'a container closed with something in it',
    'close-out',
    (leaf) => {
      delete effectsOf(leaf)['movements'];
    },
    /is closed with a book of/,
  ],
  [
    'a clock mark of another ledger',
    'draw',
    (leaf) => {
      leaf['clk'] = 'ok';
    },
    /clock mark "ok" is of another ledger$/,
  ],
  [
    'a property that does not belong there',
    'draw',
    (leaf) => {
      effectsOf(leaf)['remark'] = 'x';
    },
    /no entry that this release knows \(\/body\/effects\/remark/,
  ],
  [
    'a second opening',
    'draw',
    (leaf) => {
      leaf['kind'] = 'opened';
    },
    /no entry that this release knows/,
  ],
])('finds %s, and names the line', async (_, kind, change, what) => {
  const line = lineOf(kind);
  const [named, wrong] = await verifyWith(line, change);
  expect(wrong).toMatch(what);
  expect(named).toBe(line);
});
