import type { Instant, Zone } from '../src/domain/measures/instant.js';
import { csv } from './csv.js';
import type { ReportHead, Rows } from './head.js';
import { part } from './part.js';
import type { Part, PaperColumn } from './part.js';
import type { TableDocument } from './table-document.js';
import { exactStamp, stamp } from './words.js';

/** Who could do what on the last day of a period, how that came to be, who came, and what was seen or taken away. */

export interface AccessReport {
  readonly head: ReportHead;
  /** The instant whose rights are printed: the end of the last day, or the checkpoint where that was earlier. */
  readonly at: Instant;
  /** How much of the access journal there was then, of all sites. */
  readonly journal: { readonly lines: number; readonly last: number };
  readonly people: Rows<PersonWithAccess>;
  readonly roles: Rows<RoleWithRights>;
  readonly changes: Rows<AccessChange>;
  readonly comings: Rows<Coming>;
  readonly seen: Rows<SeenThatDay>;
  readonly taken: Rows<Taken>;
  readonly givenOut: Rows<GivenOut>;
}

/** What one person could do. */
export interface PersonWithAccess {
  readonly name: string;
  readonly initials: string;
  readonly license: string;
  /** "custodian, witness", at this site and at all sites of the organisation. */
  readonly roles: string;
  /** When access ends by itself; null where it does not. */
  readonly until: Instant | null;
  readonly rights: readonly string[];
}

export interface RoleWithRights {
  readonly role: string;
  readonly rights: readonly string[];
}

/** An entry of the organisation's ledger that gave, changed or took away access. */
export interface AccessChange {
  readonly line: number;
  readonly at: Instant;
  readonly by: string;
  readonly name: string;
  readonly change: string;
}

/** Somebody came, went, was turned away, or changed a secret. */
export interface Coming {
  readonly at: Instant;
  readonly name: string;
  readonly act: string;
  readonly address: string | null;
}

/** Records that one person looked at on one day. */
export interface SeenThatDay {
  readonly day: string;
  readonly name: string;
  readonly what: string;
  readonly times: number;
  readonly first: Instant;
  readonly last: Instant;
}

/** A document, file or export that was handed out. */
export interface Taken {
  readonly at: Instant;
  readonly name: string;
  readonly what: string;
  /** Scope, identity and hash, as the journal has them. */
  readonly about: string;
}

/** A line of the ledger that issued a document, or says who was given issued ones. */
export interface GivenOut {
  readonly line: number;
  readonly at: Instant;
  readonly by: string;
  readonly what: string;
  readonly about: string;
}

export function accessDocument(report: AccessReport): TableDocument {
  const { zone } = report.head.site;
  return {
    name: 'access',
    title: 'Access record',
    clause: 'Who could do what on the last day; who came, saw and took away',
    key:
      `Rights as of ${exactStamp(report.at, zone)}, from the organisation’s ledger. Comings, what was seen and what was taken away are from ` +
      `the access journal, which had ${report.journal.lines} lines by then, the last of them line ${report.journal.last}; it stands beside the ` +
      'ledger, and no proof covers it. What was issued and given are lines of the ledger.',
    orientation: 'portrait',
    abbreviations: [
      ['Role', 'a preset of rights; witnessing is granted beside it and never implied'],
      ['Everywhere', 'granted for all sites of the organisation'],
      ['Line', 'line of the organisation’s ledger, which is another one than that of the site'],
    ],
    head: report.head,
    parts: () => [
      people(report),
      roles(report.roles),
      changes(zone, report.changes),
      comings(zone, report.comings),
      seen(zone, report.seen),
      taken(zone, report.taken),
      givenOut(zone, report.givenOut),
    ],
  };
}

function people({ head, at, people: rows }: AccessReport): Part {
  const { zone } = head.site;
  return part<PersonWithAccess>({
    name: 'people',
    heading: `Who had access, ${stamp(at, zone)}`,
    empty: 'Nobody had access to this site.',
    rows,
    columns: [
      {
        name: 'name',
        value: ({ name }) => csv.text(name),
        print: { head: 'Name', width: { share: 3 }, face: 'bold' },
      },
      {
        name: 'initials',
        value: ({ initials }) => csv.text(initials),
        print: { head: 'Initials', width: 38 },
      },
      {
        name: 'license',
        value: ({ license }) => csv.plain(license),
        print: { head: 'License', width: { share: 3 } },
      },
      {
        name: 'roles',
        value: (row) => csv.plain(row.roles),
        print: { head: 'Roles', width: { share: 4 } },
      },
      {
        name: 'until',
        value: ({ until }) => (until === null ? null : csv.local(until, zone)),
        print: {
          head: 'Ends',
          width: 90,
          text: ({ until }) => (until === null ? null : stamp(until, zone)),
        },
      },
      { name: 'rights', value: ({ rights }) => csv.plain(rights.join(' ')) },
    ],
  });
}

function roles(rows: Rows<RoleWithRights>): Part {
  return part<RoleWithRights>({
    name: 'roles',
    heading: 'What each role may do',
    empty: 'No role was granted.',
    rows,
    columns: [
      {
        name: 'role',
        value: ({ role }) => csv.plain(role),
        print: { head: 'Role', width: 76, face: 'bold' },
      },
      {
        name: 'rights',
        value: ({ rights }) => csv.plain(rights.join(', ')),
        print: { head: 'Rights', width: { share: 1 } },
      },
    ],
  });
}

