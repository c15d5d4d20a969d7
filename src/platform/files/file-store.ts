/**
 * Uploaded files: invoices, reports, photographs. They lie encrypted in the database, named by the SHA-256 of what was
 * uploaded, which is also how an entry names them. What no entry asks for within a day is removed.
 */
import { createHash } from 'node:crypto';
import type { FileHash, LedgerId, PersonId } from '../../domain/ids.js';
import { asId } from '../../domain/ids.js';
import { minus } from '../../domain/measures/instant.js';
import type { Clock } from '../clock.js';
import type { Statements } from '../database/statements.js';
import type { Keyring } from '../keys/keyring.js';
import { Problem } from '../http/problem.js';
import { CLAIM_FILES, FORGET_FILES, READ_FILE, STORE_FILE } from './file-store.sql.js';

/** Largest file that is taken. */
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;

/** What is kept, told by the content and not by the name or by what the browser says. */
export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/tiff'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export interface StoredFile {
  readonly hash: FileHash;
  readonly mediaType: MediaType;
  readonly size: number;
}

interface FileRow {
  readonly media_type: MediaType;
  readonly key: string;
  readonly sealed: Buffer;
}

const UNCLAIMED_HOURS = 24;

export class FileStore {
  constructor(
    private readonly statements: Statements,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /** Keeps a file; one that is there already is the same file. */
  async store(site: LedgerId, bytes: Buffer, by: PersonId): Promise<StoredFile> {
    const mediaType = await mediaTypeOf(bytes);
    const hash: FileHash = asId(createHash('sha256').update(bytes).digest('hex'));
    const sealed = this.keyring.seal(bytes, contextOf(site, hash));
    await this.statements.change(STORE_FILE, [
      site,
      hash,
      mediaType,
      bytes.length,
      sealed.key,
      sealed.bytes,
      this.clock.now(),
      by,
    ]);
    return { hash, mediaType, size: bytes.length };
  }

  async read(
    site: LedgerId,
    hash: string,
  ): Promise<{ readonly bytes: Buffer; readonly mediaType: MediaType } | undefined> {
    const row = await this.statements.row<FileRow>(READ_FILE, [site, hash]);
    if (row === undefined) return undefined;
    const bytes = this.keyring.open({ key: row.key, bytes: row.sealed }, contextOf(site, hash));
    return { bytes, mediaType: row.media_type };
  }

  /**
   * Takes files for an entry that is about to name them: from then on they stay. Answers those that are not here. An
   * entry that is then refused leaves its files behind for good, which costs their room and nothing else.
   */
  async claim(site: LedgerId, hashes: readonly FileHash[]): Promise<readonly FileHash[]> {
    if (hashes.length === 0) return [];
    const found = await this.statements.rows<{ hash: FileHash }>(CLAIM_FILES, [
      site,
      hashes,
      this.clock.now(),
    ]);
    return hashes.filter((hash) => !found.some((row) => row.hash === hash));
  }

  /** Removes files that no entry asked for. */
  async forget(): Promise<void> {
    const before = minus(this.clock.now(), { hours: UNCLAIMED_HOURS });
    await this.statements.change(FORGET_FILES, [before]);
  }
}

const contextOf = (site: LedgerId, hash: string): string => `file ${site} ${hash}`;

async function mediaTypeOf(bytes: Buffer): Promise<MediaType> {
  // Loaded with the first upload: no start waits for it.
  const { fileTypeFromBuffer } = await import('file-type');
  const sniffed = await fileTypeFromBuffer(bytes);
  const mediaType = MEDIA_TYPES.find((each) => each === sniffed?.mime);
  if (mediaType === undefined) throw Problem.of('file.type-refused');
  return mediaType;
}
