import { ABOUT_NO_DAY } from '../domain/days/closed-day.js';
import type { AccountBalance } from '../domain/entry.js';
import type { LedgerId, PersonId } from '../domain/ids.js';
import { addDays } from '../domain/measures/instant.js';
import type { Instant } from '../domain/measures/instant.js';
import { inventoryDue } from '../domain/counting/inventory-due.js';
import { rightsOf } from '../domain/organisation.js';
import type { Organisation } from '../domain/organisation.js';
import { grantId } from '../domain/person.js';
import type { Site } from '../domain/product.js';
import type { BedsideFacts } from '../domain/work/bedside-work.js';
import { firstOpenDay } from '../domain/work/control-work.js';
import type { ControlFacts } from '../domain/work/control-work.js';
import { EXPIRY_NOTICE_DAYS } from '../domain/work/stock-work.js';
import type { InventoryFacts } from '../domain/work/inventory-work.js';
import type { StockFacts } from '../domain/work/stock-work.js';
import { dateAt } from '../domain/work/work-clock.js';
import type { WorkCalendar } from '../domain/work/work-clock.js';
import type { WorkItem } from '../domain/work/work-item.js';
import { siteWork } from '../domain/work/work-list.js';
import { LARGEST_PAGE } from '../ledger/ledger-reader.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { Matters, WorkReader } from '../ledger/work-reader.js';
import type { Credentials } from '../platform/identity/credentials.js';
import { Problem } from '../platform/http/problem.js';
import type { Monitored } from './monitored.js';
import type { OrganisationBook } from './organisation-book.js';
import type { ScheduledCounts } from './scheduled-counts.js';
import { SiteCalendar } from './site-calendar.js';
import { lastOfEverything, TakenInventories } from './taken-inventories.js';

const IN_PROCESS = 'in-process:';
const HELD = 'held:';

interface Parts {
  readonly reader: LedgerReader;
  readonly work: WorkReader;
  readonly organisation: OrganisationBook;
  readonly credentials: Credentials;
  readonly monitored: Monitored;
  readonly counts: ScheduledCounts;
}

/** Where one look stands: what it is about, and when. */
interface Look {
  readonly site: Site;
  readonly organisation: Organisation;
  readonly policy: SiteCalendar;
  readonly calendar: WorkCalendar;
  readonly matters: Matters;
}

/** Everything that is due, overdue, open, unsigned or expiring at a site. It reads; the domain says what is pressing. */
export class SiteWork {
  constructor(private readonly parts: Parts) {}

  /** The work of a site at an instant, the most pressing first. */
  async at(id: LedgerId, now: Instant): Promise<readonly WorkItem[]> {
    const organisation = await this.parts.organisation.organisation();
    const site = organisation.sites.get(id);
    if (site === undefined) throw Problem.of('site.not-found');
    const [policy, matters] = await Promise.all([
      SiteCalendar.of(id, this.parts),
      this.parts.work.matters(id),
    ]);
    const { dayStartsAt } = policy.settingsAt(now);
    const calendar = { now, zone: policy.zone, dayStartsAt };
    const look = { site, organisation, policy, calendar, matters };
    const [bedside, stock, control, inventories] = await Promise.all([
      this.#bedside(look),
      this.#stock(look),
      this.#control(look),
      this.#inventories(look),
    ]);
    return siteWork({ calendar, bedside, stock, control, inventories });
  }

