/** What the book takes over when a discrepancy is closed: of the vial it is about, or of sealed vials that are missing or too many. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { AmountField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { exact } from '../words/amounts.js';
import { words } from '../words/words.js';

const say = words.cases;
const CONTAINER = /^\d+-\d+$/;
const BLANK = { amount: '', vials: '', product: '', lot: '', expires: '', containers: '' };

type Content = Pick<Schemas['DiscrepancyDto'], 'settle' | 'found'>;
type Filled = typeof BLANK;

/** What is filled in of it: nothing, if the book stays as it is; `content` is null while something is half filled in. */
export function useSettlement({ container, difference }: Schemas['DiscrepancyStandingDto']) {
  const { site } = useHere();
  const [filled, setFilled] = useState<Filled>(BLANK);
  const direction: 'missing' | 'over' = difference.value.startsWith('-') ? 'missing' : 'over';
  const about = difference.in === 'product' ? 'amount' : direction;
  const vials =
    about === 'amount'
      ? [container ?? '']
      : filled.vials.split(/[\s,]+/).filter((text) => text !== '');
  const read = useQueries({
    queries: vials.map((vial) => ({
      ...reading('/api/sites/{site}/containers/{container}', {
        params: { site: site.site, container: vial },
      }),
      enabled: CONTAINER.test(vial),
    })),
  });
  const found = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const unit = found[0]?.size.unit ?? 'mL';
  const contents: Readonly<Record<typeof about, () => Content | null>> = {
    amount: () => {
      if (filled.amount === '') return {};
      if (container === null || found.length === 0 || exact(filled.amount) === undefined)
        return null;
      return { settle: [{ container, direction, quantity: { value: filled.amount, unit } }] };
    },
    missing: () => {
      if (vials.length === 0) return {};
      if (found.length < vials.length) return null;
      return {
        settle: found.map(({ container: vial, remaining }) => ({
          container: vial,
          direction,
          quantity: remaining,
        })),
      };
    },
    over: () => {
      const { product, lot, expires, containers } = filled;
      if (product === '') return {};
      if (lot === '' || expires === '' || containers === '') return null;
      return { found: [{ product, lot, expires, containers: Number(containers) }] };
    },
  };
  return {
    about: about === 'amount' && container === null ? null : about,
    ...{ direction, unit, filled },
    fill: (part: Partial<Filled>) => {
      setFilled({ ...filled, ...part });
    },
    content: contents[about](),
  };
}

type Settlement = ReturnType<typeof useSettlement>;

export function SettlementFields({ of, item }: { of: Settlement; item: string }) {
  switch (of.about) {
    case 'amount':
      return (
        <AmountField
          label={say.takenOver[of.direction]}
          says={say.takenOver.says}
          unit={of.unit}
          value={of.filled.amount}
          onChange={(amount) => {
            of.fill({ amount });
          }}
        />
      );
    case 'missing':
      return (
        <TextInput
          label={say.takenOver.vials}
          description={say.takenOver.says}
          placeholder="41-3, 41-4"
          value={of.filled.vials}
          onChange={typed((vials) => {
            of.fill({ vials });
          })}
        />
      );
    case 'over':
      return <FoundFields of={of} item={item} />;
    case null:
      return null;
  }
}

function FoundFields({ of: { filled, fill }, item }: { of: Settlement; item: string }) {
  const products = useQuery(reading('/api/products'));
  const labels = (products.data ?? []).filter((product) => product.item === item);
  return (
    <>
      <NativeSelect
        label={say.takenOver.found}
        description={say.takenOver.foundSays}
        value={filled.product}
        onChange={typed((product) => {
          fill({ product });
        })}
        data={[
          { value: '', label: words.none },
          ...labels.map(({ id, labeler, ndc }) => ({ value: id, label: `${labeler} · ${ndc}` })),
        ]}
      />
      <div className="pair">
        <TextInput
          label={words.receive.lot}
          value={filled.lot}
          onChange={typed((lot) => {
            fill({ lot });
          })}
        />
        <TextInput
          label={words.receive.expires}
          type="date"
          value={filled.expires}
          onChange={typed((expires) => {
            fill({ expires });
          })}
        />
        <TextInput
          className="amount"
          label={words.receive.containers}
          inputMode="numeric"
          value={filled.containers}
          onChange={typed((containers) => {
            fill({ containers: containers.replace(/\D/g, '') });
          })}
        />
      </div>
    </>
  );
}
