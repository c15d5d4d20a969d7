/** A delivery: the carton is scanned or typed, and many identical vials are received in one line. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { CodeField } from '../parts/fields.js';
import { UploadField } from '../parts/upload-field.js';
import { Page, Panel } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { productOfGtin } from '../scan/codes.js';
import { useScan } from '../scan/wedge.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import { blankLine, isWhole, LabelNumbers, StockLines } from './stock-lines.js';
import type { StockLine } from './stock-lines.js';

const say = words.receive;

export default function Receive() {
  const { site } = useHere();
  const products = useQuery(reading('/api/products'));
  const suppliers = useQuery(reading('/api/suppliers'));
  const approved = (products.data ?? []).filter(({ status }) => status === 'approved');
  const asked = new URLSearchParams(useSearch());
  const location = site.facts.locations[0]?.id ?? '';
  const [lines, setLines] = useState<readonly StockLine[]>([
    blankLine({
      location,
      lot: asked.get('lot'),
      expires: asked.get('expires'),
      gtin: asked.get('gtin'),
    }),
  ]);
  const [supplier, setSupplier] = useState('');
  const [document, setDocument] = useState<'invoice' | 'packing-slip' | 'none' | 'prescription'>(
    'invoice',
  );
  const [invoice, setInvoice] = useState('');
  const [invoiceDate, setInvoiceDate] = useState('');
  const [invoiceFile, setInvoiceFile] = useState<string | null>(null);
  const [made, setMade] = useState<Schemas['MintingDto'] | null>(null);
  useScan((scanned) => {
    if (scanned.is !== 'package') return false;
    setLines((earlier) => [
      ...earlier.filter(({ lot }) => lot !== ''),
      blankLine({ location, ...scanned }),
    ]);
    return true;
  });
  const chosen = lines.map((line) => ({
    ...line,
    product: line.product === '' ? (productOfGtin(line.gtin, approved)?.id ?? '') : line.product,
  }));
  const unknown = !products.isSuccess
    ? []
    : chosen.filter(({ gtin, product }) => gtin !== '' && product === '');
  const isReady =
    supplier !== '' && chosen.every(isWhole) && (document !== 'invoice' || invoice !== '');
  const content = !isReady
    ? null
    : {
        supplier,
        document,
        ...(invoice === '' ? {} : { invoiceNumber: invoice }),
        ...(invoiceDate === '' ? {} : { invoiceDate }),
        ...(invoiceFile === null ? {} : { invoiceFile }),
        lines: chosen.map(
          ({ product, location: where, lot, expires, ordered, invoiced, counted }) => ({
            product,
            location: where,
            lot,
            expires,
            ordered: Number(ordered),
            invoiced: Number(invoiced),
            counted: Number(counted),
          }),
        ),
      };
  return (
    <Page title={say.title} beside={<Link href="/inventory">{say.inventory}</Link>}>
      {products.isSuccess && approved.length === 0 && (
        <p className="notice notice-warn">
          {say.noProduct} <Link href="/products">{words.nav.products}</Link>
        </p>
      )}
      {suppliers.isSuccess && suppliers.data.length === 0 && (
        <p className="notice notice-warn">
          {say.noSupplier} <Link href="/suppliers">{words.nav.suppliers}</Link>
        </p>
      )}
      <Panel title={say.record}>
        <ActForm<Schemas['MintingDto']>
          kind="receipt"
          path="/api/sites/{site}/receipts"
          label={say.record}
          content={content}
          second={{ meaning: 'verified', seen: ['container', 'papers'] }}
          onRecorded={setMade}
        >
          <div className="pair">
            <NativeSelect
              label={say.supplier}
              value={supplier}
              onChange={typed(setSupplier)}
              data={[
                { value: '', label: words.choose },
                ...(suppliers.data ?? [])
                  .filter(({ status }) => status === 'active')
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <CodeField
              label={say.document}
              value={document}
              of={['invoice', 'packing-slip', 'none', 'prescription'] as const}
              onChange={setDocument}
            />
            <TextInput label={say.invoice} value={invoice} onChange={typed(setInvoice)} />
            <TextInput
              label={say.invoiceDate}
              type="date"
              value={invoiceDate}
              onChange={typed(setInvoiceDate)}
            />
          </div>
          <UploadField
            label={say.invoiceFile}
            says={say.invoiceFileSays}
            onUploaded={setInvoiceFile}
          />
          {unknown.length > 0 && (
            <p className="notice notice-warn" role="alert">
              {say.unknownCode}: {unknown.map(({ gtin }) => gtin).join(', ')}
            </p>
          )}
          <StockLines lines={chosen} products={approved} counts="delivery" onChange={setLines} />
        </ActForm>
        {made !== null && <LabelNumbers made={made} />}
      </Panel>
    </Page>
  );
}
