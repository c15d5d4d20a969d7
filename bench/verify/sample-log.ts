/**
 * A log as a clinic's years make it: a receipt now and then, and for each infusion an order with three personal fields,
 * a draw, an administration and a witnessed waste. Written to a folder as the service exports it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, DrawId, LedgerId, OrderId, PersonId } from '../../src/domain/ids.js';
import { instant, minus, zone } from '../../src/domain/measures/instant.js';
import type { Organisation } from '../../src/domain/organisation.js';
import type { LicenseClass, Role } from '../../src/domain/person.js';
import type { SiteFacts } from '../../src/domain/product.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { signCheckpoint } from '../../src/evidence/checkpoint.js';
import { newSeed } from '../../src/evidence/hash.js';
import { exportFiles } from '../../src/evidence/log-export.js';
import { ED25519, encodeVkey, verifierKeyOf } from '../../src/evidence/note.js';
import type { SigningKey } from '../../src/evidence/note.js';
import { TileBuilder } from '../../src/evidence/tile-builder.js';
import { leafHash, rootOf } from '../../src/evidence/tree.js';
import { withStates } from '../../src/ledger/master-data.js';
import { emptyInventory, LATEST, orderOf, PRODUCT, receiptOf, SUPPLIER } from '../clinic.js';
import type { RequestBody } from '../clinic.js';
import { MemoryLedger } from './memory-ledger.js';

const START = instant('2026-03-02T14:00:00Z');
const ORGANISATION: LedgerId = asId('organisation');
const SITE: LedgerId = asId('site00000001');
const ANNA: PersonId = asId('person-1');
const BEN: PersonId = asId('person-3');
const VIALS = 100;
const DRAWS_PER_VIAL = 14;

const SITE_FACTS: SiteFacts = {
  name: 'Harrow Bay',
  registrant: 'Adams, Anna MD',
  address: '12 Alder Way, Harrow Bay, FL 33999',
  deaNumber: 'BV1234563',
  registrationExpires: LATEST,
  businessActivity: 'Practitioner',
  schedules: ['III', 'IIIN'],
  zone: zone('America/New_York'),
  locations: [{ id: asId('safe'), name: 'Safe' }],
};

/** Writes a log of at least so many lines; gives how many it has. */
export async function writeSampleLog(folder: string, lines: number): Promise<number> {
  const origin = `bench.invalid/csl/site/${SITE}`;
  const key: SigningKey = { name: origin, type: ED25519, seed: newSeed() };
  const vkey = encodeVkey(verifierKeyOf(key));
  const leaves = [...siteLeaves({ origin, vkey, lines })];
  const tree = new TileBuilder();
  for (const leaf of leaves) tree.add(leafHash(leaf));
  const checkpoint = signCheckpoint({ origin, size: tree.size, root: rootOf(tree.edge()) }, key);
  for await (const file of exportFiles({ checkpoint, vkey, leaves })) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.bytes);
  }
  return tree.size;
}

function* siteLeaves(log: {
  readonly origin: string;
  readonly vkey: string;
  readonly lines: number;
}): Generator<Uint8Array> {
  const { origin, vkey, lines } = log;
  const place = { ledger: SITE, scope: 'site', origin } as const;
  const ledger = new MemoryLedger(place, { at: START, organisation: organisation() });
  const anna = (body: RequestBody) => ledger.record(body, { performer: ANNA });
  yield anna(openingOf({ ledger: SITE, origin, vkey, site: SITE_FACTS })).leaf;
  yield anna(emptyInventory(minus(START, { minutes: 2 }), minus(START, { minutes: 1 }))).leaf;
  const delivery = receiptOf({
    product: asId('product-5'),
    supplier: asId('supplier-6'),
    vials: VIALS,
  });
  let receipt = 0;
  for (let infusion = 0; 4 * infusion < lines; infusion += 1) {
    const vial = Math.floor(infusion / DRAWS_PER_VIAL) % VIALS;
    if (infusion % (VIALS * DRAWS_PER_VIAL) === 0) {
      const received = anna(delivery);
      receipt = received.entry.seq;
      yield received.leaf;
    }
    const order = anna(orderOf(asId(`patient-${infusion % 500}`), ANNA));
    yield order.leaf;
    const id: OrderId = asId(String(order.entry.seq));
    const container: ContainerId = asId(`${receipt}-${vial + 1}`);
    const draw = anna({
      kind: 'draw',
      order: id,
      lines: [{ container, quantity: quantity(700) }],
      stated: [],
    });
    yield draw.leaf;
    const of: DrawId = asId(`${draw.entry.seq}-1`);
    yield anna(administrationOf(id, of)).leaf;
    yield ledger.record(wasteOf(of), { performer: ANNA, witness: BEN }).leaf;
  }
}

/** An organisation with two people, a product, a supplier and the site. */
function organisation(): Organisation {
  const nothing = {
    size: 0,
    sites: new Map(),
    persons: new Map(),
    grants: new Map(),
    products: new Map(),
    suppliers: new Map(),
  };
  const origin = `bench.invalid/csl/org/${ORGANISATION}`;
  const place = { ledger: ORGANISATION, scope: 'organisation', origin } as const;
  const begin = { at: minus(START, { hours: 1 }), organisation: withStates(nothing, [], 0) };
  const ledger = new MemoryLedger(place, begin);
  const system = (body: RequestBody) => ledger.record(body, { performer: 'system' });
  system(openingOf({ ledger: ORGANISATION, origin, vkey: 'none', site: null }));
  system(personOf('Anna Adams', 'AA', 'MD'));
  system(grantTo(ANNA, ['administrator', 'registrant', 'witness']));
  const anna = (body: RequestBody) => ledger.record(body, { performer: ANNA });
  anna(personOf('Ben Brown', 'BB', 'RN'));
  anna(grantTo(BEN, ['clinician', 'witness']));
  anna(PRODUCT);
  anna(SUPPLIER);
  anna({ kind: 'site', site: SITE, facts: SITE_FACTS, premises: null });
  return ledger.organisation;
}

const openingOf = (of: {
  readonly ledger: LedgerId;
  readonly origin: string;
  readonly vkey: string;
  readonly site: SiteFacts | null;
}): RequestBody => ({
  kind: 'opened',
  ledger: of.ledger,
  origin: of.origin,
  clock: 'real',
  verifierKey: of.vkey,
  site: of.site,
  organisation: of.site === null ? 'Harrow Bay Infusion' : null,
});

const personOf = (name: string, initials: string, licenseClass: LicenseClass): RequestBody => ({
  kind: 'person',
  act: 'added',
  person: null,
  licenseClass,
  personal: [
    { field: 'name', value: name, retention: 'staff' },
    { field: 'initials', value: initials, retention: 'staff' },
  ],
});

const grantTo = (person: PersonId, roles: readonly Role[]): RequestBody => ({
  kind: 'grant',
  person,
  site: 'organisation',
  roles,
  until: null,
});

const administrationOf = (order: OrderId, draw: DrawId): RequestBody => ({
  kind: 'administration',
  order,
  outcome: 'completed',
  preparation: null,
  lines: [{ draw, quantity: quantity(600) }],
  startedAt: null,
});

const wasteOf = (draw: DrawId): RequestBody => ({
  kind: 'waste',
  lines: [{ draw, quantity: quantity(100) }],
  preparation: null,
  container: null,
  why: 'dose-remainder',
  manner: 'rx-destroyer',
});
