/** A record is too little for a chunk of a stream. */
const PARCEL_LETTERS = 1 << 15;

/** The same text in larger pieces. */
export async function* inParcels(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PARCEL_LETTERS) continue;
    yield waiting;
    waiting = '';
  }
  if (waiting !== '') yield waiting;
}
