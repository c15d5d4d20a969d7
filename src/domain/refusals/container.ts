import { RECORD_AS_DONE, identity, impossible, practice, signature, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Containers that end, rest, move or leave. */
export const CONTAINER_REFUSALS = {
  'close-out.needs-witness': practice(
    'A close-out needs a witness.',
    'Let a second person sign, or record it as done alone with a reason.',
  ),
  'close-out.only-drawer': practice(
    'The only person who drew from a container does not close it out.',
    'Let the other person close it out, and witness it.',
  ),
  'quarantine.already': conflict(
    'The container is already in quarantine.',
    'Nothing needs to be done.',
  ),
  'release.not-quarantined': conflict(
    'The container is not in quarantine.',
    'Nothing needs to be done.',
  ),
  'release.past-use': practice(
    'An expired container, or one past its beyond-use time, is not released.',
    'Keep it in quarantine for disposal.',
  ),
  'move.needs-receiver': practice(
    'Whoever receives containers at their new location signs for them.',
    `Let the receiver sign. ${RECORD_AS_DONE}`,
  ),
  'move.already-there': conflict(
    'The container is at this location already.',
    'Nothing needs to be done.',
  ),
  'departure.nothing': impossible(
    'No container is named.',
    'Name what leaves, moves or comes back.',
  ),
  'departure.container-twice': impossible(
    'A container stands twice in one entry.',
    'Name each container once.',
  ),
  'departure.sealed-is-whole': impossible(
    'A sealed container leaves whole and is not measured.',
    'Leave the measure out.',
  ),
  'departure.needs-measure': impossible(
    'An opened container is measured before it leaves.',
    'Measure what is in it; enter zero where nothing is left.',
  ),
  'departure.exceeds-container': impossible(
    'A container cannot hold more than its label and overfill.',
    'Measure again.',
  ),
  'departure.needs-second-person': practice(
    'Stock leaves for good, and comes back, before two people.',
    `Let a second employee who saw it sign. ${RECORD_AS_DONE}`,
  ),
  'departure.reference-missing': practice(
    'The number of the manifest, return authorisation or receipt is missing.',
    `Enter the number on the paper. ${RECORD_AS_DONE}`,
  ),
  'departure.unknown': identity(
    'Nothing left on this line.',
    'Choose the line of the disposal whose parcel came back.',
  ),
  'disposal.way-unclear': impossible(
    'A destruction on site says how; a hand-over says to whom; never both.',
    'Give the method, or the reverse distributor.',
  ),
  'disposal.destruction-not-seen': signature(
    'The second employee does not state to have seen the destruction.',
    'Let somebody sign who saw it, or hand the stock to a reverse distributor.',
  ),
  'disposal.not-handed-over': impossible(
    'What was destroyed cannot come back.',
    'Choose a disposal to a reverse distributor.',
  ),
  'disposal.not-in-parcel': identity(
    'This container was not in that parcel.',
    'Choose containers of the disposal.',
  ),
  'disposal.already-returned': conflict(
    'This container came back already.',
    'Nothing needs to be done.',
  ),
} as const satisfies Record<string, Refusal>;
