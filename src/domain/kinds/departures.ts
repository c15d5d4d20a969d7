import { cellKey } from '../book.js';
import type { Condition } from '../stock/container.js';
import { containerAccount } from '../custody.js';
import {
  awaiting,
  lateWitness,
  present,
  refuse,
  requireSite,
  secondSignature,
  settle,
} from '../decision.js';
import type { Context, Decision } from '../decision.js';
import { departOf, departureKeys, departureStocks, refuseTwice } from '../stock/departing.js';
import type { Departure } from '../stock/departure.js';
import type { Departing } from '../stock/departing.js';
import { businessDateOf } from '../measures/instant.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import type { Signature } from '../person.js';
import { isPast } from '../policy.js';
import type { Supplier, SupplierFacts } from '../product.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type {
  DisposalRequest,
  DisposalReturnedRequest,
  ReturnToSupplierRequest,
  SampleRequest,
} from '../request.js';
import type { SupplierId } from '../ids.js';
import { locationOf } from '../stock/stock.js';
import { sampleFrom, sampleKeys, sampleStocks } from '../stock/sample.js';

/**
 * Inventory is destroyed on site or handed to a reverse distributor, before two employees (21 CFR 1317.95). Waste of what
 * was drawn for a patient is another thing and never comes here.
 */
export const disposal: KindRules<'disposal'> = {
  right: 'dispose',
  reads: ({ lines }) => cells(REGISTER, POLICIES, ...departureKeys(lines)),
  readsFurther: ({ lines }, book) => cells(...departureStocks(lines, book)),
  decide: (request, context) => {
    refuseTwice(request.lines);
    const recipient = recipientOfDisposal(request, context);
    const to = request.way === 'destroyed-on-site' ? 'destroyed' : 'reverse-distributor';
    const second = secondPerson(context);
    if (to === 'destroyed' && second?.seen.includes('destruction') === false)
      refuse('disposal.destruction-not-seen', { person: second.person });
    const parts = departOf(request.lines, to, { context, occurredAt: request.occurredAt });
    const isUnpapered = recipient !== null && request.manifest === null;
    return settleDeparture(request, context, {
      parts,
      second,
      departure: {
        to,
        method: request.method,
        recipient: factsOf(recipient),
        taker: null,
        reference: request.manifest,
        file: request.file,
      },
      objections: [
        ...recipientObjections(recipient, request, context),
        ...(isUnpapered ? [objection('departure.reference-missing')] : []),
      ],
    });
  },
};

/** Recalled or unwanted stock goes back to the registrant it came from (21 CFR 1317.05). */
export const returnToSupplier: KindRules<'return-to-supplier'> = {
  right: 'dispose',
  reads: ({ lines }) => cells(REGISTER, POLICIES, ...departureKeys(lines)),
  readsFurther: ({ lines }, book) => cells(...departureStocks(lines, book)),
  decide: (request, context) => {
    refuseTwice(request.lines);
    const recipient = partnerOf(request.supplier, context);
    const parts = departOf(request.lines, 'returned-to-supplier', {
      context,
      occurredAt: request.occurredAt,
    });
    return settleDeparture(request, context, {
      parts,
      second: secondPerson(context),
      departure: {
        to: 'returned-to-supplier',
        method: null,
        recipient: factsOf(recipient),
        taker: null,
        reference: request.authorisation,
        file: request.file,
      },
      objections: [
        ...recipientObjections(recipient, request, context),
        ...(request.authorisation === null ? [objection('departure.reference-missing')] : []),
      ],
    });
  },
};

/** Drug that an authority took, or that went for assay: whole containers, or a quantity drawn from one. */
export const sample: KindRules<'sample'> = {
  right: 'dispose',
  reads: ({ lines, drawn }) =>
    cells(REGISTER, POLICIES, ...departureKeys(lines), ...sampleKeys(drawn)),
  readsFurther: ({ lines, drawn }, book) =>
    cells(...departureStocks(lines, book), ...sampleStocks(drawn, book)),
  decide: (request, context) => {
    refuseTwice([...request.lines, ...request.drawn]);
    const whole = departOf(request.lines, 'authority', {
      context,
      occurredAt: request.occurredAt,
    });
    const part = sampleFrom(request, context, request.lines.length);
    return settleDeparture(request, context, {
      parts: {
        movements: [...whole.movements, ...part.movements],
        states: [...whole.states, ...part.states],
        lines: [...whole.lines, ...part.lines],
      },
      second: secondPerson(context),
      departure: {
        to: 'authority',
        method: null,
        recipient: null,
        taker: request.taker,
        reference: request.receipt,
        file: request.file,
      },
      objections: [
        ...part.objections,
        ...(request.receipt === null ? [objection('departure.reference-missing')] : []),
      ],
    });
  },
};

