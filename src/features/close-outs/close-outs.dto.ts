import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIdText } from '../../platform/http/ids.dto.js';
import type { ActForm } from '../act-form.js';

/** A container is empty; its residue is named by the rules. */
export class CloseOutDto extends ActDto {
  @ContainerIdText({ says: 'The empty container' })
  container!: string;
}

export const CLOSE_OUT: ActForm<'close-out', CloseOutDto> = {
  kind: 'close-out',
  title: 'Close-out',
  dto: CloseOutDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'close-out',
    container: asId(dto.container),
  }),
};
