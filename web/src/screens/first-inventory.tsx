/** The initial inventory: everything on hand when the register opens, or nothing. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Panel } from '../parts/page.js';
import { useHere, useNow } from '../session/session.js';
import { words } from '../words/words.js';
import { blankLine, isWhole, LabelNumbers, StockLines } from './stock-lines.js';
import type { StockLine } from './stock-lines.js';

const say = words.receive;

export function FirstInventory() {
  const { site } = useHere();
  const now = useNow();
  const [startedAt] = useState(() => new Date(now).toISOString());
  const products = useQuery(reading('/api/products'));
  const approved = (products.data ?? []).filter(({ status }) => status === 'approved');
  const [lines, setLines] = useState<readonly StockLine[]>([
    blankLine({ location: site.facts.locations[0]?.id ?? '' }),
  ]);
  const [made, setMade] = useState<Schemas['MintingDto'] | null>(null);
  const filled = lines.filter(
    ({ product, lot, counted }) => product !== '' || lot !== '' || counted !== '',
  );
  const content = !filled.every(isWhole)
    ? null
    : {
        type: 'initial',
        asOf: 'opening',
        startedAt,
        endedAt: startedAt,
        open: [],
        sealed: filled.map(({ product, location, lot, expires, counted }) => ({
          product,
          location,
          lot,
          expires,
          containers: Number(counted),
        })),
      };
  return (
    <Panel title={say.inventory}>
      <ActForm<Schemas['MintingDto']>
        kind="inventory"
        path="/api/sites/{site}/inventories"
        label={say.recordInventory}
        content={content}
        second={{ meaning: 'counted', seen: ['count'] }}
        onRecorded={setMade}
      >
        <p className="quiet">{say.inventorySays}</p>
        <StockLines lines={lines} products={approved} counts="inventory" onChange={setLines} />
      </ActForm>
      {made !== null && <LabelNumbers made={made} />}
    </Panel>
  );
}
