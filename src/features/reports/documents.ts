import type { ContainerId, PersonId } from '../../domain/ids.js';
import type { Right } from '../../domain/person.js';

/** What a document may be narrowed to, besides its period. */
export interface Narrowing {
  readonly container?: ContainerId;
  readonly person?: PersonId;
}

export interface DocumentKind {
  /** What it is, in one line. */
  readonly says: string;
  /** A right that is needed besides `report`: for names of patients. */
  readonly alsoNeeds: Right | null;
  /** What it can be narrowed to. */
  readonly takes: readonly ('item' | keyof Narrowing)[];
}

/** Every document that can be printed from the ledger of a site. */
export const DOCUMENT_KINDS = {
  ledger: {
    says: 'the controlled-substance ledger, per audit item',
    alsoNeeds: 'read-patients',
    takes: ['item'],
  },
  dispensing: {
    says: 'the dispensing record (21 CFR 1304.22(c))',
    alsoNeeds: 'read-patients',
    takes: [],
  },
  discrepancies: {
    says: 'every discrepancy that was open in the period',
    alsoNeeds: null,
    takes: [],
  },
  receipts: {
    says: 'every delivery with its invoice and its supplier’s registration; exceptions first',
    alsoNeeds: null,
    takes: [],
  },
  waste: {
    says: 'every waste, who saw it, what they saw and when they signed',
    alsoNeeds: 'read-patients',
    takes: [],
  },
  corrections: {
    says: 'every correction beside its original, and every late entry',
    alsoNeeds: 'read-patients',
    takes: [],
  },
  residue: {
    says: 'overfill and hub loss of every ended container, by product and lot and by person',
    alsoNeeds: null,
    takes: [],
  },
  audit: {
    says: 'the computation chart between the first and the last count of the period, per audit item',
    alsoNeeds: null,
    takes: ['item'],
  },
  container: {
    says: 'one container from its receipt to its end',
    alsoNeeds: 'read-patients',
    takes: ['container'],
  },
  entries: {
    says: 'what one person made, signed or witnessed',
    alsoNeeds: 'read-patients',
    takes: ['person'],
  },
  inventories: {
    says: 'every inventory, to be signed and kept at the registered location',
    alsoNeeds: null,
    takes: [],
  },
  disposals: {
    says: 'stock that was destroyed or handed over for destruction: what DEA Form 41 asks',
    alsoNeeds: null,
    takes: [],
  },
  cover: {
    says: 'open exceptions, registration, inventories and the contents of the packet',
    alsoNeeds: null,
    takes: [],
  },
  'count-sheet': {
    says: 'a blind sheet for a closing count, to be filled in',
    alsoNeeds: null,
    takes: [],
  },
} as const satisfies Readonly<Record<string, DocumentKind>>;

export type DocumentName = keyof typeof DOCUMENT_KINDS;
export const DOCUMENTS = Object.keys(DOCUMENT_KINDS) as readonly DocumentName[];

/** All of them in one archive, with the log and a manifest. */
export const PACKET = 'packet';
export const PACKET_KIND: DocumentKind = {
  says: 'the inspection packet: cover, all documents of the period, count sheets, entries and proofs in one ZIP',
  alsoNeeds: 'read-patients',
  takes: [],
};

export function kindOf(document: DocumentName | typeof PACKET): DocumentKind {
  return document === PACKET ? PACKET_KIND : DOCUMENT_KINDS[document];
}

/** The order in which an investigator asks for them. */
export const PACKET_ORDER = [
  'cover',
  'inventories',
  'audit',
  'receipts',
  'ledger',
  'dispensing',
  'waste',
  'discrepancies',
  'disposals',
  'corrections',
  'residue',
  'count-sheet',
] as const satisfies readonly DocumentName[];