/** A refused parcel comes back: into custody again, quarantined, in the column of what comes in (chart column 4). */
export const disposalReturned: KindRules<'disposal-returned'> = {
  right: 'dispose',
  reads: ({ line, containers }) =>
    cells(
      REGISTER,
      POLICIES,
      cellKey('departure', String(line)),
      ...containers.map((id) => cellKey('condition', id)),
    ),
  decide: (request, context) => {
    refuseTwice(request.containers.map((container) => ({ container })));
    const before = present(
      context.book.find('departure', String(request.line)),
      'departure.unknown',
      { line: request.line },
    );
    if (before.to !== 'reverse-distributor')
      refuse('disposal.not-handed-over', { line: request.line });
    const location = locationOf(context, request.location);
    const second = secondPerson(context);
    const back = backOf(request, before, context);
    const states = back.map(({ condition }): Condition => ({
      ...condition,
      location,
      status: condition.openedAt === null ? 'sealed' : 'open',
      quarantine: 'awaiting-disposal',
    }));
    const lines = before.lines.map((line) =>
      request.containers.includes(line.container) ? { ...line, returned: true } : line,
    );
    return settle(request, context, {
      movements: back
        .filter(({ line }) => line.quantity > 0n)
        .map(({ line: { container, quantity, item } }) => ({
          from: 'reverse-distributor',
          to: containerAccount(container),
          quantity,
          item,
        })),
      states: [...states, { ...before, lines }, ...owedTo(second, request, context)],
      objections: peopleObjections(second, request, context),
    });
  },
};

function backOf(request: DisposalReturnedRequest, before: Departure, context: Context) {
  return request.containers.map((container) => {
    const facts = { line: request.line, container };
    const line = present(
      before.lines.find((each) => each.container === container),
      'disposal.not-in-parcel',
      facts,
    );
    if (line.returned) refuse('disposal.already-returned', facts);
    return {
      line,
      condition: present(context.book.find('condition', container), 'container.unknown', facts),
    };
  });
}

type AnyDeparture =
  DisposalRequest | DisposalReturnedRequest | ReturnToSupplierRequest | SampleRequest;

const secondPerson = (context: Context): Signature | undefined =>
  secondSignature(context, ['witnessed']);

/** Never intended by one person alone; what was done alone is recorded, flagged, and awaits who can say what they saw. */
function peopleObjections(
  second: Signature | undefined,
  request: AnyDeparture,
  context: Context,
): readonly Objection[] {
  return [
    ...(second === undefined ? [objection('departure.needs-second-person')] : []),
    ...lateWitness(request, second, context),
  ];
}

const owedTo = (second: Signature | undefined, request: AnyDeparture, context: Context) =>
  second === undefined ? [awaiting(context, request, 'witness')] : [];

function settleDeparture(
  request: Exclude<AnyDeparture, DisposalReturnedRequest>,
  context: Context,
  found: {
    readonly parts: Departing;
    readonly second: Signature | undefined;
    readonly departure: Omit<Departure, 'noun' | 'id' | 'at' | 'lines'>;
    readonly objections: readonly Objection[];
  },
): Decision {
  const { parts, second } = found;
  const departure: Departure = {
    noun: 'departure',
    id: String(context.seq),
    at: request.occurredAt,
    ...found.departure,
    lines: parts.lines,
  };
  return settle(request, context, {
    movements: parts.movements,
    states: [...parts.states, departure, ...owedTo(second, request, context)],
    objections: [...found.objections, ...peopleObjections(second, request, context)],
  });
}

/** A hand-over names whom; a destruction says how. */
function recipientOfDisposal(request: DisposalRequest, context: Context): Supplier | null {
  const { way, method, recipient } = request;
  if (way === 'destroyed-on-site') {
    if (method === null || recipient !== null) refuse('disposal.way-unclear', { way });
    return null;
  }
  if (method !== null || recipient === null) refuse('disposal.way-unclear', { way });
  return partnerOf(recipient, context);
}

const partnerOf = (supplier: SupplierId, context: Context): Supplier =>
  present(context.organisation.suppliers.get(supplier), 'supplier.unknown', { supplier });

/** Both parties are registered on the day (21 CFR 1304.22(c)). */
function recipientObjections(
  recipient: Supplier | null,
  request: AnyDeparture,
  context: Context,
): readonly Objection[] {
  if (recipient === null) return [];
  const on = businessDateOf(request.occurredAt, requireSite(context).zone);
  return [
    ...(recipient.status === 'withdrawn' ? [objection('supplier.withdrawn', recipient.id)] : []),
    ...(isPast(recipient.registrationExpires, on)
      ? [
          objection('supplier.registration-expired', recipient.id, {
            expired: recipient.registrationExpires,
          }),
        ]
      : []),
  ];
}

function factsOf(supplier: Supplier | null): SupplierFacts | null {
  if (supplier === null) return null;
  const { name, address, deaNumber, registrationExpires } = supplier;
  return { name, address, deaNumber, registrationExpires };
}
