import { asId } from '../../domain/ids.js';
import { daysBetween } from '../../domain/measures/instant.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { SignedCopy } from '../../domain/counting/inventory.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { FileHashText, LeafHashText } from '../../platform/http/ids.dto.js';
import { Whole } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';

/** The signed print of an inventory was scanned, and the scan uploaded. */
export class FilingDto extends ActDto {
  @Whole({ says: 'Line of the inventory', min: 0, max: Number.MAX_SAFE_INTEGER })
  line!: number;

  @LeafHashText({ says: 'Its leaf hash, as it stands on the print' })
  leaf!: string;

  @FileHashText({ says: 'The scan of the signed print' })
  file!: string;
}

export const FILING: ActForm<'filing', FilingDto> = {
  kind: 'filing',
  title: 'Filing of the signed copy',
  dto: FilingDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'filing',
    line: dto.line,
    leaf: asId(dto.leaf),
    file: asId(dto.file),
  }),
};

/** A signed copy that was filed. */
export class SignedCopyDto {
  @ApiProperty({ description: 'Line that filed it' })
  line: number;
  @ApiProperty({ description: 'SHA-256 of the scan, in lower-case hexadecimal' })
  file: string;
  @ApiProperty({ example: 'person-7' })
  filedBy: string;
  @ApiProperty({ format: 'date-time' })
  filedAt: string;
  @ApiProperty({ description: 'Business days of the site from the inventory to its filing' })
  afterDays: number;

  constructor(
    copy: SignedCopy,
    dates: { readonly taken: BusinessDate; readonly filed: BusinessDate },
  ) {
    this.line = copy.line;
    this.file = copy.file;
    this.filedBy = copy.filedBy;
    this.filedAt = copy.filedAt;
    this.afterDays = daysBetween(dates.taken, dates.filed);
  }
}
