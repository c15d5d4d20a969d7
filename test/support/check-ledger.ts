/** The check that ends every test that records: what is stored is what the leaves say. */
import { createPool } from '../../src/platform/database/connection.js';
import { auditLedgers } from '../../src/ledger/audit.js';
import type { AuditOptions, LedgerAudit } from '../../src/ledger/audit.js';

/** Replays every ledger of a database from its leaves, and throws where anything stored differs. */
export async function checkLedger(
  database: { readonly serviceUrl: string },
  options: AuditOptions = {},
): Promise<readonly LedgerAudit[]> {
  const audits = await audit(database, options);
  const wrong = audits.filter(({ finding }) => finding !== null);
  if (wrong.length > 0) throw new Error(wrong.map(describe).join('\n'));
  return audits;
}

/** The same without throwing, for tests that tamper. */
export async function audit(
  database: { readonly serviceUrl: string },
  options: AuditOptions = {},
): Promise<readonly LedgerAudit[]> {
  const pool = createPool(database.serviceUrl, { max: 1 });
  try {
    return await auditLedgers(pool, options);
  } finally {
    await pool.end();
  }
}

const describe = ({ origin, finding }: LedgerAudit): string =>
  `${origin}, line ${finding?.line ?? 'unknown'}: ${finding?.what ?? ''}`;
