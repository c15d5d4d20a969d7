import { inProcessAccount } from '../../src/domain/custody.js';
import { asId } from '../../src/domain/ids.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import type { DrawId, OrderId, PreparationId } from '../../src/domain/ids.js';
import {
  ADDRESS_UNKNOWN_REASONS,
  ROUTES,
  WASTE_MANNERS,
  WASTE_REASONS,
} from '../../src/domain/bedside/infusion.js';
import type { Preparation } from '../../src/domain/bedside/infusion.js';
import { ADDRESS_FIELD, WEIGHT_FIELD } from '../../src/domain/kinds/infusion-order.js';
import { ZERO } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import type {
  AdministrationRequest,
  DrawRequest,
  InfusionOrderRequest,
  PersonalField,
  SiteLedgerRequest,
  WasteRequest,
} from '../../src/domain/request.js';
import { hyphened } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { Remarks } from './scenario-remarks.js';
import type { Saying, SentenceForm } from './scenario-sentences.js';
import { mass, part, volume } from './scenario-stage.js';
import type { Parts, Stage } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

/** Sentences about one patient's drug: ordered, drawn, prepared, given, wasted. */
export const INFUSION_SENTENCES: readonly SentenceForm[] = [
  { form: /^orders (?<dose>\S+) mg for (?<patient>.+)$/, says: order },
  { form: /^changes (?<order>.+) to (?<dose>\S+) mg for (?<patient>.+)$/, says: change },
  { form: /^cancels (?<order>.+)$/, says: cancel },
  {
    form: /^closes (?<order>(?:unknown )?order.*)$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'order-close',
      order: stage.order(part(parts, 'order')),
    }),
  },
  {
    form: /^draws (?<lines>.+) for (?<order>.+)$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'draw',
      order: stage.order(part(parts, 'order')),
      ...takenFrom(splitAnd(part(parts, 'lines')), stage),
    }),
  },
  {
    form: /^prepares a (?<vessel>bag|syringe) of (?<total>\S+) mL from (?<draws>.+?)(?: for (?<order>.+))?$/,
    says: async (parts, { head, stage }) => {
      const draws = splitAnd(part(parts, 'draws')).map((name) => stage.draw(name));
      return {
        ...head,
        kind: 'preparation',
        order: await orderFor(parts, draws[0], stage),
        draws,
        vessel: oneOf(['bag', 'syringe'], part(parts, 'vessel')),
        diluent: '0.9 % sodium chloride',
        totalVolume: volume(part(parts, 'total')),
        volumeIs: 'stated',
      };
    },
  },
  {
    form: /^gives all of (?<what>.+?)(?: for (?<order>.+))?$/,
    says: (parts, saying) => giving('completed', parts, saying),
  },
  {
    form: /^gives (?<amounts>\S+ mL of .+?)(?: for (?<order>.+))?$/,
    says: (parts, saying) => giving('completed', parts, saying),
  },
  {
    form: /^stops (?<what>.+) after (?<amount>\S+) mL(?: for (?<order>.+))?$/,
    says: (parts, saying) => giving('stopped', parts, saying),
  },
  {
    form: /^does not give (?<what>.+?)(?: for (?<order>.+))?$/,
    says: (parts, saying) => giving('not-given', parts, saying),
  },
  { form: /^wastes (?<what>.+?) as (?<why>.+?)(?: into (?<manner>.+))?$/, says: waste },
];

