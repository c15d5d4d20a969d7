/** Labels for containers: the number as people read it, and as a DataMatrix that the scanner reads. */
import { datamatrix, drawingSVG } from 'bwip-js/browser';
import { useEffect } from 'react';
import { words } from '../words/words.js';

const say = words.labels;

export interface Label {
  readonly container: string;
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
        {labels.map(({ container, item, location }) => (
          <li key={container} className="label">
            <img src={pictureOf(container)} alt="" width="64" height="64" />
            <span>
              <strong className="num">{container}</strong>
              <span className="block">{item}</span>
              <span className="block">{location}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "CS" says whose number it is, so that no other code of the same digits is taken for it. */
function pictureOf(container: string): string {
  const options = { bcid: 'datamatrix', text: `CS${container}`, scale: 4 };
  const svg = datamatrix(options, drawingSVG());
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
