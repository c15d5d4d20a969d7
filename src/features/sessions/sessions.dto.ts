import type { PersonId } from '../../domain/ids.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Line } from '../../platform/http/members.js';
import { NewPassword, Password, Pin } from '../../platform/http/secret-members.js';
import type { Session } from '../../platform/identity/sessions.js';
import { GrantDto } from '../grant.dto.js';
import type { PrintedName } from '../printed-names.js';

export class SignInDto {
  // What is typed here may be anything, a password included: it is looked for and never repeated.
  @Line({ says: 'Sign-in name; capitals do not matter', max: 200 })
  signInName!: string;

  @Password({ says: 'Password' })
  password!: string;
}

export class NewSecretsDto {
  @Password({ says: 'The password so far' })
  current!: string;

  @NewPassword({ says: 'The new password' })
  password!: string;

  @Pin({ says: 'The new PIN; the one so far stays if left out', optional: true })
  pin?: string | null;
}

/** Who is signed in, and until when. */
export class SessionDto {
  @ApiProperty({ type: String, example: 'person-7' })
  person: PersonId;
  @ApiProperty({ description: 'Printed name' })
  name: string;
  @ApiProperty({ description: 'Printed initials' })
  initials: string;
  @ApiProperty({ type: GrantDto, isArray: true, description: 'What the person may do, and where' })
  grants: readonly GrantDto[];
  @ApiProperty({ format: 'date-time' })
  openedAt: string;
  @ApiProperty({ description: 'Last proof of identity', format: 'date-time' })
  provedAt: string;
  @ApiProperty({ description: 'Locks then, if nobody uses it', format: 'date-time' })
  locksAt: string;
  @ApiProperty({ description: 'Ends then, however it is used', format: 'date-time' })
  endsAt: string;
  @ApiProperty({ description: 'Only a proof of identity with the password unlocks it' })
  isLocked: boolean;
  @ApiProperty({ description: 'The password was set by somebody else: choose another first' })
  needsNewSecrets: boolean;

  constructor(session: Session, printed: PrintedName, grants: readonly GrantDto[]) {
    this.person = session.person;
    this.name = printed.name;
    this.initials = printed.initials;
    this.grants = grants;
    this.openedAt = session.openedAt;
    this.provedAt = session.provedAt;
    this.locksAt = session.locksAt;
    this.endsAt = session.endsAt;
    this.isLocked = session.isLocked;
    this.needsNewSecrets = session.hasTemporarySecrets;
  }
}
