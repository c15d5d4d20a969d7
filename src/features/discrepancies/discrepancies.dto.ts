import { CAUSE_CATEGORIES } from '../../domain/findings/discrepancy.js';
import type { CauseCategory } from '../../domain/findings/discrepancy.js';
import { asId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import { negate } from '../../domain/measures/quantity.js';
import type { DiscrepancyRequest } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import {
  CaseIdText,
  ContainerIdText,
  PersonIdText,
  ProductIdText,
} from '../../platform/http/ids.dto.js';
import {
  Choice,
  CodedList,
  Day,
  Line,
  Part,
  Parts,
  Whole,
  YesNo,
} from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';

const LONGEST_LOT = 20;
const MOST_FOUND = 150;

/** What the book takes over from the count, for one container. */
export class SettlementDto {
  @ContainerIdText({ says: 'The container' })
  container!: string;

  @Choice({ says: 'Whether it holds less or more than the book says', of: ['missing', 'over'] })
  direction!: 'missing' | 'over';

  @Part({ says: 'By how much' }, () => QuantityDto)
  quantity!: QuantityDto;
}

/** Sealed containers of one lot that were counted and that the book lacks. */
export class FoundContainersDto {
  @ProductIdText({ says: 'The approved product, as they are labelled' })
  product!: string;

  @Line({ says: 'Lot as labelled', max: LONGEST_LOT })
  lot!: string;

  @Day({ says: 'Last day of the labelled expiry' })
  expires!: string;

  @Whole({ says: 'How many containers', min: 1, max: MOST_FOUND })
  containers!: number;
}

/** One step in the life of a discrepancy. */
export class DiscrepancyDto extends ActDto {
  @Choice({ says: 'What is done', of: ['assigned', 'noted', 'closed'] })
  act!: DiscrepancyRequest['act'];

  @CaseIdText({ says: 'The discrepancy' })
  case!: string;

  @PersonIdText({ says: 'Who looks into it', optional: true })
  owner?: string | null;

  @Day({ says: 'Until when', optional: true })
  due?: string | null;

  @Choice({ says: 'Cause, when it is closed', of: CAUSE_CATEGORIES, optional: true })
  cause?: CauseCategory | null;

  @Choice({
    says: 'Outcome, when it is closed',
    of: ['explained', 'could-not-be-reconciled'],
    optional: true,
  })
  outcome?: DiscrepancyRequest['outcome'];

  @CodedList({
    says: 'Lines that explain it',
    pattern: /^\d{1,15}$/,
    form: 'numbers of lines',
    max: 50,
    optional: true,
  })
  explainedBy?: string[] | null;

  @Parts(
    { says: 'What the book takes over from the count', max: 50, optional: true },
    () => SettlementDto,
  )
  settle?: SettlementDto[] | null;

  @Parts(
    {
      says: 'Sealed containers that the book lacks: they come in from `unexplained`, in quarantine',
      max: 20,
      optional: true,
    },
    () => FoundContainersDto,
  )
  found?: FoundContainersDto[] | null;

  @YesNo({
    says: 'States that nobody exists who did not draw from the container since the last agreed count; refused while the register knows of somebody who may close',
    optional: true,
  })
  nobodyUninvolved?: boolean | null;

  @CodedList({
    says: 'Uploaded evidence',
    pattern: /^[0-9a-f]{64}$/,
    form: 'SHA-256 hashes of uploaded files',
    max: 20,
    optional: true,
  })
  files?: string[] | null;
}

export const DISCREPANCY: ActForm<'discrepancy', DiscrepancyDto> = {
  kind: 'discrepancy',
  title: 'Discrepancy',
  dto: DiscrepancyDto,
  units: ({ settle }) =>
    (settle ?? []).map(({ container, quantity }, index) => ({
      field: `settle.${index}.quantity`,
      quantity,
      of: { container },
    })),
  read: (dto) => ({
    ...headOf(dto),
    kind: 'discrepancy',
    act: dto.act,
    case: asId(dto.case),
    owner: dto.owner == null ? null : asId(dto.owner),
    due: dto.due == null ? null : businessDate(dto.due),
    cause: dto.cause ?? null,
    outcome: dto.outcome ?? null,
    explainedBy: (dto.explainedBy ?? []).map(Number),
    settle: (dto.settle ?? []).map(({ container, direction, quantity }) => ({
      container: asId(container),
      quantity:
        direction === 'missing' ? QuantityDto.read(quantity) : negate(QuantityDto.read(quantity)),
    })),
    found: (dto.found ?? []).map(({ product, lot, expires, containers }) => ({
      product: asId(product),
      lot,
      expires: businessDate(expires),
      containers,
    })),
    nobodyUninvolved: dto.nobodyUninvolved ?? false,
    files: (dto.files ?? []).map((file) => asId(file)),
  }),
};
