import { identity, impossible, practice, signature, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Counts, weighings and the discrepancies that they open. */
export const COUNT_REFUSALS = {
  'weighing.lighter-than-tare': impossible(
    'The container weighs less than it does empty.',
    'Weigh again, or look up the tare.',
  ),
  'weighing.not-a-liquid': impossible(
    'Only a liquid is weighed by its density.',
    'Count this container by number.',
  ),
  'count.line-stale': conflict(
    'A container was touched after it was counted.',
    'Count the named lines again.',
  ),
  'count.line-twice': impossible(
    'A line stands twice in the count.',
    'Count each container and product once.',
  ),
  'count.incomplete': impossible(
    'Open containers of this location are missing from the count.',
    'Measure every open container, or enter zero where none is found.',
  ),
  'count.needs-recount': practice(
    'What was counted and what is expected differ, and the line was counted once only.',
    'Count the named lines again without looking at the first number.',
  ),
  'count.needs-second-counter': practice(
    'The policy of this site asks for two people who count the same, each blind to the other.',
    'Let a second person hand in own figures and sign; where nobody else is there, tell it as done, with the reason.',
  ),
  'count.counters-differ': conflict(
    'These are not figures that both counters have found.',
    'Count again, each without seeing what the other found.',
  ),
  'count.needs-investigators': impossible(
    'An inspection count states what the investigators found, and no other count does.',
    'Choose the kind `inspection` and enter the figures of the investigators, or leave them out.',
  ),
  'filing.not-an-inventory': identity(
    'This line is no inventory of this ledger.',
    'Choose the line of the inventory whose signed copy is filed.',
  ),
  'filing.leaf-mismatch': conflict(
    'This is not the inventory that was shown.',
    'Open the inventory again and compare it with the signed copy.',
  ),
  'count.not-open': impossible(
    'This container is not open at this location.',
    'Count sealed containers by number.',
  ),
  'count.recounts-unknown': identity(
    'The count to be recounted is not in this ledger.',
    'Choose a recorded count.',
  ),
  'case.unknown': identity(
    'This discrepancy is not in this ledger.',
    'Choose an open discrepancy.',
  ),
  'case.closed': conflict('This discrepancy is closed.', 'Open the case file to see how.'),
  'case.needs-outcome': impossible(
    'Closing a case states its cause and outcome.',
    'Choose cause and outcome.',
  ),
  'case.needs-second-closer': signature(
    'Two people close a discrepancy.',
    'Let the second person sign.',
  ),
  'case.needs-uninvolved-closer': practice(
    'One of the closers must not have drawn from the container since the last agreed count.',
    'Let such a person close it; only where the site has none, state that nobody exists.',
  ),
  'case.settles-other-container': impossible(
    'Only what the case is about can be settled.',
    'Settle the container of the case, or one of its product.',
  ),
  'case.settles-more-than-difference': impossible(
    'More is settled than the count differs.',
    'Settle at most the difference.',
  ),
  'case.settles-more-than-book': impossible(
    'More is settled than the book of the container holds now.',
    'Count the container again, and settle what that count finds.',
  ),
  'case.finds-other-item': impossible(
    'What was found is not of the audit item that the case is about.',
    'Name the product as the containers are labelled, or count the location again.',
  ),
  'case.finds-more-than-difference': impossible(
    'More containers are found than the count has over.',
    'Bring in at most as many sealed containers as were counted beyond the book.',
  ),
  'case.explained-by-unknown-line': identity(
    'A line that should explain it does not exist.',
    'Name lines of this ledger.',
  ),
} as const satisfies Record<string, Refusal>;
