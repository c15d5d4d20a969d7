/** Plots that are read with eyes, keyboard or ears: each bar is a button that says its figure, each course has its words and a table. */
import { useId } from 'react';
import '../desk.css';
import { monthOf, shortMonth } from '../words/times.js';

export interface Bar {
  readonly month: string;
  readonly quantity: string;
  readonly lines: number;
}

/** Bars of months. A bar that hangs below the line is negative. */
export function MonthBars(props: {
  label: string;
  unit: string;
  linesWord: string;
  bars: readonly Bar[];
  chosen: string | null;
  onChoose: (month: string) => void;
}) {
  const values = props.bars.map(({ quantity }) => Number(quantity));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const range = high - low || 1;
  return (
    <ol className="bars" aria-label={props.label}>
      {props.bars.map(({ month, quantity, lines }, index) => {
        const value = values[index] ?? 0;
        const top = ((high - Math.max(0, value)) / range) * 100;
        return (
          <li key={month}>
            <button
              type="button"
              className="bar"
              aria-pressed={props.chosen === month}
              disabled={lines === 0}
              title={`${monthOf(month)}: ${quantity} ${props.unit}`}
              aria-label={`${monthOf(month)}: ${quantity} ${props.unit}, ${lines} ${props.linesWord}`}
              onClick={() => {
                props.onChoose(month);
              }}
            >
              <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  x="1"
                  width="8"
                  y={top}
                  height={Math.max(lines === 0 ? 0 : 1, (Math.abs(value) / range) * 100)}
                />
                <line x1="0" x2="10" y1={(high / range) * 100} y2={(high / range) * 100} />
              </svg>
              <span aria-hidden="true">{shortMonth(month)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** A course of sums beside its limit. */
export function CoursePlot(props: { says: string; limit: number; sums: readonly number[] }) {
  const id = useId();
  const { limit, sums } = props;
  const top = Math.max(limit * 1.15, ...sums);
  const x = (index: number): number => (sums.length < 2 ? 50 : (index / (sums.length - 1)) * 100);
  const y = (sum: number): number => 40 - (sum / top) * 38;
  const points = sums.map((sum, index) => `${x(index)},${y(sum)}`).join(' ');
  return (
    <svg
      className="course"
      viewBox="0 0 100 40"
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{props.says}</title>
      <line className="course-limit" x1="0" x2="100" y1={y(limit)} y2={y(limit)} />
      <line className="course-base" x1="0" x2="100" y1="40" y2="40" />
      <polyline points={sums.length === 1 ? `0,40 ${points}` : points} />
    </svg>
  );
}
