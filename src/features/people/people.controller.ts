import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import { instant } from '../../domain/measures/instant.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry } from '../../platform/http/endpoint.js';
import { Recorder } from '../recorder.js';
import {
  GrantRequestDto,
  NameDto,
  nameFields,
  NewPersonDto,
  PeopleDto,
  PersonDto,
  RecordedPersonDto,
  ResetSecretsDto,
} from './people.dto.js';
import { People, personIn } from './people.js';

const PARAMS = { person: 'Id of the person' };
const ANSWERS = RecordedPersonDto;

/** Members of staff and what they may do. Nobody is ever deleted: access ends, names and entries stay. */
@ApiTags('people')
@Controller('api/people')
export class PeopleController {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Recorder) private readonly recorder: Recorder,
  ) {}

  @Get()
  @Endpoint({ says: 'Everybody, in the order in which they joined', answers: PeopleDto })
  async list(): Promise<PeopleDto> {
    return new PeopleDto(await this.people.all());
  }

  @Post()
  @RecordsEntry({ says: 'Add a person', body: NewPersonDto, answers: ANSWERS })
  async add(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: NewPersonDto,
  ): Promise<RecordedPersonDto> {
    const recorded = await this.people.add(asking, dto);
    return new RecordedPersonDto(recorded, personIn(recorded));
  }

  @Get(':person')
  @Endpoint({ says: 'One person', params: PARAMS, answers: PersonDto })
  one(@Param('person') id: string): Promise<PersonDto> {
    return this.people.one(id);
  }

  @Post(':person/name')
  @RecordsEntry({
    says: 'Change name, initials or license',
    params: PARAMS,
    body: NameDto,
    answers: ANSWERS,
  })
  async rename(
    @AskedToRecord() asking: AskingToRecord,
    @Param('person') id: string,
    @Body() dto: NameDto,
  ): Promise<RecordedPersonDto> {
    const recorded = await this.recorder.inOrganisation(asking, dto, {
      ...headOf(dto, nameFields(dto)),
      kind: 'person',
      act: 'renamed',
      person: asId(id),
      licenseClass: dto.licenseClass,
    });
    return new RecordedPersonDto(recorded, id);
  }

  @Post(':person/end')
  @RecordsEntry({
    says: 'End a person’s access for good',
    more: 'Their sessions end within a second. Their entries and their name stay.',
    params: PARAMS,
    body: ActDto,
    answers: ANSWERS,
  })
  async end(
    @AskedToRecord() asking: AskingToRecord,
    @Param('person') id: string,
    @Body() dto: ActDto,
  ): Promise<RecordedPersonDto> {
    const { licenseClass } = await this.people.one(id);
    const recorded = await this.people.end(asking, asId(id), () =>
      this.recorder.inOrganisation(asking, dto, {
        ...headOf(dto),
        kind: 'person',
        act: 'disabled',
        person: asId(id),
        licenseClass,
      }),
    );
    return new RecordedPersonDto(recorded, id);
  }

  @Post(':person/grants')
  @RecordsEntry({
    says: 'Say what a person may do at a site, or for the organisation',
    params: PARAMS,
    body: GrantRequestDto,
    answers: ANSWERS,
  })
  async grant(
    @AskedToRecord() asking: AskingToRecord,
    @Param('person') id: string,
    @Body() dto: GrantRequestDto,
  ): Promise<RecordedPersonDto> {
    const recorded = await this.recorder.inOrganisation(asking, dto, {
      ...headOf(dto),
      kind: 'grant',
      person: asId(id),
      site: dto.site === 'organisation' ? 'organisation' : asId(dto.site),
      roles: [...dto.roles].sort(),
      until: dto.until == null ? null : instant(dto.until),
    });
    return new RecordedPersonDto(recorded, id);
  }

  @Put(':person/secrets')
  @Endpoint({
    says: 'Set a password for somebody who forgot theirs',
    more: 'It is good for choosing another one only, and ends their sessions. The access journal keeps who did it.',
    status: 204,
    params: PARAMS,
    body: ResetSecretsDto,
  })
  resetSecrets(
    @Asked() asking: Asking,
    @Param('person') id: string,
    @Body() dto: ResetSecretsDto,
  ): Promise<void> {
    return this.people.resetSecrets(asking, asId(id), dto);
  }
}
