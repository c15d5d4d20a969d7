import type { Stock } from '../../domain/stock/container.js';
import type { DepartedLine } from '../../domain/stock/departure.js';
import type { LedgerId } from '../../domain/ids.js';
import { formatStrength, sum } from '../../domain/measures/quantity.js';
import type { LedgerReader, RecordedEntry } from '../../ledger/ledger-reader.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { OrganisationBook } from '../organisation-book.js';
import type { PrintedNames } from '../printed-names.js';
import type { Form41Dto, Form41RowDto, Form41WitnessDto } from './form-41.dto.js';

/** A line that left, with what it is of. */
interface Destroyed extends DepartedLine {
  readonly stock: Stock;
}

/** Fills DEA Form 41 in from what the register says. */
export class Forms41 {
  constructor(
    private readonly parts: {
      readonly reader: LedgerReader;
      readonly organisation: OrganisationBook;
      readonly names: PrintedNames;
    },
  ) {}

  /** The form of one line; undefined where that line disposed of nothing. */
  async of(ledger: LedgerId, line: number): Promise<Form41Dto | undefined> {
    const { reader, organisation } = this.parts;
    const departure = await reader.cell(ledger, 'departure', String(line));
    const recorded = await reader.entry(ledger, line);
    if (departure === undefined || recorded?.entry.kind !== 'disposal') return undefined;
    const site = (await organisation.organisation()).sites.get(ledger);
    if (site === undefined) return undefined;
    const { registrant, deaNumber, address } = site;
    const gone = departure.lines.filter(({ returned }) => !returned);
    return {
      line,
      registrant: { registrant, deaNumber, address },
      rows: rowsOf(await this.#stocked(ledger, gone)),
      at: departure.at,
      way: departure.to,
      method: departure.method,
      recipient: departure.recipient?.name ?? null,
      recipientAddress: departure.recipient?.address ?? null,
      recipientDeaNumber: departure.recipient?.deaNumber ?? null,
      manifest: departure.reference,
      witnesses: await this.#witnesses(recorded),
      returned: departure.lines.flatMap(({ container, returned }) => (returned ? [container] : [])),
    };
  }

  async #stocked(ledger: LedgerId, lines: readonly DepartedLine[]): Promise<readonly Destroyed[]> {
    const { reader } = this.parts;
    const ids = lines.map(({ container }) => container);
    const containers = await reader.cellsNamed(ledger, 'container', ids);
    const wanted = [...containers.values()].map(({ stock }) => stock);
    const stocks = await reader.cellsNamed(ledger, 'stock', wanted);
    return lines.map((line) => {
      const stock = stocks.get(containers.get(line.container)?.stock ?? '');
      if (stock === undefined) throw new Error(`container ${line.container} has no stock`);
      return { ...line, stock };
    });
  }

  /** Both who signed the entry: its performer is one of the two employees. */
  async #witnesses({ entry }: RecordedEntry): Promise<readonly Form41WitnessDto[]> {
    const { persons } = await this.parts.organisation.organisation();
    const signers = entry.signatures.flatMap(({ person }) => persons.get(person) ?? []);
    const names = await this.parts.names.of(signers);
    return entry.signatures.map(({ person, signedAt }) => ({
      person,
      name: names.get(person)?.name ?? person,
      signedAt,
    }));
  }
}

/** One row for each product: full and partial packages are never added up to one number of packages. */
function rowsOf(lines: readonly Destroyed[]): readonly Form41RowDto[] {
  const byProduct = new Map<string, Destroyed[]>();
  for (const line of lines)
    byProduct.set(line.stock.ndc, [...(byProduct.get(line.stock.ndc) ?? []), line]);
  return [...byProduct.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { ndc, name, item, strength, unit, size } = first.stock;
    const of = (quantity: DepartedLine['quantity']): QuantityDto => QuantityDto.of(quantity, unit);
    return [
      {
        ndc,
        name,
        item,
        strength: formatStrength(strength, unit),
        lots: [...new Set(group.map(({ stock }) => stock.lot))].sort(),
        packageQuantity: of(size),
        fullPackages: group.filter(({ full }) => full).length,
        partialPackages: group.flatMap(({ full, quantity }) => (full ? [] : [of(quantity)])),
        total: of(sum(group.map(({ quantity }) => quantity))),
      },
    ];
  });
}
