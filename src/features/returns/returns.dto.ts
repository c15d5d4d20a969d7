import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIds, LocationIdText } from '../../platform/http/ids.dto.js';
import type { ActForm } from '../act-form.js';

/** Sealed containers come back to stock. */
export class ReturnDto extends ActDto {
  @ContainerIds({ says: 'Which containers', min: 1, max: 150 })
  containers!: string[];

  @LocationIdText({ says: 'Where they are put' })
  location!: string;
}

export const RETURN: ActForm<'return-to-stock', ReturnDto> = {
  kind: 'return-to-stock',
  title: 'Return to stock',
  dto: ReturnDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'return-to-stock',
    containers: dto.containers.map((id) => asId(id)),
    location: asId(dto.location),
  }),
};
