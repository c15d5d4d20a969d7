import type { RegisterLine } from '../../../reports/register-lines.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId } from '../../domain/ids.js';
import { itemsOf } from './entry-subject.js';
import { namedContainers } from './entries-of-kinds.js';
import { kindOf, marksOf } from './ledger-line.js';
import { addressOf, detailOf, dispositionDetail, partyOf } from './line-detail.js';
import { factsOf } from './line-facts.js';
import type { Surroundings } from './surroundings.js';
import { quantitiesWords } from './wording.js';

/** A line of the register without figures of its own. */
export function registerLine(entry: Entry, around: Surroundings, leafHash: string): RegisterLine {
  const [item] = itemsOf(entry);
  const told = item === undefined ? null : detailOf(entry, item, around);
  const moved = [...itemsOf(entry)].map((each) => quantitiesWords(entry, each));
  return {
    ...factsOf(entry, around),
    kind: kindOf(entry),
    containers: marksOf([...namedContainers([entry])].sort(byPart), around),
    party: partyOf(entry, around),
    address: addressOf(entry, around),
    detail: [...moved, told ?? dispositionDetail(entry) ?? '']
      .filter((words) => words !== '')
      .join('; '),
    in: null,
    out: null,
    balance: null,
    mass: null,
    part: null,
    leafHash,
    isUnder: false,
  };
}

/** "41-2" before "41-10". */
const byPart = (a: ContainerId, b: ContainerId): number =>
  a.localeCompare(b, 'en', { numeric: true });
