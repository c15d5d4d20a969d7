/** What the file says of itself. pdfkit hashes all of it into the file's ID: same document, same ID. */
export interface About {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly creator: string;
  /** Becomes the dates of creation and change. */
  readonly at: Date;
}

export function information(about: About): Record<string, unknown> {
  return {
    Title: new InformationText(about.title),
    Author: new InformationText(about.author),
    Subject: new InformationText(about.subject),
    Keywords: new InformationText(about.keywords),
    Creator: new InformationText(about.creator),
    Producer: new InformationText('pdfkit'),
    CreationDate: about.at,
    ModDate: about.at,
  };
}

/** pdfkit puts the value of these into the information dictionary and, by `toString`, into XML that it does not escape. */
class InformationText extends String {
  override toString(): string {
    return this.valueOf()
      .replace(NOT_XML, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;');
  }
}
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
