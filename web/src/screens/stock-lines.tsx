/** Lines of identical containers: product, place, lot, expiry, how many. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { LocationField } from '../parts/fields.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import { PrintLabels, useContainerLabel } from './print-labels.js';

const say = words.receive;
const NUMBERS = { delivery: ['ordered', 'invoiced', 'counted'], inventory: ['counted'] } as const;

export interface StockLine {
  readonly product: string;
  /** What a scan told of the product. */
  readonly gtin: string;
  readonly location: string;
  readonly lot: string;
  readonly expires: string;
  readonly ordered: string;
  readonly invoiced: string;
  readonly counted: string;
}

export const blankLine = (told: {
  location: string;
  lot?: string | null;
  expires?: string | null;
  gtin?: string | null;
}): StockLine => ({
  product: '',
  gtin: told.gtin ?? '',
  location: told.location,
  lot: told.lot ?? '',
  expires: told.expires ?? '',
  ordered: '',
  invoiced: '',
  counted: '',
});

const isNumber = (text: string): boolean => /^\d{1,4}$/.test(text);

export const isWhole = (line: StockLine): boolean =>
  line.product !== '' &&
  line.lot !== '' &&
  line.expires !== '' &&
  [line.ordered, line.invoiced, line.counted].every(isNumber);

export function StockLines(props: {
  lines: readonly StockLine[];
  products: readonly Schemas['ProductRecordDto'][];
  counts: keyof typeof NUMBERS;
  onChange: (lines: readonly StockLine[]) => void;
}) {
  const { site } = useHere();
  const { lines, counts } = props;
  const change = (index: number, part: Partial<StockLine>): void => {
    props.onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  };
  return (
    <div className="stack">
      {lines.map((line, index) => (
        <fieldset key={index} className="stock-line">
          <legend>{index + 1}</legend>
          <NativeSelect
            label={say.product}
            value={line.product}
            onChange={(event) => {
              change(index, { product: event.currentTarget.value });
            }}
            data={[
              { value: '', label: words.choose },
              ...props.products.map(({ id, item, labeler, ndc }) => ({
                value: id,
                label: `${item} · ${labeler} · ${ndc}`,
              })),
            ]}
          />
          <div className="pair">
            <TextInput
              label={say.lot}
              value={line.lot}
              onChange={(event) => {
                change(index, { lot: event.currentTarget.value });
              }}
            />
            <TextInput
              label={say.expires}
              type="date"
              value={line.expires}
              onChange={(event) => {
                change(index, { expires: event.currentTarget.value });
              }}
            />
            <LocationField
              value={line.location}
              locations={site.facts.locations}
              onChange={(location) => {
                change(index, { location });
              }}
            />
            {NUMBERS[counts].map((name) => (
              <TextInput
                key={name}
                className="amount"
                label={counts === 'inventory' ? say.containers : say[name]}
                inputMode="numeric"
                value={line[name]}
                onChange={(event) => {
                  const value = event.currentTarget.value.replace(/\D/g, '');
                  // What was ordered is usually what came: the other two follow until they are typed.
                  const follows = name === 'ordered' ? { invoiced: value, counted: value } : {};
                  change(
                    index,
                    counts === 'inventory'
                      ? { ordered: value, invoiced: value, counted: value }
                      : { ...follows, [name]: value },
                  );
                }}
              />
            ))}
          </div>
          {lines.length > 1 && (
            <div className="row">
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  props.onChange(lines.filter((_, at) => at !== index));
                }}
              >
                {say.remove}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div className="row">
        <Button
          variant="default"
          onClick={() => {
            props.onChange([...lines, blankLine({ location: lines.at(-1)?.location ?? '' })]);
          }}
        >
          {say.another}
        </Button>
      </div>
    </div>
  );
}

export function LabelNumbers({ made }: { made: Schemas['MintingDto'] }) {
  const labelOf = useContainerLabel();
  return (
    <section aria-label={say.made} className="stack">
      <h3>{say.made}</h3>
      <p className="row wrap">
        {made.containers.map(({ container }) => (
          <span key={container} className="chip num">
            {container}
          </span>
        ))}
      </p>
      <PrintLabels labels={made.containers.map(labelOf)} />
    </section>
  );
}
