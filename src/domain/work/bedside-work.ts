import type { Hold } from '../bedside/bedside.js';
import { rightToSettle } from '../kinds/countersign.js';
import type { LineStanding } from '../entry.js';
import type { Draw, InfusionOrder } from '../bedside/infusion.js';
import type { PersonId } from '../ids.js';
import { plus } from '../measures/instant.js';
import type { Instant } from '../measures/instant.js';
import type { Right } from '../person.js';
import { clockOf, dateAt, endOfBusinessDay, NO_DEADLINE } from './work-clock.js';
import type { WorkCalendar } from './work-clock.js';
import { anyWith, HOUSE_POLICY_WORDS } from './work-item.js';
import type { WorkItem, WorkKind } from './work-item.js';

/** What the bedside left open: lines that owe a signature, drug in hands and in bags, orders that nobody has begun. */
export interface BedsideFacts {
  readonly witnessWindowMinutes: number;
  readonly awaiting: readonly LineStanding[];
  /** Draws with something in process. */
  readonly draws: readonly Draw[];
  readonly bags: readonly Hold[];
  readonly orders: readonly { readonly order: InfusionOrder; readonly orderedAt: Instant }[];
  readonly hasRight: (person: PersonId, right: Right) => boolean;
}

export function bedsideWork(facts: BedsideFacts, calendar: WorkCalendar): readonly WorkItem[] {
  const byDayEnd = (at: Instant) =>
    clockOf(endOfBusinessDay(dateAt(at, calendar), calendar), 0, calendar);
  return [
    ...facts.awaiting.flatMap((line) => unsigned(line, facts, calendar)),
    ...facts.draws.map((draw): WorkItem => ({
      key: `in-process:${draw.id}`,
      kind: 'in-process',
      subject: { type: 'draw', id: draw.id },
      says: `Drug of draw ${draw.id} is in process: give, waste, hold or hand it over.`,
      since: draw.drawnAt,
      clock: byDayEnd(draw.drawnAt),
      basis: HOUSE_POLICY_WORDS,
      who: { ...anyWith('administer', 'waste'), persons: [draw.holder] },
      door: null,
    })),
    ...facts.bags.map((bag): WorkItem => ({
      key: `held-bag:${bag.id}`,
      kind: 'held-bag',
      subject: { type: 'bag', id: bag.id },
      says: `Bag ${bag.id} waits sealed for a witness.`,
      since: bag.sealedAt,
      clock: byDayEnd(bag.sealedAt),
      basis: HOUSE_POLICY_WORDS,
      who: anyWith('waste', 'witness'),
      door: 'holds/openings',
    })),
    ...facts.orders.flatMap((order) => orderWork(order, facts, calendar)),
  ];
}

/** An order that nobody has begun, or that is begun and of which nothing is in hands any more. */
function orderWork(
  { order, orderedAt }: BedsideFacts['orders'][number],
  { draws }: BedsideFacts,
  calendar: WorkCalendar,
): readonly WorkItem[] {
  const isBegun = order.draws.length > 0;
  // What is in process is work of its own; it comes first.
  if (draws.some((draw) => draw.order === order.id)) return [];
  const dayEnd = endOfBusinessDay(dateAt(orderedAt, calendar), calendar);
  const item = {
    subject: { type: 'order', id: order.id },
    since: orderedAt,
    clock: clockOf(dayEnd, 0, calendar),
    basis: HOUSE_POLICY_WORDS,
  } as const;
  return [
    isBegun
      ? {
          ...item,
          key: `order-close:${order.id}`,
          kind: 'order-close',
          says: `Nothing of order ${order.id} is in process any more: record its end, or draw what it still needs.`,
          who: anyWith('order'),
          door: 'infusion-orders/closings',
        }
      : {
          ...item,
          key: `infusion-order:${order.id}`,
          kind: 'infusion-order',
          says: `Nothing was drawn yet for order ${order.id}: begin it or cancel it.`,
          who: anyWith('draw', 'order'),
          door: 'draws',
        },
  ];
}

interface Signing {
  readonly kind: WorkKind;
  readonly says: string;
  readonly due: Instant | null;
}

function unsigned(
  line: LineStanding,
  { witnessWindowMinutes, hasRight }: BedsideFacts,
  calendar: WorkCalendar,
): readonly WorkItem[] {
  const { awaiting, performer, occurredAt } = line;
  if (awaiting === null) return [];
  const dayEnd = endOfBusinessDay(dateAt(occurredAt, calendar), calendar);
  const { kind, says, due } = signingOf(
    { ...line, awaiting },
    {
      window: plus(occurredAt, { minutes: witnessWindowMinutes }),
      dayEnd,
    },
  );
  return [
    {
      key: `${kind}:${line.id}`,
      kind,
      subject: { type: 'line', id: line.id },
      says,
      since: occurredAt,
      clock: due === null ? NO_DEADLINE : clockOf(due, 0, calendar),
      basis: HOUSE_POLICY_WORDS,
      who: {
        ...anyWith(rightToSettle({ ...line, awaiting }, hasRight)),
        except: performer === 'system' ? [] : [performer],
      },
      door: 'countersignatures',
    },
  ];
}

function signingOf(
  {
    id,
    kind,
    awaiting,
  }: LineStanding & { readonly awaiting: NonNullable<LineStanding['awaiting']> },
  due: { readonly window: Instant; readonly dayEnd: Instant },
): Signing {
  switch (awaiting) {
    case 'witness':
      return {
        kind: 'witness',
        says: `Line ${id} (${kind}) awaits a second person who says what they saw.`,
        due: due.window,
      };
    case 'verification':
      return {
        kind: 'receipt-verification',
        says: `The receipt on line ${id} awaits its second count.`,
        due: due.dayEnd,
      };
    case 'approval':
      return kind === 'reconciliation'
        ? {
            kind: 'reconciliation-signature',
            says: `The reconciliation on line ${id} awaits its second signature.`,
            due: null,
          }
        : {
            kind: 'correction-approval',
            says: `The correction on line ${id} counts and awaits approval.`,
            due: null,
          };
    case 'review':
      return {
        kind: 'hand-over-review',
        says: `The hand-over on line ${id} awaits its review.`,
        due: due.dayEnd,
      };
  }
}
