import { asId } from '../../domain/ids.js';
import type { Instant } from '../../domain/instant.js';
import { formatQuantity, parseQuantity } from '../../domain/quantity.js';
import type { Quantity } from '../../domain/quantity.js';
import type { CountOpenLine, CountSealedLine } from '../../domain/request.js';
import { headOf } from '../../platform/http/act.dto.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';
import type { CountDraft, MeasuredFigure, TallyFigures } from './count-drafts.store.js';
import { TallyDto } from './counts.dto.js';

/** Name of a line of a count, as refusals and drafts call it. */
export const sealedLine = (item: string): string => `sealed ${item}`;
export const quarantinedLine = (item: string): string => `quarantined ${item}`;
export const openLine = (container: string): string => `open ${container}`;

/** The figures of a tally by line. */
export function figuresOf(dto: TallyDto): TallyFigures {
  return {
    numbers: Object.fromEntries([
      ...dto.sealed.map(({ item, containers }) => [sealedLine(item), containers] as const),
      ...dto.quarantined.map(
        ({ item, containers }) => [quarantinedLine(item), containers] as const,
      ),
    ]),
    volumes: Object.fromEntries(
      dto.open.map(({ container, quantity, method, resolution }) => [
        openLine(container),
        {
          quantity: formatQuantity(QuantityDto.read(quantity)),
          method,
          resolution: formatQuantity(QuantityDto.read(resolution)),
        },
      ]),
    ),
  };
}

/**
 * The form of a count's entry. What was handed in first stands: a later tally changes only the lines that were asked for
 * again, so that nobody finds the book's figure by trying.
 */
export function countForm(draft: CountDraft): ActForm<'count', TallyDto> {
  return {
    kind: 'count',
    title: 'Count',
    dto: TallyDto,
    units: ({ open }) =>
      open.map(({ container, quantity }, index) => ({
        field: `open.${index}.quantity`,
        quantity,
        of: { container },
      })),
    read: (dto) => ({
      ...headOf(dto),
      kind: 'count',
      type: draft.type,
      location: draft.location,
      startedAt: draft.startedAt satisfies Instant,
      at: latestOf(draft),
      sealed: linesOf(dto, draft, 'sealed'),
      quarantined: linesOf(dto, draft, 'quarantined'),
      open: dto.open.map((line) => openOf(line.container, draft, figuresOf(dto))),
      recounts: null,
    }),
  };
}

/** Sealed containers are compared with the shelf as it was when they were last asked for. */
const latestOf = ({ size, again }: CountDraft): number =>
  Object.entries(again).reduce(
    (latest, [line, { at, because }]) =>
      because === 'touched' && !line.startsWith('open ') ? Math.max(latest, at) : latest,
    size,
  );

function linesOf(
  dto: TallyDto,
  draft: CountDraft,
  block: 'sealed' | 'quarantined',
): readonly CountSealedLine[] {
  return dto[block].map(({ item, containers }) => {
    const line = block === 'sealed' ? sealedLine(item) : quarantinedLine(item);
    const first = draft.first?.numbers[line] ?? containers;
    const again = draft.again[line];
    return {
      item: asId(item),
      containers: draft.first === null || again !== undefined ? containers : first,
      first,
      recounted: again?.because === 'differs',
    };
  });
}

function openOf(container: string, draft: CountDraft, now: TallyFigures): CountOpenLine {
  const line = openLine(container);
  const again = draft.again[line];
  const latest = now.volumes[line];
  const first = draft.first?.volumes[line] ?? latest;
  const counted = draft.first === null || again !== undefined ? latest : first;
  if (counted === undefined || first === undefined) throw new Error(`no figure for ${line}`);
  return {
    container: asId(container),
    quantity: quantityOf(counted),
    first: quantityOf(again?.because === 'touched' ? counted : first),
    recounted: again?.because === 'differs',
    method: counted.method,
    resolution: parsed(counted.resolution),
    at: again?.at ?? draft.size,
  };
}

const quantityOf = ({ quantity }: MeasuredFigure): Quantity => parsed(quantity);

function parsed(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (quantity === undefined) throw new Error('a figure that was kept cannot be read');
  return quantity;
}
