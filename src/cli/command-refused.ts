/** What a command could not do for a reason outside it, in one sentence; printed without a stack. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}
