import { isolated } from '../../../reports/isolated.js';
import { facts } from '../../../reports/facts.js';
import type { Fact } from '../../../reports/facts.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { stamp } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import { businessDateOf } from '../../domain/measures/instant.js';
import { isPast } from '../../domain/policy.js';
import type { Site } from '../../domain/product.js';
import { openExceptions } from './cover-exceptions.js';
import { policyFacts } from './cover-policy.js';
import type { DocumentParts } from './ledger-document.js';
import type { DocumentRequest } from './document-request.js';
import { signedCopyWords } from './signed-copy.js';
import { INVENTORY_WORDS } from './wording.js';

/** What an inspector reads first: what is open, who is registered and can open what, and when it was last counted. */
export function coverOf(parts: DocumentParts, { site }: DocumentRequest): TableDocument {
  return {
    name: 'cover',
    title: 'Inspection packet',
    clause: '21 CFR 1304.04, 1316.04: records of the period, without prices',
    key: 'Open exceptions come first. Every document of the packet was read at the checkpoint below; the sheet of contents lists them.',
    orientation: 'portrait',
    abbreviations: [
      ['Open', 'not settled at the checkpoint by any later line of the ledger'],
      ['Policy', 'what the site has decided for itself; a rule beside it is what it answers'],
    ],
    head: parts.head,
    parts: () => [
      facts({
        name: 'exceptions',
        heading: 'Open exceptions',
        empty:
          'No discrepancy is open, no duty of a theft or loss is owed, no line of the period lacks a second signature, and no ' +
          'registration or license has expired.',
        facts: async () => [
          ...(await openExceptions(parts, site)),
          ...expired(site, await premisesOf(parts), today(parts)),
        ],
      }),
      facts({
        name: 'registration',
        heading: 'Registration and licenses',
        facts: async () => [...registration(site), ...licenses(await premisesOf(parts))],
      }),
      facts({
        name: 'keys',
        heading: 'Who holds keys, codes and cards',
        empty: 'NOT STATED: nobody is recorded as holding a key, code or card.',
        facts: () => keys(parts, site),
      }),
      facts({
        name: 'inventories',
        heading: 'Last inventories',
        empty: 'No inventory was ever recorded.',
        facts: () => lastInventories(parts),
      }),
      facts({
        name: 'earlier_records',
        heading: 'Records from before this ledger',
        facts: () => earlierRecords(parts),
      }),
      facts({
        name: 'policies',
        heading: 'Policies in force',
        facts: () => policyFacts(parts),
      }),
    ],
  };
}

type Premises = ReturnType<DocumentParts['reading']['staff']['premises']>;

async function lastEntry({ reading }: DocumentParts): Promise<Entry> {
  const line = reading.size - 1;
  const last = (await reading.entries([line])).get(line);
  if (last === undefined) throw new Error(`expected line ${line}, found none`);
  return last;
}

const premisesOf = async (parts: DocumentParts): Promise<Premises> =>
  parts.reading.staff.premises(await lastEntry(parts));

const today = ({ head }: DocumentParts) => businessDateOf(head.checkpoint.notedAt, head.site.zone);

function registration(site: Site): readonly Fact[] {
  return [
    { name: 'Registrant', value: site.registrant },
    { name: 'Registered location', value: `${isolated(site.name)}, ${isolated(site.address)}` },
    { name: 'DEA registration', value: `${site.deaNumber}, expires ${site.registrationExpires}` },
    { name: 'Business activity', value: site.businessActivity },
    { name: 'Schedules', value: site.schedules.join(', ') },
    {
      name: 'Storage locations',
      value: site.locations.map(({ name }) => isolated(name)).join(', '),
    },
  ];
}

function licenses({ licenses: stated }: Premises): readonly Fact[] {
  if (stated.length === 0) return [{ name: 'State licenses', value: 'NOT STATED' }];
  return stated.map(({ state, name, number, expires }) => ({
    name: `${state.slice(3)} license`,
    value: `${isolated(name)}, number ${isolated(number)}, expires ${expires}`,
  }));
}

function expired(site: Site, premises: Premises, on: ReturnType<typeof today>): readonly Fact[] {
  const all = [
    { name: `DEA registration ${site.deaNumber}`, expires: site.registrationExpires },
    ...premises.licenses.map(({ state, number, expires }) => ({
      name: `${state.slice(3)} license ${number}`,
      expires,
    })),
  ];
  return all
    .filter(({ expires }) => isPast(expires, on))
    .map(({ name, expires }) => ({
      group: 'Registration and licenses',
      name,
      value: `EXPIRED ${expires}`,
    }));
}

async function keys(parts: DocumentParts, site: Site): Promise<readonly Fact[]> {
  const last = await lastEntry(parts);
  const { staff } = parts.reading;
  return site.locations.flatMap(({ id, name: group }) =>
    staff
      .premises(last)
      .keyHolders.filter(({ location }) => location === id)
      .map(({ person, opensWith }) => {
        const { printedName, initials } = staff.called(person, last);
        return {
          group,
          name: `${isolated(printedName)} (${isolated(initials)})`,
          value: `Opens with a ${opensWith}`,
        };
      }),
  );
}

const NEWEST_INVENTORIES = 3;

async function lastInventories(parts: DocumentParts): Promise<readonly Fact[]> {
  const { reading, head } = parts;
  const newest = await reading.reader.entries(reading.ledger, {
    kinds: ['inventory'],
    to: reading.size,
    order: 'newest',
    limit: NEWEST_INVENTORIES,
  });
  const found: Fact[] = [];
  for (const { entry } of newest) {
    const { request } = entry;
    if (request.kind !== 'inventory') continue;
    const asOf = `${request.asOf} of business ${request.date ?? entry.businessDate}`;
    const counted = `counted to ${stamp(request.endedAt, head.site.zone)}`;
    const copy = await signedCopyWords(parts, entry);
    const value = `${INVENTORY_WORDS[request.type]}, ${asOf}, ${counted}; ${copy}`;
    found.push({ name: `Line ${entry.seq}`, value });
  }
  return found;
}

/** Stated with the registration, and by the inventory that took over from paper. */
async function earlierRecords(parts: DocumentParts): Promise<readonly Fact[]> {
  const { reading } = parts;
  const stated = (await premisesOf(parts)).earlierRecords;
  const [first] = await reading.reader.entries(reading.ledger, {
    kinds: ['inventory'],
    to: reading.size,
    limit: 1,
  });
  const request = first?.entry.request;
  const previous = request?.kind === 'inventory' ? request.previous : null;
  return [
    { name: 'Where they lie', value: stated ?? 'NOT STATED' },
    ...(previous === null
      ? []
      : [
          {
            name: 'Inventory before the first line',
            value: `${previous.date}, ${previous.file === null ? 'no scan kept' : `scan: file ${previous.file}`}`,
          },
        ]),
  ];
}
