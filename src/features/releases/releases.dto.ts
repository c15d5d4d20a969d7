import { asId } from '../../domain/ids.js';
import type { ReleaseRequest } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIds } from '../../platform/http/ids.dto.js';

/** Containers come back from quarantine. */
export class ReleaseDto extends ActDto {
  @ContainerIds({ says: 'Which containers', min: 1, max: 150 })
  containers!: string[];
}

export const readRelease = (dto: ReleaseDto): ReleaseRequest => ({
  ...headOf(dto),
  kind: 'release',
  containers: dto.containers.map((id) => asId(id)),
});
