import type { LedgerId } from '../domain/ids.js';
import { businessDateOf } from '../domain/measures/instant.js';
import type { BusinessDate, Instant, Zone } from '../domain/measures/instant.js';
import { policyAt } from '../domain/policy.js';
import type { PolicySettings, PolicyTimeline } from '../domain/policy.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import { Problem } from '../platform/http/problem.js';
import type { OrganisationBook } from './organisation-book.js';

/** Business days and policy of one site, as its people would say them. */
export class SiteCalendar {
  private constructor(
    readonly zone: Zone,
    readonly timeline: PolicyTimeline,
  ) {}

  static async of(
    site: LedgerId,
    parts: { readonly reader: LedgerReader; readonly organisation: OrganisationBook },
  ): Promise<SiteCalendar> {
    const timeline = await parts.reader.cell(site, 'policy', 'timeline');
    const facts = (await parts.organisation.organisation()).sites.get(site);
    if (timeline === undefined || facts === undefined) throw Problem.of('site.not-found');
    return new SiteCalendar(facts.zone, timeline);
  }

  dateOf(at: Instant): BusinessDate {
    return businessDateOf(at, this.zone, this.settingsAt(at).dayStartsAt);
  }

  settingsAt(at: Instant): PolicySettings {
    return policyAt(this.timeline, at).settings;
  }
}
