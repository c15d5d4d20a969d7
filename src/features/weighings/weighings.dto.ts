import { asId } from '../../domain/ids.js';
import { formatQuantity } from '../../domain/quantity.js';
import { AGREEMENTS } from '../../domain/weighing.js';
import type { Agreement, Weighing } from '../../domain/weighing.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { ContainerIdText } from '../../platform/http/ids.dto.js';
import { Whole } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';

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

/** What a balance says of a container, beside its book. Decimal text in millilitres. */
export class WeighedVolumeDto {
  @ApiProperty({ description: 'Line of the weighing', example: 61 })
  line: number;
  @ApiProperty({ description: 'Net weight over density', example: '4.210' })
  volume: string;
  @ApiProperty({ description: 'Expanded uncertainty (k = 2)', example: '0.060' })
  uncertainty: string;
  @ApiProperty({ description: 'The book at that line', example: '4.200' })
  book: string;
  @ApiProperty({
    description: 'Least and greatest content that hub loss and overfill leave possible',
    type: String,
    isArray: true,
    example: ['3.990', '5.200'],
  })
  range: readonly string[];
  @ApiProperty({
    description:
      '`book`: the book lies inside volume ± uncertainty; `range`: only the range meets it; `no`: neither',
    enum: AGREEMENTS,
  })
  agrees: Agreement;

  constructor({ line, volume, uncertainty, book, low, high, agrees }: Weighing) {
    this.line = line;
    this.volume = formatQuantity(volume);
    this.uncertainty = formatQuantity(uncertainty);
    this.book = formatQuantity(book);
    this.range = [formatQuantity(low), formatQuantity(high)];
    this.agrees = agrees;
  }
}

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
