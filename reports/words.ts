import { wallTime } from '../src/domain/measures/instant.js';
import type { Instant, Zone } from '../src/domain/measures/instant.js';
import type { CauseCategory } from '../src/domain/findings/discrepancy.js';
import type { AddressUnknownReason, Route } from '../src/domain/bedside/infusion.js';
import type { LicenseClass } from '../src/domain/person.js';
import {
  formatQuantity,
  formatStrength,
  trimMass,
  trimQuantity,
} from '../src/domain/measures/quantity.js';
import type { BaseUnit, Mass, Quantity, Strength } from '../src/domain/measures/quantity.js';
import { flagWords } from './flag-words.js';
import type { ContainerMark, LineFacts, ReportHead, WitnessMark, WitnessMethod } from './head.js';

/** How the trade says it. Every word on paper that is not data is here or at the head of its document. */

/** Kinds of entry as the lines of a register print them. */
export const LINE_WORDS = {
  inventory: 'Inventory',
  receipt: 'Received',
  move: 'Moved',
  'infusion-order': 'Order',
  'order-close': 'Order closed',
  draw: 'Drawn',
  preparation: 'Prepared',
  'hand-off': 'Handed off',
  administration: 'Given',
  waste: 'Wasted',
  assay: 'Examined',
  hold: 'Held',
  'release-hold': 'Hold released',
  'hand-over': 'Handed over',
  countersign: 'Countersigned',
  'return-to-stock': 'Returned to stock',
  'close-out': 'Closed out',
  quarantine: 'Quarantined',
  release: 'Released',
  breakage: 'Broken',
  disposal: 'Disposed of',
  'disposal-returned': 'Disposal refused',
  'return-to-supplier': 'Returned to supplier',
  sample: 'Sample taken',
  weighing: 'Weighed',
  'transfer-out': 'Transferred out',
  'transfer-in': 'Transferred in',
  'transfer-confirmed': 'Transfer confirmed',
  count: 'Count',
  recount: 'Recount',
  discrepancy: 'Discrepancy',
  loss: 'Loss',
  correction: 'Correction',
} as const;
export type LineKind = keyof typeof LINE_WORDS;

export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  'iv-infusion': 'IV infusion',
  'iv-push': 'IV push',
  im: 'IM',
  sc: 'SC',
  intranasal: 'intranasal',
};

export const ADDRESS_UNKNOWN_WORDS: Readonly<Record<AddressUnknownReason, string>> = {
  homeless: 'no fixed address',
  refused: 'refused by the patient',
  unconscious: 'patient could not say',
  'address-protected': 'protected address',
};

export const OUTCOME_WORDS = {
  completed: 'Completed',
  stopped: 'Stopped early',
  'not-given': 'Not given',
  'handed-over': 'Handed over',
} as const;

export const CASE_STATUS_WORDS = {
  open: 'Open',
  explained: 'Explained',
  'could-not-be-reconciled': 'Could not be reconciled',
} as const;

export const CAUSE_WORDS: Readonly<Record<CauseCategory, string>> = {
  'counting-mistake': 'Counting mistake',
  'entry-missing': 'Entry missing',
  'entry-wrong-amount': 'Wrong amount entered',
  'entry-wrong-container': 'Wrong container entered',
  'entered-twice': 'Entered twice',
  'waste-not-recorded': 'Waste not recorded',
  'receipt-not-recorded': 'Receipt not recorded',
  'container-characteristic': 'Characteristic of the container',
  breakage: 'Breakage',
  unknown: 'Unknown',
};

export const LICENSE_WORDS: Readonly<Record<LicenseClass, string>> = {
  MD: 'MD, physician',
  DO: 'DO, osteopathic physician',
  CRNA: 'CRNA, nurse anesthetist',
  NP: 'NP, nurse practitioner',
  PA: 'PA, physician assistant',
  RN: 'RN, registered nurse',
  LPN: 'LPN, practical nurse',
  RPh: 'RPh, pharmacist',
  CPhT: 'CPhT, pharmacy technician',
  none: 'no license',
};

