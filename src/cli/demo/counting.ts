import { millilitres, now, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import type { Colleague } from './cast.js';
import type { Json } from './desk.js';
import { measure, RESOLUTION } from './vials.js';
import type { Vial } from './vials.js';
import type { Answered, Count } from './way-in.js';

/** A blind count of a storage location. What does not fit is counted again before the count becomes a line. */
export function count(clinic: Clinic, counter: Colleague['key'], what: Count): Promise<Answered> {
  clinic.stop.throwIfAborted();
  const found = what.location === 'safe' ? inTheSafe : inTheCabinet;
  return clinic.way.count(counter, what, {
    between: (minutes) => until(clinic, clinic.minute + minutes),
    tally: () => ({ ...now(clinic), ...found(clinic) }),
  });
}

/** What people find in the safe. */
export const inTheSafe = (clinic: Clinic) => ({
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
export const inTheCabinet = (clinic: Clinic) => ({
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

/** What somebody measures of an opened vial. */
export const measured = (clinic: Clinic, vial: Vial): { readonly [key: string]: Json } => ({
  quantity: millilitres(measure(vial, clinic.chance)),
  method: 'measured',
  resolution: millilitres(RESOLUTION),
});
