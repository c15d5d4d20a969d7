import { asId } from '../../domain/ids.js';
import {
  DETERMINATIONS,
  FACTORS,
  factorField,
  NOTICE_MANNERS,
  WEIGHTS,
} from '../../domain/losses/loss.js';
import type {
  Determination,
  FactorAnswer,
  LossStep,
  NoticeManner,
} from '../../domain/losses/loss.js';
import type { PersonalField } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { CaseIds, ContainerIdText, FileHashText, LossIdText } from '../../platform/http/ids.dto.js';
import { Choice, Coded, Line, Part, Parts, Text, Whole } from '../../platform/http/members.js';
import { Problem } from '../../platform/http/problem.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';
import { Form106Dto, readForm106, readSubmission, SubmissionDto, textsOf } from './form-106.dto.js';

const TYPES = ['suspected', 'discovered', 'determined', 'notified', 'form-106', 'found'] as const;
const MOST_CONTAINERS = 100;

/** How one of the six factors weighs, and why. */
export class FactorDto implements FactorAnswer {
  @Choice({ says: 'The factor', of: FACTORS })
  factor!: FactorAnswer['factor'];

  @Choice({ says: 'Whether it speaks for or against significance', of: WEIGHTS })
  weighs!: FactorAnswer['weighs'];

  @Text({ says: 'Why; kept confidential', max: 2_000 })
  because!: string;
}

/** Drug of one container that is gone. */
export class TakenDto {
  @ContainerIdText({ says: 'The container' })
  container!: string;

  @Part({ says: 'How much is gone, in the unit of its product' }, () => QuantityDto)
  quantity!: QuantityDto;

  @Whole({
    says: 'Line that settled it as unexplained; left out where the book of the container still holds it',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  settledIn?: number | null;
}

/** Drug of one container that turned up again. */
export class FoundDto {
  @ContainerIdText({ says: 'The container that the loss took it from' })
  container!: string;

  @Part({ says: 'How much turned up, in the unit of its product' }, () => QuantityDto)
  quantity!: QuantityDto;
}

/** One step. Which members are needed follows from the type. */
export class LossStepDto {
  @Choice({ says: 'What is recorded', of: TYPES })
  type!: LossStep['type'];

  @CaseIds({
    says: 'suspected, discovered: the discrepancies it is about',
    max: 20,
    optional: true,
  })
  cases?: string[] | null;

  @Coded({
    says: 'discovered, notified: the state (ISO 3166-2); for a discovery, where it is not that of the registered address',
    pattern: /^US-[A-Z]{2}$/,
    form: 'a state, such as US-MO',
    optional: true,
    example: 'US-MO',
  })
  state?: string | null;

  @Choice({ says: 'determined: the decision', of: DETERMINATIONS, optional: true })
  as?: Determination | null;

  @Parts(
    { says: 'determined: the six factors', max: FACTORS.length, by: 'factor', optional: true },
    () => FactorDto,
  )
  factors?: FactorDto[] | null;

  @Parts({ says: 'determined: what is gone', max: MOST_CONTAINERS, optional: true }, () => TakenDto)
  taken?: TakenDto[] | null;

  @Choice({
    says: 'notified: who was told',
    of: ['field-division-office', 'state'],
    optional: true,
  })
  to?: 'field-division-office' | 'state' | null;

  @Line({ says: 'notified: name of the office', max: 120, optional: true })
  office?: string | null;

  @Choice({ says: 'notified: how', of: NOTICE_MANNERS, optional: true })
  manner?: NoticeManner | null;

  @FileHashText({ says: 'notified: the uploaded notice', optional: true })
  file?: string | null;

  @Part({ says: 'form-106: its data', optional: true }, () => Form106Dto)
  form?: Form106Dto | null;

  @Part(
    { says: 'form-106: its submission; left out while it is being prepared', optional: true },
    () => SubmissionDto,
  )
  submission?: SubmissionDto | null;

  @Parts({ says: 'found: what turned up', max: MOST_CONTAINERS, optional: true }, () => FoundDto)
  containers?: FoundDto[] | null;
}

/** One step in the life of a theft or loss. */
export class LossDto extends ActDto {
  @LossIdText({ says: 'The loss; left out where it begins with this line', optional: true })
  loss?: string | null;

  @Part({ says: 'The step' }, () => LossStepDto)
  step!: LossStepDto;
}

const NEEDED: Readonly<Record<LossStep['type'], readonly (keyof LossStepDto)[]>> = {
  suspected: [],
  discovered: [],
  determined: ['as'],
  notified: ['to', 'office', 'manner'],
  'form-106': ['form'],
  found: ['containers'],
};

function readStep(dto: LossStepDto): LossStep {
  const missing = NEEDED[dto.type].filter((name) => dto[name] == null);
  if (missing.length > 0) {
    const says = `is needed for a step of the type ${dto.type}`;
    const errors = missing.map((name) => ({ field: `step.${name}`, says }));
    throw Problem.of('request.invalid', { errors });
  }
  const cases = (dto.cases ?? []).map((id) => asId(id));
  const file = dto.file == null ? null : asId(dto.file);
  switch (dto.type) {
    case 'suspected':
      return { type: 'suspected', cases };
    case 'discovered':
      return { type: 'discovered', cases, state: dto.state ?? null };
    case 'determined':
      return {
        type: 'determined',
        as: dto.as ?? 'not-significant',
        factors: (dto.factors ?? []).map(({ factor, weighs }) => ({ factor, weighs })),
        taken: (dto.taken ?? []).map(({ container, quantity, settledIn }) => ({
          container: asId(container),
          quantity: QuantityDto.read(quantity),
          settledIn: settledIn ?? null,
        })),
      };
    case 'notified':
      return {
        type: 'notified',
        to: dto.to ?? 'field-division-office',
        office: dto.office ?? '',
        state: dto.state ?? null,
        manner: dto.manner ?? 'letter',
        file,
      };
    case 'form-106':
      return {
        type: 'form-106',
        form: readForm106(dto.form ?? new Form106Dto()),
        submission: readSubmission(dto.submission),
      };
    case 'found':
      return {
        type: 'found',
        containers: (dto.containers ?? []).map(({ container, quantity }) => ({
          container: asId(container),
          quantity: QuantityDto.read(quantity),
        })),
      };
  }
}

function personalOf({ factors, form }: LossStepDto): readonly PersonalField[] {
  return [
    ...(factors ?? []).map(({ factor, because }) => ({
      field: factorField(factor),
      value: because,
      retention: 'case' as const,
    })),
    ...(form == null ? [] : textsOf(form)),
  ];
}

export const LOSS: ActForm<'loss', LossDto> = {
  kind: 'loss',
  title: 'Theft or loss',
  dto: LossDto,
  units: ({ step }) =>
    (['taken', 'containers'] as const).flatMap((list) =>
      (step[list] ?? []).map(({ container, quantity }, index) => ({
        field: `step.${list}.${index}.quantity`,
        quantity,
        of: { container },
      })),
    ),
  read: (dto) => ({
    ...headOf(dto, personalOf(dto.step)),
    kind: 'loss',
    loss: dto.loss == null ? null : asId(dto.loss),
    step: readStep(dto.step),
  }),
};
