import { asId } from '../domain/ids.js';
import { businessDate } from '../domain/measures/instant.js';
import { OPENED_WITH } from '../domain/product.js';
import type { KeyHolder, PremisesFacts } from '../domain/product.js';
import { LocationIdText, PersonIdText } from '../platform/http/ids.dto.js';
import { Choice, Coded, Day, Line, Parts, Text } from '../platform/http/members.js';

const MOST_LICENSES = 50;
const MOST_HOLDERS = 200;

/** A license of a state. */
export class StateLicenseDto {
  @Coded({
    says: 'The state (ISO 3166-2)',
    pattern: /^US-[A-Z]{2}$/,
    form: 'a state, such as US-NY',
    example: 'US-NY',
  })
  state!: string;

  @Line({ says: 'What the state calls it', max: 120, example: 'Clinic license, class 3a' })
  name!: string;

  @Line({ says: 'Its number', max: 60 })
  number!: string;

  @Day({ says: 'Last day on which it is good' })
  expires!: string;
}

/** Who can open a storage location. */
export class KeyHolderDto {
  @LocationIdText({ says: 'The storage location' })
  location!: string;

  @PersonIdText({ says: 'Who holds it' })
  person!: string;

  @Choice({ says: 'What it opens with; never the code itself', of: OPENED_WITH })
  opensWith!: KeyHolder['opensWith'];
}

/** What an inspector asks of a site besides its registration. */
export class PremisesDto {
  @Parts({ says: 'Licenses of states', max: MOST_LICENSES }, () => StateLicenseDto)
  licenses!: StateLicenseDto[];

  @Parts({ says: 'Who holds keys, codes and cards', max: MOST_HOLDERS }, () => KeyHolderDto)
  keyHolders!: KeyHolderDto[];

  @Text({
    says: 'Where records from before the first line lie; left out where there are none',
    max: 500,
    optional: true,
  })
  earlierRecords?: string | null;

  static of({ licenses, keyHolders, earlierRecords }: PremisesFacts): PremisesDto {
    return Object.assign(new PremisesDto(), {
      licenses: [...licenses],
      keyHolders: [...keyHolders],
      earlierRecords,
    });
  }
}

export const readPremises = (dto: PremisesDto | null | undefined): PremisesFacts | null =>
  dto == null
    ? null
    : {
        licenses: dto.licenses.map(({ state, name, number, expires }) => ({
          state,
          name,
          number,
          expires: businessDate(expires),
        })),
        keyHolders: dto.keyHolders.map(({ location, person, opensWith }) => ({
          location: asId(location),
          person: asId(person),
          opensWith,
        })),
        earlierRecords: dto.earlierRecords ?? null,
      };
