import { DESTRUCTION_METHODS } from '../../domain/stock/departure.js';
import type { DestructionMethod } from '../../domain/stock/departure.js';
import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import {
  ContainerIds,
  FileHashText,
  LocationIdText,
  SupplierIdText,
} from '../../platform/http/ids.dto.js';
import { Choice, Line, Parts, Whole } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';
import {
  DepartingLineDto,
  departingUnits,
  MOST_DEPARTING,
  readDeparting,
} from '../departing.dto.js';

/**
 * Inventory is destroyed on site, or handed to a reverse distributor. A second employee signs as `witnessed`; of a
 * destruction they state to have seen the destruction.
 */
export class DisposalDto extends ActDto {
  @Choice({ says: 'Which way out', of: ['destroyed-on-site', 'reverse-distributor'] })
  way!: 'destroyed-on-site' | 'reverse-distributor';

  @Parts({ says: 'What leaves', min: 1, max: MOST_DEPARTING }, () => DepartingLineDto)
  lines!: DepartingLineDto[];

  @Choice({
    says: 'How it was made non-retrievable; only of a destruction on site',
    of: DESTRUCTION_METHODS,
    optional: true,
  })
  method?: DestructionMethod | null;

  @SupplierIdText({
    says: 'The reverse distributor, entered like a supplier; only of a hand-over',
    optional: true,
  })
  recipient?: string | null;

  @Line({ says: 'Number of the manifest', max: 80, optional: true })
  manifest?: string | null;

  @FileHashText({ says: 'Scan of the manifest or of the signed Form 41', optional: true })
  file?: string | null;
}

export const DISPOSAL: ActForm<'disposal', DisposalDto> = {
  kind: 'disposal',
  title: 'Disposal',
  dto: DisposalDto,
  units: ({ lines }) => departingUnits(lines),
  read: (dto) => ({
    ...headOf(dto),
    kind: 'disposal',
    way: dto.way,
    lines: dto.lines.map(readDeparting),
    method: dto.method ?? null,
    recipient: dto.recipient == null ? null : asId(dto.recipient),
    manifest: dto.manifest ?? null,
    file: dto.file == null ? null : asId(dto.file),
  }),
};

/** A parcel that the reverse distributor did not take comes back. A second employee signs as `witnessed`. */
export class DisposalReturnedDto extends ActDto {
  @Whole({ says: 'Line of the disposal', min: 1, max: Number.MAX_SAFE_INTEGER })
  line!: number;

  @ContainerIds({ says: 'What came back', min: 1, max: MOST_DEPARTING })
  containers!: string[];

  @LocationIdText({ says: 'Where it is kept, in quarantine' })
  location!: string;

  @Choice({ says: 'Why it came back', of: ['refused', 'undeliverable', 'other'] })
  why!: 'refused' | 'undeliverable' | 'other';
}

export const DISPOSAL_RETURNED: ActForm<'disposal-returned', DisposalReturnedDto> = {
  kind: 'disposal-returned',
  title: 'Refused parcel',
  dto: DisposalReturnedDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'disposal-returned',
    line: dto.line,
    containers: dto.containers.map((id) => asId(id)),
    location: asId(dto.location),
    why: dto.why,
  }),
};
