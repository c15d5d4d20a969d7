/** The settings of a policy, as its versions write them. */
import { SCHEDULED_COUNT_TYPES } from '../../domain/counting/count.js';
import { COUNT_PERIODS } from '../../domain/counting/count-schedule.js';
import type { CountSchedule } from '../../domain/counting/count-schedule.js';
import type { LocationId } from '../../domain/ids.js';
import { WASTE_MANNERS, WASTE_REASONS } from '../../domain/bedside/infusion.js';
import type { PublishedSettings } from '../../domain/policy.js';
import type { SyringeScale } from '../../domain/bedside/syringe.js';
import { as, id, integer, lifted, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec, Fields } from './codec.js';
import { quantity } from './values.js';

/** Settings that version 2 does not know, as it leaves them: unsaid. */
const UNSAID_V2 = {
  soonestFirst: null,
  syringes: [],
  wasteReasons: [],
  wasteManners: [],
  assayTolerancePercent: null,
} as const satisfies Partial<PublishedSettings>;
type SettingsV2 = Omit<PublishedSettings, keyof typeof UNSAID_V2>;

/** Settings that version 1 does not know. */
const UNSAID_V1 = {
  ...UNSAID_V2,
  oneOpenContainer: null,
  ampuleHours: null,
  cleanAirHours: null,
  cleanAirLocations: [],
  treatmentLocations: [],
  countSchedules: [],
  countsBy: null,
  openedContainers: null,
  inventoryMonths: null,
} as const satisfies Partial<PublishedSettings>;
type SettingsV1 = Omit<PublishedSettings, keyof typeof UNSAID_V1>;

const FIELDS_V1: Fields<SettingsV1> = {
  lateAfterMinutes: as('late_after_minutes', integer('minutes')),
  witnessWindowMinutes: as('witness_window_minutes', integer('minutes')),
  reauthenticateAfterMinutes: as('reauthenticate_after_minutes', integer('minutes')),
  overfillPercent: as('overfill_percent', integer('percent')),
  deadSpacePerDraw: as('dead_space_per_draw', quantity),
  multipleDoseDays: as('multiple_dose_days', integer('days')),
  singleDoseHours: as('single_dose_hours', integer('hours')),
  preparationHours: as('preparation_hours', integer('hours')),
  doseCeilingPerKilogram: as('dose_ceiling_per_kilogram', integer('thousandths of mg/kg')),
  drawOverOrderPercent: as('draw_over_order_percent', integer('percent')),
  multipleDoseRemainder: as('multiple_dose_remainder', oneOf('inventory', 'waste')),
  lineResidue: as('line_residue', oneOf('flushed', 'waste')),
  dayStartsAt: as('day_starts_at', text),
  retentionYears: as('retention_years', integer('years')),
  countLockMinutes: as('count_lock_minutes', integer('minutes')),
};

/** Version 1 is read as it was written, and says nothing of later settings. */
export const policySettingsV1: Codec<PublishedSettings> = lifted<
  PublishedSettings,
  keyof typeof UNSAID_V1
>(record<SettingsV1>(FIELDS_V1), UNSAID_V1);

const locations = list(id<LocationId>('storage location id'));

const schedule: Codec<CountSchedule> = record<CountSchedule>({
  location: as('location', id<LocationId>('storage location id')),
  type: as('type', oneOf(...SCHEDULED_COUNT_TYPES)),
  every: as('every', oneOf(...COUNT_PERIODS)),
  shifts: as('shifts', list(text)),
  weekdays: as('weekdays', list(integer('day of the week, 1 for Monday'))),
});

const FIELDS_V2: Fields<SettingsV2> = {
  ...FIELDS_V1,
  oneOpenContainer: as('one_open_container', nullable(oneOf('allowed', 'question', 'stop'))),
  ampuleHours: as('ampule_hours', nullable(integer('hours'))),
  cleanAirHours: as('clean_air_hours', nullable(integer('hours'))),
  cleanAirLocations: as('clean_air_locations', locations),
  treatmentLocations: as('treatment_locations', locations),
  countSchedules: as('count_schedules', list(schedule)),
  countsBy: as('counts_by', nullable(oneOf('one-person', 'two-people'))),
  openedContainers: as(
    'opened_containers',
    nullable(oneOf('estimated', 'quarter-containers', 'measured')),
  ),
  inventoryMonths: as('inventory_months', nullable(integer('months'))),
};

export const policySettingsV2: Codec<PublishedSettings> = lifted<
  PublishedSettings,
  keyof typeof UNSAID_V2
>(record<SettingsV2>(FIELDS_V2), UNSAID_V2);

const scale: Codec<SyringeScale> = record<SyringeScale>({
  size: as('size', quantity),
  graduation: as('graduation', quantity),
});

/** Version 3, and what the stored book keeps: a setting that was not published is left out. */
export const policySettingsV3: Codec<PublishedSettings> = record<PublishedSettings>({
  ...FIELDS_V2,
  soonestFirst: as('soonest_first', nullable(oneOf('allowed', 'question'))),
  syringes: as('syringes', list(scale)),
  wasteReasons: as('waste_reasons', list(oneOf(...WASTE_REASONS))),
  wasteManners: as('waste_manners', list(oneOf(...WASTE_MANNERS))),
  assayTolerancePercent: as('assay_tolerance_percent', nullable(integer('percent'))),
});
