import type { ContainerId, LossId, PatientId, PersonId } from '../../domain/ids.js';
import type { Right } from '../../domain/person.js';

/** What the lines of the dispensing record can stand under, instead of running by their time alone. */
export const ARRANGEMENTS = ['patient', 'practitioner', 'person'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** What the lines of the ledger may be sorted by, instead of standing in register order. */
export const SORTS = ['event-time'] as const;
export type Sort = (typeof SORTS)[number];

/** What a document may be narrowed to, besides its period, and how its lines may be arranged. */
export interface Narrowing {
  readonly container?: ContainerId;
  readonly loss?: LossId;
  readonly patient?: PatientId;
  /** Whose orders. */
  readonly practitioner?: PersonId;
  readonly person?: PersonId;
  readonly by?: Arrangement;
  readonly sort?: Sort;
}

export interface DocumentKind {
  /** What it is, in one line. */
  readonly says: string;
  /** A right that is needed besides `report`: for names of patients. */
  readonly alsoNeeds: Right | null;
  /** What it is about one of, and cannot be printed without; null for what is about all of a site. */
  readonly about: keyof Narrowing | null;
  /** What else it can be narrowed to. */
  readonly takes: readonly ('item' | keyof Narrowing)[];
}

/** Every document that can be printed from the ledger of a site. */
export const DOCUMENT_KINDS = {
  ledger: {
    says: 'the controlled-substance ledger, per audit item',
    alsoNeeds: 'read-patients',
    about: null,
    takes: ['item', 'sort'],
  },
  dispensing: {
    says: 'the dispensing record (21 CFR 1304.22(c))',
    alsoNeeds: 'read-patients',
    about: null,
    takes: ['patient', 'practitioner', 'person', 'by'],
  },
  discrepancies: {
    says: 'every discrepancy that was open in the period',
    alsoNeeds: null,
    about: null,
    takes: [],
  },
  receipts: {
    says: 'every delivery with its invoice and its supplier’s registration; exceptions first',
    alsoNeeds: null,
    about: null,
    takes: [],
  },
  waste: {
    says: 'every waste, who saw it, what they saw and when they signed',
    alsoNeeds: 'read-patients',
    about: null,
    takes: [],
  },
  corrections: {
    says: 'every correction beside its original, and every late entry',
    alsoNeeds: 'read-patients',
    about: null,
    takes: [],
  },
  residue: {
    says: 'overfill and hub loss of every ended container, by product and lot and by person',
    alsoNeeds: null,
    about: null,
    takes: [],
  },
  audit: {
    says: 'the computation chart between the first and the last count of the period, per audit item',
    alsoNeeds: null,
    about: null,
    takes: ['item'],
  },
  container: {
    says: 'one container from its receipt to its end',
    alsoNeeds: 'read-patients',
    about: 'container',
    takes: [],
  },
  entries: {
    says: 'what one person made, signed or witnessed',
    alsoNeeds: 'read-patients',
    about: 'person',
    takes: [],
  },
  inventories: {
    says: 'every inventory, to be signed and kept at the registered location',
    alsoNeeds: null,
    about: null,
    takes: [],
  },
  disposals: {
    says: 'stock that was destroyed or handed over for destruction: what DEA Form 41 asks',
    alsoNeeds: null,
    about: null,
    takes: [],
  },
  losses: {
    says: 'every theft and loss: clocks, determination, what is gone and what was found again',
    alsoNeeds: null,
    about: null,
    takes: [],
  },
  'loss-worksheet': {
    says: 'what DEA Form 106 asks of one loss, to be typed over; with its purchase value',
    alsoNeeds: 'loss',
    about: 'loss',
    takes: [],
  },
  'loss-notice': {
    says: 'the written notices of one loss, as letters to be signed (21 CFR 1301.76(b))',
    alsoNeeds: 'loss',
    about: 'loss',
    takes: [],
  },
  access: {
    says: 'who could do what on the last day, who came, who saw and who took away',
    alsoNeeds: 'read-journal',
    about: null,
    takes: [],
  },
  cover: {
    says: 'open exceptions, registration, holders of keys, last inventories and policies',
    alsoNeeds: null,
    about: null,
    takes: [],
  },
  contents: {
    says: 'the contents of the inspection packet, with the pages of each document',
    alsoNeeds: null,
    about: null,
    takes: [],
  },
  'count-sheet': {
    says: 'a blind sheet for a closing count, to be filled in',
    alsoNeeds: null,
    about: null,
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
  about: null,
  takes: [],
};

export function kindOf(document: DocumentName | typeof PACKET): DocumentKind {
  return document === PACKET ? PACKET_KIND : DOCUMENT_KINDS[document];
}

/** The order in which an investigator asks for them. The sheet of contents stands before them, and is made after them. */
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
  'losses',
  'corrections',
  'residue',
  'access',
  'count-sheet',
] as const satisfies readonly DocumentName[];

/** Whether a document says everything of a site: it can be printed without choosing one of something. */
export const isOfWholeSite = (document: DocumentName): boolean =>
  DOCUMENT_KINDS[document].about === null;

/** What a document can be narrowed to, with what it must be. */
export function takenBy({ about, takes }: DocumentKind): DocumentKind['takes'] {
  return about === null ? takes : [about, ...takes];
}
