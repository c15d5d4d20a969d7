import type { PackedObject } from './structure.js';

/**
 * The empty signature that an update adds to a print (ISO 32000-1, 12.7.4.5 and 12.8), to be filled in a moment later: a field
 * that shows nothing, and a dictionary with room for what signs (ETSI EN 319 142-1, PAdES).
 */

/** An empty signature as it is asked for. */
export interface SignatureRequest {
  /** The time that the signature claims. The signed attributes have none: PAdES wants it here and here alone. */
  readonly at: Date;
  /** The most bytes that what signs can take. */
  readonly room: number;
  /** Told where it stands, before any byte of it can be taken. */
  readonly onPlace: (place: SignaturePlace) => void;
}

/** Where in the file the signature goes. Everything but the room itself is signed. */
export interface SignaturePlace {
  /** Bytes of the file before the update: the unsigned print. */
  readonly unsigned: number;
  /** The offset of the room for the signature, with its brackets, and how long it is. */
  readonly contents: number;
  readonly room: number;
}

export interface SignatureField extends SignatureRequest {
  /** What the field is in the structure of the document. */
  readonly structure: (ids: { readonly widget: number; readonly page: number }) => {
    readonly key: number;
    readonly objects: readonly PackedObject[];
  };
}

/** Digits for an offset: as many as the cross-references can count. */
const OFFSET_WIDTH = 10;
/** Ends where the room begins, so that it is found without being searched for. */
export const RANGE_PLACE = `/ByteRange[0 ${'0'.repeat(OFFSET_WIDTH)} ${'0'.repeat(OFFSET_WIDTH)} ${'0'.repeat(OFFSET_WIDTH)}]/Contents`;

/** What takes the place of `RANGE_PLACE`: all of the file but the room. */
export function signedRange({ contents, room }: SignaturePlace, bytes: number): string {
  const after = contents + room;
  const [before, begin, rest] = [contents, after, bytes - after].map((offset) =>
    String(offset).padStart(OFFSET_WIDTH, '0'),
  );
  return `/ByteRange[0 ${before ?? ''} ${begin ?? ''} ${rest ?? ''}]/Contents`;
}

/** @returns the dictionary; where in it the room for the signature begins, with its brackets, and how long that is. */
export function emptySignature({ at, room }: SignatureRequest): {
  readonly text: string;
  readonly contents: number;
  readonly room: number;
} {
  const time = at.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const before = `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:${time}Z)${RANGE_PLACE}`;
  const contents = `<${'00'.repeat(room)}>`;
  return { text: `${before}${contents}>>`, contents: before.length, room: contents.length };
}

/** Field and widget in one. It covers nothing and is printed like the rest: PDF/A allows no hidden ones. */
export function signatureWidget(of: {
  readonly page: number;
  readonly signature: number;
  /** Its place in the tree of parents. */
  readonly key: number;
}): string {
  return (
    `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/TU(Electronic signature of this file)/F 132/Rect[0 0 0 0]` +
    `/P ${of.page} 0 R/StructParent ${of.key}/V ${of.signature} 0 R>>`
  );
}
