import { asId } from '../../domain/ids.js';
import type { CloseOutRequest } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIdText } from '../../platform/http/ids.dto.js';

/** A container is empty; its residue is named by the rules. */
export class CloseOutDto extends ActDto {
  @ContainerIdText({ says: 'The empty container' })
  container!: string;
}

export const readCloseOut = (dto: CloseOutDto): CloseOutRequest => ({
  ...headOf(dto),
  kind: 'close-out',
  container: asId(dto.container),
});