const METHOD_LETTERS: Readonly<Record<WitnessMethod, string>> = {
  password: 'w',
  pin: 'p',
  totp: 't',
  passkey: 'k',
  session: 's',
  simulated: 'x',
};
export const METHOD_KEY =
  'p PIN, w password, t one-time code, k passkey, s own session, x simulated';
/** For the foot of every page. */
export const WITNESS_KEY = `Witness: ${METHOD_KEY}; NONE required and missing; at n signed later, by line n.`;

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

/** "1,234.567", "−0.700": always three decimals, so that a column of them is straight to the microlitre. */
export function figure(quantity: Quantity | null): string {
  return quantity === null ? '' : grouped(formatQuantity(quantity));
}

/** The same of a decimal number that is already text. */
export function decimalFigure(decimal: string): string {
  return grouped(decimal);
}

/** "35", "37.5", "1,250": milligrams never print a trailing zero, which is how ten-fold mistakes are read. */
export function milligrams(mass: Mass | null): string {
  return mass === null ? '' : grouped(trimMass(mass));
}

/** With a sign in front either way: "+35", "−145". */
export function signedMilligrams(mass: Mass): string {
  return `${mass > 0n ? '+' : ''}${milligrams(mass)}`;
}

/** Line numbers are names: container 1041-3 is the third of line 1041, so they print alike. */
export function lineNumber(sequence: number): string {
  return String(sequence);
}

/** A whole number: "1,042". */
export function whole(value: number): string {
  return grouped(String(value));
}

/** "1 line", "1,042 lines". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${whole(value)}${NO_BREAK_SPACE}${value === 1 ? one : many}`;
}

/** With a sign in front either way: "+0.150", "−0.100", "0.000". */
export function signed(quantity: Quantity): string {
  return `${quantity > 0n ? '+' : ''}${figure(quantity)}`;
}

function grouped(decimal: string): string {
  const isNegative = decimal.startsWith('-');
  const [integer = '', fraction] = (isNegative ? decimal.slice(1) : decimal).split('.');
  const digits = integer.length > 3 ? integer.replace(/\B(?=(\d{3})+$)/g, ',') : integer;
  return `${isNegative ? MINUS : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** An audit item: what investigators compute, and what a ledger's page is about. */
export interface PrintedItem {
  /** "Ketamine hydrochloride". */
  readonly substance: string;
  readonly strength: Strength;
  /** "injection". */
  readonly form: string;
  /** Labelled content of one container. */
  readonly size: Quantity;
  readonly unit: BaseUnit;
  /** "vial". */
  readonly container: string;
  /** "III". */
  readonly schedule: string;
}

/** "Ketamine hydrochloride injection 50 mg/mL, 10 mL vial". */
export function itemWords(item: PrintedItem): string {
  const size = `${trimQuantity(item.size)}${NO_BREAK_SPACE}${item.unit}`;
  return `${item.substance} ${item.form} ${strengthWords(item)}, ${size} ${item.container}`;
}

/** "Ketamine hydrochloride 50 mg/mL". */
export function drugWords(item: PrintedItem): string {
  return `${item.substance} ${strengthWords(item)}`;
}

function strengthWords({ strength, unit }: PrintedItem): string {
  return formatStrength(strength, unit).replaceAll(' ', NO_BREAK_SPACE);
}

/** Local date, time to the minute, and the zone's abbreviation in force. */
export function when(at: Instant, zone: Zone): { date: string; time: string } {
  const wall = wallTime(at, zone);
  return { date: wall.date, time: `${wall.time.slice(0, 5)} ${wall.zoneAbbreviation}` };
}

/** "2026-03-14 09:42 EDT". */
export function stamp(at: Instant, zone: Zone): string {
  const { date, time } = when(at, zone);
  return `${date} ${time}`;
}

/** "2026-03-14 09:42:17 EDT (-04:00)". */
export function exactStamp(at: Instant, zone: Zone): string {
  const wall = wallTime(at, zone);
  return `${wall.date} ${wall.time} ${wall.zoneAbbreviation} (UTC${wall.offset.replace('-', MINUS)})`;
}

/** The sentence that says how the period was cut. */
export function basisSentence({ basis, checkpoint, site }: ReportHead): string {
  if (basis.kind === 'as-happened') {
    return `As happened: every entry to ledger size ${whole(checkpoint.size)}`;
  }
  return `As known at ${stamp(basis.at, site.zone)}, size ${whole(basis.size)}`;
}

/** Root of the checkpoint for reading aloud: the first eight bytes in hexadecimal, in fours. */
export function shortRoot(root: Uint8Array): string {
  const digits = Buffer.from(root.subarray(0, 8)).toString('hex');
  return digits.replace(/(....)(?=.)/g, '$1 ');
}

export function wholeRoot(root: Uint8Array): string {
  return Buffer.from(root).toString('base64');
}

/** Labels, and the lots they share: "41-1 to 41-20" and "AB1234". */
export function containerWords(containers: readonly ContainerMark[]): {
  labels: string;
  lots: string;
} {
  const labels = runsOf(containers.map(({ label }) => label));
  const lots = [...new Set(containers.map(({ lot }) => lot))];
  return { labels: labels.join(', '), lots: lots.join(', ') };
}

/** Three and more labels in a row print as the first and the last: a carton is one line, not twenty. */
function runsOf(labels: readonly string[]): readonly string[] {
  const runs: string[][] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && isNext(before, label)) run.push(label);
    else runs.push([label]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0] ?? ''} to ${run.at(-1) ?? ''}`]));
}

