/** What a document is asked to be about: refused where it takes no such thing, or where there is no such thing. */
import type { AuditItem } from '../../domain/ids.js';
import { DOCUMENT_KINDS, DOCUMENTS, kindOf, takenBy } from './documents.js';
import type { Narrowing } from './documents.js';
import { printedItem } from './item-balance.js';
import type { Products } from './item-balance.js';
import type { Reading } from './reading.js';
import { ReportRefused } from './scope.js';
import type { AskedReport, ReportScope } from './scope.js';

export function refuseForeignNarrowing({ document, item, narrow }: AskedReport): void {
  const takes: readonly string[] = takenBy(kindOf(document));
  const given = [...(item === null ? [] : ['item' as const]), ...keysOf(narrow)];
  const foreign = given.find((name) => !takes.includes(name));
  if (foreign === undefined) return;
  const others = DOCUMENTS.filter((each) =>
    (takenBy(DOCUMENT_KINDS[each]) as readonly string[]).includes(foreign),
  );
  throw new ReportRefused(foreign, `can be chosen for ${others.join(', ')} alone`);
}

const keysOf = (narrow: Narrowing): readonly (keyof Narrowing)[] =>
  Object.keys(narrow) as (keyof Narrowing)[];

export async function refuseUnknownItem(
  reading: Reading,
  item: AuditItem | null,
  products: Products,
): Promise<void> {
  if (item === null || (await printedItem(reading, item, products)) !== undefined) return;
  throw new ReportRefused(
    'item',
    'This site never had this audit item: choose one of its balances.',
  );
}

/** What a document is about must be said, and whatever is said must be there. */
export async function refuseUnknownNarrowing(
  reading: Reading,
  { document, narrow }: ReportScope,
): Promise<void> {
  const { about } = kindOf(document);
  if (about !== null && narrow[about] === undefined) {
    throw new ReportRefused(about, 'must be chosen: the document is about one');
  }
  const { container, loss, patient } = narrow;
  if (container !== undefined && !(await reading.hasContainer(container))) {
    throw new ReportRefused('container', 'must be one of this site, as its label has it');
  }
  if (loss !== undefined && !(await reading.hasLoss(loss))) {
    throw new ReportRefused('loss', 'must be a theft or loss of this site');
  }
  if (patient !== undefined && !(await reading.hasPatient(patient))) {
    throw new ReportRefused('patient', 'must be one with an order at this site');
  }
  for (const name of ['person', 'practitioner'] as const) {
    const person = narrow[name];
    if (person !== undefined && !reading.staff.knows(person)) {
      throw new ReportRefused(name, 'must be one of the organisation');
    }
  }
}
