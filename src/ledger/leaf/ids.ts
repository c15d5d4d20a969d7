/** Ids in leaves, each with the words that docs/LEDGER-KINDS.md uses for it. */
import type {
  AuditItem,
  BagId,
  CaseId,
  ContainerId,
  DrawId,
  LedgerId,
  LocationId,
  LossId,
  OrderId,
  PatientId,
  PersonId,
  PreparationId,
  ProductId,
  StockId,
  SupplierId,
} from '../../domain/ids.js';
import { id, integer } from './codec.js';

export const auditItem = id<AuditItem>('audit item');
export const bagId = id<BagId>('number of a sealed bag');
export const caseId = id<CaseId>('discrepancy id');
export const containerId = id<ContainerId>('container id');
export const drawId = id<DrawId>('draw id');
export const ledgerId = id<LedgerId>('ledger id');
export const locationId = id<LocationId>('storage location id');
export const lossId = id<LossId>('loss id');
export const orderId = id<OrderId>('infusion order id');
export const patientId = id<PatientId>('patient id');
export const personId = id<PersonId>('person id');
export const personOrSystem = id<PersonId | 'system'>('person id or `system`');
export const preparationId = id<PreparationId>('preparation id');
export const productId = id<ProductId>('product id');
export const stockId = id<StockId>('stock id');
export const supplierId = id<SupplierId>('supplier id');
/** A line names itself in decimal digits. */
export const lineId = id<string>('line number as text');

export const line = integer('line number');
export const containers = integer('containers');
