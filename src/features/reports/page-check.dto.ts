import { ApiProperty } from '../../platform/http/described.js';
import { Coded } from '../../platform/http/members.js';
import { Problem } from '../../platform/http/problem.js';
import type { CheckedPage, PageStanding } from './page-check.js';
import { readPageCode } from './page-code.js';
import type { PageCode } from './page-code.js';
import { DOCUMENTS } from './documents.js';
import type { DocumentName } from './documents.js';

const STANDINGS = ['as-printed', 'differs', 'other-release'] as const;

export class PageCheckQueryDto {
  @Coded({
    says: 'What the QR code of the page holds',
    pattern: /^[!-~ ]{1,250}$/,
    form: 'the text of a page’s QR code',
    example:
      'CSP1/LEDGER/7F3A9C2B1D4E/20260302/20260331/A1234/L/ALL/ALL/0.1.0+L1/BMYFK6U7YTUQ4M2Y/3/LBE4Q5R3JVX3PRWQ2RZ7BMYFK6U7YTUQ',
  })
  code!: string;
}

/** @throws Problem for what is no page's code. */
export function readCode(text: string): PageCode {
  const read = readPageCode(text);
  if (read !== undefined) return read;
  const errors = [{ field: 'code', says: "must be the whole text of a page's QR code" }];
  throw Problem.of('request.invalid', { errors });
}

/** What is to be said of one page on paper. */
export class PageCheckDto {
  @ApiProperty({
    description:
      '`as-printed`: the ledger prints this very page at that size; `differs`: it prints another, or none; `other-release`: ' +
      'another release of the product printed it in another layout, and alone can print it again',
    enum: STANDINGS,
  })
  standing: PageStanding;
  @ApiProperty({ enum: DOCUMENTS })
  document: DocumentName;
  @ApiProperty({ format: 'date' })
  from: string;
  @ApiProperty({ format: 'date' })
  to: string;
  @ApiProperty({ description: 'Size of the ledger that it was printed at' })
  size: number;
  @ApiProperty({ description: 'Number of the page' })
  page: number;
  @ApiProperty({
    description:
      'The page as the ledger prints it, a line for each paragraph and row, cells parted by tabs; null where there is none',
    type: String,
    nullable: true,
  })
  text: string | null;

  constructor(code: PageCode, { standing, page }: CheckedPage) {
    this.standing = standing;
    this.document = code.document;
    this.from = code.from;
    this.to = code.to;
    this.size = code.size;
    this.page = code.page;
    this.text = page?.text ?? null;
  }
}
