/** Every released version of every kind of entry. A released codec is never edited: a new need is a new version here. */
import type { Kind } from '../../domain/request.js';
import { administrationV1 } from './administration.v1.js';
import { assayV1 } from './assay.v1.js';
import type { BodyOf } from './body.js';
import { breakageV1 } from './breakage.v1.js';
import { closeOutV1 } from './close-out.v1.js';
import { LeafError } from './codec.js';
import type { Codec } from './codec.js';
import { correctionV1 } from './correction.v1.js';
import { correctionV2 } from './correction.v2.js';
import { correctionV3 } from './correction.v3.js';
import { countV1 } from './count.v1.js';
import { countV2 } from './count.v2.js';
import { countersignV1 } from './countersign.v1.js';
import { dayCloseV1 } from './day-close.v1.js';
import { disclosureV1 } from './disclosure.v1.js';
import { discrepancyV1 } from './discrepancy.v1.js';
import { discrepancyV2 } from './discrepancy.v2.js';
import { disposalReturnedV1 } from './disposal-returned.v1.js';
import { disposalV1 } from './disposal.v1.js';
import { drawV1 } from './draw.v1.js';
import { drawV2 } from './draw.v2.js';
import { filingV1 } from './filing.v1.js';
import { grantV1 } from './grant.v1.js';
import { handOffV1 } from './hand-off.v1.js';
import { handOverV1 } from './hand-over.v1.js';
import { holdV1 } from './hold.v1.js';
import { infusionOrderV1 } from './infusion-order.v1.js';
import { infusionOrderV2 } from './infusion-order.v2.js';
import { inventoryV1 } from './inventory.v1.js';
import { inventoryV2 } from './inventory.v2.js';
import { lossV1 } from './loss.v1.js';
import { moveV1 } from './move.v1.js';
import { openedV1 } from './opened.v1.js';
import { orderCloseV1 } from './order-close.v1.js';
import { personV1 } from './person.v1.js';
import { policyV1 } from './policy.v1.js';
import { policyV2 } from './policy.v2.js';
import { policyV3 } from './policy.v3.js';
import { preparationV1 } from './preparation.v1.js';
import { productV1 } from './product.v1.js';
import { quarantineV1 } from './quarantine.v1.js';
import { receiptV1 } from './receipt.v1.js';
import { releaseV1 } from './release.v1.js';
import { returnToSupplierV1 } from './return-to-supplier.v1.js';
import { sampleV1 } from './sample.v1.js';
import { reconciliationV1 } from './reconciliation.v1.js';
import { reportIssuedV1 } from './report-issued.v1.js';
import { reviewV1 } from './review.v1.js';
import { releaseHoldV1 } from './release-hold.v1.js';
import { returnToStockV1 } from './return-to-stock.v1.js';
import { siteV1 } from './site.v1.js';
import { siteV2 } from './site.v2.js';
import { supplierV1 } from './supplier.v1.js';
import { wasteV1 } from './waste.v1.js';
import { weighingV1 } from './weighing.v1.js';

/** The body codecs of version 1, in the order of the documentation. */
export const BODIES_V1: { readonly [K in Kind]: Codec<BodyOf<K>> } = {
  opened: openedV1,
  policy: policyV1,
  inventory: inventoryV1,
  filing: filingV1,
  receipt: receiptV1,
  'infusion-order': infusionOrderV1,
  'order-close': orderCloseV1,
  draw: drawV1,
  preparation: preparationV1,
  administration: administrationV1,
  waste: wasteV1,
  assay: assayV1,
  hold: holdV1,
  'release-hold': releaseHoldV1,
  'hand-off': handOffV1,
  'hand-over': handOverV1,
  'return-to-stock': returnToStockV1,
  breakage: breakageV1,
  countersign: countersignV1,
  'close-out': closeOutV1,
  quarantine: quarantineV1,
  release: releaseV1,
  move: moveV1,
  disposal: disposalV1,
  'disposal-returned': disposalReturnedV1,
  'return-to-supplier': returnToSupplierV1,
  sample: sampleV1,
  weighing: weighingV1,
  count: countV1,
  recount: countV1,
  discrepancy: discrepancyV1,
  loss: lossV1,
  correction: correctionV1,
  'day-close': dayCloseV1,
  review: reviewV1,
  reconciliation: reconciliationV1,
  'report-issued': reportIssuedV1,
  disclosure: disclosureV1,
  site: siteV1,
  person: personV1,
  grant: grantV1,
  product: productV1,
  supplier: supplierV1,
};

/**
 * Codecs of later versions, by kind and version. A kind that is not named here has its first version only. The codec of an
 * earlier version gives what it did not know as it was then (`lifted`), so that whoever reads sees one form of request.
 */
export const LATER_BODIES: { readonly [K in Kind]?: Readonly<Record<number, Codec<BodyOf<K>>>> } = {
  policy: { 2: policyV2, 3: policyV3 },
  'infusion-order': { 2: infusionOrderV2 },
  draw: { 2: drawV2 },
  discrepancy: { 2: discrepancyV2 },
  inventory: { 2: inventoryV2 },
  count: { 2: countV2 },
  recount: { 2: countV2 },
  correction: { 2: correctionV2, 3: correctionV3 },
  site: { 2: siteV2 },
};

/** The version that new entries of a kind are written in: the newest. */
export function currentVersion(kind: Kind): number {
  return Math.max(1, ...Object.keys(LATER_BODIES[kind] ?? {}).map(Number));
}

export function isKind(text: string): text is Kind {
  return Object.hasOwn(BODIES_V1, text);
}

/** The codec of a body, of any kind: whoever calls pairs it with a request or leaf of that kind. */
export function bodyCodec(kind: Kind, version: number): Codec<object> {
  const later: Readonly<Record<number, unknown>> = LATER_BODIES[kind] ?? {};
  const codec = version === 1 ? BODIES_V1[kind] : later[version];
  if (codec === undefined)
    throw new LeafError('/v', `version ${version} of ${kind} is not known here`);
  // A codec of one kind takes that kind's body only; the pair came from one request or one leaf.
  return codec as Codec<object>;
}
