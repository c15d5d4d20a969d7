import { ApiProperty } from '../platform/http/described.js';
import type { Signature } from '../domain/person.js';

/** A signature as an entry carries it. */
export class SignatureDto {
  @ApiProperty({ example: 'person-7' })
  person: string;
  @ApiProperty({ example: 'witnessed' })
  meaning: string;
  @ApiProperty({ example: 'pin' })
  method: string;
  @ApiProperty({ type: String, isArray: true, example: ['act', 'residue'] })
  seen: readonly string[];
  @ApiProperty({ format: 'date-time' })
  signedAt: string;
  @ApiProperty({ description: 'SHA-256 of the content that was signed, in base64' })
  hash: string;

  constructor({ person, meaning, method, seen, signedAt, hash }: Signature) {
    this.person = person;
    this.meaning = meaning;
    this.method = method;
    this.seen = seen;
    this.signedAt = signedAt;
    this.hash = hash;
  }
}
