import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIds, LocationIdText } from '../../platform/http/ids.dto.js';
import type { ActForm } from '../act-form.js';

/** Containers change their storage location. */
export class MoveDto extends ActDto {
  @ContainerIds({ says: 'Which containers', min: 1, max: 150 })
  containers!: string[];

  @LocationIdText({ says: 'Where they are from now on' })
  to!: string;
}

export const MOVE: ActForm<'move', MoveDto> = {
  kind: 'move',
  title: 'Move',
  dto: MoveDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'move',
    containers: dto.containers.map((id) => asId(id)),
    to: asId(dto.to),
  }),
};
