import { BREAKAGE_CAUSES } from '../../src/domain/stock/container.js';
import {
  DEPARTURE_CAUSES,
  RECEIVING_UNITS,
  SEAL_STATES,
} from '../../src/domain/bedside/bedside.js';
import { asId } from '../../src/domain/ids.js';
import { WASTE_MANNERS, WASTE_REASONS } from '../../src/domain/bedside/infusion.js';
import { ZERO } from '../../src/domain/measures/quantity.js';
import type {
  BreakageRequest,
  HandOffRequest,
  HandOverRequest,
  HoldRequest,
  ReleaseHoldRequest,
} from '../../src/domain/request.js';
import { hyphened } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { amountsOf, left, preparationNamed } from './scenario-infusion-sentences.js';
import { Remarks } from './scenario-remarks.js';
import type { Saying, SentenceForm } from './scenario-sentences.js';
import { part, volume } from './scenario-stage.js';
import type { Parts } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

/** Sentences about drug that changes hands, waits in a sealed bag, leaves with a patient, or breaks. */
export const CUSTODY_SENTENCES: readonly SentenceForm[] = [
  { form: /^seals (?<what>.+) in tamper bag (?<bag>.+) as (?<why>.+)$/, says: seal },
  {
    form: /^opens tamper bag (?<bag>.+) and (?<end>wastes it into (?<manner>.+)|returns it)$/,
    says: open,
  },
  { form: /^hands (?!.* over to )(?<what>.+) to (?<person>[A-Z].+)$/, says: handOff },
  {
    form: /^hands over (?<what>.+) to the (?<unit>.+) as (?<cause>\w+) for (?<order>.+)$/,
    says: handOver,
  },
  {
    form: /^returns (?<containers>.+) to the (?<location>.+)$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'return-to-stock',
      containers: splitAnd(part(parts, 'containers')).map((name) => stage.container(name)),
      location: asId(part(parts, 'location')),
    }),
  },
  { form: /^finds (?<what>.+) broken as (?<cause>.+)$/, says: breakage },
];

/** "seals the rest of bag 1 in tamper bag T-1041 (in the safe) as infusion stopped" */
async function seal(parts: Parts, { head, stage }: Saying): Promise<HoldRequest> {
  const remarks = new Remarks(part(parts, 'bag'));
  const { bag = '' } = remarks.match(/^(?<bag>\S+)$/);
  const location = remarks.need(/^in the (.+)$/);
  const base = {
    ...head,
    kind: 'hold' as const,
    bag: asId(bag),
    location: asId(location),
    lines: [],
    preparation: null,
    why: oneOf(WASTE_REASONS, hyphened(part(parts, 'why'))),
  };
  const what = part(parts, 'what');
  const rest = /^the rest of (.+)$/.exec(what)?.[1];
  if (rest === undefined) return remarks.done({ ...base, lines: amountsOf(what, stage) });
  const prepared = await preparationNamed(rest, stage);
  if (prepared !== undefined) return remarks.done({ ...base, preparation: prepared.id });
  const lines = [];
  for (const name of splitAnd(rest)) {
    const draw = stage.draw(name);
    lines.push({ draw, quantity: await left(draw, stage) });
  }
  return remarks.done({ ...base, lines });
}

/** "opens tamper bag T-1041 (seal broken, found 10 mL) and wastes it into rx destroyer" */
function open(parts: Parts, { head }: Saying): ReleaseHoldRequest {
  const remarks = new Remarks(part(parts, 'bag'));
  const { bag = '' } = remarks.match(/^(?<bag>\S+)$/);
  const found = remarks.take(/^found (\S+) mL$/);
  const manner = parts['manner'];
  return remarks.done({
    ...head,
    kind: 'release-hold',
    bag: asId(bag),
    end: part(parts, 'end') === 'returns it' ? 'returned' : 'wasted',
    seal: oneOf(SEAL_STATES, remarks.take(/^seal (\w+)$/) ?? 'intact'),
    found: found === undefined ? null : volume(found),
    manner: manner === undefined ? null : oneOf(WASTE_MANNERS, hyphened(manner)),
  });
}

async function handOff(parts: Parts, { head, stage }: Saying): Promise<HandOffRequest> {
  const names = splitAnd(part(parts, 'what'));
  const prepared = await preparationNamed(names[0] ?? '', stage);
  return {
    ...head,
    kind: 'hand-off',
    draws: prepared === undefined ? names.map((name) => stage.draw(name)) : [],
    preparation: prepared?.id ?? null,
    to: stage.person(part(parts, 'person')),
  };
}

/** "hands over 40 mL of bag 1 to the ambulance as transferred for order 1" */
async function handOver(parts: Parts, { head, stage }: Saying): Promise<HandOverRequest> {
  const what = part(parts, 'what');
  const base = {
    ...head,
    kind: 'hand-over' as const,
    order: stage.order(part(parts, 'order')),
    cause: oneOf(DEPARTURE_CAUSES, part(parts, 'cause')),
    unit: oneOf(RECEIVING_UNITS, hyphened(part(parts, 'unit'))),
    preparation: null,
    lines: [],
  };
  const [, amount = '', name = ''] = /^(\S+) mL of (\S+ \S+)$/.exec(what) ?? [];
  const prepared = name === '' ? undefined : await preparationNamed(name, stage);
  return prepared === undefined
    ? { ...base, lines: amountsOf(what, stage) }
    : { ...base, preparation: { id: prepared.id, left: volume(amount) } };
}

/** "finds vial A (3.500 mL saved) and vial B (nothing saved) broken as dropped" */
function breakage(parts: Parts, { head, stage }: Saying): BreakageRequest {
  return {
    ...head,
    personal: [{ field: 'circumstances', value: 'It fell off the cart.', retention: 'case' }],
    kind: 'breakage',
    cause: oneOf(BREAKAGE_CAUSES, part(parts, 'cause')),
    lines: splitAnd(part(parts, 'what')).map((each) => {
      const remarks = new Remarks(each);
      const { name = '' } = remarks.match(/^(?<name>.+)$/);
      const saved = remarks.need(/^(\S+)(?: mL)? saved$/);
      const recovered = saved === 'nothing' ? ZERO : volume(saved);
      return remarks.done({ container: stage.container(name), recovered });
    }),
  };
}
