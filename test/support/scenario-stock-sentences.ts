import { QUARANTINE_REASONS } from '../../src/domain/stock/container.js';
import type { QuarantineReason } from '../../src/domain/stock/container.js';
import { asId } from '../../src/domain/ids.js';
import { BRINGS_STOCK_IN } from '../../src/domain/counting/inventory.js';
import type { MintingInventory } from '../../src/domain/counting/inventory.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import type { PolicySettings } from '../../src/domain/policy.js';
import type { SyringeScale } from '../../src/domain/bedside/syringe.js';
import { policyAt } from '../../src/domain/policy.js';
import type {
  InventoryOpenLine,
  InventoryRequest,
  InventorySealedLine,
  ReceiptLine,
  ReceiptRequest,
} from '../../src/domain/request.js';
import { hyphened } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { Remarks } from './scenario-remarks.js';
import type { Saying, SentenceForm } from './scenario-sentences.js';
import { momentOf, part, volume } from './scenario-stage.js';
import type { Stage } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

/** Sentences about stock: how it comes in, and how it is set apart. */
export const STOCK_SENTENCES: readonly SentenceForm[] = [
  {
    form: /^takes the initial inventory as of (?<asOf>opening|close): (?<lines>.+)$/,
    says: (parts, saying) => inventory('initial', parts, saying),
  },
  {
    form: /^takes the go-live inventory as of (?<asOf>opening|close) after that of (?<previous>\S+): (?<lines>.+)$/,
    says: (parts, saying) => inventory('go-live', parts, saying),
  },
  {
    form: /^takes the go-live inventory as of (?<asOf>opening|close): (?<lines>.+)$/,
    says: (parts, saying) => inventory('go-live', parts, saying),
  },
  {
    form: /^receives from (?<supplier>.+?) on (?<paper>invoice \S+|packing slip|no paper|a prescription): (?<lines>.+)$/,
    says: receipt,
  },
  {
    form: /^quarantines (?<containers>.+) as (?<why>.+?)$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'quarantine',
      containers: containersOf(part(parts, 'containers'), stage),
      why: reasonOf(part(parts, 'why')),
    }),
  },
  {
    form: /^releases (?<containers>.+)$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'release',
      containers: containersOf(part(parts, 'containers'), stage),
    }),
  },
  {
    form: /^publishes a policy from (?<from>.+?): (?<settings>.+)$/,
    says: async (parts, { head, additions, stage }) => ({
      ...head,
      kind: 'policy',
      effectiveFrom: momentOf(part(parts, 'from'), additions.date, stage),
      settings: await settingsOf(part(parts, 'settings'), additions.recordedAt, stage),
    }),
  },
];

const containersOf = (names: string, stage: Stage) =>
  splitAnd(names).map((name) => stage.container(name));

const reasonOf = (text: string): QuarantineReason => oneOf(QUARANTINE_REASONS, hyphened(text));

function inventory(
  type: MintingInventory,
  parts: Readonly<Record<string, string | undefined>>,
  { head, additions, stage }: Saying,
): InventoryRequest {
  const lines = splitAnd(part(parts, 'lines')).filter((line) => line !== 'nothing');
  const { previous } = parts;
  return {
    ...head,
    kind: 'inventory',
    type,
    asOf: oneOf(['opening', 'close'], part(parts, 'asOf')),
    startedAt: additions.begunAt ?? additions.occurredAt,
    endedAt: additions.occurredAt,
    sealed: lines.filter((line) => !/ open /.test(line)).map((line) => sealedLine(line, stage)),
    open: lines.filter((line) => / open /.test(line)).map((line) => openLine(line, stage)),
    previous: previous === undefined ? null : { date: businessDate(previous), file: null },
    ...BRINGS_STOCK_IN,
  };
}

/** "4 sealed ketamine 50 (lot K1, expiring 2027-06-30, in the safe)" */
function sealedLine(text: string, stage: Stage): InventorySealedLine {
  const remarks = new Remarks(text);
  const { number = '', product = '' } = remarks.match(/^(?<number>\d+) sealed (?<product>.+)$/);
  return remarks.done({
    product: stage.product(product),
    ...lotOf(remarks),
    containers: Number(number),
    quarantine: quarantineOf(remarks),
  });
}

