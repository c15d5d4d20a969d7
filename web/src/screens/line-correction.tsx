/** "Correct this line": the line stays as it is, and a new one says what it should have said. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { CodeField } from '../parts/fields.js';
import { Read } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import type { Chain, Line } from './correction-form.js';
import { DrawChange, GivenChange, OrderChange, WasteChange } from './correction-of-draws.js';
import { OrderPatientChange, PatientChange } from './correction-of-orders.js';
import { InvoiceChange, LotChange, ProductChange, WithdrawnChange } from './correction-of-stock.js';

const say = words.correct;
/** Corrections of corrections that are followed back to what they are about. */
const MOST_OF_A_CHAIN = 50;

/** Kinds of lines that are corrected here, each with the changes that it takes. */
const CHANGES: Readonly<Record<string, readonly ChangeName[]>> = {
  draw: ['draw', 'draw-order'],
  administration: ['administration'],
  waste: ['waste'],
  receipt: ['receipt-particulars', 'lot-particulars', 'receipt-withdrawn', 'product'],
  inventory: ['lot-particulars', 'receipt-withdrawn', 'product'],
  'infusion-order': ['patient-particulars', 'order-patient'],
};
type ChangeName = keyof typeof FORMS;

/** Whether a line of this kind is corrected by a correction; others are set right by a line of their own kind. */
export const isCorrectable = ({ kind, correctedBy, corrects }: Line): boolean =>
  correctedBy === null && (corrects !== null || CHANGES[kind] !== undefined);

export function Correction(props: {
  line: Line;
  onRecorded: (answer: Schemas['RecordedDto']) => void;
}) {
  const query = useChain(props.line);
  return (
    <div className="stack">
      <p className="quiet">{say.says}</p>
      <Read query={query}>{(chain) => <Change chain={chain} onRecorded={props.onRecorded} />}</Read>
    </div>
  );
}

function Change(props: { chain: Chain; onRecorded: (answer: Schemas['RecordedDto']) => void }) {
  const changes = CHANGES[props.chain[0].kind] ?? [];
  const [change, choose] = useState(changes[0]);
  if (change === undefined) return <p className="quiet">{say.none}</p>;
  const Form = FORMS[change];
  return (
    <>
      {changes.length > 1 && (
        <CodeField label={say.what} value={change} of={changes} onChange={choose} />
      )}
      <Form key={change} {...props} />
    </>
  );
}

/** The chain that a line is the newest of. */
function useChain(newest: Line) {
  const { site } = useHere();
  return useQuery({
    queryKey: ['chain', site.site, newest.line, newest.correctedBy],
    queryFn: async (): Promise<Chain> => {
      let chain: Chain = [newest];
      while (chain[0].corrects !== null && chain.length < MOST_OF_A_CHAIN) {
        const { line } = chain[0].corrects;
        const params = { site: site.site, line };
        chain = [await get('/api/sites/{site}/entries/{line}', { params }), ...chain];
      }
      return chain;
    },
  });
}

const FORMS = {
  draw: DrawChange,
  'draw-order': OrderChange,
  administration: GivenChange,
  waste: WasteChange,
  'receipt-particulars': InvoiceChange,
  'lot-particulars': LotChange,
  'receipt-withdrawn': WithdrawnChange,
  product: ProductChange,
  'patient-particulars': PatientChange,
  'order-patient': OrderPatientChange,
} as const;
