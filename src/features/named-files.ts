import type { FileHash } from '../domain/ids.js';
import type { LossStep } from '../domain/losses/loss.js';
import type { CorrectionChange, Request } from '../domain/request.js';

/** The uploaded files that a request names. */
export function filesNamedBy(request: Request): readonly FileHash[] {
  switch (request.kind) {
    case 'receipt':
      return present(request.invoiceFile);
    case 'inventory':
      return present(request.previous?.file ?? null);
    case 'filing':
      return [request.file];
    case 'disposal':
    case 'return-to-supplier':
    case 'sample':
      return present(request.file);
    case 'discrepancy':
      return [...new Set(request.files)];
    case 'loss':
      return filesOfStep(request.step);
    case 'correction':
      return filesOfChange(request.change);
    default:
      return [];
  }
}

const filesOfChange = (change: CorrectionChange): readonly FileHash[] =>
  change.type === 'receipt-particulars' ? present(change.invoiceFile) : [];

function filesOfStep(step: LossStep): readonly FileHash[] {
  if (step.type === 'notified') return present(step.file);
  return step.type === 'form-106' ? present(step.submission?.file ?? null) : [];
}

const present = (file: FileHash | null): readonly FileHash[] => (file === null ? [] : [file]);
