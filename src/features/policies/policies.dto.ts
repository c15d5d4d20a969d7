import { SCHEDULED_COUNT_TYPES } from '../../domain/counting/count.js';
import type { ScheduledCountType } from '../../domain/counting/count.js';
import { COUNT_PERIODS } from '../../domain/counting/count-schedule.js';
import type { CountPeriod } from '../../domain/counting/count-schedule.js';
import { asId } from '../../domain/ids.js';
import { WASTE_MANNERS, WASTE_REASONS } from '../../domain/bedside/infusion.js';
import type { WasteManner, WasteReason } from '../../domain/bedside/infusion.js';
import { instant } from '../../domain/measures/instant.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { LocationIds, LocationIdText } from '../../platform/http/ids.dto.js';
import {
  Choice,
  Choices,
  Coded,
  CodedList,
  Moment,
  Part,
  Parts,
  Whole,
} from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** One storage location is counted so once in each period. */
export class CountScheduleDto {
  @LocationIdText({ says: 'Storage location' })
  location!: string;

  @Choice({ says: 'Kind of count', of: SCHEDULED_COUNT_TYPES })
  type!: ScheduledCountType;

  @Choice({ says: 'Once in each', of: COUNT_PERIODS })
  every!: CountPeriod;

  @CodedList({
    says: 'Wall times at which shifts begin, in the order of the day; none unless counted by shift',
    pattern: TIME,
    form: 'times such as 07:00',
    max: 6,
  })
  shifts!: string[];

  @Choices({
    says: 'Days of the week on which the site works, 1 for Monday; every day where none is named',
    of: ['1', '2', '3', '4', '5', '6', '7'],
  })
  weekdays!: string[];
}

/** A syringe and its scale. */
export class SyringeScaleDto {
  @Part({ says: 'What it holds' }, () => QuantityDto)
  size!: QuantityDto;

  @Part({ says: 'The step between two marks' }, () => QuantityDto)
  graduation!: QuantityDto;
}

/** The settings of a site, each a number or a choice. */
export class PolicySettingsDto {
  @Whole({
    says: 'An entry later than this after its event needs a reason; minutes',
    min: 0,
    max: 1440,
  })
  lateAfterMinutes!: number;

  @Whole({
    says: 'A witness later than this after the act is a late witness; minutes',
    min: 1,
    max: 1440,
  })
  witnessWindowMinutes!: number;

  @Whole({
    says: 'A proof of identity older than this is repeated before signing; minutes',
    min: 1,
    max: 720,
  })
  reauthenticateAfterMinutes!: number;

  @Whole({ says: 'Least overfill allowance; percent of the labelled content', min: 0, max: 25 })
  overfillPercent!: number;

  @Part({ says: 'Most that one draw leaves in hub and syringe' }, () => QuantityDto)
  deadSpacePerDraw!: QuantityDto;

  @Whole({ says: 'Use of a punctured multiple-dose container; days', min: 1, max: 28 })
  multipleDoseDays!: number;

  @Whole({ says: 'Use of an entered single-dose container; hours', min: 0, max: 12 })
  singleDoseHours!: number;

  @Whole({ says: 'Use of a prepared bag or syringe; hours', min: 1, max: 24 })
  preparationHours!: number;

  @Whole({ says: 'Dose ceiling; thousandths of mg/kg', min: 100, max: 10_000 })
  doseCeilingPerKilogram!: number;

  @Whole({ says: 'How far a draw may exceed the ordered dose unasked; percent', min: 0, max: 400 })
  drawOverOrderPercent!: number;

  @Choice({
    says: 'What the remainder of a multiple-dose container is',
    of: ['inventory', 'waste'],
  })
  multipleDoseRemainder!: 'inventory' | 'waste';

  @Choice({
    says: 'Whether the line is flushed, or its residue recorded as waste',
    of: ['flushed', 'waste'],
  })
  lineResidue!: 'flushed' | 'waste';

  @Coded({
    says: 'Wall time at which the business day turns over',
    pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
    form: 'a time such as 00:00',
    example: '00:00',
  })
  dayStartsAt!: string;

  @Whole({ says: 'How long records are kept; years', min: 2, max: 99 })
  retentionYears!: number;

  @Whole({ says: 'An unfinished count gives its lock back after this; minutes', min: 1, max: 120 })
  countLockMinutes!: number;

  @Choice({
    says:
      'What is said when a container is punctured while another of its audit item stands open beside it; the house ' +
      'allows it',
    of: ['allowed', 'question', 'stop'],
    optional: true,
  })
  oneOpenContainer?: 'allowed' | 'question' | 'stop' | null;

