import type { LicenseClass, Person, Role, SecondMeaning } from '../../domain/person.js';
import { LICENSE_CLASSES, MEANINGS } from '../../domain/person.js';
import type { PersonalField } from '../../domain/request.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { ActDto } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, Choices, Coded, Line, Moment } from '../../platform/http/members.js';
import { NewPassword, Pin, SignInName } from '../../platform/http/secret-members.js';
import type { SignInName as KeptSignInName } from '../../platform/identity/credentials.js';
import { GrantDto, ROLE_NAMES } from '../grant.dto.js';
import type { PrintedName } from '../printed-names.js';
import { RecordedDto } from '../recorded.dto.js';

/** How a person is printed. */
export class NameDto extends ActDto {
  @Line({ says: 'Printed name', max: 120 })
  name!: string;

  @Line({ says: 'Printed initials', max: 8 })
  initials!: string;

  @Choice({ says: 'Class of the professional license', of: LICENSE_CLASSES })
  licenseClass!: LicenseClass;
}

/** A new member of staff. Password and PIN are theirs only once they have chosen others. */
export class NewPersonDto extends NameDto {
  @SignInName({ says: 'Sign-in name; never given to another person' })
  signInName!: string;

  @NewPassword({ says: 'First password, good for choosing another' })
  password!: string;

  @Pin({ says: 'First PIN', optional: true })
  pin?: string | null;
}

export class GrantRequestDto extends ActDto {
  @Coded({
    says: 'Id of the site, or `organisation`',
    pattern: /^([a-z0-9]{12}|organisation)$/,
    form: 'the id of a site, or organisation',
  })
  site!: string;

  @Choices({
    says: 'All roles that the person has there from now on; none ends access',
    of: ROLE_NAMES,
  })
  roles!: Role[];

  @Moment({ says: 'Access ends then by itself', optional: true })
  until?: string | null;
}

export class ResetSecretsDto {
  @NewPassword({ says: 'A password, good for choosing another' })
  password!: string;

  @Pin({ says: 'A PIN; the one so far stays if left out', optional: true })
  pin?: string | null;
}

/** Name and initials as the organisation's entry takes them: apart from the leaf, kept while staff records must be. */
export const nameFields = ({ name, initials }: NameDto): readonly PersonalField[] => [
  { field: 'name', value: name, retention: 'staff' },
  { field: 'initials', value: initials, retention: 'staff' },
];

/** What a person may sign at one site now, as the second person of an act. */
export class MaySignDto {
  @ApiProperty({ description: 'Id of the site' })
  site: string;
  @ApiProperty({ enum: MEANINGS.filter((meaning) => meaning !== 'performed'), isArray: true })
  meanings: readonly SecondMeaning[];

  constructor(site: string, meanings: readonly SecondMeaning[]) {
    this.site = site;
    this.meanings = meanings;
  }
}

/** A member of staff. */
export class PersonDto {
  @ApiProperty({ example: 'person-7' })
  person: string;
  @ApiProperty()
  name: string;
  @ApiProperty()
  initials: string;
  @ApiProperty({ enum: LICENSE_CLASSES })
  licenseClass: LicenseClass;
  @ApiProperty({ enum: ['active', 'disabled'] })
  status: Person['status'];
  @ApiProperty({
    description: 'Null for a person who cannot sign in',
    nullable: true,
    type: String,
  })
  signInName: string | null;
  @ApiProperty({ description: 'Has not chosen a password of their own yet' })
  needsNewSecrets: boolean;
  @ApiProperty()
  hasPin: boolean;
  @ApiProperty({ type: GrantDto, isArray: true })
  grants: readonly GrantDto[];
  @ApiProperty({
    description: 'Sites at which they may sign beside somebody else who acts; never their own act',
    type: MaySignDto,
    isArray: true,
  })
  maySign: readonly MaySignDto[];

  constructor(
    person: Person,
    about: {
      readonly printed: PrintedName;
      readonly signIn: KeptSignInName | undefined;
      readonly grants: readonly GrantDto[];
      readonly maySign: readonly MaySignDto[];
    },
  ) {
    this.person = person.id;
    this.name = about.printed.name;
    this.initials = about.printed.initials;
    this.licenseClass = person.licenseClass;
    this.status = person.status;
    this.signInName = about.signIn?.signInName ?? null;
    this.needsNewSecrets = about.signIn?.isTemporary ?? false;
    this.hasPin = about.signIn?.hasPin ?? false;
    this.grants = about.grants;
    this.maySign = about.maySign;
  }
}

/** Everybody, in the order in which they joined. */
export class PeopleDto {
  @ApiProperty({ type: PersonDto, isArray: true })
  items: readonly PersonDto[];

  constructor(items: readonly PersonDto[]) {
    this.items = items;
  }
}

/** The answer to an entry about a person. */
export class RecordedPersonDto extends RecordedDto {
  @ApiProperty({ example: 'person-7' })
  person: string;

  constructor(recorded: RecordedEntry, person: string) {
    super(recorded);
    this.person = person;
  }
}
