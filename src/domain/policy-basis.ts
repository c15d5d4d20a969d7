import type { PolicySettings } from './policy.js';
import { HOUSE_POLICY_WORDS } from './work/work-item.js';

/** What stands behind each setting: a confirmed citation, or the house's own choice. */
export const POLICY_BASIS: Readonly<Record<keyof PolicySettings, string>> = {
  lateAfterMinutes: HOUSE_POLICY_WORDS,
  witnessWindowMinutes: HOUSE_POLICY_WORDS,
  reauthenticateAfterMinutes: HOUSE_POLICY_WORDS,
  overfillPercent: HOUSE_POLICY_WORDS,
  deadSpacePerDraw: HOUSE_POLICY_WORDS,
  multipleDoseDays: HOUSE_POLICY_WORDS,
  singleDoseHours: HOUSE_POLICY_WORDS,
  preparationHours: HOUSE_POLICY_WORDS,
  doseCeilingPerKilogram: HOUSE_POLICY_WORDS,
  drawOverOrderPercent: HOUSE_POLICY_WORDS,
  multipleDoseRemainder: HOUSE_POLICY_WORDS,
  lineResidue: HOUSE_POLICY_WORDS,
  dayStartsAt: HOUSE_POLICY_WORDS,
  // At least two years; the setting begins there.
  retentionYears: '21 CFR 1304.04(a)',
  countLockMinutes: HOUSE_POLICY_WORDS,
  oneOpenContainer: HOUSE_POLICY_WORDS,
  ampuleHours: HOUSE_POLICY_WORDS,
  cleanAirHours: HOUSE_POLICY_WORDS,
  cleanAirLocations: HOUSE_POLICY_WORDS,
  treatmentLocations: HOUSE_POLICY_WORDS,
  countSchedules: HOUSE_POLICY_WORDS,
  countsBy: HOUSE_POLICY_WORDS,
  openedContainers: HOUSE_POLICY_WORDS,
  // Within two years of the one before; the setting ends there.
  inventoryMonths: '21 CFR 1304.11(c)',
  soonestFirst: HOUSE_POLICY_WORDS,
  syringes: HOUSE_POLICY_WORDS,
  wasteReasons: HOUSE_POLICY_WORDS,
  wasteManners: HOUSE_POLICY_WORDS,
  assayTolerancePercent: HOUSE_POLICY_WORDS,
};
