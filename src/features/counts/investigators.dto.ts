import { asId } from '../../domain/ids.js';
import type { InvestigatorsCount, PersonalField } from '../../domain/request.js';
import { ContainerIdText } from '../../platform/http/ids.dto.js';
import { Line, Part, Parts, Text } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { MOST_COUNTED_LINES, SealedTallyDto } from '../counted-place.dto.js';

const LONGEST_WHO = 1_000;

/** An opened container, as the investigators measured it. */
export class InvestigatorsVolumeDto {
  @ContainerIdText({ says: 'The container' })
  container!: string;

  @Part({ says: 'What they found it to hold' }, () => QuantityDto)
  quantity!: QuantityDto;
}

/** What investigators found, beside what we did. Lines that they did not count are left out. */
export class InvestigatorsDto {
  @Line({ says: 'Whose investigators they are', max: 200 })
  agency!: string;

  @Text({
    says: 'Who they are: name, and badge or credential, of each; kept confidential',
    max: LONGEST_WHO,
  })
  who!: string;

  @Parts({ says: 'Sealed containers', max: MOST_COUNTED_LINES }, () => SealedTallyDto)
  sealed!: SealedTallyDto[];

  @Parts({ says: 'Sealed containers in quarantine', max: MOST_COUNTED_LINES }, () => SealedTallyDto)
  quarantined!: SealedTallyDto[];

  @Parts({ says: 'Opened containers', max: MOST_COUNTED_LINES }, () => InvestigatorsVolumeDto)
  open!: InvestigatorsVolumeDto[];
}

type Told = InvestigatorsDto | null | undefined;

/** The names stand beside the ledger, which commits to them. */
export const investigatorsNamed = (told: Told): readonly PersonalField[] =>
  told == null ? [] : [{ field: 'investigators', value: told.who, retention: 'case' }];

export function investigatorsCount(told: Told): InvestigatorsCount | null {
  if (told == null) return null;
  const numberOf = ({ item, containers }: SealedTallyDto) => ({ item: asId(item), containers });
  return {
    agency: told.agency,
    sealed: told.sealed.map(numberOf),
    quarantined: told.quarantined.map(numberOf),
    open: told.open.map(({ container, quantity }) => ({
      container: asId(container),
      quantity: QuantityDto.read(quantity),
    })),
  };
}
