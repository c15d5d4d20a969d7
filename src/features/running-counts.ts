import { shelfId } from '../domain/stock/container.js';
import type { AuditItem, ContainerId, LedgerId, LocationId, PersonId } from '../domain/ids.js';
import { plus } from '../domain/measures/instant.js';
import type { Instant } from '../domain/measures/instant.js';
import type { BaseUnit } from '../domain/measures/quantity.js';
import { policyAt } from '../domain/policy.js';
import { auditItemOf } from '../domain/product.js';
import type { Kind } from '../domain/request.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { Clock } from '../platform/clock.js';
import type { ActDto } from '../platform/http/act.dto.js';
import type { Asking, AskingToRecord } from '../platform/http/asked.js';
import { Problem } from '../platform/http/problem.js';
import type { ActForm } from './act-form.js';
import type {
  CountAgain,
  CountDraft,
  CountDrafts,
  CountScope,
  TallyFigures,
} from './count-drafts.store.js';
import { linesToRepeat } from './counted-lines.js';
import type { LineNames, LinesToRepeat } from './counted-lines.js';
import { MovingDto } from './moved.dto.js';
import type { OrganisationBook } from './organisation-book.js';
import type { Recorder } from './recorder.js';
import { afterHandingIn, sideOf } from './second-counts.js';
import type { Units } from './units.js';

/** A count that has begun. */
export interface BegunCount {
  readonly id: string;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
}

/** What stands or may stand at a location: things, and never how many. */
export interface PlaceToCount {
  readonly items: readonly string[];
  readonly open: readonly OpenToCount[];
}

/** An opened container that is to be measured. */
interface OpenToCount {
  readonly container: ContainerId;
  readonly item: AuditItem;
  readonly unit: BaseUnit;
}

/** What was handed in, with the form that makes an entry of it. */
export interface Tally<K extends Kind, Dto extends ActDto> {
  readonly form: ActForm<K, Dto>;
  readonly dto: Dto;
  readonly figures: TallyFigures;
  /** How each counted location calls its lines. */
  readonly names: readonly LineNames[];
}

/** Either it is recorded, or some lines are to be counted again. */
export interface Tallied {
  readonly status: 'recorded' | 'recount';
  readonly again: readonly string[];
  readonly entry: MovingDto | null;
}

/** Counts and inventories while people are at them. */
export class RunningCounts {
  constructor(
    private readonly parts: {
      readonly drafts: CountDrafts;
      readonly reader: LedgerReader;
      readonly recorder: Recorder;
      readonly organisation: OrganisationBook;
      readonly units: Units;
      readonly clock: Clock;
    },
  ) {}

  /** Begins a count; refused while another one of the same scope is running. */
  async begin(site: LedgerId, counter: PersonId, scope: CountScope): Promise<BegunCount> {
    const { reader, drafts, clock } = this.parts;
    const timeline = await reader.cell(site, 'policy', 'timeline');
    if (timeline === undefined) throw Problem.of('site.not-found');
    const startedAt = clock.now();
    const { countLockMinutes: minutes, countsBy } = policyAt(timeline, startedAt).settings;
    const expiresAt = plus(startedAt, { minutes });
    // An inventory is counted by two people in any case, and the second of them signs it.
    const isApart = scope.location !== null && countsBy === 'two-people';
    const size = (await reader.head(site))?.size ?? 0;
    const id = await drafts.begin({
      site,
      scope,
      counter,
      startedAt,
      expiresAt,
      size,
      isApart,
    });
    if (id === undefined) throw Problem.of('count.running');
    return { id, startedAt, expiresAt };
  }