function changes(zone: Zone, rows: Rows<AccessChange>): Part {
  return part<AccessChange>({
    name: 'changes',
    heading: 'How access changed in the period',
    empty: 'No access was given, changed or taken away in the period.',
    rows,
    columns: [
      {
        name: 'line',
        value: ({ line }) => csv.whole(line),
        print: { head: 'Line', width: 30, align: 'figure', face: 'bold' },
      },
      ...atColumn<AccessChange>(zone),
      { name: 'by', value: ({ by }) => csv.text(by), print: { head: 'By', width: 110 } },
      ...nameColumn<AccessChange>(),
      {
        name: 'change',
        value: ({ change }) => csv.plain(change),
        print: { head: 'Change', width: { share: 3 } },
      },
    ],
  });
}

function comings(zone: Zone, rows: Rows<Coming>): Part {
  return part<Coming>({
    name: 'comings',
    heading: 'Who came, and who was turned away',
    empty: 'Nobody signed in in the period.',
    rows,
    columns: [
      ...atColumn<Coming>(zone),
      ...nameColumn<Coming>(),
      {
        name: 'act',
        value: ({ act }) => csv.plain(act),
        print: { head: 'Act', width: { share: 3 } },
      },
      {
        name: 'address',
        value: ({ address }) => csv.text(address),
        print: { head: 'From address', width: 100 },
      },
    ],
  });
}

function seen(zone: Zone, rows: Rows<SeenThatDay>): Part {
  return part<SeenThatDay>({
    name: 'seen',
    heading: 'Whose records were seen, by day and person',
    empty: 'Nobody looked at records in the period.',
    rows,
    columns: [
      { name: 'day', value: ({ day }) => csv.text(day), print: { head: 'Day', width: 56 } },
      ...nameColumn<SeenThatDay>(),
      {
        name: 'what',
        value: ({ what }) => csv.plain(what),
        print: { head: 'What', width: { share: 3 } },
      },
      {
        name: 'times',
        value: ({ times }) => csv.whole(times),
        print: { head: 'Times', width: 40, align: 'figure' },
      },
      {
        name: 'first_local',
        value: ({ first }) => csv.local(first, zone),
        print: { head: 'First', width: 90, text: ({ first }) => stamp(first, zone) },
      },
      {
        name: 'last_local',
        value: ({ last }) => csv.local(last, zone),
        print: { head: 'Last', width: 90, text: ({ last }) => stamp(last, zone) },
      },
    ],
  });
}

function taken(zone: Zone, rows: Rows<Taken>): Part {
  return part<Taken>({
    name: 'taken',
    heading: 'What was printed, exported or opened',
    empty: 'Nothing was printed, exported or opened in the period.',
    rows,
    columns: [
      ...atColumn<Taken>(zone),
      ...nameColumn<Taken>(),
      {
        name: 'what',
        value: ({ what }) => csv.plain(what),
        print: { head: 'What', width: 110, face: 'bold' },
      },
      {
        name: 'about',
        value: ({ about }) => csv.text(about),
        print: {
          head: 'Scope, identity, hash',
          width: { share: 7 },
          // A figure stays with the word that says what it is.
          text: ({ about }) =>
            about.replace(LONG_HASH, '$1…').replace(WORD_AND_VALUE, '$1\u00a0$2'),
        },
      },
    ],
  });
}

function givenOut(zone: Zone, rows: Rows<GivenOut>): Part {
  return part<GivenOut>({
    name: 'given_out',
    heading: 'What was issued, and to whom it was given',
    empty: 'No document was issued or given to anybody in the period.',
    rows,
    columns: [
      {
        name: 'line',
        value: ({ line }) => csv.whole(line),
        print: { head: 'Line', width: 30, align: 'figure', face: 'bold' },
      },
      ...atColumn<GivenOut>(zone),
      { name: 'by', value: ({ by }) => csv.text(by), print: { head: 'By', width: 28 } },
      {
        name: 'what',
        value: ({ what }) => csv.plain(what),
        print: { head: 'Act', width: 110, face: 'bold' },
      },
      {
        name: 'about',
        value: ({ about }) => csv.text(about),
        print: {
          head: 'What, to whom, how',
          width: { share: 1 },
          text: ({ about }) => about.replace(LONG_HASH, '$1…'),
        },
      },
    ],
  });
}

/** Hashes are told apart by their beginnings; the whole of them is for machines. */
const LONG_HASH = /\b([0-9a-f]{16})[0-9a-f]{48}\b/g;
const WORD_AND_VALUE = /(?<=^|, )(\S+) (\S+)(?=,|$)/g;

function atColumn<T extends { readonly at: Instant }>(zone: Zone): readonly PaperColumn<T>[] {
  return [
    {
      name: 'at_local',
      value: ({ at }) => csv.local(at, zone),
      print: { head: 'Date, time', width: 90, text: ({ at }) => stamp(at, zone) },
    },
  ];
}

function nameColumn<T extends { readonly name: string }>(): readonly PaperColumn<T>[] {
  return [
    {
      name: 'name',
      value: ({ name }) => csv.text(name),
      print: { head: 'Name', width: { share: 2 }, face: 'bold' },
    },
  ];
}
