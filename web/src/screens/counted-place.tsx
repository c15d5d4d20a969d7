/** What is found at a storage location: a field for each line to count, and never how much there should be. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { QUARANTINE_WHY } from '../api/code-lists.js';
import { AmountField, CodeField } from '../parts/fields.js';
import { exact } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';
import { METHODS, resolutionOf } from './measured.js';
import type { Method } from './measured.js';

const say = words.count;

export interface Place {
  /** Null where a count has one location only, which its lines then do not name. */
  readonly location: string | null;
  readonly items: readonly string[];
  readonly open: readonly Schemas['OpenToCountDto'][];
}

/** Lines as the service calls them when it asks for them once more. */
const inPlace = ({ location }: Place): string => (location === null ? '' : ` in ${location}`);
const sealedLine = (place: Place, item: string): string => `sealed ${item}${inPlace(place)}`;
const apartLine = (place: Place, item: string): string => `quarantined ${item}${inPlace(place)}`;
const openLine = (container: string): string => `open ${container}`;

/** Of sealed containers that are set apart: how many for which reason. */
interface Apart {
  readonly why: (typeof QUARANTINE_WHY)[number];
  readonly containers: string;
}

/** What was found so far, by line. */
export function useFigures() {
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({});
  const [apart, setApart] = useState<Readonly<Record<string, readonly Apart[]>>>({});
  const [method, setMethod] = useState<Method>('measured');
  return {
    read: (line: string): string => numbers[line] ?? '',
    set: (line: string) => (value: string) => {
      setNumbers({ ...numbers, [line]: value });
    },
    apartOf: (line: string): readonly Apart[] =>
      apart[line] ?? [{ why: 'expired', containers: '' }],
    setApart: (line: string, told: readonly Apart[]) => {
      setApart({ ...apart, [line]: told });
    },
    method,
    setMethod,
    /** Everything is counted once more. */
    clear: () => {
      setNumbers({});
      setApart({});
    },
    /** Lines that are counted once more begin empty. */
    forget: (lines: readonly string[]) => {
      const kept = Object.entries(numbers).filter(([line]) => !lines.includes(line));
      setNumbers(Object.fromEntries(kept));
      setApart(Object.fromEntries(Object.entries(apart).filter(([line]) => !lines.includes(line))));
    },
  };
}
export type Figures = ReturnType<typeof useFigures>;

const isNumber = (text: string): boolean => /^\d{1,5}$/.test(text);
const numberOf = (text: string): number => (isNumber(text) ? Number(text) : 0);

/** Whether every line has a figure; nothing in quarantine need not be said. */
export const isCounted = (place: Place, { read }: Figures): boolean =>
  place.items.every((item) => isNumber(read(sealedLine(place, item)))) &&
  place.open.every(({ container }) => exact(read(openLine(container))) !== undefined);

/** What was found, as the service takes it. */
export function foundAt(place: Place, { read, method }: Figures) {
  const quantities = place.items.map((item) => ({
    item,
    containers: numberOf(read(apartLine(place, item))),
  }));
  return {
    sealed: place.items.map((item) => ({
      item,
      containers: numberOf(read(sealedLine(place, item))),
    })),
    quarantined: quantities.filter(({ containers }) => containers > 0),
    open: place.open.map(({ container, unit }) => ({
      container,
      quantity: { value: read(openLine(container)), unit },
      method,
      resolution: resolutionOf(method, unit),
    })),
  };
}

/** The same for an inventory, which states why containers are set apart. */
export function statedAt(place: Place, figures: Figures) {
  const quarantined = place.items.flatMap((item) => {
    const reasons = figures
      .apartOf(apartLine(place, item))
      .map(({ why, containers }) => ({ why, containers: numberOf(containers) }))
      .filter(({ containers }) => containers > 0);
    const containers = reasons.reduce((sum, each) => sum + each.containers, 0);
    return containers === 0 ? [] : [{ item, containers, reasons }];
  });
  return { ...foundAt(place, figures), location: place.location, quarantined };
}

interface FieldsProps {
  readonly place: Place;
  readonly figures: Figures;
  /** Where some lines are counted once more, only these are asked for. */
  readonly again: readonly string[];
  /** Whether reasons are asked for beside what is in quarantine. */
  readonly reasons?: 'asked';
}

export function PlaceFields({ place, figures, again, reasons }: FieldsProps) {
  const { read, set } = figures;
  const lines = [
    ...place.items.map((item) => sealedLine(place, item)),
    ...place.open.map(({ container }) => openLine(container)),
  ];
  const [missing] = useState(() => lines.filter((line) => read(line) === ''));
  const isAsked = (line: string): boolean =>
    again.length === 0 || again.includes(line) || missing.includes(line);
  const open = place.open.filter(({ container }) => isAsked(openLine(container)));
  return (
    <>
      {place.items.map((item, index) => {
        const [sealed, apart] = [sealedLine(place, item), apartLine(place, item)];
        return (
          <fieldset key={item} hidden={!isAsked(sealed) && !again.includes(apart)}>
            <legend>{item}</legend>
            <div className="pair">
              <AmountField
                label={say.sealed}
                unit=""
                value={read(sealed)}
                onChange={set(sealed)}
                autoFocus={index === 0}
              />
              {reasons === undefined ? (
                <AmountField
                  label={say.quarantined}
                  unit=""
                  value={read(apart)}
                  onChange={set(apart)}
                />
              ) : (
                <ApartFields line={apart} figures={figures} />
              )}
            </div>
          </fieldset>
        );
      })}
      {open.length > 0 && (
        <fieldset>
          <legend>{say.open}</legend>
          <div className="pair">
            {open.map(({ container, item, unit }) => (
              <AmountField
                key={container}
                label={`${words.today.vial} ${container}`}
                unit={unit}
                says={item}
                value={read(openLine(container))}
                onChange={set(openLine(container))}
              />
            ))}
            <CodeField
              label={say.method}
              says={say.methodSays}
              value={figures.method}
              of={METHODS}
              onChange={figures.setMethod}
            />
          </div>
        </fieldset>
      )}
    </>
  );
}

function ApartFields({ line, figures }: { line: string; figures: Figures }) {
  const rows = figures.apartOf(line);
  const change = (index: number, part: Partial<Apart>): void => {
    figures.setApart(
      line,
      rows.map((row, at) => (at === index ? { ...row, ...part } : row)),
    );
  };
  const unused = QUARANTINE_WHY.find((why) => rows.every((row) => row.why !== why));
  return (
    <div className="stack">
      {rows.map(({ why, containers }, index) => (
        <div key={index} className="row end">
          <AmountField
            label={rows.length === 1 ? say.quarantined : `${say.quarantined}, ${spelled(why)}`}
            unit=""
            value={containers}
            onChange={(value) => {
              change(index, { containers: value });
            }}
          />
          <CodeField
            label={words.vials.why}
            value={why}
            of={QUARANTINE_WHY}
            onChange={(value) => {
              change(index, { why: value });
            }}
          />
        </div>
      ))}
      {unused !== undefined && (
        <div className="row">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              figures.setApart(line, [...rows, { why: unused, containers: '' }]);
            }}
          >
            {say.anotherReason}
          </Button>
        </div>
      )}
    </div>
  );
}

export function CountAgain({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="notice notice-ask" role="alert">
      <h3>{say.again}</h3>
      <p>{lines.join(', ')}</p>
      <p>{say.againSays}</p>
    </section>
  );
}
