import { inProcessAccount } from '../../domain/custody.js';
import { asId } from '../../domain/ids.js';
import type { Draw } from '../../domain/bedside/infusion.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import type { StatedAtDraw } from '../../domain/request.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { ContainerIdText, OrderIdText } from '../../platform/http/ids.dto.js';
import { Line, Part, Parts } from '../../platform/http/members.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';

const MOST_CONTAINERS = 10;
const LONGEST_LOT = 20;

export class DrawLineDto {
  @ContainerIdText({ says: 'The container' })
  container!: string;

  @Part({ says: 'How much was drawn from it, in the unit of its product' }, () => QuantityDto)
  quantity!: QuantityDto;

  @Line({
    says: 'The lot on its label or in its bar code: held against the register',
    max: LONGEST_LOT,
    optional: true,
  })
  lot?: string | null;

  @Part({ says: 'What the syringe holds, mL', optional: true }, () => QuantityDto)
  syringe?: QuantityDto | null;
}

/** A quantity leaves containers for one order. */
export class DrawDto extends ActDto {
  @OrderIdText({ says: 'Order that it is drawn for' })
  order!: string;

  @Parts({ says: 'From which containers', min: 1, max: MOST_CONTAINERS }, () => DrawLineDto)
  lines!: DrawLineDto[];
}

export const DRAW: ActForm<'draw', DrawDto> = {
  kind: 'draw',
  title: 'Draw',
  dto: DrawDto,
  units: ({ lines }) =>
    lines.flatMap(({ container, quantity, syringe }, index) => [
      { field: `lines.${index}.quantity`, quantity, of: { container } },
      ...(syringe == null
        ? []
        : [{ field: `lines.${index}.syringe`, quantity: syringe, of: { container } }]),
    ]),
  read: (dto) => ({
    ...headOf(dto),
    kind: 'draw',
    order: asId(dto.order),
    lines: dto.lines.map(({ container, quantity }) => ({
      container: asId(container),
      quantity: QuantityDto.read(quantity),
    })),
    stated: dto.lines.flatMap(statedOf),
  }),
};

/** What was said of a container besides its volume. */
function statedOf({ container, lot, syringe }: DrawLineDto): readonly StatedAtDraw[] {
  if (lot == null && syringe == null) return [];
  return [
    {
      container: asId(container),
      lot: lot ?? null,
      syringe: syringe == null ? null : QuantityDto.read(syringe),
    },
  ];
}

/** A quantity that was drawn from one container. */
export class DrawnDto {
  @ApiProperty({ description: 'Id of the draw', example: '57-1' })
  draw: string;
  @ApiProperty({ example: '41-3' })
  container: string;
  @ApiProperty({ description: 'Order that it was drawn for', example: '52' })
  order: string;
  @ApiProperty({ example: 'person-7' })
  drawnBy: string;
  @ApiProperty({ format: 'date-time' })
  drawnAt: string;
  @ApiProperty({ type: QuantityDto })
  quantity: QuantityDto;

  constructor(draw: Draw) {
    this.draw = draw.id;
    this.container = draw.container;
    this.order = draw.order;
    this.drawnBy = draw.drawnBy;
    this.drawnAt = draw.drawnAt;
    this.quantity = QuantityDto.of(draw.quantity, draw.unit);
  }
}

/** A draw as its entry tells it. */
export class NewDrawDto extends DrawnDto {
  @ApiProperty({ description: 'What the book then says is left in the container' })
  remaining: QuantityDto;

  constructor(draw: Draw, remaining: Quantity) {
    super(draw);
    this.remaining = QuantityDto.of(remaining, draw.unit);
  }
}

/** A draw as it stands now: corrected, if it was, and with what is not yet accounted for. */
export class StandingDrawDto extends DrawnDto {
  @ApiProperty({ description: 'Neither given, wasted nor handed over yet' })
  inProcess: QuantityDto;
  @ApiProperty({ description: 'Who has it', example: 'person-7' })
  holder: string;
  @ApiProperty({ description: 'Bag or syringe that it is part of', nullable: true, type: String })
  preparation: string | null;

  constructor(draw: Draw, inProcess: Quantity) {
    super(draw);
    this.inProcess = QuantityDto.of(inProcess, draw.unit);
    this.holder = draw.holder;
    this.preparation = draw.preparation;
  }
}

/** An entry that drew. */
export class DrawEntryDto extends RecordedDto {
  @ApiProperty({ type: NewDrawDto, isArray: true })
  draws: readonly NewDrawDto[];

  constructor(recorded: RecordedEntry) {
    super(recorded);
    const { entry, balances } = recorded;
    const drawn = entry.effects.states.filter((state) => state.noun === 'draw');
    this.draws = drawn.flatMap((draw) => {
      // Each draw is one movement, out of its container; the balance after it is what is left there.
      const part = entry.effects.movements.findIndex(({ to }) => to === inProcessAccount(draw.id));
      const remaining = balances[part]?.from;
      return remaining == null ? [] : [new NewDrawDto(draw, remaining)];
    });
  }
}

/** Entries that drew, newest first. */
export class DrawPageDto extends PageDto {
  @ApiProperty({ type: DrawEntryDto, isArray: true })
  items: readonly DrawEntryDto[];

  constructor(items: readonly DrawEntryDto[], next: string | null) {
    super(next);
    this.items = items;
  }
}
