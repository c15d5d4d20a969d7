/**
 * A second, simple book: what a careful person with a pencil would expect of the register. It knows
 * thousandths and plain rules, shares no code with `src/domain`, and is compared with it after every
 * step of the property tests.
 */
export interface ModelContainer {
  readonly item: string;
  readonly size: number;
  readonly isSingleDose: boolean;
  status: 'sealed' | 'open' | 'closed';
  isQuarantined: boolean;
  book: number;
  draws: number;
  patient: string | undefined;
  /** What its close-out said, until a correction says it again. */
  residue: Residue | undefined;
}
export interface ModelDraw {
  container: number;
  drawn: number;
  inProcess: number;
  readonly order: number;
  bag: number | undefined;
}
export interface ModelOrder {
  readonly patient: string;
}
export interface ModelBag {
  readonly order: number;
  readonly draws: readonly number[];
  left: number;
}
interface Residue {
  book: number;
  draws: number;
  overfill: number;
  hubLoss: number;
  unexplained: number;
}
export type Posture = 'intended' | 'done';

const DEAD_SPACE = 70;

/** Totals of what left custody, by audit item. */
interface Totals {
  given: number;
  wasted: number;
}

export class Model {
  readonly containers: ModelContainer[] = [];
  readonly orders: ModelOrder[] = [];
  readonly draws: ModelDraw[] = [];
  readonly bags: ModelBag[] = [];
  readonly totals = new Map<string, Totals>();
  private readonly settled = new Map<string, number>();

  addContainer(facts: Pick<ModelContainer, 'item' | 'size' | 'isSingleDose'>): void {
    this.containers.push({
      ...facts,
      status: 'sealed',
      isQuarantined: false,
      book: facts.size,
      draws: 0,
      patient: undefined,
      residue: undefined,
    });
    this.totals.set(facts.item, this.totals.get(facts.item) ?? { given: 0, wasted: 0 });
  }

  /** The lowest that a container's book may reach: a tenth of its label, or the compendial excess. */
  lowest({ size }: ModelContainer): number {
    const excess = size > 5_000 ? 500 : size > 2_000 ? 300 : size > 1_000 ? 150 : 100;
    return -Math.max(size / 10, excess);
  }

  /** Whether the draw is taken; it is then in the model. */
  draw(order: number, container: number, amount: number, posture: Posture): boolean {
    const from = this.containers[container];
    const patient = this.orders[order]?.patient;
    if (from === undefined || patient === undefined || from.status === 'closed') return false;
    if (amount <= 0) return false;
    const isOtherPatient = from.patient !== undefined && from.patient !== patient;
    const isBeyond = from.book - amount < this.lowest(from);
    if (posture === 'intended' && (from.isQuarantined || isOtherPatient || isBeyond)) return false;
    this.take(from, amount, patient);
    this.draws.push({ container, drawn: amount, inProcess: amount, order, bag: undefined });
    return true;
  }
  private take(from: ModelContainer, amount: number, patient: string | undefined): void {
    from.book -= amount;
    from.draws += 1;
    if (from.status === 'sealed') from.status = 'open';
    if (from.isSingleDose && from.status === 'open') from.patient ??= patient;
  }

  give(draw: number, amount: number): boolean {
    const from = this.draws[draw];
    if (from === undefined || amount <= 0 || amount > from.inProcess) return false;
    from.inProcess -= amount;
    this.total(from).given += amount;
    return true;
  }

  waste(draw: number, amount: number, how: { posture: Posture; hasWitness: boolean }): boolean {
    const from = this.draws[draw];
    if (from === undefined || amount <= 0 || amount > from.inProcess) return false;
    if (how.posture === 'intended' && !how.hasWitness) return false;
    from.inProcess -= amount;
    this.total(from).wasted += amount;
    return true;
  }

  prepare(draws: readonly number[], volume: number): boolean {
    const parents = draws.map((each) => this.draws[each]);
    const order = parents[0]?.order;
    if (order === undefined || new Set(draws).size !== draws.length) return false;
    for (const parent of parents)
      if (parent?.order !== order || parent.bag !== undefined || parent.inProcess <= 0)
        return false;
    if (volume < parents.reduce((sum, parent) => sum + (parent?.inProcess ?? 0), 0)) return false;
    for (const parent of parents) if (parent !== undefined) parent.bag = this.bags.length;
    this.bags.push({ order, draws, left: volume });
    return true;
  }

  /** So much of a bag ran in; each draw gives its share of what it still has, rounded half up. */
  infuse(bag: number, volume: number): boolean {
    const from = this.bags[bag];
    if (from === undefined || volume <= 0 || volume > from.left) return false;
    for (const id of from.draws) {
      const draw = this.draws[id];
      if (draw === undefined) continue;
      const given = Math.floor((draw.inProcess * volume * 2 + from.left) / (from.left * 2));
      draw.inProcess -= given;
      this.total(draw).given += given;
    }
    from.left -= volume;
    return true;
  }

