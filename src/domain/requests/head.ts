import type { Instant } from '../measures/instant.js';

/** Where a request's facts came from. */
export const SOURCES = ['scan', 'manual', 'interface', 'import', 'paper'] as const;

export type Source = (typeof SOURCES)[number];

/** Why a rule of practice could not be kept, or why an entry comes late. */
export const REASONS = [
  'clinical-emergency',
  'alone-on-site',
  'recorded-after-the-act',
  'system-unavailable',
  'delivery-recorded-later',
  'supplier-paper-missing',
  'interrupted',
  'clinically-justified',
  'mistake-noticed',
  'other',
] as const;

export type Reason = (typeof REASONS)[number];

/** A value that is about a person. It never enters a leaf: the leaf commits to it by salt. */
export interface PersonalField {
  readonly field: string;
  readonly value: string;
  readonly retention: 'patient' | 'staff' | 'case';
}

/** What every request says. `intended` asks beforehand; `done` tells what has happened and cannot be undone. */
export interface RequestHead {
  readonly posture: 'intended' | 'done';
  readonly occurredAt: Instant;
  readonly reason: Reason | null;
  /** Codes of questions that the person has answered with yes. */
  readonly confirmed: readonly string[];
  /** Free text and everything else about persons, by field name. */
  readonly personal: readonly PersonalField[];
}