  @Whole({ says: 'Use of an opened ampule; hours, 1 if left out', min: 0, max: 12, optional: true })
  ampuleHours?: number | null;

  @Whole({
    says: 'Use of a single-dose container entered in clean air (ISO class 5); hours, 6 if left out',
    min: 1,
    max: 12,
    optional: true,
  })
  cleanAirHours?: number | null;

  @LocationIds({
    says: 'Storage locations at which containers are entered in clean air',
    max: 20,
    optional: true,
  })
  cleanAirLocations?: string[] | null;

  @LocationIds({
    says: 'Storage locations in the treatment area: a multiple-dose container that is entered there serves one patient',
    max: 20,
    optional: true,
  })
  treatmentLocations?: string[] | null;

  @Parts(
    { says: 'How often storage locations are counted', max: 60, optional: true },
    () => CountScheduleDto,
  )
  countSchedules?: CountScheduleDto[] | null;

  @Choice({
    says: 'Whether one person counts a storage location, or two, each blind to the other and to the book',
    of: ['one-person', 'two-people'],
    optional: true,
  })
  countsBy?: 'one-person' | 'two-people' | null;

  @Choice({
    says: 'How opened containers may stand in an inventory',
    of: ['estimated', 'quarter-containers', 'measured'],
    optional: true,
  })
  openedContainers?: 'estimated' | 'quarter-containers' | 'measured' | null;

  @Whole({
    says: 'Longest time from one inventory to the next, in months',
    min: 1,
    max: 24,
    optional: true,
  })
  inventoryMonths?: number | null;

  @Choice({
    says:
      'What is said when a draw passes over an open container that must be used sooner and holds enough; the house ' +
      'allows it',
    of: ['allowed', 'question'],
    optional: true,
  })
  soonestFirst?: 'allowed' | 'question' | null;

  @Parts(
    {
      says: 'Syringes that the site draws with: a volume between two marks is asked about; none, and nothing is asked',
      max: 20,
      optional: true,
    },
    () => SyringeScaleDto,
  )
  syringes?: SyringeScaleDto[] | null;

  @Choices({
    says: 'Reasons of waste that are valid here; every one if none is named',
    of: WASTE_REASONS,
    optional: true,
  })
  wasteReasons?: WasteReason[] | null;

  @Choices({
    says: 'Manners of waste that are valid here; every one if none is named',
    of: WASTE_MANNERS,
    optional: true,
  })
  wasteManners?: WasteManner[] | null;

  @Whole({
    says: 'How far an assay may lie from what was expected; percent, 10 if left out',
    min: 1,
    max: 25,
    optional: true,
  })
  assayTolerancePercent?: number | null;
}

/** A site publishes a policy. */
export class PolicyDto extends ActDto {
  @Moment({ says: 'From when on it is in force; never in the past' })
  effectiveFrom!: string;

  @Part({ says: 'All settings' }, () => PolicySettingsDto)
  settings!: PolicySettingsDto;
}

export const POLICY: ActForm<'policy', PolicyDto> = {
  kind: 'policy',
  title: 'Policy',
  dto: PolicyDto,
  read: (dto) => {
    const { deadSpacePerDraw, ...settings } = dto.settings;
    return {
      ...headOf(dto),
      kind: 'policy',
      effectiveFrom: instant(dto.effectiveFrom),
      settings: {
        ...settings,
        deadSpacePerDraw: QuantityDto.read(deadSpacePerDraw),
        oneOpenContainer: settings.oneOpenContainer ?? null,
        ampuleHours: settings.ampuleHours ?? null,
        cleanAirHours: settings.cleanAirHours ?? null,
        cleanAirLocations: (settings.cleanAirLocations ?? []).map((each) => asId(each)),
        countSchedules: (settings.countSchedules ?? []).map(
          ({ location, type, every, shifts, weekdays }) => ({
            location: asId(location),
            type,
            every,
            shifts,
            weekdays: weekdays.map(Number).sort(),
          }),
        ),
        countsBy: settings.countsBy ?? null,
        openedContainers: settings.openedContainers ?? null,
        inventoryMonths: settings.inventoryMonths ?? null,
        treatmentLocations: (settings.treatmentLocations ?? []).map((each) => asId(each)),
        soonestFirst: settings.soonestFirst ?? null,
        syringes: (settings.syringes ?? []).map(({ size, graduation }) => ({
          size: QuantityDto.read(size),
          graduation: QuantityDto.read(graduation),
        })),
        wasteReasons: settings.wasteReasons ?? [],
        wasteManners: settings.wasteManners ?? [],
        assayTolerancePercent: settings.assayTolerancePercent ?? null,
      },
    };
  },
};