function isNext(before: string, after: string): boolean {
  const [first, second] = [PART_LABEL.exec(before), PART_LABEL.exec(after)];
  if (first === null || second === null || first[1] !== second[1]) return false;
  return Number(first[2]) + 1 === Number(second[2]);
}
const PART_LABEL = /^(.+-)(\d{1,9})$/;

/** Initials of the witness with the letter of the method; NONE where one was needed. */
export function witnessWords(mark: WitnessMark): { initials: string; letter: string; at: string } {
  switch (mark.state) {
    case 'not-required':
      return { initials: '', letter: '', at: '' };
    case 'unwitnessed':
      return { initials: 'NONE', letter: '', at: '' };
    case 'witnessed':
      return { initials: mark.initials, letter: METHOD_LETTERS[mark.method], at: '' };
    case 'countersigned':
      return {
        initials: mark.initials,
        letter: METHOD_LETTERS[mark.method],
        at: `at ${lineNumber(mark.line)}`,
      };
  }
}

/** What must catch the eye in a remark: flags, and what the line has to do with others. */
export function warnings(line: LineFacts): string {
  const list = line.flags.map(flagWords);
  if (line.isLate && !list.includes('LATE')) list.unshift('LATE');
  if (line.witness.state === 'unwitnessed' && !list.includes('UNWITNESSED')) {
    list.push('UNWITNESSED');
  }
  if (line.correctedBy !== null)
    list.push(`CORRECTED BY LINE${NO_BREAK_SPACE}${lineNumber(line.correctedBy)}`);
  if (line.corrects !== null)
    list.push(`CORRECTS LINE${NO_BREAK_SPACE}${lineNumber(line.corrects)}`);
  return list.join(', ');
}

/** What is said in a calmer voice: when a late line was entered, who typed it, and the people's own words. */
export function remarks(line: LineFacts, zone: Zone): string {
  const list: string[] = [];
  if (line.isLate) list.push(`Entered ${stamp(line.recordedAt, zone)}.`);
  if (line.transcribedBy !== null) list.push(`Typed by ${line.transcribedBy}.`);
  if (line.remark !== null && line.remark !== '') list.push(line.remark);
  return list.join(' ');
}
