import { RECORD_AS_DONE, impossible, practice, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** The policy of a site and its first inventory. */
export const SET_UP_REFUSALS = {
  'policy.effective-in-past': impossible(
    'A policy cannot take effect in the past.',
    'Choose a time from now on.',
  ),
  'policy.setting-out-of-range': impossible(
    'A policy setting lies outside what it can be.',
    'Give a value inside the range.',
  ),
  'policy.schedule-impossible': impossible(
    'A schedule of counts cannot be kept as it stands.',
    'Name shifts in the order of the day, days from 1 to 7, and each schedule once.',
  ),
  'policy.scale-impossible': impossible(
    'A syringe of this policy has a scale that cannot be.',
    'Name each size once, with a step between two marks that divides it.',
  ),
  'inventory.already-taken': conflict(
    'This site already has its first inventory.',
    'Record a count instead.',
  ),
  'inventory.needed-first': practice(
    'The site has no initial inventory yet.',
    'Record the initial inventory, even if it is zero.',
  ),
  'inventory.needs-previous': impossible(
    'A go-live inventory names the last inventory before it.',
    'Give the date of the last inventory.',
  ),
  'inventory.initial-with-previous': impossible(
    'An initial inventory has none before it.',
    'Leave the previous inventory out, or record a go-live inventory.',
  ),
  'inventory.ends-before-start': impossible(
    'The count ends before it starts.',
    'Check both times.',
  ),
  'inventory.open-exceeds-container': impossible(
    'An open container cannot hold more than its label and overfill.',
    'Measure again.',
  ),
  'inventory.too-many': impossible(
    'One inventory takes up to 150 containers.',
    'Ask for help: a larger first inventory is not supported yet.',
  ),
  'inventory.needs-second-counter': practice(
    'An inventory is counted by two people.',
    'Let the second counter sign.',
  ),
  'inventory.needs-closing': impossible(
    'A new place opens with what the old one closed with, and no other inventory names such a line.',
    'Name the closing inventory of the old place, or choose another kind of inventory.',
  ),
  'inventory.relocation-differs': practice(
    'What is counted at the new place is not what the old one closed with.',
    `Count the named items again at the new place. ${RECORD_AS_DONE}`,
  ),
  'inventory.asserts-only': impossible(
    'A later inventory states what is there and brings no stock into the book.',
    'Count the stock at its storage locations; new stock comes in by a receipt.',
  ),
  'inventory.items-unfit': impossible(
    'An inventory of newly scheduled substances names their audit items and no others; every other one counts everything.',
    'Name the newly scheduled audit items, or choose another kind of inventory.',
  ),
  'inventory.place-missing': impossible(
    'A storage location of the site is missing from the inventory.',
    'Count the named storage locations as well, with zero where nothing is found.',
  ),
  'inventory.reasons-disagree': impossible(
    'The reasons for which containers are set apart do not add up to their number.',
    'Give a reason for each container in quarantine.',
  ),
  'inventory.date-not-counted': impossible(
    'The stated business day is not one that this count can speak for.',
    'State the opening of the day of the count, or the close of that day or of the one before.',
  ),
  'inventory.line-unfit': impossible(
    'A line that is to be taken back does not lie between the stated moment and the count.',
    'Ask for the count again, so that its lines are found anew.',
  ),
  'inventory.lines-missing': conflict(
    'A line that touched the stock after the stated moment is not taken back.',
    'Hand the count in again. Where it is refused again, begin anew and state the close of the day.',
  ),
  'inventory.must-be-measured': practice(
    'This site measures opened containers in an inventory.',
    `Measure what is left. ${RECORD_AS_DONE}`,
  ),
  'inventory.not-in-quarters': practice(
    'This site estimates opened containers to the nearest quarter of a container.',
    `Give a quarter, half or three quarters of the labelled content, or measure. ${RECORD_AS_DONE}`,
  ),
} as const satisfies Record<string, Refusal>;
