import { impossible, practice, conflict } from '../refusal.js';
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
} as const satisfies Record<string, Refusal>;
