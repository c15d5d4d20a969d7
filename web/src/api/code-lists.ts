/** Made by scripts/api-types.mjs from the description of the API: do not write here. */
export const BREAKAGE_CAUSE = [
  'dropped',
  'crushed',
  'cracked',
  'leaking',
  'other',
] as const;
export const DISCLOSURE_MANNER = [
  'paper',
  'file',
  'shown',
] as const;
export const DISCLOSURE_TO = [
  'drug-enforcement',
  'state-authority',
  'other-authority',
  'court',
  'patient',
  'insurer',
  'other',
] as const;
export const DISCREPANCY_CAUSE = [
  'counting-mistake',
  'entry-missing',
  'entry-wrong-amount',
  'entry-wrong-container',
  'entered-twice',
  'waste-not-recorded',
  'receipt-not-recorded',
  'container-characteristic',
  'breakage',
  'unknown',
] as const;
export const ENTRY_KIND = [
  'opened',
  'policy',
  'inventory',
  'filing',
  'receipt',
  'infusion-order',
  'order-close',
  'draw',
  'preparation',
  'administration',
  'waste',
  'assay',
  'hold',
  'release-hold',
  'hand-off',
  'hand-over',
  'return-to-stock',
  'breakage',
  'countersign',
  'close-out',
  'quarantine',
  'release',
  'move',
  'disposal',
  'disposal-returned',
  'return-to-supplier',
  'sample',
  'weighing',
  'count',
  'recount',
  'discrepancy',
  'loss',
  'correction',
  'day-close',
  'review',
  'reconciliation',
  'report-issued',
  'disclosure',
  'site',
  'person',
  'grant',
  'product',
  'supplier',
] as const;
export const EXCUSED_WHY = [
  'infusion-running',
  'witness-not-here-today',
  'patient-transferred',
  'under-investigation',
  'system-unavailable',
  'other',
] as const;
export const FACTOR_FACTOR = [
  'quantity-for-the-business',
  'substance',
  'access',
  'pattern',
  'diversion-candidate',
  'local-trends',
] as const;
export const FACTOR_WEIGHS = [
  'for',
  'against',
  'unknown',
] as const;
export const FIRST_PERSON_LICENSE_CLASS = [
  'MD',
  'DO',
  'CRNA',
  'NP',
  'PA',
  'RN',
  'LPN',
  'RPh',
  'CPhT',
  'none',
] as const;
export const FORM106_TYPE = [
  'night-break-in',
  'armed-robbery',
  'employee-pilferage',
  'customer-theft',
  'lost-in-transit',
  'other',
] as const;
export const GRANT_REQUEST_ROLES = [
  'registrant',
  'custodian',
  'clinician',
  'compliance',
  'administrator',
  'inspector',
  'witness',
] as const;
export const HAND_OVER_CAUSE = [
  'transferred',
  'died',
  'left',
] as const;
export const HAND_OVER_UNIT = [
  'ambulance',
  'emergency-department',
  'hospital-ward',
  'medical-examiner',
  'other',
] as const;
export const INFUSION_ORDER_ROUTE = [
  'iv-infusion',
  'iv-push',
  'im',
  'sc',
  'intranasal',
] as const;
export const ISSUE_PURPOSE = [
  'inspection',
  'audit',
  'investigation',
  'patient-request',
  'own-file',
  'other',
] as const;
export const NEW_PERSON_LICENSE_CLASS = [
  'MD',
  'DO',
  'CRNA',
  'NP',
  'PA',
  'RN',
  'LPN',
  'RPh',
  'CPhT',
  'none',
] as const;
export const QUARANTINE_WHY = [
  'expired',
  'past-beyond-use',
  'recalled',
  'damaged',
  'suspect',
  'awaiting-disposal',
  'temperature',
  'other',
] as const;
export const WASTE_MANNER = [
  'rx-destroyer',
  'sharps-sequestration',
  'sink',
  'absorbed',
  'unrecovered',
  'other',
] as const;
export const WASTE_WHY = [
  'dose-remainder',
  'infusion-stopped',
  'not-given',
  'line-residue',
  'spill',
  'broken-syringe',
  'contaminated',
  'expired-preparation',
  'single-dose-remainder',
  'order-cancelled',
  'other',
] as const;
