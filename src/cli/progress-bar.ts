import { SingleBar } from 'cli-progress';

/** Shows how far a long work is, on a terminal; says nothing where output goes elsewhere. */
export interface ProgressBar {
  reach(step: number, of: number): void;
  end(): void;
}

const DRAWINGS_PER_SECOND = 10;

export function progressBar(what: string): ProgressBar {
  if (!process.stderr.isTTY) return { reach: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: `${what} {bar} {value} of {total} lines, {eta_formatted} to go`,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    stream: process.stderr,
    fps: DRAWINGS_PER_SECOND,
  });
  let isShown = false;
  return {
    reach: (step, of) => {
      if (!isShown) bar.start(of, step);
      isShown = true;
      bar.update(step);
    },
    end: () => {
      if (isShown) bar.stop();
    },
  };
}
