import { QUARANTINE_REASONS } from '../../domain/stock/container.js';
import type { QuarantineReason } from '../../domain/stock/container.js';
import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIds } from '../../platform/http/ids.dto.js';
import { Choice } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';

/** Containers are set apart. They stay on hand. */
export class QuarantineDto extends ActDto {
  @ContainerIds({ says: 'Which containers', min: 1, max: 150 })
  containers!: string[];

  @Choice({ says: 'Why', of: QUARANTINE_REASONS })
  why!: QuarantineReason;
}

export const QUARANTINE: ActForm<'quarantine', QuarantineDto> = {
  kind: 'quarantine',
  title: 'Quarantine',
  dto: QuarantineDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'quarantine',
    containers: dto.containers.map((id) => asId(id)),
    why: dto.why,
  }),
};
