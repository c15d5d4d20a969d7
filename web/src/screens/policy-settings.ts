/** The settings of a policy by theme, in the order in which they are read, and how each is told. */
import type { Schemas } from '../api/client.js';
import { spelled, words } from '../words/words.js';

const say = words.policies;
export type Settings = Schemas['PolicySettingsDto'];
export type Setting = keyof Settings;
export type Theme = keyof typeof say.themes;
export const THEMES = Object.keys(say.themes) as readonly Theme[];

/** A setting that is in no theme does not compile. */
const THEME_OF: Readonly<Record<Setting, Theme>> = {
  lateAfterMinutes: 'recording',
  witnessWindowMinutes: 'recording',
  reauthenticateAfterMinutes: 'recording',
  dayStartsAt: 'recording',
  retentionYears: 'recording',
  doseCeilingPerKilogram: 'drawing',
  drawOverOrderPercent: 'drawing',
  syringes: 'drawing',
  oneOpenContainer: 'drawing',
  soonestFirst: 'drawing',
  overfillPercent: 'drawing',
  deadSpacePerDraw: 'drawing',
  multipleDoseDays: 'use',
  singleDoseHours: 'use',
  ampuleHours: 'use',
  preparationHours: 'use',
  cleanAirHours: 'use',
  cleanAirLocations: 'use',
  treatmentLocations: 'use',
  multipleDoseRemainder: 'waste',
  lineResidue: 'waste',
  wasteReasons: 'waste',
  wasteManners: 'waste',
  assayTolerancePercent: 'waste',
  countsBy: 'counts',
  countSchedules: 'counts',
  countLockMinutes: 'counts',
  openedContainers: 'counts',
  inventoryMonths: 'counts',
};
const SETTINGS = Object.keys(THEME_OF) as readonly Setting[];

export const settingsOf = (theme: Theme): readonly Setting[] =>
  SETTINGS.filter((setting) => THEME_OF[setting] === theme);

/** Settings that one policy has otherwise than another; what a policy says nothing of is the house's. */
export const differing = (one: Settings, other: Settings, house: Settings): readonly Setting[] =>
  SETTINGS.filter(
    (name) =>
      JSON.stringify(one[name] ?? house[name]) !== JSON.stringify(other[name] ?? house[name]),
  );

export const nameOf = (setting: Setting): string => say.names[setting];

/** What a setting is, in words. */
export function told(setting: Setting, settings: Settings): string {
  if (setting === 'countSchedules')
    return (settings.countSchedules ?? []).map(often).join('; ') || say.empty;
  const isOfCodes = setting === 'wasteReasons' || setting === 'wasteManners';
  if (isOfCodes && settings[setting]?.length === 0) return say.everyOne;
  return inWords(settings[setting]);
}

/** "Day: safe, once in each day (Mon, Tue)". */
function often({ type, location, every, weekdays, shifts }: Schemas['CountScheduleDto']): string {
  const days = weekdays.map((day) => say.weekdays[Number(day) - 1]).join(', ');
  const when = [...shifts, ...(days === '' ? [] : [days])].join(' · ');
  const period = `${say.every.toLowerCase()} ${spelled(every).toLowerCase()}`;
  return `${spelled(type)}: ${location}, ${period}${when === '' ? '' : ` (${when})`}`;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return say.unset;
  if (Array.isArray(value)) return value.length === 0 ? say.empty : value.map(inWords).join(' · ');
  if (typeof value === 'object') return Object.values(value).map(inWords).join(' ');
  if (typeof value !== 'string') return JSON.stringify(value);
  // Amounts, units and times stay as they are; codes are spelled.
  return /^[a-z]+(?:-[a-z]+)*$/.test(value) ? spelled(value) : value;
}
