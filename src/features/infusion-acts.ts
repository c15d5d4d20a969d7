import type { LedgerId, OrderId } from '../domain/ids.js';
import type { Kind } from '../domain/request.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { ActDto } from '../platform/http/act.dto.js';
import type { AskingToRecord } from '../platform/http/asked.js';
import type { ActForm } from './act-form.js';
import { InfusionActDto } from './infusion.dto.js';
import type { Infusions } from './infusions.js';
import type { Recorder, RecordedAct } from './recorder.js';

const IN_PROCESS = 'in-process:';

/** Records acts about drawn drug, and answers how the infusions stand that they were about. */
export class InfusionActs {
  constructor(
    private readonly parts: {
      readonly recorder: Recorder;
      readonly reader: LedgerReader;
      readonly infusions: Infusions;
    },
  ) {}

  async record<K extends Kind, Dto extends ActDto>(
    asking: AskingToRecord,
    form: ActForm<K, Dto>,
    dto: Dto,
  ): Promise<InfusionActDto> {
    const recorded = await this.parts.recorder.atSite(asking, form, dto);
    const orders = await this.#ordersOf(asking.site, recorded);
    return new InfusionActDto(recorded, await this.parts.infusions.all(asking.site, orders));
  }

  /** Orders that the entry names, and those of the draws that it moved. */
  async #ordersOf(site: LedgerId, { entry }: RecordedAct): Promise<readonly OrderId[]> {
    const { movements, states } = entry.effects;
    const draws = movements
      .flatMap(({ from, to }) => [from, to])
      .filter((account) => account.startsWith(IN_PROCESS))
      .map((account) => account.slice(IN_PROCESS.length));
    const found = await this.parts.reader.cellsNamed(site, 'draw', [...new Set(draws)]);
    const named = states.flatMap((state) => (state.noun === 'order' ? [state.id] : []));
    return [...new Set([...named, ...[...found.values()].map(({ order }) => order)])];
  }
}
