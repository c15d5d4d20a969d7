import type { Right } from '../../domain/person.js';

/** Who may use an endpoint. */
export type Access =
  /** Nobody needs to be signed in. */
  | { readonly to: 'anyone' }
  /** Any signed-in person; with `even`, also one whose session is locked or whose password another has set. */
  | { readonly to: 'signed-in'; readonly even: boolean }
  /** A person with a right for the whole organisation. */
  | { readonly to: 'organisation'; readonly right: Right }
  /** A person with a right at the site that the address names. */
  | {
      readonly to: 'site';
      readonly right: Right;
      /** Stays open and is no activity: it does not put off the lock of the session. */
      readonly watches?: true;
    }
  /** A person with any right at the site: what they may do there depends on what they send. */
  | { readonly to: 'site-member'; readonly watches?: true };

const anyone: Access = { to: 'anyone' };
const signedIn: Access = { to: 'signed-in', even: false };
const evenLocked: Access = { to: 'signed-in', even: true };
const siteMember: Access = { to: 'site-member' };
const siteWatcher: Access = { to: 'site-member', watches: true };
const organisation = (right: Right): Access => ({ to: 'organisation', right });
const site = (right: Right): Access => ({ to: 'site', right });

/**
 * Every endpoint and who may use it: the one table. The service does not start with an endpoint that has no row, nor
 * with a row that has no endpoint. The rights are looked at again under the ledger's lock when an entry is recorded.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  'GET /': anyone,
  'GET /assets/:asset': anyone,
  'GET /*': anyone,

  'GET /api/health/live': anyone,
  'GET /api/health/ready': anyone,
  'GET /api/openapi.json': anyone,
  'GET /api/docs': anyone,
  'GET /api/docs/:file': anyone,

  'GET /api/setup': anyone,
  'POST /api/setup': anyone,

  'POST /api/session': anyone,
  'GET /api/session': evenLocked,
  'DELETE /api/session': evenLocked,
  'POST /api/session/proof': evenLocked,
  'PUT /api/session/secrets': evenLocked,

  'GET /api/people': signedIn,
  'POST /api/people': organisation('manage-people'),
  'GET /api/people/:person': signedIn,
  'POST /api/people/:person/name': organisation('manage-people'),
  'POST /api/people/:person/end': organisation('manage-people'),
  'POST /api/people/:person/grants': organisation('manage-people'),
  'PUT /api/people/:person/secrets': organisation('manage-people'),

  'GET /api/organisation/entries': organisation('read-register'),
  'GET /api/organisation/entries/:line': organisation('read-register'),

  'GET /api/journal': organisation('read-journal'),

  'GET /api/jobs': organisation('manage-sites'),
  'GET /api/jobs/:job': organisation('manage-sites'),
  'POST /api/jobs/:job/again': organisation('manage-sites'),

  'GET /api/sites': signedIn,
  'POST /api/sites': organisation('manage-sites'),
  'GET /api/sites/:site': siteMember,
  'GET /api/sites/:site/premises': siteMember,
  'POST /api/sites/:site/registration': organisation('manage-sites'),

  'GET /api/products': signedIn,
  'GET /api/products/catalogue': signedIn,
  'POST /api/products': organisation('manage-products'),
  'POST /api/products/:product/withdrawal': organisation('manage-products'),

  'GET /api/suppliers': signedIn,
  'POST /api/suppliers': organisation('manage-suppliers'),
  'POST /api/suppliers/:supplier/facts': organisation('manage-suppliers'),
  'POST /api/suppliers/:supplier/withdrawal': organisation('manage-suppliers'),

  'GET /api/sites/:site/patients': site('read-patients'),
  'POST /api/sites/:site/patients': site('order'),
  'POST /api/sites/:site/patients/search': site('read-patients'),
  'GET /api/sites/:site/patients/:patient': site('read-patients'),
  'PUT /api/sites/:site/patients/:patient': site('order'),

  'POST /api/sites/:site/files': siteMember,
  'GET /api/sites/:site/files/:file': site('read-register'),

  'POST /api/sites/:site/signatures': siteMember,
  'POST /api/sites/:site/signatures/:signature': siteMember,

  'GET /api/sites/:site/notes': site('read-journal'),
  'POST /api/sites/:site/notes': site('read-journal'),
  'GET /api/sites/:site/journal': site('read-journal'),
  'GET /api/sites/:site/work-list': siteMember,
  'GET /api/sites/:site/events': siteWatcher,

  'GET /api/sites/:site/reminder-targets': site('manage-policy'),
  'POST /api/sites/:site/reminder-targets': site('manage-policy'),
  'PUT /api/sites/:site/reminder-targets/:target': site('manage-policy'),
  'DELETE /api/sites/:site/reminder-targets/:target': site('manage-policy'),
  'POST /api/sites/:site/reminder-targets/:target/secret': site('manage-policy'),
  'POST /api/sites/:site/reminder-targets/:target/trial': site('manage-policy'),

  'POST /api/sites/:site/draws': site('draw'),
  'GET /api/sites/:site/draws': site('read-register'),
  'GET /api/sites/:site/draws/:draw': site('read-register'),

  'POST /api/sites/:site/policies': site('manage-policy'),
  'GET /api/sites/:site/policies': site('read-register'),
  'POST /api/sites/:site/inventories': site('inventory'),
  'GET /api/sites/:site/inventories': site('read-register'),
  'GET /api/sites/:site/inventories/due': site('read-register'),
  'GET /api/sites/:site/inventories/:line': site('report'),
  'POST /api/sites/:site/inventories/signed-copies': site('inventory'),
  'POST /api/sites/:site/inventories/running': site('inventory'),
  'GET /api/sites/:site/inventories/running/:inventory': site('inventory'),
  'POST /api/sites/:site/inventories/running/:inventory/tally': site('inventory'),
  'POST /api/sites/:site/receipts': site('receive'),
  'POST /api/sites/:site/infusion-orders': site('order'),
  'POST /api/sites/:site/infusion-orders/changes': site('order'),
  'POST /api/sites/:site/infusion-orders/cancellations': site('order'),
  'POST /api/sites/:site/infusion-orders/closings': site('order'),
  'POST /api/sites/:site/preparations': site('prepare'),
  'POST /api/sites/:site/administrations': site('administer'),
  'POST /api/sites/:site/waste': site('waste'),
  'GET /api/sites/:site/waste': site('read-register'),
  'POST /api/sites/:site/holds': site('waste'),
  'POST /api/sites/:site/holds/openings': site('waste'),
  'POST /api/sites/:site/hand-offs': site('hand-off'),
  'POST /api/sites/:site/hand-overs': site('hand-over'),
  'POST /api/sites/:site/returns': site('return-to-stock'),
  'POST /api/sites/:site/breakages': site('breakage'),
  'GET /api/sites/:site/custody': site('read-register'),
  'POST /api/sites/:site/countersignatures': siteMember,
  'POST /api/sites/:site/close-outs': site('close-out'),
  'POST /api/sites/:site/quarantines': site('quarantine'),
  'POST /api/sites/:site/releases': site('release'),
  'POST /api/sites/:site/moves': site('move'),
  'POST /api/sites/:site/disposals': site('dispose'),
  'POST /api/sites/:site/disposals/returned': site('dispose'),
  'GET /api/sites/:site/disposals/:line/form-41': site('report'),
  'POST /api/sites/:site/returns-to-supplier': site('dispose'),
  'POST /api/sites/:site/samples': site('dispose'),
  'POST /api/sites/:site/weighings': site('count'),
  'POST /api/sites/:site/assays': site('dispose'),
  'POST /api/sites/:site/counts': site('count'),
  'GET /api/sites/:site/counts/due': site('read-register'),
  'GET /api/sites/:site/counts/running': site('count'),
  'GET /api/sites/:site/counts/:count': site('count'),
  'GET /api/sites/:site/counts/recorded/:line': site('report'),
  'POST /api/sites/:site/counts/:count/figures': site('count'),
  'POST /api/sites/:site/counts/:count/tally': site('count'),
  'POST /api/sites/:site/discrepancies': site('discrepancy'),
  'GET /api/sites/:site/discrepancies': site('read-register'),
  'GET /api/sites/:site/discrepancies/:case': site('read-register'),
  'GET /api/sites/:site/discrepancies/:case/timeline': site('read-register'),
  'GET /api/sites/:site/discrepancies/:case/explanations': site('read-register'),
  'GET /api/sites/:site/monitoring': site('read-journal'),
  'GET /api/sites/:site/trends': site('read-journal'),
  'GET /api/sites/:site/trends/lines': site('read-journal'),
  'POST /api/sites/:site/losses': site('discrepancy'),
  'GET /api/sites/:site/losses': site('read-register'),
  'GET /api/sites/:site/losses/:loss': site('read-register'),
  'GET /api/sites/:site/losses/:loss/clocks': site('read-register'),
  'GET /api/sites/:site/losses/:loss/form-106': site('read-register'),
  'POST /api/sites/:site/corrections': site('correct'),
  'POST /api/sites/:site/days': site('close-day'),
  'GET /api/sites/:site/days': site('read-register'),
  'GET /api/sites/:site/days/:date': site('read-register'),
  'POST /api/sites/:site/reconciliations': site('reconcile'),
  'GET /api/sites/:site/reconciliations': site('read-register'),
  'GET /api/sites/:site/reconciliations/chart': site('report'),
  'POST /api/sites/:site/reviews': site('review'),
  'GET /api/sites/:site/reviews': site('read-register'),

  'GET /api/sites/:site/entries': site('read-register'),
  'GET /api/sites/:site/entries/:line': site('read-register'),
  'GET /api/sites/:site/entries/:line/proof': site('read-register'),
  'GET /api/sites/:site/proofs/inclusion': site('read-register'),
  'GET /api/sites/:site/proofs/consistency': site('read-register'),
  'GET /api/sites/:site/checkpoint': site('read-register'),
  'GET /api/sites/:site/log.vkey': site('read-register'),
  'GET /api/sites/:site/tile/*': site('read-register'),
  'GET /api/sites/:site/balances': site('read-register'),
  'GET /api/sites/:site/containers': site('read-register'),
  'GET /api/sites/:site/containers/next': site('read-register'),
  'GET /api/sites/:site/containers/:container': site('read-register'),
  'GET /api/sites/:site/containers/:container/story': site('read-register'),
  'GET /api/sites/:site/close-outs/people': site('report'),
  'POST /api/sites/:site/quarantines/recalls': site('quarantine'),
  'GET /api/sites/:site/quarantines/recalls/:lot': site('read-patients'),
  'GET /api/sites/:site/infusion-orders': site('read-register'),
  'GET /api/sites/:site/infusion-orders/:order': site('read-register'),

  'GET /api/sites/:site/reports': site('report'),
  'GET /api/sites/:site/reports/page-check': site('report'),
  'GET /api/sites/:site/reports/mine/:file': site('read-register'),
  'POST /api/sites/:site/reports/jobs': site('report'),
  'POST /api/sites/:site/reports/jobs/page-checks': site('report'),
  'GET /api/sites/:site/reports/jobs/:job/page': site('report'),
  'GET /api/sites/:site/reports/jobs/:job': site('report'),
  'GET /api/sites/:site/reports/jobs/:job/events': { to: 'site', right: 'report', watches: true },
  'POST /api/sites/:site/reports/jobs/:job/cancellation': site('report'),
  'GET /api/sites/:site/reports/jobs/:job/file': site('report'),
  'POST /api/sites/:site/reports/issued': site('disclose'),
  'GET /api/sites/:site/reports/issued': site('report'),
  'GET /api/sites/:site/reports/issued/:line/since': site('report'),
  'POST /api/sites/:site/disclosures': site('disclose'),
  'GET /api/sites/:site/disclosures': site('report'),
  'GET /api/sites/:site/reports/:file': site('report'),
};
