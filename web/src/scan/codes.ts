/** What a scanner has read, or somebody typed: a container of ours, a line, or a GS1 code of a carton or vial. */

export type Scanned =
  | { readonly is: 'container'; readonly container: string }
  | { readonly is: 'line'; readonly line: string }
  | {
      readonly is: 'package';
      readonly ndc: string | null;
      readonly gtin: string;
      readonly lot: string | null;
      readonly expires: string | null;
      readonly serial: string | null;
    }
  | { readonly is: 'nothing' };

const SEPARATOR = '\u001d';

export function readScanned(text: string): Scanned {
  const code = text.trim().replace(/^\](?:C1|d2|Q3|e0)/, '');
  if (/^\d{1,15}-\d{1,5}$/.test(code)) return { is: 'container', container: code };
  const label = /^(?:CS|cs)[:-]?(\d{1,15}-\d{1,5})$/.exec(code)?.[1];
  if (label !== undefined) return { is: 'container', container: label };
  if (/^\d{1,9}$/.test(code)) return { is: 'line', line: code };
  return readPackage(code) ?? { is: 'nothing' };
}

function readPackage(code: string): Scanned | undefined {
  const parts = code.startsWith('(') ? readPrinted(code) : readElements(code);
  const gtin = parts?.get('01');
  if (parts === undefined || gtin === undefined) return undefined;
  return {
    is: 'package',
    gtin,
    ndc: gtin.slice(1, 3) === '03' ? gtin.slice(3, 13) : null,
    lot: parts.get('10') ?? null,
    expires: dateOf(parts.get('17')),
    serial: parts.get('21') ?? null,
  };
}

/** "(01)00304092051150(17)270630(10)A1" */
function readPrinted(code: string): ReadonlyMap<string, string> {
  return new Map(
    [...code.matchAll(/\((\d{2})\)([^(]*)/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const FIXED: Readonly<Record<string, number>> = { '01': 14, '17': 6, '11': 6 };

function readElements(code: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (let rest = code; rest !== '';) {
    const name = rest.slice(0, 2);
    const length = FIXED[name];
    if (length === undefined && name !== '10' && name !== '21') return undefined;
    const end = rest.indexOf(SEPARATOR);
    const stop = length === undefined ? (end === -1 ? rest.length : end) : 2 + length;
    found.set(name, rest.slice(2, stop));
    rest = rest.slice(stop).replace(SEPARATOR, '');
  }
  return found;
}

/** YYMMDD; day 00 means the last day of the month. */
function dateOf(text: string | undefined): string | null {
  const parts = /^(\d\d)(\d\d)(\d\d)$/.exec(text ?? '');
  if (parts === null) return null;
  const [, year = '', month = '', dayOfMonth = ''] = parts;
  if (dayOfMonth !== '00') return `20${year}-${month}-${dayOfMonth}`;
  return new Date(Date.UTC(2000 + Number(year), Number(month), 0)).toISOString().slice(0, 10);
}
