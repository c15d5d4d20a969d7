import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { DrawIds, PersonIdText, PreparationIdText } from '../../platform/http/ids.dto.js';
import type { ActForm } from '../act-form.js';

/** Drawn drug goes into other hands. Either draws or a preparation is named. */
export class HandOffDto extends ActDto {
  @DrawIds({ says: 'Which draws', max: 10 })
  draws!: string[];

  @PreparationIdText({ says: 'A bag or syringe with all draws in it', optional: true })
  preparation?: string | null;

  @PersonIdText({ says: 'Who takes it, and signs for it' })
  to!: string;
}

export const HAND_OFF: ActForm<'hand-off', HandOffDto> = {
  kind: 'hand-off',
  title: 'Hand-off',
  dto: HandOffDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'hand-off',
    draws: dto.draws.map((id) => asId(id)),
    preparation: dto.preparation == null ? null : asId(dto.preparation),
    to: asId(dto.to),
  }),
};