  /** Every audit item that is approved or ever stood there, so that the list itself tells nothing. */
  async toCount(site: LedgerId, location: LocationId): Promise<PlaceToCount> {
    const { reader } = this.parts;
    const organisation = await this.parts.organisation.get();
    const stood = (await reader.cell(site, 'place', location))?.items ?? [];
    const approved = [...(organisation?.products.values() ?? [])].map(auditItemOf);
    const items = [...new Set([...stood, ...approved])].sort();
    const shelfIds = items.map((item) => shelfId(location, item));
    const shelves = await reader.cellsNamed(site, 'shelf', shelfIds);
    const opened = items.flatMap((item) =>
      (shelves.get(shelfId(location, item))?.open ?? []).map((container) => ({ container, item })),
    );
    const ids = opened.map(({ container }) => container);
    const units = await this.parts.units.unitsOf(site, ids);
    const open = opened.flatMap(({ container, item }) => {
      const unit = units.get(container);
      return unit === undefined ? [] : [{ container, item, unit }];
    });
    return { items, open: open.sort((a, b) => (a.container < b.container ? -1 : 1)) };
  }

  /** A running count of the site, whoever is at it. */
  async draft(site: LedgerId, id: string): Promise<CountDraft> {
    const found = await this.parts.drafts.find({ site, id, at: this.parts.clock.now() });
    if (found === undefined) throw Problem.of('count.not-found');
    return found;
  }

  /** Counts of one location that are running at the site. */
  running(site: LedgerId): Promise<readonly CountDraft[]> {
    return this.parts.drafts.running(site, this.parts.clock.now());
  }

  /** Takes what one of two people has found who count apart, and tells neither what the other did. */
  async handIn(
    { site, person }: Asking,
    id: string,
    handed: { readonly round: number; readonly figures: TallyFigures },
  ): Promise<CountDraft> {
    const { drafts, reader, clock } = this.parts;
    const { apart } = await this.draft(site, id);
    if (apart === null) throw Problem.of('count.by-one-person');
    const { figures, round } = handed;
    const size = (await reader.head(site))?.size ?? 0;
    await drafts.handIn({ site, id, at: clock.now() }, (draft) => {
      const side = sideOf(draft, person);
      if (side === undefined) throw Problem.of('count.not-found');
      // Sent again because the answer was lost: figures of an earlier round are none of this one.
      if (draft.apart?.rounds !== round - 1) return undefined;
      return afterHandingIn(draft, { side, person, figures, size });
    });
    return this.draft(site, id);
  }

  /** Takes what its own counter has found: makes it an entry, or asks for some lines again. */
  async tally<K extends Kind, Dto extends ActDto>(
    asking: AskingToRecord,
    id: string,
    { form, dto, figures, names }: Tally<K, Dto>,
  ): Promise<Tallied> {
    const { site, person, entry: key } = asking;
    const draft = await this.draft(site, id);
    if (draft.counter !== person) throw Problem.of('count.not-found');
    // Sent again because the answer was lost: the same answer, not a recount that nobody made.
    if (draft.firstKey === key) return askedAgain(Object.keys(draft.again));
    try {
      const entry = new MovingDto(await this.parts.recorder.atSite(asking, form, dto));
      await this.parts.drafts.finish({ site, id }, entry.line);
      return { status: 'recorded', again: [], entry };
    } catch (error) {
      const lines = error instanceof Problem ? linesToRepeat(error.document, names) : undefined;
      if (lines === undefined) throw error;
      await this.#askAgain({ site, id, key }, figures, lines);
      if (lines.because === 'touched') throw error;
      return askedAgain(lines.names);
    }
  }

  async #askAgain(
    count: { readonly site: LedgerId; readonly id: string; readonly key: string },
    figures: TallyFigures,
    lines: LinesToRepeat,
  ): Promise<void> {
    const { site, id, key } = count;
    const at = (await this.parts.reader.head(site))?.size ?? 0;
    const again = Object.fromEntries(
      lines.names.map((name): [string, CountAgain] => [name, { at, because: lines.because }]),
    );
    await this.parts.drafts.askAgain({ site, id }, { key, figures, again });
  }
}

const askedAgain = (again: readonly string[]): Tallied => ({
  status: 'recount',
  again,
  entry: null,
});
