import { millilitres, now, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import type { Colleague } from './cast.js';
import type { Json } from './desk.js';
import { measure, RESOLUTION } from './vials.js';
import type { Vial } from './vials.js';
import type { Answered, Count } from './way-in.js';

/** Days on which two people count, blind to each other. */
export const BY_TWO = { from: 11, until: 13 } as const;

/** Who counts beside the first one today, where the clinic's policy asks for it. */
export const apart = (
  { day }: Clinic,
  counter: Colleague['key'],
  others: readonly Colleague['key'][],
): Pick<Count, 'apart'> => {
  const other = others.find((each) => each !== counter);
  return day >= BY_TWO.from && day < BY_TWO.until && other !== undefined ? { apart: other } : {};
};

/** A blind count of a storage location. What does not fit is counted again before the count becomes a line. */
export function count(clinic: Clinic, counter: Colleague['key'], what: Count): Promise<Answered> {
  clinic.stop.throwIfAborted();
  const found = what.location === 'safe' ? inTheSafe : inTheCabinet;
  return clinic.way.count(counter, what, {
    between: (minutes) => until(clinic, clinic.minute + minutes),
    find: () => ({ ...found(clinic) }),
    tell: (figures) => ({
      ...now(clinic),
      ...figures,
      ...(what.type === 'inspection' ? { investigators: investigators(clinic) } : {}),
    }),
  });
}

/** Inspectors count beside the clinic, and find the same. */
const investigators = (clinic: Clinic) => {
  const { sealed, quarantined, open } = inTheSafe(clinic);
  return {
    agency: 'State Board of Pharmacy',
    who: 'I. Calder, badge 4417',
    sealed,
    quarantined,
    open: open.map(({ container, quantity }) => ({ container, quantity })),
  };
};

/** What was found at one storage location. */
interface Figures {
  readonly sealed: readonly Json[];
  readonly quarantined: readonly Json[];
  readonly open: readonly (Measured & { readonly container: string })[];
}

/** What somebody measured of an opened vial. */
interface Measured {
  readonly [key: string]: Json;
  readonly quantity: Json;
}

/** What people find in the safe. */
export const inTheSafe = (clinic: Clinic): Figures => ({
  sealed: clinic.products.map(({ id, item }) => ({
    item,
    containers: clinic.sealed.get(id)?.length ?? 0,
  })),
  quarantined: setApart(clinic).map(({ item, containers }) => ({ item, containers })),
  open: [...clinic.open.values(), ...clinic.quarantined].map((vial) => ({
    container: vial.id,
    ...measured(clinic, vial),
  })),
});

/** What people find in the cabinet of the treatment room: nothing is opened there. */
export const inTheCabinet = (clinic: Clinic): Figures => ({
  sealed: clinic.products.map(({ id, item }) => ({
    item,
    containers: clinic.cabinet.filter(({ product }) => product === id).length,
  })),
  quarantined: [],
  open: [],
});

/** Sealed vials of each item that are set apart, by reason. */
export const setApart = ({ products, apart }: Clinic) =>
  products
    .map(({ id, item }) => ({ item, own: apart.filter(({ vial }) => vial.product === id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ item, own }) => ({
      item,
      containers: own.length,
      reasons: [...new Set(own.map(({ why }) => why))].map((why) => ({
        why,
        containers: own.filter((each) => each.why === why).length,
      })),
    }));

export const measured = (clinic: Clinic, vial: Vial): Measured => ({
  quantity: millilitres(measure(vial, clinic.chance)),
  method: 'measured',
  resolution: millilitres(RESOLUTION),
});
