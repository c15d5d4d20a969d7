/**
 * The sources that several records share. FDA and openFDA data are in the public domain; labels are
 * the labelers' published text, of which only facts are kept.
 */

import type { Measured } from '../../domain/measures/quantity.js';
import type { Fact, Source } from './catalogue-record.js';

export const NAMES: readonly Fact[] = ['proprietaryName', 'nonproprietaryName', 'substance'];

export const shortageEndpoint = (...shows: readonly Fact[]): Source => ({
  title: 'openFDA drug/shortages endpoint, bulk file of 2026-06-19',
  date: '2026-06-19',
  shows: ['ndcs', 'labeler', ...NAMES, 'strength', 'dosageForm', 'productType', ...shows],
});

export const SUBSTANCE_SCHEDULE: Source = {
  title: 'FDA NDC unfinished drugs database, 2018-06-25',
  date: '2018-06-25',
  shows: ['schedule'],
};

export const mL = (value: string): Measured => ({ value, unit: 'mL' });
