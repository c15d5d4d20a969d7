import { ASSERTING_INVENTORIES } from '../../domain/counting/inventory.js';
import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { addDays, wallInstant } from '../../domain/measures/instant.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { InventoryPlace } from '../../domain/request.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { headOf } from '../../platform/http/act.dto.js';
import { Problem } from '../../platform/http/problem.js';
import type { ActForm } from '../act-form.js';
import type { CountDraft, InventoryPlan } from '../count-drafts.store.js';
import { namesIn, placeOf } from '../counted-lines.js';
import { unitsOfOpen } from '../counted-place.dto.js';
import type { OrganisationBook } from '../organisation-book.js';
import type { RunningCounts } from '../running-counts.js';
import { SiteCalendar } from '../site-calendar.js';
import { InventoryTallyDto } from './inventory-tally.dto.js';
import type { PlaceTallyDto } from './inventory-tally.dto.js';

/** Name of the form, as a second counter is asked to sign it. */
export const INVENTORY_TALLY = 'inventory-tally';

interface Parts {
  readonly running: RunningCounts;
  readonly reader: LedgerReader;
  readonly organisation: OrganisationBook;
  readonly clock: Clock;
}

/** The form of an inventory that asserts: the figures are people's, the lines that are taken back are the ledger's. */
export const inventoryTallyForm = (parts: Parts): ActForm<'inventory', InventoryTallyDto> => ({
  kind: 'inventory',
  title: 'Inventory',
  dto: InventoryTallyDto,
  units: ({ places }) =>
    places.flatMap(({ open }, place) => unitsOfOpen(open, `places.${place}.open`)),
  read: async (dto, site) => {
    if (dto.inventory === undefined) throw Problem.of('count.not-found');
    const draft = await parts.running.draft(site, dto.inventory);
    const { plan } = draft;
    const type = ASSERTING_INVENTORIES.find((each) => each === draft.type);
    if (plan === null || type === undefined) throw Problem.of('count.not-found');
    const { asOf, date, items } = plan;
    const head = headOf(dto);
    return {
      ...head,
      kind: 'inventory',
      type,
      asOf,
      date,
      items,
      startedAt: draft.startedAt,
      endedAt: head.occurredAt,
      sealed: [],
      open: [],
      previous: null,
      relocated: null,
      places: dto.places.map((place) => stated(place, draft)),
      since: await linesSince(plan, site, parts),
    };
  },
});

function stated(place: PlaceTallyDto, draft: CountDraft): InventoryPlace {
  const counted = placeOf(place, draft, namesIn(place.location));
  return {
    location: asId(place.location),
    ...counted,
    quarantined: counted.quarantined.map((line, index) => ({
      ...line,
      reasons: place.quarantined[index]?.reasons ?? [],
    })),
  };
}

/**
 * Every line that touched stock at the stated moment or after it: moved drug, or moved a container or set one apart, which
 * is then the last that touched its shelf. A correction is of the time of what it corrects.
 */
async function linesSince(
  { asOf, date }: InventoryPlan,
  site: LedgerId,
  { reader, organisation, clock }: Parts,
): Promise<readonly number[]> {
  const calendar = await SiteCalendar.of(site, { reader, organisation });
  const firstDate: BusinessDate = asOf === 'opening' ? date : addDays(date, 1);
  const { dayStartsAt } = calendar.settingsAt(clock.now());
  const moment = wallInstant({ date: firstDate, time: dayStartsAt }, calendar.zone);
  const lines: number[] = [];
  for (let from = 0; ;) {
    const page = await reader.entries(site, { firstDate, from, limit: LARGEST_PAGE });
    for (const { entry } of page) {
      const { request, occurredAt, effects, seq } = entry;
      const corrected =
        request.kind === 'correction' ? await reader.entry(site, request.original) : undefined;
      const at = corrected?.entry.occurredAt ?? occurredAt;
      const isOfStock =
        effects.movements.length > 0 || effects.states.some(({ noun }) => noun === 'condition');
      if (isOfStock && request.kind !== 'inventory' && at >= moment) lines.push(seq);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < LARGEST_PAGE) return lines;
    from = last.entry.seq + 1;
  }
}
