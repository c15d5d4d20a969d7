import type { Clock } from '../../platform/clock.js';
import type { ProcessLog } from '../../platform/process-log.js';
import { Recurring } from '../../platform/recurring.js';
import type { ReminderRound } from './reminder-round.js';

const EVERY_MS = 300_000;

/** Goes round every five minutes by the clock of the register, for as long as the service runs. */
export class ReminderRounds extends Recurring {
  constructor(
    private readonly round: ReminderRound,
    protected readonly clock: Clock,
    private readonly log: ProcessLog,
  ) {
    super(EVERY_MS, 'at once');
  }

  protected go(): Promise<unknown> {
    return this.round.go();
  }

  protected failed(error: unknown): void {
    this.log.warn('a round of reminders failed; the next one is in five minutes', { error });
  }
}
