import type { RequestHead, SiteLedgerRequest } from '../../src/domain/request.js';
import type { Additions } from './scenario-additions.js';
import { headOf } from './scenario-additions.js';
import { CONTROL_SENTENCES } from './scenario-control-sentences.js';
import { COUNT_SENTENCES } from './scenario-count-sentences.js';
import { DEPARTURE_SENTENCES } from './scenario-departure-sentences.js';
import { AUDIT_SENTENCES } from './scenario-audit-sentences.js';
import { DAY_SENTENCES } from './scenario-day-sentences.js';
import { CUSTODY_SENTENCES } from './scenario-custody-sentences.js';
import { INFUSION_SENTENCES } from './scenario-infusion-sentences.js';
import type { Parts, Stage } from './scenario-stage.js';
import { INVENTORY_SENTENCES } from './scenario-inventory-sentences.js';
import { LOSS_SENTENCES } from './scenario-loss-sentences.js';
import { STOCK_SENTENCES } from './scenario-stock-sentences.js';

/** One way to say something, and the request that it is. */
export interface SentenceForm {
  readonly form: RegExp;
  readonly says: (parts: Parts, saying: Saying) => SiteLedgerRequest | Promise<SiteLedgerRequest>;
}

/** Everything around the words of a sentence. */
export interface Saying {
  readonly head: RequestHead;
  readonly additions: Additions;
  readonly stage: Stage;
}

const SENTENCES: readonly SentenceForm[] = [
  ...INVENTORY_SENTENCES,
  ...STOCK_SENTENCES,
  ...INFUSION_SENTENCES,
  ...DAY_SENTENCES,
  ...CUSTODY_SENTENCES,
  ...AUDIT_SENTENCES,
  ...COUNT_SENTENCES,
  ...CONTROL_SENTENCES,
  ...LOSS_SENTENCES,
  ...DEPARTURE_SENTENCES,
];

/** Who speaks, and the request that the rest of the sentence is. */
export async function requestOf(
  sentence: string,
  additions: Additions,
  stage: Stage,
): Promise<{ readonly performer: string; readonly request: SiteLedgerRequest }> {
  const performer = [...stage.opened.people.keys()].find((name) => sentence.startsWith(`${name} `));
  if (performer === undefined) throw new Error(`nobody of the clinic: "${sentence}"`);
  const said = sentence.slice(performer.length + 1);
  for (const { form, says } of SENTENCES) {
    const found = form.exec(said);
    if (found === null) continue;
    const saying: Saying = { head: headOf(additions), additions, stage };
    return { performer, request: await says(found.groups ?? {}, saying) };
  }
  throw new Error(`not understood: "${said}"`);
}
