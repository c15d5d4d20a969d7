import type { Zone } from '../src/domain/measures/instant.js';
import { APART } from './measures.js';
import { csv, lineColumns } from './csv.js';
import type { ContainerMark, LineFacts } from './head.js';
import { remarkRuns, witnessRuns } from './ledger-lines.js';
import type { PaperColumn, Printed } from './part.js';
import { containerWords, when } from './words.js';

/** Columns that the lines of the register have in every document, for paper and for machines. */

/** Line number and time, which stand in front. */
export function firstColumns<T>(zone: Zone, of: (row: T) => LineFacts): readonly PaperColumn<T>[] {
  return [
    {
      name: 'line',
      value: (row) => csv.whole(of(row).sequence),
      print: { head: 'Line', width: 29, align: 'figure', face: 'bold' },
    },
    {
      name: 'occurred_local',
      value: (row) => csv.local(of(row).occurredAt, zone),
      print: { head: 'Date, time', width: 46, text: (row) => dateAndTime(of(row), zone) },
    },
  ];
}

export function dateAndTime({ occurredAt }: Pick<LineFacts, 'occurredAt'>, zone: Zone): string {
  const { date, time } = when(occurredAt, zone);
  return `${date}\n${time}`;
}

/** Who, who stood beside it, and what departs from the rule, which stand at the end. */
export function lastColumns<T>(
  zone: Zone,
  of: (row: T) => LineFacts,
  widths: { readonly remark: Printed<T>['width'] },
): readonly PaperColumn<T>[] {
  const prints: Readonly<Record<string, Printed<T>>> = {
    performed_by: { head: 'By', width: 28, apart: APART / 2 },
    witness: { head: 'Witness', width: 36, text: (row) => witnessRuns(of(row)) },
    remark: {
      head: 'Remark',
      width: widths.remark,
      spills: true,
      text: (row) => remarkRuns(of(row), zone),
    },
  };
  return lineColumns(zone, of)
    .filter(({ name }) => name !== 'occurred_local')
    .map((column): PaperColumn<T> => {
      const print = prints[column.name];
      return print === undefined ? column : { ...column, print };
    });
}

/** Labels over lots. */
export function containerColumns<T>(
  of: (row: T) => readonly ContainerMark[],
  width: Printed<T>['width'],
): readonly PaperColumn<T>[] {
  return [
    {
      name: 'containers',
      value: (row) => csv.text(containerWords(of(row)).labels),
      print: {
        head: 'Container, lot',
        width,
        face: 'code',
        text: (row) => {
          const { labels, lots } = containerWords(of(row));
          const told = [labels, lots].filter((each) => each !== '');
          return told.length === 0 ? null : told.join('\n');
        },
      },
    },
    { name: 'lots', value: (row) => csv.text(containerWords(of(row)).lots) },
  ];
}
