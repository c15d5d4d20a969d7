/**
 * Names of things. Whatever a ledger mints is named by the line that minted it: container `41-3` is the third
 * container of line 41. Such an id can be read aloud, found on paper, and never collides inside its ledger.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Ledger id: opaque, 12 characters `[a-z0-9]`; a site's id is its ledger's id. */
export type LedgerId = Branded<'ledger'>;
/** UUID made by the client before its first try; doubles as the idempotency key. */
export type EntryId = Branded<'entry'>;
/** Person, product, supplier: `person-7`, minted by line 7 of the organisation's ledger. */
export type PersonId = Branded<'person'>;
export type ProductId = Branded<'product'>;
export type SupplierId = Branded<'supplier'>;
/** Random per patient and site; says nothing about who it is. */
export type PatientId = Branded<'patient'>;
/** Storage location inside a site, as the site's registration entry lists it: `safe`. */
export type LocationId = Branded<'location'>;
/** `<line>` or `<line>-<part>` of this site's ledger. */
export type ContainerId = Branded<'container'>;
/** One lot of one product from one line: `41-1` is the first of line 41. */
export type StockId = Branded<'stock'>;
export type OrderId = Branded<'order'>;
export type DrawId = Branded<'draw'>;
export type PreparationId = Branded<'preparation'>;
export type CaseId = Branded<'case'>;
export type LossId = Branded<'loss'>;
/** The number printed on a tamper-evident bag: it names what was sealed in it. */
export type BagId = Branded<'bag'>;
/** SHA-256 of a stored file, 64 lower-case hexadecimal digits. */
export type FileHash = Branded<'file'>;
/** Base64 of a 32-byte leaf hash. */
export type LeafHash = Branded<'leaf'>;
/** The audit item's own words, e.g. `ketamine 50 mg/mL injection, 10 mL`. */
export type AuditItem = Branded<'audit-item'>;

/** Takes text that was just checked, or minted here, as the id that the place asks for. */
export const asId = (text: string): never => text as never;

/** The id that line `seq` gives to its `part`-th container, draw or case. */
export const mint = (seq: number, part: number): never => asId(`${seq}-${part}`);
/** The id of what a line itself is: an order, a preparation. */
export const mintLine = (seq: number): never => asId(String(seq));
