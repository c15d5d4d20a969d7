import { asId } from '../../domain/ids.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { ContainerIdText, DrawIdText, FileHashText } from '../../platform/http/ids.dto.js';
import { Line, Part, Whole } from '../../platform/http/members.js';
import { MassDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';

/** The report of a laboratory about one draw that was wasted, or one container that was sampled. */
export class AssayDto extends ActDto {
  @Whole({
    says: 'Line of the waste, of the opened bag or of the sample',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
  })
  line!: number;

  @DrawIdText({ says: 'The draw that was wasted; left out for a container', optional: true })
  draw?: string | null;

  @ContainerIdText({ says: 'The container, where no draw was wasted', optional: true })
  container?: string | null;

  @Line({ says: 'The laboratory', max: 120 })
  laboratory!: string;

  @Line({ says: 'Number of its report', max: 60, optional: true })
  reference?: string | null;

  @Part({ says: 'Milligrams in one unit of what was examined, as promised' }, () => MassDto)
  expected!: MassDto;

  @Part({ says: 'Milligrams in one unit, as found' }, () => MassDto)
  found!: MassDto;

  @FileHashText({ says: 'The uploaded report', optional: true })
  file?: string | null;
}

export const ASSAY: ActForm<'assay', AssayDto> = {
  kind: 'assay',
  title: 'Assay',
  dto: AssayDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'assay',
    line: dto.line,
    draw: dto.draw == null ? null : asId(dto.draw),
    container: dto.container == null ? null : asId(dto.container),
    laboratory: dto.laboratory,
    reference: dto.reference ?? null,
    expected: MassDto.read(dto.expected),
    found: MassDto.read(dto.found),
    file: dto.file == null ? null : asId(dto.file),
  }),
};

export class AssayEntryDto extends RecordedDto {
  @ApiProperty({ enum: ['agrees', 'differs'] })
  outcome: string;
  @ApiProperty({ description: 'How far it may lie from what was expected, in percent of it' })
  tolerancePercent: number;
  @ApiProperty({
    description: 'The discrepancy that it opened or goes on with; null where it agrees',
    nullable: true,
    type: String,
  })
  discrepancy: string | null;

  constructor(recorded: RecordedEntry) {
    super(recorded);
    const { states } = recorded.entry.effects;
    const found = states.find((state) => state.noun === 'assay');
    if (found === undefined) throw new Error('an assay without its result');
    this.outcome = found.outcome;
    this.tolerancePercent = found.tolerancePercent;
    this.discrepancy = states.find((state) => state.noun === 'case')?.id ?? null;
  }
}
