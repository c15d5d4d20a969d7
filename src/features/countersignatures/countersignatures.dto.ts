import { asId } from '../../domain/ids.js';
import { SEEN } from '../../domain/person.js';
import type { Seen } from '../../domain/person.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { LeafHashText } from '../../platform/http/ids.dto.js';
import { Choices, Whole } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';

/** A second person signs one earlier line for what they saw. */
export class CountersignatureDto extends ActDto {
  @Whole({ says: 'The line', min: 0, max: Number.MAX_SAFE_INTEGER })
  line!: number;

  @LeafHashText({ says: 'Its leaf hash, as it was on the screen' })
  leaf!: string;

  @Choices({ says: 'What the person really saw', of: SEEN, min: 1 })
  seen!: Seen[];
}

export const COUNTERSIGN: ActForm<'countersign', CountersignatureDto> = {
  kind: 'countersign',
  title: 'Countersignature',
  dto: CountersignatureDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'countersign',
    line: dto.line,
    leaf: asId(dto.leaf),
    seen: [...dto.seen].sort(),
  }),
};
