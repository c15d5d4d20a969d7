import { refuse, settle } from '../decision.js';
import type { Context } from '../decision.js';
import { isBefore } from '../measures/instant.js';
import { cells, POLICIES } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { formatMeasured } from '../measures/quantity.js';
import { locationOf } from '../stock/stock.js';
import type { PolicySettings, PolicyTimeline, PublishedSettings } from '../policy.js';

/** Least and greatest value of each numeric setting. */
const RANGES: Readonly<Partial<Record<keyof PolicySettings, readonly [number, number]>>> = {
  lateAfterMinutes: [0, 1440],
  witnessWindowMinutes: [1, 1440],
  reauthenticateAfterMinutes: [1, 720],
  overfillPercent: [0, 25],
  deadSpacePerDraw: [0, 500],
  multipleDoseDays: [1, 28],
  singleDoseHours: [0, 12],
  preparationHours: [1, 24],
  doseCeilingPerKilogram: [100, 10_000],
  drawOverOrderPercent: [0, 400],
  retentionYears: [2, 99],
  countLockMinutes: [1, 120],
  ampuleHours: [0, 12],
  cleanAirHours: [1, 12],
  inventoryMonths: [1, 24],
  assayTolerancePercent: [1, 25],
};

function refuseOutOfRange(settings: PublishedSettings): void {
  for (const [name, range] of Object.entries(RANGES)) {
    const published = settings[name as keyof PolicySettings];
    if (published === null) continue;
    const value = Number(published);
    // Days, minutes and percents are whole: half a day of use would be nobody's rule.
    if (!(Number.isInteger(value) && value >= range[0] && value <= range[1])) {
      refuse('policy.setting-out-of-range', {
        setting: name,
        value,
        least: range[0],
        greatest: range[1],
      });
    }
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(settings.dayStartsAt)) {
    refuse('policy.setting-out-of-range', { setting: 'dayStartsAt', value: settings.dayStartsAt });
  }
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A schedule that could never be met, or that says the same twice, is a slip. */
function refuseImpossibleSchedules({ countSchedules }: PublishedSettings, context: Context): void {
  const names = countSchedules.map(({ location, type, every }) => `${location} ${type} ${every}`);
  const wrong = countSchedules.find(({ location, every, shifts, weekdays }, index) => {
    locationOf(context, location);
    const isOrdered = shifts.every((time, at) => TIME.test(time) && (shifts[at - 1] ?? '') < time);
    const hasShifts = every === 'shift' ? shifts.length > 0 : shifts.length === 0;
    const areDays = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
    return !isOrdered || !hasShifts || !areDays || names.indexOf(names[index] ?? '') !== index;
  });
  if (wrong !== undefined) {
    const { location, type, every } = wrong;
    refuse('policy.schedule-impossible', { location, type, every });
  }
}

/** A syringe is named once, and its scale divides it: 3 mL in steps of 0.1 mL. */
function refuseImpossibleScales({ syringes }: PublishedSettings): void {
  const sizes = syringes.map(({ size }) => size);
  const wrong = syringes.find(
    ({ size, graduation }, index) =>
      size <= 0n || graduation <= 0n || size % graduation !== 0n || sizes.indexOf(size) !== index,
  );
  if (wrong !== undefined) {
    const { size, graduation } = wrong;
    refuse('policy.scale-impossible', {
      size: formatMeasured(size, 'mL'),
      graduation: formatMeasured(graduation, 'mL'),
    });
  }
}

/** What the site publishes from a time on. It alters nothing that was decided before. */
export const policy: KindRules<'policy'> = {
  right: 'manage-policy',
  reads: () => cells(POLICIES),
  decide: (request, context: Context) => {
    if (isBefore(request.effectiveFrom, context.recordedAt)) {
      refuse('policy.effective-in-past', {
        effectiveFrom: request.effectiveFrom,
        recordedAt: context.recordedAt,
      });
    }
    refuseOutOfRange(request.settings);
    refuseImpossibleSchedules(request.settings, context);
    refuseImpossibleScales(request.settings);
    const before = context.book.find('policy', 'timeline');
    const published = {
      line: context.seq,
      effectiveFrom: request.effectiveFrom,
      settings: request.settings,
    };
    const kept = (before?.policies ?? []).filter(({ effectiveFrom }) =>
      isBefore(effectiveFrom, request.effectiveFrom),
    );
    const timeline: PolicyTimeline = {
      noun: 'policy',
      id: 'timeline',
      policies: [...kept, published],
    };
    return settle(request, context, { states: [timeline] });
  },
};