  async #bedside({ site, organisation, policy, calendar, matters }: Look): Promise<BedsideFacts> {
    const { reader, work } = this.parts;
    const [awaiting, unfinished, times] = await Promise.all([
      reader.gather(site.id, 'awaiting'),
      reader.gather(site.id, 'unfinished'),
      work.times(
        site.id,
        matters.order.map(({ id }) => Number(id)),
      ),
    ]);
    const [draws, bags] = await Promise.all([
      reader.cellsNamed(site.id, 'draw', named(unfinished, IN_PROCESS)),
      reader.cellsNamed(site.id, 'hold', named(unfinished, HELD)),
    ]);
    const orderedAt = new Map(times.map(({ line, occurredAt }) => [String(line), occurredAt]));
    const at = calendar.now;
    return {
      witnessWindowMinutes: policy.settingsAt(at).witnessWindowMinutes,
      awaiting,
      draws: [...draws.values()],
      bags: [...bags.values()],
      orders: matters.order.map((order) => ({ order, orderedAt: orderedAt.get(order.id) ?? at })),
      hasRight: (person, right) => rightsOf(organisation, { person, site: site.id, at }).has(right),
    };
  }

  async #stock({ site, organisation, calendar, matters }: Look): Promise<StockFacts> {
    const { reader, work } = this.parts;
    const until = addDays(dateAt(calendar.now, calendar), EXPIRY_NOTICE_DAYS);
    const [conditions, expiring] = await Promise.all([
      work.conditions(site.id),
      work.expiring(site.id, until),
    ]);
    const apart = conditions.filter(({ condition }) => condition.quarantine !== null);
    const [since, stocks] = await Promise.all([
      work.apartSince(site.id, apart),
      reader.cellsNamed(
        site.id,
        'stock',
        expiring.map(({ stock }) => stock),
      ),
    ]);
    return {
      site,
      suppliers: organisation.suppliers,
      open: conditions
        .map(({ condition }) => condition)
        .filter(({ quarantine }) => quarantine === null),
      quarantined: apart.map(({ condition }) => ({
        condition,
        since: since.get(condition.id) ?? calendar.now,
      })),
      expiring: expiring.flatMap(({ stock: id, location, containers }) => {
        const stock = stocks.get(id);
        return stock === undefined ? [] : [{ stock, location, containers }];
      }),
      withoutInvoice: matters.receipt,
    };
  }

  async #inventories({ site, policy, calendar }: Look): Promise<InventoryFacts> {
    const taken = await new TakenInventories(this.parts.reader).of(site.id);
    const { inventoryMonths: months } = policy.settingsAt(calendar.now);
    const last = lastOfEverything(taken);
    const today = dateAt(calendar.now, calendar);
    return {
      site: site.id,
      months,
      due: last && inventoryDue(last, { months, today }),
      unfiled: taken
        .filter(({ copy }) => copy === null)
        .map(({ entry: { seq, businessDate, recordedAt } }) => ({
          line: seq,
          date: businessDate,
          recordedAt,
        })),
    };
  }

  async #control({ site, policy, calendar, matters, organisation }: Look): Promise<ControlFacts> {
    const { reader, work, credentials, monitored, counts: scheduled } = this.parts;
    const today = dateAt(calendar.now, calendar);
    const days = { from: firstOpenDay(calendar), to: today, except: ABOUT_NO_DAY };
    const [counts, losses, withLines, temporary, signals] = await Promise.all([
      scheduled.due(site.id, policy, calendar.now),
      reader.cells(site.id, 'loss', { limit: LARGEST_PAGE }),
      work.daysWithLines(site.id, days),
      credentials.temporary(),
      monitored.signalsOf(site.id, calendar.now, calendar.zone),
    ]);
    const closed = await reader.cellsNamed(site.id, 'day', withLines);
    const worksHere = ({ person }: { readonly person: PersonId }): boolean =>
      organisation.grants.has(grantId(person, site.id)) ||
      organisation.grants.has(grantId(person, 'organisation'));
    return {
      counts,
      cases: matters.case,
      losses,
      openDays: withLines.filter((date) => !closed.has(date)),
      unreviewedDays: matters.day,
      temporarySecrets: temporary.filter(worksHere),
      signals,
    };
  }
}

const named = (unfinished: readonly AccountBalance[], prefix: string): readonly string[] =>
  unfinished.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => id.slice(prefix.length));
