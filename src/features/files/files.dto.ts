import { MEDIA_TYPES } from '../../platform/files/file-store.js';
import type { MediaType, StoredFile } from '../../platform/files/file-store.js';
import { ApiProperty } from '../../platform/http/described.js';

/** A file that was kept. */
export class StoredFileDto {
  @ApiProperty({ description: 'SHA-256 of the file in hexadecimal: its name from now on' })
  sha256: string;
  @ApiProperty({ enum: MEDIA_TYPES })
  mediaType: MediaType;
  @ApiProperty({ description: 'Bytes' })
  size: number;

  constructor(file: StoredFile) {
    this.sha256 = file.hash;
    this.mediaType = file.mediaType;
    this.size = file.size;
  }
}
