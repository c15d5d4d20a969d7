import { encodeBase64 } from '../../evidence/bytes.js';
import type { ConsistencyProof, InclusionProof } from '../../ledger/published-log.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Coded } from '../../platform/http/members.js';

const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const FORM = 'a whole number';

export class InclusionQueryDto {
  @Coded({ says: 'Number of the line', pattern: NUMBER, form: FORM, example: '41' })
  line!: string;

  @Coded({
    says: 'Size of the tree; that of the newest checkpoint if left out',
    pattern: NUMBER,
    form: FORM,
    optional: true,
    example: '1024',
  })
  size?: string;
}

export class ConsistencyQueryDto {
  @Coded({ says: 'Size of the smaller tree', pattern: NUMBER, form: FORM, example: '1024' })
  from!: string;

  @Coded({ says: 'Size of the larger tree', pattern: NUMBER, form: FORM, example: '2048' })
  to!: string;
}

/** Sibling hashes from the leaf upwards (RFC 6962, section 2.1.1). */
export class InclusionDto {
  @ApiProperty({ description: 'Number of the line' })
  line: number;
  @ApiProperty({ description: 'Size of the tree' })
  size: number;
  @ApiProperty({ description: 'SHA-256(0x00 || leaf), base64' })
  leafHash: string;
  @ApiProperty({ description: 'Root of the tree, base64' })
  root: string;
  @ApiProperty({ description: 'The proof, base64', isArray: true, type: String })
  hashes: readonly string[];

  constructor({ line, size, leafHash, root, hashes }: InclusionProof) {
    this.line = line;
    this.size = size;
    this.leafHash = encodeBase64(leafHash);
    this.root = encodeBase64(root);
    this.hashes = hashes.map(encodeBase64);
  }
}

/** RFC 6962, section 2.1.2. */
export class ConsistencyDto {
  @ApiProperty({ description: 'Size of the smaller tree' })
  from: number;
  @ApiProperty({ description: 'Size of the larger tree' })
  to: number;
  @ApiProperty({ description: 'Root of the smaller tree, base64' })
  fromRoot: string;
  @ApiProperty({ description: 'Root of the larger tree, base64' })
  toRoot: string;
  @ApiProperty({ description: 'The proof, base64', isArray: true, type: String })
  hashes: readonly string[];

  constructor({ from, to, fromRoot, toRoot, hashes }: ConsistencyProof) {
    this.from = from;
    this.to = to;
    this.fromRoot = encodeBase64(fromRoot);
    this.toRoot = encodeBase64(toRoot);
    this.hashes = hashes.map(encodeBase64);
  }
}
