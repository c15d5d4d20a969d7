import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Reports } from '../../src/features/reports/reports.js';
import type { OpenReport } from '../../src/features/reports/reports.js';
import type { AskedReport } from '../../src/features/reports/scope.js';
import type { Instance } from '../ledger/evidence/recorded-clinic.js';
import { newFolder } from '../support/database.js';
import { ORGANISATION_ID, SITE_ID } from './from-ledger-clinic.js';

export type Row = Readonly<Record<string, string>>;

const ALL: AskedReport = {
  document: 'ledger',
  format: 'csv',
  site: SITE_ID,
  from: null,
  to: null,
  item: null,
  narrow: {},
  paper: 'letter',
  size: null,
  signed: false,
};

/** Prints documents of a clinic into a folder, and reads them back with tools that are not ours. */
export class PrintedReports {
  #prints = 0;

  private constructor(
    private readonly instance: Instance,
    readonly folder: string,
  ) {}

  static async of(instance: Instance): Promise<PrintedReports> {
    return new PrintedReports(instance, await newFolder());
  }

  open(asked: Partial<AskedReport>): Promise<OpenReport> {
    const { pool, reader, checkpoints } = this.instance;
    const organisation = () => Promise.resolve(ORGANISATION_ID);
    return new Reports({ pool, reader, checkpoints, organisation }).open({ ...ALL, ...asked });
  }

  async print(asked: Partial<AskedReport>): Promise<string> {
    const report = await this.open(asked);
    this.#prints += 1;
    const path = join(
      this.folder,
      `${this.#prints}-${report.scope.document}.${report.scope.format}`,
    );
    await report.print(createWriteStream(path));
    return path;
  }

  async textOf(asked: Partial<AskedReport>): Promise<string> {
    const path = await this.print({ ...asked, format: 'pdf' });
    execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  }

  /** Records of a CSV, in which every quoted field is one of ours. */
  async rowsOf(asked: Partial<AskedReport>): Promise<readonly Row[]> {
    const text = await readFile(await this.print({ ...asked, format: 'csv' }), 'utf8');
    const records: string[][] = [[]];
    for (const [, quoted, plain, end] of text.matchAll(
      /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
    )) {
      records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
      if (end === '\r\n') records.push([]);
    }
    const [names = [], ...rest] = records.slice(0, -1);
    return rest.map((record) =>
      Object.fromEntries(names.map((name, at) => [name, record[at] ?? ''])),
    );
  }

  /** The same from JSON: nothing is an empty field, as CSV has it. */
  async jsonOf(asked: Partial<AskedReport>): Promise<readonly Row[]> {
    const text = await readFile(await this.print({ ...asked, format: 'json' }), 'utf8');
    const { parts } = JSON.parse(text) as {
      readonly parts: readonly {
        readonly part: string;
        readonly rows: readonly Record<string, string | number | null>[];
      }[];
    };
    return parts.flatMap(({ part, rows }) =>
      rows.map((row) => ({
        ...(parts.length > 1 ? { part } : {}),
        ...Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, String(value ?? '')]),
        ),
      })),
    );
  }

  /** The same from a workbook, which the system's unzip opens. */
  async sheetsOf(asked: Partial<AskedReport>): Promise<readonly Row[]> {
    const path = await this.print({ ...asked, format: 'xlsx' });
    const member = (name: string): string =>
      execFileSync('unzip', ['-p', path, name], { encoding: 'utf8', maxBuffer: 1 << 26 });
    execFileSync('unzip', ['-tq', path]);
    const names = [...member('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)];
    return names.flatMap(([, part = ''], index) => {
      const xml = member(`xl/worksheets/sheet${index + 1}.xml`);
      expect(xml).not.toContain('<f>');
      const rows = [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, cells = '']) => cellsOf(cells));
      const [heads = [], ...rest] = rows;
      return rest.map((row) => ({
        ...(names.length > 1 ? { part } : {}),
        ...Object.fromEntries(heads.map((name, at) => [name, row[at] ?? ''])),
      }));
    });
  }
}

function cellsOf(xml: string): readonly string[] {
  return [
    ...xml.matchAll(/<c\/>|<c[^>]*>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs),
  ].map(([, number, text]) =>
    (number ?? text ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  );
}
