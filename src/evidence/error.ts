/** What is wrong with a piece of evidence, for programs (`code`) and for people (`message`). */
export type EvidenceCode =
  | 'bundle.malformed'
  | 'checkpoint.malformed'
  | 'checkpoint.other-origin'
  | 'cosignature.malformed'
  | 'edge.malformed'
  | 'export.incomplete'
  | 'hash.malformed'
  | 'key.malformed'
  | 'note.bad-signature'
  | 'note.malformed'
  | 'note.unknown-signers'
  | 'proof.malformed'
  | 'proof.not-included'
  | 'reader.wrong-length'
  | 'tile.malformed'
  | 'tree.out-of-range';

/** Thrown by everything here that parses or verifies: what was expected, and what was found. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';

  constructor(
    readonly code: EvidenceCode,
    message: string,
  ) {
    super(message);
  }
}
