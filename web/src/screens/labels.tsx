/** Labels for containers and bags: the number as people read it, and as a DataMatrix that the scanner reads. */
import { datamatrix, drawingSVG } from 'bwip-js/browser';
import { useEffect } from 'react';
import { words } from '../words/words.js';

const say = words.labels;

export interface Label {
  /** As people read it. */
  readonly number: string;
  /** As the scanner reads it. */
  readonly code: string;
  readonly item: string;
  readonly location: string;
}

export default function Labels({ labels }: { labels: readonly Label[] }) {
  // The sheet is printed as soon as it stands; the button prints it once more.
  useEffect(() => {
    window.print();
  }, []);
  return (
    <section className="labels" aria-label={say.print}>
      <p className="quiet not-printed">{say.says}</p>
      <ul>
        {labels.map(({ number, code, item, location }) => (
          <li key={code} className="label">
            <img src={pictureOf(code)} alt="" width="64" height="64" />
            <span>
              <strong className="num">{number}</strong>
              <span className="block">{item}</span>
              <span className="block">{location}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function pictureOf(code: string): string {
  const options = { bcid: 'datamatrix', text: code, scale: 4 };
  const svg = datamatrix(options, drawingSVG());
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
