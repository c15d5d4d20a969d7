import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIds } from '../../platform/http/ids.dto.js';
import type { ActForm } from '../act-form.js';

/** Containers come back from quarantine. */
export class ReleaseDto extends ActDto {
  @ContainerIds({ says: 'Which containers', min: 1, max: 150 })
  containers!: string[];
}

export const RELEASE: ActForm<'release', ReleaseDto> = {
  kind: 'release',
  title: 'Release from quarantine',
  dto: ReleaseDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'release',
    containers: dto.containers.map((id) => asId(id)),
  }),
};
