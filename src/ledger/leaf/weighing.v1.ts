import { as, integer, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId } from './ids.js';

export const weighingV1: Codec<BodyOf<'weighing'>> = record<BodyOf<'weighing'>>({
  ...HEAD,
  container: as('container', containerId),
  gross: as('gross', integer('mg')),
  tare: as('tare', integer('mg')),
  density: as('density', integer('mg/mL')),
  grossUncertainty: as('gross_uncertainty', integer('mg, k = 2')),
  tareUncertainty: as('tare_uncertainty', integer('mg, k = 2')),
  densityUncertainty: as('density_uncertainty', integer('mg/mL, k = 2')),
});