  quarantine(container: number): boolean {
    const one = this.containers[container];
    if (one === undefined || one.status === 'closed' || one.isQuarantined) return false;
    one.isQuarantined = true;
    return true;
  }
  release(container: number): boolean {
    const one = this.containers[container];
    if (one === undefined || !one.isQuarantined) return false;
    one.isQuarantined = false;
    return true;
  }

  closeOut(container: number): boolean {
    const one = this.containers[container];
    if (one?.status !== 'open') return false;
    one.residue = this.residueOf(one.book, one);
    one.status = 'closed';
    one.book = 0;
    return true;
  }
  private residueOf(book: number, one: ModelContainer): Residue {
    const overfill = book < 0 ? Math.min(-book, -this.lowest(one)) : 0;
    const hubLoss = book > 0 ? Math.min(book, one.draws * DEAD_SPACE) : 0;
    return { book, draws: one.draws, overfill, hubLoss, unexplained: book + overfill - hubLoss };
  }

  /** The draw was another amount, or came from another container; nothing means that it never was. */
  correct(draw: number, container: number, amount: number): boolean {
    const was = this.draws[draw];
    const from = was === undefined ? undefined : this.containers[was.container];
    const to = this.containers[container];
    if (was === undefined || from === undefined || to === undefined || amount < 0) return false;
    const used = was.drawn - was.inProcess;
    const isSame = from === to;
    if (was.drawn === amount && (isSame || amount === 0)) return false;
    if (amount < used || (from.item !== to.item && used > 0)) return false;
    const before = to.book + (isSame ? was.drawn : 0);
    if (to.status !== 'closed' && before - amount < this.lowest(to)) return false;
    const stays = isSame && was.drawn > 0 && amount > 0;
    from.book += was.drawn;
    if (was.drawn > 0 && !stays) this.undraw(from);
    if (stays) to.book -= amount;
    else if (amount > 0) this.take(to, amount, this.orders[was.order]?.patient);
    for (const one of new Set([from, to])) this.settleAgain(one);
    was.container = container;
    was.inProcess = amount - used;
    was.drawn = amount;
    return true;
  }
  /** A container that nobody drew from after all is sealed again. */
  private undraw(from: ModelContainer): void {
    from.draws -= 1;
    if (from.draws > 0 || from.status !== 'open') return;
    from.status = 'sealed';
    from.patient = undefined;
  }
  /** A closed container stays at nothing: its residue takes over what the correction changed. */
  private settleAgain(one: ModelContainer): void {
    if (one.residue === undefined) return;
    one.residue = this.residueOf(one.residue.book + one.book, one);
    one.book = 0;
  }

  /** A container that the book lacked comes into it from nowhere that is known, and is set apart. */
  find(facts: Pick<ModelContainer, 'item' | 'size' | 'isSingleDose'>): void {
    this.addContainer(facts);
    const found = this.containers.at(-1);
    if (found !== undefined) found.isQuarantined = true;
    this.settled.set(facts.item, (this.settled.get(facts.item) ?? 0) - facts.size);
  }

  /** What a discrepancy takes off the book, or adds to it, without an explanation. */
  settle(container: number, amount: number): boolean {
    const one = this.containers[container];
    if (one === undefined || (amount > 0 && amount > one.book)) return false;
    one.book -= amount;
    this.settled.set(one.item, (this.settled.get(one.item) ?? 0) + amount);
    return true;
  }

  private total({ container }: ModelDraw): Totals {
    const totals = this.totals.get(this.containers[container]?.item ?? '');
    if (totals === undefined) throw new Error('a draw from nowhere');
    return totals;
  }

  /** What the register should show of one audit item. */
  figures(item: string): Readonly<Record<string, number>> {
    const containers = this.containers.filter((each) => each.item === item);
    const draws = this.draws.filter((each) => this.containers[each.container]?.item === item);
    const residues = containers.flatMap(({ residue }) => residue ?? []);
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    return {
      onHand: sum(containers.map(({ book }) => book)),
      inProcess: sum(draws.map(({ inProcess }) => inProcess)),
      given: this.totals.get(item)?.given ?? 0,
      wasted: this.totals.get(item)?.wasted ?? 0,
      overfill: sum(residues.map(({ overfill }) => overfill)),
      hubLoss: sum(residues.map(({ hubLoss }) => hubLoss)),
      unexplained:
        sum(residues.map(({ unexplained }) => unexplained)) + (this.settled.get(item) ?? 0),
    };
  }
}
