import type { Json } from './http-service.js';

/** The set-up of the clinic that HTTP tests work in, but for its code. */
export const SETUP = {
  organisation: 'Harrow Bay Infusion',
  person: {
    name: 'Rita Vance',
    initials: 'RV',
    licenseClass: 'MD',
    signInName: 'rita.vance',
    password: 'the quick brown register 7',
    pin: '402917',
  },
  site: {
    name: 'Harrow Bay',
    registrant: 'Vance, Rita MD',
    address: '12 Alder Way\nHarrow Bay, FL 33999',
    deaNumber: 'BV1234563',
    registrationExpires: '2028-12-31',
    businessActivity: 'Practitioner',
    schedules: ['III', 'IIIN'],
    zone: 'America/New_York',
    locations: [{ id: 'safe', name: 'Safe' }],
  },
} as const satisfies Json;
