import type { AuditItem, CaseId, ContainerId, FileHash, LossId, PersonId } from '../ids.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { Quantity } from '../measures/quantity.js';

/** What a registrant weighs before a loss is called significant; each is answered, and the answers are kept. */
export const FACTORS = [
  'quantity-for-the-business',
  'substance',
  'access',
  'pattern',
  'diversion-candidate',
  'local-trends',
] as const;
export type Factor = (typeof FACTORS)[number];

/** How a factor weighs. Why stands in the personal field `factor.<name>`. */
export const WEIGHTS = ['for', 'against', 'unknown'] as const;
export interface FactorAnswer {
  readonly factor: Factor;
  readonly weighs: (typeof WEIGHTS)[number];
}
export const factorField = (factor: Factor): string => `factor.${factor}`;

/** What the registrant has determined. A theft is always reported, a loss where it is significant. */
export const DETERMINATIONS = ['theft', 'significant-loss', 'not-significant'] as const;
export type Determination = (typeof DETERMINATIONS)[number];

/** Drug of one container that is stolen or lost. */
export interface Taken {
  readonly container: ContainerId;
  readonly quantity: Quantity;
  /** Line that had settled it as unexplained; null where the book of the container still holds it. */
  readonly settledIn: number | null;
}

/** Drug that turned up again after its loss was determined, and the container that it now stands in. */
export interface FoundAgain {
  readonly container: ContainerId;
  readonly quantity: Quantity;
  readonly standsIn: ContainerId;
}

/** Last instant of each duty, as it was computed at discovery; a later change of rules does not move it. */
export interface LossDeadlines {
  readonly notice: Instant;
  readonly form106: Instant;
  readonly states: readonly {
    readonly state: string;
    readonly to: string;
    readonly due: Instant;
  }[];
}

/** A theft or loss, from the first suspicion to the last amendment. Discovery never changes. */
export interface Loss {
  readonly noun: 'loss';
  readonly id: LossId;
  readonly status: 'suspected' | 'discovered' | Determination;
  readonly cases: readonly CaseId[];
  readonly suspectedAt: Instant;
  readonly discoveredAt: Instant | null;
  readonly deadlines: LossDeadlines | null;
  readonly determinedAt: Instant | null;
  readonly determinedBy: PersonId | null;
  readonly factors: readonly FactorAnswer[];
  readonly taken: readonly Taken[];
  readonly found: readonly FoundAgain[];
  readonly noticedAt: Instant | null;
  readonly stateNoticesGiven: readonly string[];
  readonly reportedAt: Instant | null;
  /** Something was found after the report, and no amended report was submitted since. */
  readonly amendmentDue: boolean;
  /** Lines of its timeline. */
  readonly lines: readonly number[];
}

/** Every loss of the register that was discovered: what the count of the last 24 months is made from. */
export interface LossHistory {
  readonly noun: 'loss-history';
  readonly id: 'all';
  readonly losses: readonly {
    readonly loss: LossId;
    readonly discoveredAt: Instant;
    readonly determination: Determination | null;
  }[];
}

/** What of one container stands in `stolen-or-lost`, so that nothing is lost twice. */
export interface LostShare {
  readonly noun: 'lost-share';
  readonly id: ContainerId;
  readonly ndc: string;
  readonly item: AuditItem;
  readonly shares: readonly {
    readonly loss: LossId;
    readonly quantity: Quantity;
    readonly settledIn: number | null;
  }[];
}

/** How the notice reached the Field Division Office. */
export const NOTICE_MANNERS = ['email', 'fax', 'letter', 'portal'] as const;
export type NoticeManner = (typeof NOTICE_MANNERS)[number];

/** One step in the life of a loss. */
export type LossStep =
  | { readonly type: 'suspected'; readonly cases: readonly CaseId[] }
  | {
      readonly type: 'discovered';
      readonly cases: readonly CaseId[];
      /** ISO 3166-2, where it is not the state of the site's registered address. */
      readonly state: string | null;
    }
  | {
      readonly type: 'determined';
      readonly as: Determination;
      readonly factors: readonly FactorAnswer[];
      readonly taken: readonly Taken[];
    }
  | {
      readonly type: 'notified';
      /** The DEA Field Division Office, or the state whose notice this is. */
      readonly to: 'field-division-office' | 'state';
      readonly office: string;
      readonly state: string | null;
      readonly manner: NoticeManner;
      readonly file: FileHash | null;
    }
  | {
      readonly type: 'form-106';
      readonly form: Form106;
      /** Null while it is only being prepared. */
      readonly submission: { readonly reference: string; readonly file: FileHash | null } | null;
    }
  | {
      readonly type: 'found';
      readonly containers: readonly {
        readonly container: ContainerId;
        readonly quantity: Quantity;
      }[];
    };

export const LOSS_TYPES = [
  'night-break-in',
  'armed-robbery',
  'employee-pilferage',
  'customer-theft',
  'lost-in-transit',
  'other',
] as const;
export const PRINCIPAL_BUSINESSES = [
  'pharmacy',
  'practitioner',
  'manufacturer',
  'hospital-clinic',
  'distributor',
  'methadone-program',
  'other',
] as const;

/**
 * What DEA Form 106 asks and the register does not know by itself. Registrant, products, quantities and the number of
 * losses in the last 24 months are taken from the book. Free text (what happened, marks on containers, measures taken)
 * are personal fields: `form106.explanation`, `form106.marks`, `form106.measures`.
 */
export interface Form106 {
  /** Null where it is unknown: then the form takes the day of discovery. */
  readonly occurredOn: BusinessDate | null;
  readonly type: (typeof LOSS_TYPES)[number];
  readonly principalBusiness: (typeof PRINCIPAL_BUSINESSES)[number];
  readonly county: string;
  readonly telephone: string;
  readonly police: {
    readonly department: string;
    readonly telephone: string;
    readonly report: string | null;
  } | null;
  readonly armedRobbery: { readonly killed: number; readonly injured: number } | null;
  /** Cents of a dollar. */
  readonly purchaseValue: number;
  /** Other goods that were taken, in cents; null where none were. */
  readonly otherGoodsValue: number | null;
  readonly transit: {
    readonly carrier: string;
    readonly consignee: string;
    readonly consigneeDeaNumber: string;
    readonly cartonReceived: boolean;
    readonly tampering: boolean;
    readonly earlierLosses: number;
  } | null;
  /** Serial numbers of official order forms that were lost. */
  readonly orderForms: readonly string[];
}
export const FORM_106_TEXTS = ['explanation', 'marks', 'measures'] as const;
export const form106Field = (text: (typeof FORM_106_TEXTS)[number]): string => `form106.${text}`;

/** The newest data of the form, with what the book added to them. */
export interface LossReport {
  readonly noun: 'loss-report';
  readonly id: LossId;
  readonly line: number;
  readonly form: Form106;
  readonly products: readonly {
    readonly ndc: string;
    readonly item: AuditItem;
    readonly quantity: Quantity;
  }[];
  /** Thefts and losses that were discovered in the 24 months before this one. */
  readonly earlierLosses: number;
  readonly submission: {
    readonly reference: string;
    readonly file: FileHash | null;
    readonly at: Instant;
  } | null;
  /** Line of the submitted report that this one amends. */
  readonly amends: number | null;
}
