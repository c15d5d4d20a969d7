import { MEANINGS, SEEN } from '../../domain/person.js';
import type { Meaning, Seen } from '../../domain/person.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, Choices, Coded, Line, Uuid } from '../../platform/http/members.js';
import { IsObject } from 'class-validator';
import type { Challenge } from '../../ledger/challenges.js';

/** What a second person is asked to sign, before it is recorded. */
export class SignatureRequestDto {
  @Uuid({ says: 'Idempotency-Key under which the act will be recorded' })
  entry!: string;

  @Coded({
    says: 'Kind of the act; `inventory-tally` for an inventory that asserts',
    pattern: /^[a-z]+(-[a-z]+)*$/,
    form: 'a kind of act',
    example: 'waste',
  })
  kind!: string;

  @ApiProperty({
    description: 'The body of the act, exactly as it will be sent, without its signatures',
    type: 'object',
    additionalProperties: true,
  })
  @IsObject({ message: 'must be an object' })
  request!: object;

  @Line({ says: 'Sign-in name of the person who is to sign', max: 200 })
  signer!: string;

  @Choice({ says: 'What the signature means', of: MEANINGS })
  meaning!: Meaning;

  @Choices({ says: 'What the person has seen with their own eyes', of: SEEN })
  seen!: Seen[];
}

/** What was asked to be signed. */
export class ChallengeDto {
  @ApiProperty({ description: 'Id of the signature, for the act’s `signatures`', format: 'uuid' })
  id: string;
  @ApiProperty({ description: 'Who is to sign', example: 'person-7' })
  signer: string;
  @ApiProperty({
    description:
      'What is signed, in words made from the content: to be shown to the person as they stand',
    type: String,
    isArray: true,
  })
  words: readonly string[];
  @ApiProperty({ description: 'SHA-256 of the content, in base64, as the entry will carry it' })
  contentHash: string;
  @ApiProperty({ description: 'The act must be signed and recorded before', format: 'date-time' })
  expiresAt: string;

  constructor(challenge: Challenge, words: readonly string[]) {
    this.id = challenge.id;
    this.signer = challenge.signer;
    this.words = words;
    this.contentHash = challenge.hash;
    this.expiresAt = challenge.expiresAt;
  }
}

/** A signature that was made. */
export class SignedDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'person-7' })
  signer: string;
  @ApiProperty({ enum: ['password', 'pin'] })
  method: 'password' | 'pin';
  @ApiProperty({ format: 'date-time' })
  signedAt: string;

  constructor(signed: {
    id: string;
    signer: string;
    method: 'password' | 'pin';
    signedAt: string;
  }) {
    this.id = signed.id;
    this.signer = signed.signer;
    this.method = signed.method;
    this.signedAt = signed.signedAt;
  }
}