/** "orders 35 mg for Adam (70 kg, 0.5 mg/kg, infusion 1 of 6, address missing)" */
async function order(parts: Parts, { head, stage }: Saying): Promise<InfusionOrderRequest> {
  const remarks = new Remarks(part(parts, 'patient'));
  const { patient = '' } = remarks.match(/^(?<patient>.+)$/);
  const kilograms = remarks.take(/^(\S+) kg$/);
  const perKilogram = remarks.take(/^(\S+) mg\/kg$/);
  const series = /^(\d+) of (\d+)$/.exec(remarks.take(/^infusion (\d+ of \d+)$/) ?? '');
  const drug = remarks.take(/^from (.+)$/);
  const planned = remarks.take(/^planned for (\S+)$/);
  const prescriber = remarks.take(/^ordered by (.+)$/);
  const unknown = remarks.take(/^address unknown: (.+)$/);
  const isMissing = remarks.has('address missing');
  const personal: PersonalField[] = [patientField('patient.name', patient)];
  if (!isMissing && unknown === undefined)
    personal.push(patientField(ADDRESS_FIELD, PATIENT_ADDRESS));
  if (kilograms !== undefined) personal.push(patientField(WEIGHT_FIELD, String(volume(kilograms))));
  return remarks.done({
    ...head,
    personal,
    kind: 'infusion-order',
    act: 'ordered',
    order: null,
    patient: asId(await stage.patient(patient)),
    addressUnknown:
      unknown === undefined ? null : oneOf(ADDRESS_UNKNOWN_REASONS, hyphened(unknown)),
    orderedBy: stage.person(prescriber ?? 'Rita Vance'),
    given: remarks.has('verbal') ? 'verbal' : 'written',
    route: oneOf(ROUTES, hyphened(remarks.take(/^by (.+)$/) ?? 'iv infusion')),
    dose: mass(part(parts, 'dose')),
    dosePerKilogram: perKilogram === undefined ? null : Number(volume(perKilogram)),
    minutes: Number(remarks.take(/^(\d+) minutes$/) ?? 40),
    diluent: '0.9 % sodium chloride',
    series: series === null ? null : { number: Number(series[1]), of: Number(series[2]) },
    item: drug === undefined ? null : stage.item(drug),
    plannedFor: planned === undefined ? null : businessDate(planned),
  });
}

/** "changes order 1 to 40 mg for Adam (70 kg)": every term is stated anew. */
async function change(parts: Parts, saying: Saying): Promise<InfusionOrderRequest> {
  const stated = await order(parts, saying);
  const id = saying.stage.order(part(parts, 'order'));
  const personal = stated.personal.filter(({ field }) => field === WEIGHT_FIELD);
  return { ...stated, personal, act: 'changed', order: id, addressUnknown: null };
}

/** Where every patient of a scenario lives, unless it says otherwise. */
export const PATIENT_ADDRESS = '12 Lake Street, Ithaca, NY 14850';

const patientField = (field: string, value: string): PersonalField => ({
  field,
  value,
  retention: 'patient',
});

async function cancel(parts: Parts, { head, stage }: Saying): Promise<InfusionOrderRequest> {
  const id = stage.order(part(parts, 'order'));
  const before = await stage.driver.cell('order', id);
  return {
    ...head,
    kind: 'infusion-order',
    act: 'cancelled',
    order: id,
    patient: before?.patient ?? asId('nobody'),
    addressUnknown: null,
    orderedBy: before?.orderedBy ?? stage.person('Rita Vance'),
    given: 'written',
    route: before?.route ?? 'iv-infusion',
    dose: before?.dose ?? mass('0'),
    dosePerKilogram: before?.dosePerKilogram ?? null,
    minutes: before?.minutes ?? null,
    diluent: before?.diluent ?? null,
    series: before?.series ?? null,
    item: before?.item ?? null,
    plannedFor: before?.plannedFor ?? null,
  };
}

/** The order that a sentence names, or that of the draw it is about. */
async function orderFor(parts: Parts, draw: DrawId | undefined, stage: Stage): Promise<OrderId> {
  if (parts['order'] !== undefined) return stage.order(parts['order']);
  const found = draw === undefined ? undefined : await stage.driver.cell('draw', draw);
  return found?.order ?? asId('999');
}

export const left = async (draw: DrawId, stage: Stage): Promise<Quantity> =>
  (await stage.driver.cell('account', inProcessAccount(draw)))?.quantity ?? ZERO;

/** The bag or syringe of that name, where the name is not a draw's. */
export async function preparationNamed(
  name: string,
  stage: Stage,
): Promise<Preparation | undefined> {
  return stage.driver.cell('preparation', stage.preparation(name));
}

async function giving(
  outcome: AdministrationRequest['outcome'],
  parts: Parts,
  { head, additions, stage }: Saying,
): Promise<AdministrationRequest> {
  const about = await givingOf(outcome, parts, stage);
  const first = about.lines[0]?.draw ?? about.draw;
  const { preparation, lines } = about;
  return {
    ...head,
    kind: 'administration',
    order: await orderFor(parts, first, stage),
    outcome,
    preparation,
    lines,
    startedAt: additions.begunAt,
  };
}

