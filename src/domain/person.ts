import type { LeafHash, LedgerId, PersonId } from './ids.js';
import type { Instant } from './measures/instant.js';

/** What a person may do, one right per act. Witnessing is a grant of its own. */
export const RIGHTS = [
  'administer',
  'approve-correction',
  'breakage',
  'close-out',
  'correct',
  'count',
  'close-day',
  'close-discrepancy',
  'disclose',
  'discrepancy',
  'dispose',
  'draw',
  'hand-off',
  'hand-over',
  'inventory',
  'loss',
  'manage-people',
  'manage-policy',
  'manage-products',
  'manage-sites',
  'manage-suppliers',
  'move',
  'order',
  'prepare',
  'quarantine',
  'read-journal',
  'read-patients',
  'read-register',
  'receive',
  'reconcile',
  'release',
  'report',
  'review',
  'return-to-stock',
  'sign-reconciliation',
  'verify-receipt',
  'waste',
  'witness',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Roles are presets of rights. `witness` is granted beside a role, never implied by one. */
export const ROLES = {
  registrant: [
    'administer',
    'approve-correction',
    'close-out',
    'correct',
    'count',
    'close-day',
    'close-discrepancy',
    'disclose',
    'discrepancy',
    'dispose',
    'draw',
    'inventory',
    'loss',
    'manage-policy',
    'manage-products',
    'manage-suppliers',
    'move',
    'order',
    'prepare',
    'quarantine',
    'read-journal',
    'read-patients',
    'read-register',
    'receive',
    'release',
    'report',
    'review',
    'verify-receipt',
    'waste',
    'breakage',
    'hand-off',
    'hand-over',
    'return-to-stock',
    'reconcile',
    'sign-reconciliation',
  ],
  custodian: [
    'approve-correction',
    'close-out',
    'correct',
    'count',
    'close-day',
    'close-discrepancy',
    'disclose',
    'discrepancy',
    'dispose',
    'inventory',
    'manage-products',
    'manage-suppliers',
    'move',
    'prepare',
    'quarantine',
    'read-patients',
    'read-register',
    'receive',
    'release',
    'report',
    'review',
    'verify-receipt',
    'waste',
    'breakage',
    'hand-off',
    'return-to-stock',
    'reconcile',
  ],
  clinician: [
    'administer',
    'close-out',
    'correct',
    'count',
    'discrepancy',
    'draw',
    'move',
    'order',
    'prepare',
    'quarantine',
    'read-patients',
    'read-register',
    'receive',
    'verify-receipt',
    'waste',
    'inventory',
    'breakage',
    'hand-off',
    'hand-over',
    'return-to-stock',
  ],
  compliance: [
    'approve-correction',
    'close-discrepancy',
    'count',
    'disclose',
    'discrepancy',
    'inventory',
    'manage-policy',
    'quarantine',
    'read-journal',
    'read-patients',
    'read-register',
    'report',
    'reconcile',
  ],
  administrator: [
    'manage-people',
    'manage-policy',
    'manage-products',
    'manage-sites',
    'manage-suppliers',
    'read-journal',
  ],
  inspector: ['read-journal', 'read-patients', 'read-register', 'report'],
  witness: ['witness', 'read-register'],
} as const satisfies Record<string, readonly Right[]>;
export type Role = keyof typeof ROLES;

/** Professional licence as it prints in the signature key; a nurse has a licence number, never a DEA number. */
export const LICENSE_CLASSES = [
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
export type LicenseClass = (typeof LICENSE_CLASSES)[number];

/** A member of staff. Printed name and initials are personal: the state holds their commitments only. */
export interface Person {
  readonly noun: 'person';
  readonly id: PersonId;
  readonly status: 'active' | 'disabled';
  readonly licenseClass: LicenseClass;
  /** Commitments of the printed name and the initials, made in the organisation's entry that set them. */
  readonly nameCommitment: LeafHash;
  readonly initialsCommitment: LeafHash;
  /** Id of the organisation entry whose salted fields open the commitments. */
  readonly namedIn: string;
}

/** What one person may do at one site (or, with `organisation`, for the organisation). */
export interface Grant {
  readonly noun: 'grant';
  /** `<person>@<site>`. */
  readonly id: string;
  readonly person: PersonId;
  readonly site: LedgerId | 'organisation';
  readonly roles: readonly Role[];
  /** Access ends by itself at this instant, for temporary staff and inspectors. */
  readonly until: Instant | null;
}

export const grantId = (person: PersonId, site: LedgerId | 'organisation'): string =>
  `${person}@${site}`;

/**
 * How a signature was made; stored when it happened, never inferred later. `simulated`: nobody proved anything; only a
 * ledger that is kept by a simulated clock has such signatures.
 */
export const SIGNATURE_METHODS = ['session', 'password', 'pin', 'simulated'] as const;
export type SignatureMethod = (typeof SIGNATURE_METHODS)[number];

/** How people prove who they are when they sign. */
export type ProvenMethod = Exclude<SignatureMethod, 'simulated'>;

/** Meaning of a signature (as 21 CFR 11.50 asks a signature to show). */
export const MEANINGS = [
  'performed',
  'witnessed',
  'received',
  'verified',
  'counted',
  'approved',
  'closed',
] as const;
export type Meaning = (typeof MEANINGS)[number];
/** What somebody signs beside the person who acts. */
export type SecondMeaning = Exclude<Meaning, 'performed'>;

/** Right that each meaning of a second signature asks for. A witness needs the grant to witness and no other. */
export const RIGHT_TO_SIGN: Readonly<Record<SecondMeaning, Right>> = {
  witnessed: 'witness',
  received: 'receive',
  verified: 'verify-receipt',
  counted: 'count',
  approved: 'approve-correction',
  closed: 'close-discrepancy',
};

/** What a second person states to have seen with their own eyes. */
export const SEEN = [
  'act',
  'draw',
  'residue',
  'destruction',
  'sealed-bag',
  'count',
  'container',
  'papers',
] as const;
export type Seen = (typeof SEEN)[number];

/** A signature as the entry carries it. */
export interface Signature {
  readonly person: PersonId;
  readonly meaning: Meaning;
  readonly method: SignatureMethod;
  readonly seen: readonly Seen[];
  readonly licenseClass: LicenseClass;
  readonly name: LeafHash;
  readonly initials: LeafHash;
  readonly signedAt: Instant;
  /** SHA-256, base64, of the exact content that was on the screen. */
  readonly hash: LeafHash;
  /** Version of the words shown with the content. */
  readonly words: string;
}
