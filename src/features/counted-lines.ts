import { asId } from '../domain/ids.js';
import { formatQuantity, parseQuantity } from '../domain/measures/quantity.js';
import type { Quantity } from '../domain/measures/quantity.js';
import type { CountOpenLine, CountSealedLine } from '../domain/request.js';
import { QuantityDto } from '../platform/http/quantity.dto.js';
import type { CountAgain, CountDraft, MeasuredFigure, TallyFigures } from './count-drafts.store.js';
import type { CountedPlaceDto } from './counted-place.dto.js';

/** Names of the lines of one storage location, as refusals and drafts call them. */
export interface LineNames {
  readonly sealed: (item: string) => string;
  readonly quarantined: (item: string) => string;
}
export const openLine = (container: string): string => `open ${container}`;

/** In a count of one location the location need not be said. */
export const PLACE_NAMES: LineNames = {
  sealed: (item) => `sealed ${item}`,
  quarantined: (item) => `quarantined ${item}`,
};
export const namesIn = (location: string): LineNames => ({
  sealed: (item) => `sealed ${item} in ${location}`,
  quarantined: (item) => `quarantined ${item} in ${location}`,
});

/** The figures of one location by line. */
export function figuresOf(place: CountedPlaceDto, names: LineNames): TallyFigures {
  return {
    numbers: Object.fromEntries([
      ...place.sealed.map(({ item, containers }) => [names.sealed(item), containers] as const),
      ...place.quarantined.map(
        ({ item, containers }) => [names.quarantined(item), containers] as const,
      ),
    ]),
    volumes: Object.fromEntries(
      place.open.map(({ container, quantity, method, resolution }) => [
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

/** Several locations together. */
export const together = (figures: readonly TallyFigures[]): TallyFigures => ({
  numbers: Object.assign({}, ...figures.map(({ numbers }) => numbers)) as TallyFigures['numbers'],
  volumes: Object.assign({}, ...figures.map(({ volumes }) => volumes)) as TallyFigures['volumes'],
});

/**
 * One location as the entry states it. What was handed in first stands: a later tally changes only the lines that were
 * asked for again, so that nobody finds the book's figure by trying.
 */
export function placeOf(place: CountedPlaceDto, draft: CountDraft, names: LineNames) {
  const sealed = place.sealed.map(({ item }) => names.sealed(item));
  const quarantined = place.quarantined.map(({ item }) => names.quarantined(item));
  return {
    at: latestOf(draft, [...sealed, ...quarantined]),
    sealed: place.sealed.map((line) => numberOf(line, names.sealed(line.item), draft)),
    quarantined: place.quarantined.map((line) =>
      numberOf(line, names.quarantined(line.item), draft),
    ),
    open: place.open.map(({ container }) => openOf(container, draft, figuresOf(place, names))),
  };
}

/** Sealed containers are compared with the shelf as it was when they were last asked for. */
const latestOf = ({ size, again }: CountDraft, lines: readonly string[]): number =>
  lines.reduce((latest, line) => {
    const asked = again[line];
    return asked?.because === 'touched' ? Math.max(latest, asked.at) : latest;
  }, size);

/** What its own counter handed in first. */
const firstOf = ({ apart, first }: CountDraft): TallyFigures | null => apart?.own?.first ?? first;

/** Of two people who count apart, only what both have found comes here. */
const mayChange = ({ apart, first, again }: CountDraft, line: string): boolean =>
  apart?.own != null || first === null || again[line] !== undefined;

function numberOf(
  { item, containers }: { readonly item: string; readonly containers: number },
  line: string,
  draft: CountDraft,
): CountSealedLine {
  const first = firstOf(draft)?.numbers[line] ?? containers;
  const again = draft.again[line];
  return {
    item: asId(item),
    containers: mayChange(draft, line) ? containers : first,
    first,
    recounted: again?.because === 'differs',
  };
}

function openOf(container: string, draft: CountDraft, now: TallyFigures): CountOpenLine {
  const line = openLine(container);
  const again = draft.again[line];
  const latest = now.volumes[line];
  const first = firstOf(draft)?.volumes[line] ?? latest;
  const counted = mayChange(draft, line) ? latest : first;
  if (counted === undefined || first === undefined) throw new Error(`no figure for ${line}`);
  return {
    container: asId(container),
    quantity: quantityOf(counted),
    first: quantityOf(again?.because === 'touched' ? counted : first),
    recounted: again?.because === 'differs',
    method: counted.method,
    resolution: parsed(counted.resolution),
    at: Math.max(again?.at ?? 0, draft.size),
  };
}

const quantityOf = ({ quantity }: MeasuredFigure): Quantity => parsed(quantity);

/** A kept figure as the domain compares it. */
export const measuredOf = ({ quantity, resolution }: MeasuredFigure) => ({
  quantity: parsed(quantity),
  resolution: parsed(resolution),
});

function parsed(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (quantity === undefined) throw new Error('a figure that was kept cannot be read');
  return quantity;
}

/** Lines that are to be counted again, and why. */
export interface LinesToRepeat {
  readonly names: readonly string[];
  readonly because: CountAgain['because'];
}

/** Which lines a refusal asks for again; undefined where it refuses for another reason. */
export function linesToRepeat(
  { code, facts }: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> },
  names: readonly LineNames[],
): LinesToRepeat | undefined {
  if (code === 'count.needs-recount') return { names: textsIn(facts['lines']), because: 'differs' };
  if (code !== 'count.line-stale') return undefined;
  const items = textsIn(facts['items']);
  const shelves = names.flatMap(({ sealed, quarantined }) => [
    ...items.map(sealed),
    ...items.map(quarantined),
  ]);
  return {
    names: [...textsIn(facts['containers']).map(openLine), ...shelves],
    because: 'touched',
  };
}

const textsIn = (fact: unknown): readonly string[] => (Array.isArray(fact) ? fact.map(String) : []);
