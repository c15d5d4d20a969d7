import type { LossId } from '../../src/domain/ids.js';
import { Instance } from '../ledger/evidence/recorded-clinic.js';
import { checkLedger } from '../support/check-ledger.js';
import { freshDatabase, newFolder } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { PrintedClinic } from './from-ledger-clinic.js';
import { liveThreeDays } from './from-ledger-days.js';
import type { Days } from './from-ledger-days.js';
import { liveLoss } from './from-ledger-loss.js';
import { PrintedReports } from './printed-reports.js';

/** A clinic that has lived its days in a database of its own, and a theft after them, with what prints of it. */
export class PrintedDays {
  private constructor(
    private readonly database: TestDatabase,
    readonly instance: Instance,
    readonly clinic: PrintedClinic,
    readonly days: Days,
    readonly loss: LossId,
    readonly reports: PrintedReports,
  ) {}

  static async live(): Promise<PrintedDays> {
    const database = await freshDatabase();
    const instance = await Instance.open(database.serviceUrl, await newFolder());
    const clinic = new PrintedClinic(instance);
    await clinic.open();
    const days = await liveThreeDays(clinic, () => Promise.resolve());
    const loss = await liveLoss(clinic, days);
    const reports = await PrintedReports.of(instance);
    return new PrintedDays(database, instance, clinic, days, loss, reports);
  }

  async end(): Promise<void> {
    await checkLedger(this.database, { sealer: this.instance.keyring });
    await this.clinic.close();
    await this.instance.close();
    await this.database.drop();
  }
}
