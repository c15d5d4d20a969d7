import type { Json } from './desk.js';

const WORKING_DAYS = ['1', '2', '3', '4', '5'];

/** House policy with a longer time between proofs of identity, as a small clinic would choose. */
export const houseRules: { readonly [key: string]: Json } = {
  lateAfterMinutes: 60,
  witnessWindowMinutes: 15,
  reauthenticateAfterMinutes: 60,
  overfillPercent: 10,
  deadSpacePerDraw: { value: '0.070', unit: 'mL' },
  multipleDoseDays: 28,
  singleDoseHours: 4,
  preparationHours: 4,
  doseCeilingPerKilogram: 1500,
  drawOverOrderPercent: 20,
  multipleDoseRemainder: 'inventory',
  lineResidue: 'flushed',
  dayStartsAt: '00:00',
  retentionYears: 6,
  countLockMinutes: 15,
  countSchedules: [
    { location: 'safe', type: 'day', every: 'day', shifts: [], weekdays: WORKING_DAYS },
    { location: 'cabinet', type: 'cycle', every: 'week', shifts: [], weekdays: WORKING_DAYS },
  ],
};
