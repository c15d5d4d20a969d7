import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { FileHashText, SupplierIdText } from '../../platform/http/ids.dto.js';
import { Choice, Line, Parts } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';
import {
  DepartingLineDto,
  departingUnits,
  MOST_DEPARTING,
  readDeparting,
} from '../departing.dto.js';

/** Stock goes back to its supplier. A second person signs as `witnessed`. */
export class ReturnToSupplierDto extends ActDto {
  @SupplierIdText({ says: 'To whom' })
  supplier!: string;

  @Parts({ says: 'What leaves', min: 1, max: MOST_DEPARTING }, () => DepartingLineDto)
  lines!: DepartingLineDto[];

  @Choice({ says: 'Whether it was recalled', of: ['recall', 'return'] })
  why!: 'recall' | 'return';

  @Line({ says: 'Number of the recall or return authorisation', max: 80, optional: true })
  authorisation?: string | null;

  @FileHashText({ says: 'Scan of the papers', optional: true })
  file?: string | null;
}

export const RETURN_TO_SUPPLIER: ActForm<'return-to-supplier', ReturnToSupplierDto> = {
  kind: 'return-to-supplier',
  title: 'Return to supplier',
  dto: ReturnToSupplierDto,
  units: ({ lines }) => departingUnits(lines),
  read: (dto) => ({
    ...headOf(dto),
    kind: 'return-to-supplier',
    supplier: asId(dto.supplier),
    lines: dto.lines.map(readDeparting),
    why: dto.why,
    authorisation: dto.authorisation ?? null,
    file: dto.file == null ? null : asId(dto.file),
  }),
};
