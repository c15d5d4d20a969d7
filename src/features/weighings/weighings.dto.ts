import { asId } from '../../domain/ids.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { ContainerIdText } from '../../platform/http/ids.dto.js';
import { Whole } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { WeighedVolumeDto } from '../weighed.dto.js';

const HEAVIEST_MG = 5_000_000;

/**
 * A container is weighed. Uncertainties are expanded ones (k = 2), as the calibration certificate of the balance and the
 * data sheet of the drug state them.
 */
export class WeighingDto extends ActDto {
  @ContainerIdText({ says: 'Which container' })
  container!: string;

  @Whole({ says: 'Container with its content; milligrams', min: 1, max: HEAVIEST_MG })
  gross!: number;

  @Whole({ says: 'The same container, empty; milligrams', min: 1, max: HEAVIEST_MG })
  tare!: number;

  @Whole({ says: 'Density of the content; milligrams per millilitre', min: 500, max: 2_000 })
  density!: number;

  @Whole({ says: 'Uncertainty of the gross weight; milligrams', min: 0, max: 100_000 })
  grossUncertainty!: number;

  @Whole({ says: 'Uncertainty of the tare; milligrams', min: 0, max: 100_000 })
  tareUncertainty!: number;

  @Whole({ says: 'Uncertainty of the density; milligrams per millilitre', min: 0, max: 500 })
  densityUncertainty!: number;
}

export const WEIGHING: ActForm<'weighing', WeighingDto> = {
  kind: 'weighing',
  title: 'Weighing',
  dto: WeighingDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'weighing',
    container: asId(dto.container),
    gross: dto.gross,
    tare: dto.tare,
    density: dto.density,
    grossUncertainty: dto.grossUncertainty,
    tareUncertainty: dto.tareUncertainty,
    densityUncertainty: dto.densityUncertainty,
  }),
};

/** A weighing, and what follows from it. */
export class WeighedDto extends RecordedDto {
  @ApiProperty({ type: WeighedVolumeDto })
  weighed: WeighedVolumeDto;

  constructor(recorded: RecordedEntry) {
    super(recorded);
    const found = recorded.entry.effects.states.find((state) => state.noun === 'weighing');
    if (found === undefined) throw new Error('a weighing without its result');
    this.weighed = new WeighedVolumeDto(found);
  }
}
