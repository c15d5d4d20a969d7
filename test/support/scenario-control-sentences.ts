import { CAUSE_CATEGORIES } from '../../src/domain/findings/discrepancy.js';
import { asId } from '../../src/domain/ids.js';
import type { LeafHash } from '../../src/domain/ids.js';
import { ADDRESS_UNKNOWN_REASONS } from '../../src/domain/bedside/infusion.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { ADDRESS_FIELD } from '../../src/domain/kinds/infusion-order.js';
import { units, ZERO } from '../../src/domain/measures/quantity.js';
import type {
  CorrectionChange,
  CorrectionRequest,
  DiscrepancyRequest,
  SiteLedgerRequest,
} from '../../src/domain/request.js';
import { hyphened, seenOf } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { amountsOf, PATIENT_ADDRESS } from './scenario-infusion-sentences.js';
import { Remarks } from './scenario-remarks.js';
import type { Saying, SentenceForm } from './scenario-sentences.js';
import { part, volume } from './scenario-stage.js';
import type { Parts, Stage } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

/** Sentences about keeping the book true: discrepancies, second people and corrections. */
export const CONTROL_SENTENCES: readonly SentenceForm[] = [
  {
    form: /^closes out (?<container>.+)$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'close-out',
      container: stage.container(part(parts, 'container')),
    }),
  },
  { form: /^countersigns (?<line>.+)$/, says: countersign },
  {
    form: /^assigns (?<case>.+) to (?<owner>.+) until (?<due>\S+)$/,
    says: (parts, saying) => ({
      ...caseFile('assigned', parts, saying),
      owner: saying.stage.person(part(parts, 'owner')),
      due: businessDate(part(parts, 'due')),
    }),
  },
  { form: /^notes (?<case>.+)$/, says: (parts, saying) => caseFile('noted', parts, saying) },
  {
    form: /^closes (?<case>.+) as (?<outcome>explained|could not be reconciled) \((?<cause>.+)\)$/,
    says: (parts, saying) => ({
      ...caseFile('closed', parts, saying),
      outcome: oneOf(
        ['explained', 'could-not-be-reconciled'] as const,
        hyphened(part(parts, 'outcome')),
      ),
      cause: oneOf(CAUSE_CATEGORIES, hyphened(part(parts, 'cause'))),
    }),
  },
  {
    form: /^closes (?<case>case \S+)$/,
    says: (parts, saying) => caseFile('closed', parts, saying),
  },
  { form: /^corrects (?:(?<newer>.+) of )?(?<line>.+?): (?<particulars>.+)$/, says: particulars },
  {
    form: /^corrects (?:(?<newer>correction \S+) of )?(?<line>.+?) to (?<now>.+)$/,
    says: amended,
  },
];

const UNKNOWN_LINE = 999;
const UNKNOWN_LEAF: LeafHash = asId(`${'A'.repeat(43)}=`);

export const lineOf = (name: string, stage: Stage): number =>
  name.startsWith('unknown ') ? UNKNOWN_LINE : stage.thing(name).line;

/** "countersigns waste 1 (saw the residue)" */
function countersign(parts: Parts, { head, stage }: Saying): SiteLedgerRequest {
  const remarks = new Remarks(part(parts, 'line'));
  const { name = '' } = remarks.match(/^(?<name>.+)$/);
  const seen = remarks.take(/^(saw .+)$/);
  const line = lineOf(name, stage);
  return remarks.done({
    ...head,
    kind: 'countersign',
    line,
    leaf: line === UNKNOWN_LINE ? UNKNOWN_LEAF : stage.thing(name).leaf,
    seen: seen === undefined ? ['papers'] : seen === 'saw nothing' ? [] : seenOf(seen),
  });
}

function caseFile(
  act: DiscrepancyRequest['act'],
  parts: Parts,
  { head, additions, stage }: Saying,
): DiscrepancyRequest {
  return {
    ...head,
    kind: 'discrepancy',
    act,
    case: stage.case(part(parts, 'case')),
    owner: null,
    due: null,
    cause: null,
    outcome: null,
    explainedBy: additions.explainedBy.map((name) => lineOf(name, stage)),
    settle: additions.settling.map((line) => settled(line, stage)),
    found: additions.finding,
    nobodyUninvolved: additions.nobodyUninvolved,
    files: [],
  };
}

/** "0.300 mL of vial A", "all of vial C", or "-0.300 mL of vial A" where the book takes something over */
function settled(text: string, stage: Stage): DiscrepancyRequest['settle'][number] {
  const whole = /^(\d+) mL sealed in (.+)$/.exec(text);
  if (whole !== null)
    return { container: stage.container(whole[2] ?? ''), quantity: units(Number(whole[1])) };
  const { amount = '', container = '' } = new Remarks(text).match(
    /^(?<amount>\S+) mL of (?<container>.+)$/,
  );
  return { container: stage.container(container), quantity: volume(amount) };
}

