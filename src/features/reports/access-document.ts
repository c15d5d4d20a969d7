import { accessDocument } from '../../../reports/access.js';
import type {
  AccessChange,
  Coming,
  PersonWithAccess,
  RoleWithRights,
  SeenThatDay,
  Taken,
} from '../../../reports/access.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { LICENSE_WORDS, stamp } from '../../../reports/words.js';
import { isBefore, latest, startOfDay } from '../../domain/measures/instant.js';
import type { Instant, Zone } from '../../domain/measures/instant.js';
import { rightsOf } from '../../domain/organisation.js';
import { grantId, ROLES } from '../../domain/person.js';
import type { Grant, Role } from '../../domain/person.js';
import { readJournalDays, readJournalLines } from './access.sql.js';
import type { JournalPeriod } from './access.sql.js';
import {
  COMING_KINDS,
  comingWords,
  SEEN_KINDS,
  seenRecordWords,
  TAKEN_KINDS,
  takenWords,
} from './access-wording.js';
import { givenOut } from './given-out.js';
import type { DocumentParts } from './ledger-document.js';
import { Roster } from './roster.js';
import type { AccessEntry } from './roster.js';

/** Who could do what at the end of a period, and what the access journal says of the period. */
export function accessOf(parts: DocumentParts): TableDocument {
  const { head, days, reading, organisation, journal: end } = parts;
  if (end === null) throw new Error('expected the end of the access journal, found none');
  const { zone } = head.site;
  const { at: to } = end;
  const from = startOfDay(days.from, zone);
  const roster = (): Promise<Roster> => Roster.load(reading.reader, organisation, to);
  const of = async (): Promise<OfPeriod> => {
    const loaded = await roster();
    const people = peopleOf(loaded, parts, to).map(({ id }) => id);
    return { roster: loaded, parts, period: { site: reading.ledger, people, from, to, end } };
  };
  return accessDocument({
    head,
    at: to,
    journal: end,
    people: async function* () {
      for (const { row } of peopleOf(await roster(), parts, to)) yield row;
    },
    roles: async function* () {
      yield* roles(await roster());
    },
    changes: async function* () {
      yield* changes(await roster(), { from, site: reading.ledger, zone });
    },
    comings: async function* () {
      yield* comings(await of());
    },
    seen: async function* () {
      yield* seen(await of());
    },
    taken: async function* () {
      yield* taken(await of());
    },
    givenOut: () => givenOut(parts),
  });
}

interface OfPeriod {
  readonly roster: Roster;
  readonly parts: DocumentParts;
  readonly period: JournalPeriod;
}

function peopleOf(
  roster: Roster,
  { reading: { ledger } }: DocumentParts,
  at: Instant,
): readonly {
  readonly id: ReturnType<Roster['people']>[number]['id'];
  readonly row: PersonWithAccess;
}[] {
  const { organisation } = roster;
  return roster.people().flatMap(({ id, name, initials, licenseClass }) => {
    const rights = rightsOf(organisation, { person: id, site: ledger, at });
    if (rights.size === 0) return [];
    const own = organisation.grants.get(grantId(id, ledger));
    const everywhere = organisation.grants.get(grantId(id, 'organisation'));
    const row = {
      name,
      initials,
      license: LICENSE_WORDS[licenseClass],
      roles: [rolesWords(own, 'here'), rolesWords(everywhere, 'everywhere')]
        .filter((words) => words !== '')
        .join('; '),
      until: endOf([own, everywhere]),
      rights: [...rights].sort(),
    };
    return [{ id, row }];
  });
}

const rolesWords = (grant: Grant | undefined, where: string): string =>
  grant === undefined || grant.roles.length === 0 ? '' : `${grant.roles.join(', ')} ${where}`;

/** Access ends by itself only where all of it does. */
function endOf(grants: readonly (Grant | undefined)[]): Instant | null {
  const ends = grants.flatMap((grant) =>
    grant === undefined || grant.roles.length === 0 ? [] : [grant.until],
  );
  const [first, ...rest] = ends.filter((until) => until !== null);
  return first === undefined || ends.includes(null) ? null : latest(first, ...rest);
}

/** Roles that anybody has, with what they may do. */
function* roles({ organisation }: Roster): Generator<RoleWithRights> {
  const granted = new Set([...organisation.grants.values()].flatMap((grant) => grant.roles));
  for (const role of Object.keys(ROLES) as readonly Role[]) {
    if (granted.has(role)) yield { role, rights: [...ROLES[role]].sort() };
  }
}

function* changes(
  roster: Roster,
  of: { readonly from: Instant; readonly site: string; readonly zone: Zone },
): Generator<AccessChange> {
  for (const entry of roster.entries) {
    const change = changeWords(entry, of);
    if (isBefore(entry.recordedAt, of.from) || change === undefined) continue;
    const state = entry.effects.states.find(({ noun }) => noun === 'person' || noun === 'grant');
    const person =
      state?.noun === 'person' ? state.id : state?.noun === 'grant' ? state.person : null;
    yield {
      line: entry.seq,
      at: entry.recordedAt,
      by: roster.nameOf(entry.performer),
      name: roster.nameOf(person),
      change,
    };
  }
}

/** Undefined for what is about other sites. */
function changeWords(
  { request }: AccessEntry,
  { site, zone }: { readonly site: string; readonly zone: Zone },
): string | undefined {
  if (request.kind === 'person') {
    const words = { added: 'Added', renamed: 'Renamed, or another license', disabled: 'DISABLED' };
    return words[request.act];
  }
  if (request.site !== site && request.site !== 'organisation') return undefined;
  const where = request.site === 'organisation' ? 'everywhere' : 'here';
  if (request.roles.length === 0) return `All access taken away ${where}`;
  const until = request.until === null ? '' : `, until ${stamp(request.until, zone)}`;
  return `Roles ${where}: ${request.roles.join(', ')}${until}`;
}

async function* comings({ roster, parts, period }: OfPeriod): AsyncGenerator<Coming> {
  for await (const line of readJournalLines(parts.reading.pool, period, COMING_KINDS)) {
    yield {
      at: line.at,
      name: roster.nameOf(line.person),
      act: comingWords(line),
      address: line.address,
    };
  }
}

async function* seen({ roster, parts, period }: OfPeriod): AsyncGenerator<SeenThatDay> {
  const { zone } = parts.head.site;
  for (const each of await readJournalDays(parts.reading.pool, period, {
    kinds: SEEN_KINDS,
    zone,
  })) {
    const { day, times, first, last } = each;
    yield {
      day,
      name: roster.nameOf(each.person),
      what: seenRecordWords(each.kind),
      times,
      first,
      last,
    };
  }
}

async function* taken({ roster, parts, period }: OfPeriod): AsyncGenerator<Taken> {
  for await (const line of readJournalLines(parts.reading.pool, period, TAKEN_KINDS)) {
    yield {
      at: line.at,
      name: line.person === null ? 'The operator, by command line' : roster.nameOf(line.person),
      what: takenWords(line),
      about: line.about.join(', '),
    };
  }
}
