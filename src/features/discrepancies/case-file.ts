import { overfillAllowance, policyAt } from '../../domain/policy.js';
import { countedIn } from '../../domain/counting/counted.js';
import type { Discrepancy } from '../../domain/findings/discrepancy.js';
import type { Entry } from '../../domain/entry.js';
import { explainGap } from '../../domain/findings/gap-explainer.js';
import type { Explanation } from '../../domain/findings/gap-explainer.js';
import { agreedIn, gapWindow } from '../../domain/findings/gap-window.js';
import type { GapWindow } from '../../domain/findings/gap-window.js';
import type { LedgerId } from '../../domain/ids.js';
import { ZERO } from '../../domain/measures/quantity.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader, RecordedEntry } from '../../ledger/ledger-reader.js';

/** Which part of a case a line is. */
export type CasePart = 'opened' | 'found-again' | 'step' | 'explains' | 'loss';

const COUNTS = ['count', 'recount', 'inventory', 'close-out'] as const;
/** A look back or forward goes no further than so many pages of counts. */
const MOST_PAGES = 5;
/** Lines of the window that are looked at for an explanation. */
const MOST_LINES = 5_000;

/** Everything that the ledger says about one discrepancy. */
export class CaseFile {
  constructor(
    private readonly reader: LedgerReader,
    private readonly site: LedgerId,
    private readonly subject: Discrepancy,
  ) {}

  /** Its lines in their order, each with the part that it plays. */
  async timeline(): Promise<readonly { readonly line: RecordedEntry; readonly part: CasePart }[]> {
    const { lines } = this.subject;
    const parts = new Map<number, CasePart>();
    for (const line of await this.#explaining()) parts.set(line, 'explains');
    for (const line of await this.#losses()) parts.set(line, 'loss');
    for (const line of await this.#foundAgain()) parts.set(line, 'found-again');
    for (const [index, line] of lines.entries()) parts.set(line, index === 0 ? 'opened' : 'step');
    const entries = await Promise.all(
      [...parts].map(async ([line, part]) => ({
        line: await this.reader.entry(this.site, line),
        part,
      })),
    );
    return entries
      .flatMap(({ line, part }) => (line === undefined ? [] : [{ line, part }]))
      .sort((a, b) => a.line.entry.seq - b.line.entry.seq);
  }

  /** Single mistakes since the last agreed count that would explain it, the likeliest first. */
  async explanations(): Promise<{
    readonly window: GapWindow;
    readonly found: readonly Explanation[];
  }> {
    const { subject, reader, site } = this;
    const [openedIn = 0] = subject.lines;
    const from = await this.#lastAgreed(openedIn);
    const lines: Entry[] = [];
    for (let next = from; lines.length < MOST_LINES;) {
      const page = await reader.entries(site, { from: next, limit: LARGEST_PAGE });
      lines.push(...page.map(({ entry }) => entry));
      const last = page.at(-1);
      const isPast = last !== undefined && last.entry.seq > openedIn;
      if (last === undefined || page.length < LARGEST_PAGE || isPast) break;
      next = last.entry.seq + 1;
    }
    const container =
      subject.container === null
        ? undefined
        : await reader.cell(site, 'container', subject.container);
    const stock =
      container === undefined ? undefined : await reader.cell(site, 'stock', container.stock);
    const timeline = await reader.cell(site, 'policy', 'timeline');
    const at = lines.find(({ seq }) => seq === openedIn)?.occurredAt;
    if (timeline === undefined || at === undefined) throw new Error('a case without its line');
    const { settings } = policyAt(timeline, at);
    const window = gapWindow(subject, lines, {
      stock: stock ?? null,
      deadSpacePerDraw: settings.deadSpacePerDraw,
      overfillAllowance: stock === undefined ? ZERO : overfillAllowance(stock.size, settings),
    });
    return { window, found: explainGap(window) };
  }

  /** Line of the last count that agreed about it, before the one that opened it; the first line where there is none. */
  async #lastAgreed(openedIn: number): Promise<number> {
    for (let to = openedIn, page = 0; page < MOST_PAGES; page += 1) {
      const found = await this.reader.entries(this.site, {
        to,
        kinds: ['count', 'recount', 'inventory'],
        limit: LARGEST_PAGE,
        order: 'newest',
      });
      const agreed = found.find(({ entry }) => agreedIn(entry, this.subject) !== null);
      if (agreed !== undefined) return agreed.entry.seq;
      const last = found.at(-1);
      if (last === undefined || found.length < LARGEST_PAGE) return 0;
      to = last.entry.seq;
    }
    return 0;
  }

  /** Later counts that found the same again. */
  async #foundAgain(): Promise<readonly number[]> {
    const { id, lines, status } = this.subject;
    const [openedIn = 0] = lines;
    const closedIn = status === 'open' ? undefined : lines.at(-1);
    const again: number[] = [];
    for (let from = openedIn + 1, page = 0; page < MOST_PAGES; page += 1) {
      const found = await this.reader.entries(this.site, {
        from,
        ...(closedIn === undefined ? {} : { to: closedIn }),
        kinds: COUNTS,
        limit: LARGEST_PAGE,
      });
      again.push(...found.filter(({ entry }) => names(entry, id)).map(({ entry }) => entry.seq));
      const last = found.at(-1);
      if (last === undefined || found.length < LARGEST_PAGE) break;
      from = last.entry.seq + 1;
    }
    return again;
  }

  async #explaining(): Promise<readonly number[]> {
    const steps = await Promise.all(
      this.subject.lines.map((line) => this.reader.entry(this.site, line)),
    );
    return steps.flatMap((step) =>
      step?.entry.request.kind === 'discrepancy' ? step.entry.request.explainedBy : [],
    );
  }

  /** A site has few losses. */
  async #losses(): Promise<readonly number[]> {
    const found = await this.reader.cells(this.site, 'loss', { limit: LARGEST_PAGE });
    return found
      .filter(({ cases }) => cases.includes(this.subject.id))
      .flatMap(({ lines }) => lines);
  }
}

function names(entry: Entry, id: Discrepancy['id']): boolean {
  const counted = countedIn(entry).flatMap(({ found }) => [...found.open, ...found.sealed]);
  return (
    counted.some(({ discrepancy }) => discrepancy === id) ||
    entry.effects.states.some((state) => state.noun === 'close-out' && state.discrepancy === id)
  );
}