/** "1 open ketamine 50 with 6.000 mL (lot K1, ..., opened 2026-03-01 08:00, usable until 2026-03-29 23:59)" */
function openLine(text: string, stage: Stage): InventoryOpenLine {
  const remarks = new Remarks(text);
  const { product = '', amount = '' } = remarks.match(
    /^1 open (?<product>.+) with (?<amount>\S+) mL$/,
  );
  const moment = (form: RegExp) => momentOf(remarks.need(form), businessDate('2026-01-01'), stage);
  return remarks.done({
    product: stage.product(product),
    ...lotOf(remarks),
    quantity: volume(amount),
    method: remarks.has('estimated') ? 'estimated' : 'exact',
    openedAt: moment(/^opened (.+)$/),
    beyondUseAt: moment(/^usable until (.+)$/),
    quarantine: quarantineOf(remarks),
  });
}

const lotOf = (remarks: Remarks) => ({
  location: asId(remarks.take(/^in the (.+)$/) ?? 'safe'),
  lot: remarks.need(/^lot (.+)$/),
  expires: businessDate(remarks.need(/^expiring (.+)$/)),
});

function quarantineOf(remarks: Remarks): QuarantineReason | null {
  const why = remarks.take(/^quarantined as (.+)$/);
  return why === undefined ? null : reasonOf(why);
}

async function receipt(
  parts: Readonly<Record<string, string | undefined>>,
  { head, stage }: Saying,
): Promise<ReceiptRequest> {
  const paper = part(parts, 'paper');
  const invoice = /^invoice (.+)$/.exec(paper)?.[1];
  const documents = {
    'packing slip': 'packing-slip',
    'no paper': 'none',
    'a prescription': 'prescription',
  } as const;
  return {
    ...head,
    kind: 'receipt',
    supplier: stage.supplier(part(parts, 'supplier')),
    document:
      invoice === undefined
        ? documents[oneOf(['packing slip', 'no paper', 'a prescription'], paper)]
        : 'invoice',
    invoiceNumber: invoice ?? null,
    invoiceDate: null,
    invoiceFile: invoice === undefined ? null : await stage.file(`invoice ${invoice}`),
    orderedOn: null,
    lines: splitAnd(part(parts, 'lines')).map((line) => receiptLine(line, stage)),
  };
}

/** "10 ketamine 50 (lot K2, expiring 2027-09-30, ordered 12, invoiced 12, serials S1 S2)" */
function receiptLine(text: string, stage: Stage): ReceiptLine {
  const remarks = new Remarks(text);
  const { number = '', product = '' } = remarks.match(/^(?<number>\d+) (?<product>.+)$/);
  const invoiced = remarks.take(/^invoiced (\d+)$/) ?? number;
  return remarks.done({
    product: stage.product(product),
    ...lotOf(remarks),
    ordered: Number(remarks.take(/^ordered (\d+)$/) ?? invoiced),
    invoiced: Number(invoiced),
    counted: Number(number),
    serials: remarks.take(/^serials (.+)$/)?.split(' ') ?? [],
  });
}

/** "overfill percent 5 and day starts at 05:00" */
async function settingsOf(
  text: string,
  at: Saying['additions']['recordedAt'],
  stage: Stage,
): Promise<PolicySettings> {
  const timeline = await stage.driver.cell('policy', 'timeline');
  if (timeline === undefined) throw new Error('the site has no policy');
  let settings = policyAt(timeline, at).settings;
  for (const each of splitAnd(text)) {
    const { name = '', value = '' } = /^(?<name>.+) (?<value>\S+)$/.exec(each)?.groups ?? {};
    const key = name.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase());
    if (!(key in settings)) throw new Error(`no setting "${name}"`);
    settings = { ...settings, [key]: valueOf(key, value) };
  }
  return settings;
}

function valueOf(key: string, text: string): string | number | bigint | readonly unknown[] {
  if (key === 'syringes') return text.split('+').map(scaleOf);
  if (key === 'wasteReasons' || key === 'wasteManners') return text.split('+');
  if (key === 'deadSpacePerDraw') return volume(text);
  if (key.endsWith('Locations')) return [asId(text)];
  return /^-?[\d.]+$/.test(text) ? Number(text) : text;
}

/** "1/0.01": a syringe of 1 mL with a mark at each 0.01 mL. */
function scaleOf(text: string): SyringeScale {
  const [size = '', graduation = ''] = text.split('/');
  return { size: volume(size), graduation: volume(graduation) };
}