async function givingOf(
  outcome: AdministrationRequest['outcome'],
  parts: Parts,
  stage: Stage,
): Promise<
  Pick<AdministrationRequest, 'preparation' | 'lines'> & { readonly draw: DrawId | undefined }
> {
  if (parts['amounts'] !== undefined) {
    const lines = amountsOf(parts['amounts'], stage);
    return { preparation: null, lines, draw: undefined };
  }
  const names = splitAnd(part(parts, 'what'));
  const [name = ''] = names;
  const amount = parts['amount'] === undefined ? undefined : volume(parts['amount']);
  const prepared = await preparationNamed(name, stage);
  if (prepared !== undefined || name.startsWith('unknown bag')) {
    const all = outcome === 'not-given' ? ZERO : (prepared?.totalVolume ?? volume('1'));
    const id: PreparationId = prepared?.id ?? stage.preparation(name);
    return {
      preparation: { id, infused: amount ?? all },
      lines: [],
      draw: prepared?.draws[0],
    };
  }
  const lines = [];
  for (const each of names) {
    const draw = stage.draw(each);
    const given = outcome === 'not-given' ? ZERO : (amount ?? (await left(draw, stage)));
    lines.push({ draw, quantity: given });
  }
  return { preparation: null, lines, draw: undefined };
}

/** "0.400 mL of draw 1 and 0.100 mL of draw 2" */
export function amountsOf(
  text: string,
  stage: Stage,
): readonly { readonly draw: DrawId; readonly quantity: Quantity }[] {
  return splitAnd(text).map((each) => {
    const { amount = '', draw = '' } = new Remarks(each).match(
      /^(?<amount>\S+) mL of (?<draw>.+)$/,
    );
    return { draw: stage.draw(draw), quantity: volume(amount) };
  });
}

/** "wastes the rest of bag 1", "wastes 0.280 mL of draw 1", "wastes the remainder of vial A" */
async function waste(parts: Parts, { head, stage }: Saying): Promise<WasteRequest> {
  const what = part(parts, 'what');
  const base = {
    ...head,
    kind: 'waste',
    lines: [],
    preparation: null,
    container: null,
    why: oneOf(WASTE_REASONS, hyphened(part(parts, 'why'))),
    manner: oneOf(WASTE_MANNERS, hyphened(parts['manner'] ?? 'rx destroyer')),
  } as const satisfies SiteLedgerRequest;
  const remainder = /^the remainder of (.+)$/.exec(what)?.[1];
  if (remainder !== undefined) return { ...base, container: stage.container(remainder) };
  const rest = /^the rest of (.+)$/.exec(what)?.[1];
  if (rest === undefined) return { ...base, lines: amountsOf(what, stage) };
  const prepared = await preparationNamed(rest, stage);
  if (prepared !== undefined || rest.startsWith('unknown bag'))
    return { ...base, preparation: prepared?.id ?? stage.preparation(rest) };
  const lines = [];
  for (const name of splitAnd(rest)) {
    const draw = stage.draw(name);
    lines.push({ draw, quantity: await left(draw, stage) });
  }
  return { ...base, lines };
}

/** "0.700 mL from vial A (lot K2, with a syringe of 3 mL)" */
function takenFrom(texts: readonly string[], stage: Stage): Pick<DrawRequest, 'lines' | 'stated'> {
  const taken = texts.map((text) => {
    const remarks = new Remarks(text);
    const { amount = '', container = '' } = remarks.match(
      /^(?<amount>\S+) mL from (?<container>.+)$/,
    );
    const lot = remarks.take(/^lot (\S+)$/) ?? null;
    const size = remarks.take(/^with a syringe of (\S+) mL$/);
    const syringe = size === undefined ? null : volume(size);
    const id = stage.container(container);
    return remarks.done({ container: id, quantity: volume(amount), lot, syringe });
  });
  return {
    lines: taken.map(({ container, quantity }) => ({ container, quantity })),
    stated: taken
      .filter(({ lot, syringe }) => lot !== null || syringe !== null)
      .map(({ container, lot, syringe }) => ({ container, lot, syringe })),
  };
}