function correctionOf(parts: Parts, { head, stage }: Saying): Omit<CorrectionRequest, 'change'> {
  const name = part(parts, 'line');
  const corrected = parts['newer'] ?? name;
  const line = lineOf(corrected, stage);
  return {
    ...head,
    kind: 'correction',
    line,
    original: lineOf(name, stage),
    leaf: line === UNKNOWN_LINE ? UNKNOWN_LEAF : stage.thing(corrected).leaf,
  };
}

/** "to 0.600 mL from vial B", "to 0.500 mL of draw 1 as stopped", "to 0.200 mL of draw 1" */
async function amended(parts: Parts, saying: Saying): Promise<CorrectionRequest> {
  const base = correctionOf(parts, saying);
  const now = part(parts, 'now');
  const { stage } = saying;
  const given = /^(.+) as (completed|stopped|not given)$/.exec(now);
  if (given !== null) {
    const [, amounts = '', outcome = ''] = given;
    return {
      ...base,
      change: {
        type: 'administration',
        lines: amounts === 'nothing' ? [] : amountsOf(amounts, stage),
        outcome: oneOf(['completed', 'stopped', 'not-given'], hyphened(outcome)),
      },
    };
  }
  if (/ mL of /.test(now))
    return { ...base, change: { type: 'waste', lines: amountsOf(now, stage) } };
  return { ...base, change: await drawChange(part(parts, 'line'), now, stage) };
}

async function drawChange(name: string, now: string, stage: Stage): Promise<CorrectionChange> {
  const { amount, container } =
    /^(?:(?<amount>\S+) mL|nothing)(?: from (?<container>.+))?$/.exec(now)?.groups ?? {};
  const draw = stage.draw(name);
  const before = await stage.driver.cell('draw', draw);
  return {
    type: 'draw',
    draw,
    container:
      container === undefined ? (before?.container ?? asId('999-1')) : stage.container(container),
    quantity: amount === undefined ? ZERO : volume(amount),
  };
}

/** "vial A and vial B are ketamine 100 (used by draw 1 and infusion 1)" */
function relabelling(said: string, stage: Stage): CorrectionChange | undefined {
  const { vials, product, used } =
    /^(?<vials>.+) (?:is|are) (?<product>ketamine .+?)(?: \(used by (?<used>.+)\))?$/.exec(said)
      ?.groups ?? {};
  if (vials === undefined || product === undefined) return undefined;
  return {
    type: 'product',
    containers: splitAnd(vials).map((name) => stage.container(name)),
    product: stage.product(product),
    affected: used === undefined ? [] : splitAnd(used).map((name) => stage.thing(name).line),
  };
}

/** "the invoice is 4712", "the lot is K9 (expiring 2027-08-31) of vial C and vial D", "the address is known" */
async function particulars(parts: Parts, saying: Saying): Promise<CorrectionRequest> {
  const base = correctionOf(parts, saying);
  const said = part(parts, 'particulars');
  const { stage } = saying;
  const {
    invoice,
    lot = '',
    expires,
    vials = '',
    unknown,
  } = /^the (?:invoice is (?<invoice>\S+)|lot is (?<lot>\S+) \(expiring (?<expires>\S+)\) of (?<vials>.+)|address is known|address is unknown \((?<unknown>.+)\))$/.exec(
    said,
  )?.groups ?? {};
  if (invoice !== undefined) {
    const invoiceFile = await stage.file(`invoice ${invoice}`);
    return {
      ...base,
      change: {
        type: 'receipt-particulars',
        invoiceNumber: invoice,
        invoiceDate: null,
        invoiceFile,
      },
    };
  }
  if (expires !== undefined) {
    const containers = splitAnd(vials).map((name) => stage.container(name));
    return {
      ...base,
      change: { type: 'lot-particulars', containers, lot, expires: businessDate(expires) },
    };
  }
  const whom = /^it was for (.+)$/.exec(said)?.[1];
  if (whom !== undefined) {
    return {
      ...base,
      personal: [{ field: ADDRESS_FIELD, value: PATIENT_ADDRESS, retention: 'patient' }],
      change: {
        type: 'order-patient',
        patient: asId(await stage.patient(whom)),
        addressUnknown: null,
      },
    };
  }
  const other = /^it was drawn for (.+)$/.exec(said)?.[1];
  if (other !== undefined) {
    const draw = stage.draw(part(parts, 'line'));
    return { ...base, change: { type: 'draw-order', draw, order: stage.order(other) } };
  }
  const absent = /^(.+) never came$/.exec(said)?.[1];
  if (absent !== undefined) {
    const containers = splitAnd(absent).map((name) => stage.container(name));
    return { ...base, change: { type: 'receipt-withdrawn', containers } };
  }
  const relabelled = relabelling(said, stage);
  if (relabelled !== undefined) return { ...base, change: relabelled };
  if (!said.startsWith('the address is ')) throw new Error(`not understood: "${said}"`);
  const addressUnknown =
    unknown === undefined ? null : oneOf(ADDRESS_UNKNOWN_REASONS, hyphened(unknown));
  const address = { field: ADDRESS_FIELD, value: '9 Hill Street, Ithaca, NY 14850' } as const;
  return {
    ...base,
    personal: unknown === undefined ? [{ ...address, retention: 'patient' }] : [],
    change: { type: 'patient-particulars', addressUnknown },
  };
}
