import { isolated } from '../../../reports/isolated.js';
import type { Fact } from '../../../reports/facts.js';
import type { PackageLine } from '../../../reports/forms.js';
import { lossesDocument, noticeDocument, worksheetDocument } from '../../../reports/loss.js';
import type { LossDuty, LossLine } from '../../../reports/loss.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { stamp } from '../../../reports/words.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { AuditItem, ContainerId, LossId } from '../../domain/ids.js';
import { FACTORS, factorField } from '../../domain/losses/loss.js';
import { ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { itemNamed, printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { factsOf } from './line-facts.js';
import { form106Facts } from './loss-form.js';
import { lossLetters } from './loss-letters.js';
import { lossRecords } from './loss-records.js';
import type { LossRecord } from './loss-records.js';
import {
  DUTY_WORDS,
  dutyStatus,
  FACTOR_WORDS,
  LOSS_WORDS,
  lossTitle,
  stepWords,
  WEIGHT_WORDS,
} from './loss-wording.js';
import { packageLine } from './package-line.js';
import type { DocumentRequest } from './document-request.js';

/** Every theft and loss that the period knows of. */
export function lossesOf(parts: DocumentParts): TableDocument {
  return lossesDocument({
    head: parts.head,
    duties: () => duties(parts, null),
    facts: async () => {
      const found: Fact[] = [];
      for await (const record of lossRecords(parts)) found.push(...lossFacts(parts, record));
      return found;
    },
    packages: () => packages(parts, null),
    lines: () => lines(parts),
  });
}

/** What Form 106 asks of one loss, to be typed over in one sitting. */
export function lossWorksheetOf(parts: DocumentParts, request: DocumentRequest): TableDocument {
  const loss = theLoss(request);
  return worksheetDocument({
    head: parts.head,
    loss,
    form: async () => form106Facts(parts, await oneRecord(parts, loss), request.site),
    packages: () => packages(parts, loss),
    duties: () => duties(parts, loss),
  });
}

/** The notices that are owed for one loss, as letters. */
export function lossNoticeOf(parts: DocumentParts, request: DocumentRequest): TableDocument {
  const loss = theLoss(request);
  return noticeDocument({
    head: parts.head,
    loss,
    letters: async () => {
      const gone: PackageLine[] = [];
      for await (const line of packages(parts, loss)) gone.push(line);
      return lossLetters(parts, await oneRecord(parts, loss), { gone, site: request.site });
    },
  });
}

function theLoss({ scope }: DocumentRequest): LossId {
  const { loss } = scope.narrow;
  if (loss === undefined) throw new Error('expected a loss, found none');
  return loss;
}

async function oneRecord(parts: DocumentParts, id: LossId): Promise<LossRecord> {
  for await (const record of lossRecords(parts, id)) return record;
  throw new Error(`expected loss ${id}, found none`);
}

async function* duties(parts: DocumentParts, only: LossId | null): AsyncGenerator<LossDuty> {
  const { zone } = parts.head.site;
  for await (const { loss, duties: own } of lossRecords(parts, only)) {
    for (const each of own) {
      const { to, lastDay, computed, rule } = each;
      yield {
        group: lossTitle(loss),
        duty: DUTY_WORDS[each.duty],
        to,
        lastDay,
        computed,
        rule,
        status: dutyStatus(each, loss, zone),
      };
    }
  }
}

function lossFacts({ head }: DocumentParts, { loss, own, around }: LossRecord): readonly Fact[] {
  const { zone } = head.site;
  const group = lossTitle(loss);
  const decided = own.findLast(
    ({ request }) => request.kind === 'loss' && request.step.type === 'determined',
  );
  const answers = FACTORS.flatMap((factor): readonly Fact[] => {
    const answer = loss.factors.find((each) => each.factor === factor);
    if (answer === undefined || decided === undefined) return [];
    const because = around.personal(decided.seq, factorField(factor)) ?? '(erased)';
    const value = `${WEIGHT_WORDS[answer.weighs]}. ${isolated(because)}`;
    return [{ group, name: FACTOR_WORDS[factor], value }];
  });
  const by =
    decided === undefined
      ? ''
      : ` by ${isolated(around.staff.of(decided.performer, decided).printedName)}`;
  const at = (instant: typeof loss.discoveredAt): string =>
    instant === null ? 'not yet' : stamp(instant, zone);
  return [
    { group, name: 'First suspicion', value: at(loss.suspectedAt) },
    { group, name: 'Discovery, from which the clocks run', value: at(loss.discoveredAt) },
    { group, name: 'Discrepancies', value: loss.cases.join(', ') || 'none named' },
    {
      group,
      name: 'Determined as',
      value:
        loss.determinedAt === null
          ? 'Not determined yet'
          : `${LOSS_WORDS[loss.status]}, ${at(loss.determinedAt)}${by}`,
    },
    ...answers,
  ];
}

async function* packages(parts: DocumentParts, only: LossId | null): AsyncGenerator<PackageLine> {
  const items = await printedItems(parts);
  for await (const { loss, around } of lossRecords(parts, only)) {
    const line = (container: ContainerId, quantity: Quantity, note: string): PackageLine =>
      goneLine({ loss: lossTitle(loss), container, quantity, note, around, items });
    for (const { container, quantity, settledIn } of loss.taken) {
      const settled = settledIn === null ? '' : `; settled as unexplained in line ${settledIn}`;
      yield line(container, quantity, `Container ${container}${settled}.`);
    }
    for (const { container, quantity, standsIn } of loss.found) {
      const where = standsIn === container ? '' : `, now in ${standsIn}`;
      yield line(container, quantity, `FOUND AGAIN: container ${container}${where}.`);
    }
  }
}

function goneLine(of: {
  readonly loss: string;
  readonly container: ContainerId;
  readonly quantity: Quantity;
  readonly note: string;
  readonly around: LossRecord['around'];
  readonly items: ReadonlyMap<AuditItem, PrintedItem>;
}): PackageLine {
  const stock = of.around.stock(of.container);
  const isFull = of.quantity === stock.size;
  return packageLine(
    { group: of.loss, stock, item: itemNamed(of.items, stock.item), note: of.note },
    { full: Number(isFull), partial: isFull ? ZERO : of.quantity, total: of.quantity },
  );
}

async function* lines(parts: DocumentParts): AsyncGenerator<LossLine> {
  for await (const { loss, own, around } of lossRecords(parts)) {
    for (const entry of own) {
      if (entry.request.kind !== 'loss') continue;
      const { step, said } = stepWords(entry.request.step, (id) => around.stock(id).unit);
      const { performedBy, remark } = factsOf(entry, around);
      yield {
        group: lossTitle(loss),
        line: entry.seq,
        occurredAt: entry.occurredAt,
        performedBy,
        step,
        said: [said, remark ?? ''].filter((words) => words !== '').join('\n'),
      };
    }
  }
}
