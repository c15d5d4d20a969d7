import PDFDocument from 'pdfkit';

/** A supplier's invoice, as a scanner would bring it. The supplier is invented. */
export async function invoicePdf(invoice: {
  readonly number: string;
  readonly date: string;
  readonly item: string;
  readonly containers: number;
}): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'LETTER',
    info: {
      Title: `Invoice ${invoice.number}`,
      CreationDate: new Date(`${invoice.date}T12:00:00Z`),
    },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
  });
  document.fontSize(18).text('Harbor Medical Supply');
  document.fontSize(10).text('400 Quay Street, Port Alder, FL 33901');
  document.moveDown().fontSize(14).text(`Invoice ${invoice.number}`);
  document.fontSize(10).text(`Date ${invoice.date}`).moveDown();
  document.text(`${invoice.containers} containers of ${invoice.item}`);
  document.text('Prices are on the statement of account.');
  document.end();
  await finished;
  return Buffer.concat(chunks);
}
