import PDFDocument from 'pdfkit';

/** A paper as a scanner would bring it. */
export interface ScannedPaper {
  readonly from: string;
  readonly address: string;
  readonly title: string;
  readonly date: string;
  readonly lines: readonly string[];
}

export async function scan(paper: ScannedPaper): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'LETTER',
    info: { Title: paper.title, CreationDate: new Date(`${paper.date}T12:00:00Z`) },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
  });
  document.fontSize(18).text(paper.from);
  document.fontSize(10).text(paper.address);
  document.moveDown().fontSize(14).text(paper.title);
  document.fontSize(10).text(`Date ${paper.date}`).moveDown();
  for (const line of paper.lines) document.text(line);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}
