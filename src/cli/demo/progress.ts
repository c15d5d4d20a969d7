import { SingleBar } from 'cli-progress';

/** How far a long work is, for whoever waits for it. */
export interface Progress {
  reach(step: number): void;
  end(): void;
}

const LINES_WITHOUT_TERMINAL = 12;

/** A bar on a terminal; a line now and then where output goes elsewhere. */
export function progressOf(total: number, of: string): Progress {
  if (!process.stdout.isTTY) return lines(total, of);
  const bar = new SingleBar({
    format: `{bar} {value} of {total} ${of}, {eta_formatted} to go`,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  bar.start(total, 0);
  return {
    reach: (step) => {
      bar.update(step);
    },
    end: () => {
      bar.stop();
    },
  };
}

function lines(total: number, of: string): Progress {
  const every = Math.max(1, Math.ceil(total / LINES_WITHOUT_TERMINAL));
  return {
    reach: (step) => {
      if (step % every === 0 || step === total) process.stdout.write(`${step} of ${total} ${of}\n`);
    },
    end: () => undefined,
  };
}
