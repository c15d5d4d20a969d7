/**
 * Draws over HTTP, beside what else one could do on the same server in the same minutes. Each way has its turn in every
 * round, and a ratio compares turns of one round.
 */
import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './children.js';
import { EMMETT } from './draws/bare-writers.js';
import type { LoadAnswer, LoadQuestion } from './draws/load-process.js';
import type { Plan } from './draws/plan.js';
import { Servers } from './draws/servers.js';
import type { Service } from './draws/servers.js';
import { WRITERS } from './draws/writers.js';
import type { Writer } from './draws/writers.js';
import { isPeerThere } from './peers.js';
import { figure, ratios, spread } from './rounds.js';
import type { Comparison, Goal } from './rounds.js';

interface Arrangement {
  readonly clients: number;
  readonly ledgers: number;
}

const ARRANGEMENTS: readonly Arrangement[] = [
  { clients: 32, ledgers: 1 },
  { clients: 1, ledgers: 1 },
  { clients: 32, ledgers: 8 },
  { clients: 1, ledgers: 8 },
];
const LEDGERS = 8;
const ROUNDS = 4;
const WARM_MS = 300;
const COUNTED_MS = 1_500;
const WARM_UP = { clients: 32, ledgers: LEDGERS };
const WARM_UP_MS = 3_000;
/** Draws that all rounds together can make, with room to spare; beyond that a window ends early. */
const ORDERS_OF_FIRST = 20_000;
const ORDERS_OF_OTHERS = 2_500;

type Way = Writer | 'insert' | 'emmett';

/** What came of a way's turn in a round. */
interface Turn extends LoadAnswer {
  /** Processor time of the service for each request: what a busy machine hardly distorts. */
  readonly processorMs?: number;
}
type Turns = Map<Way, Turn[]>;

export async function drawsBench(): Promise<readonly Comparison[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  // The account that runs the server for root passes through.
  await chmod(folder, 0o711);
  const servers = await Servers.start(folder);
  try {
    console.log('draws: setting up ledgers and orders …');
    const plan = await servers.stage(
      Array.from({ length: LEDGERS }, (_, index) =>
        index === 0 ? ORDERS_OF_FIRST : ORDERS_OF_OTHERS,
      ),
    );
    await servers.copy();
    return await compare(servers, plan);
  } finally {
    await servers.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(servers: Servers, plan: Plan): Promise<readonly Comparison[]> {
  const contest = new Contest(servers, plan, await servers.leafBytes());
  await contest.open();
  try {
    const rows: Comparison[] = [];
    for (const arrangement of ARRANGEMENTS)
      rows.push(...rowsOf(arrangement, await contest.hold(arrangement)));
    return rows;
  } finally {
    await contest.close();
  }
}

class Contest {
  readonly #services = new Map<Writer, Service>();
  readonly #made = new Map<Writer, readonly number[]>();
  readonly #load = new Child('draws/load-process.js', import.meta.url);

  constructor(
    private readonly servers: Servers,
    private readonly plan: Plan,
    private readonly bytes: number,
  ) {}

  async open(): Promise<void> {
    for (const writer of WRITERS) {
      this.#services.set(writer, await this.servers.service(writer));
      this.#made.set(writer, this.plan.made);
    }
    // Until the compiler has seen what runs often, a service is a tenth as fast.
    for (const writer of WRITERS) await this.#signInAt(writer, WARM_UP.clients);
    for (const writer of WRITERS) await this.#turn(writer, WARM_UP, { warmMs: WARM_UP_MS });
  }

  async hold(arrangement: Arrangement): Promise<Turns> {
    for (const writer of WRITERS) await this.#signInAt(writer, arrangement.clients);
    const turns: Turns = new Map();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of waysOf(arrangement)) {
        const answer = await this.#turn(way, arrangement);
        turns.set(way, [...(turns.get(way) ?? []), answer]);
      }
    }
    for (const [way, answers] of turns) show(arrangement, way, answers);
    return turns;
  }

  async close(): Promise<void> {
    await this.#load.end();
    for (const service of this.#services.values()) await service.end();
  }

  async #signInAt(writer: Writer, devices: number): Promise<void> {
    await this.#ask({ ask: 'sign-in', url: this.#service(writer).url, devices });
  }

  #service(writer: Writer): Service {
    const service = this.#services.get(writer);
    if (service === undefined) throw new Error(`the service with writer ${writer} was not started`);
    return service;
  }

  async #turn(
    way: Way,
    { clients, ledgers }: Arrangement,
    { warmMs = WARM_MS } = {},
  ): Promise<Turn> {
    const window = { clients, warmMs, countedMs: COUNTED_MS };
    if (way === 'insert' || way === 'emmett') {
      const { bareUrl: databaseUrl } = this.servers;
      return this.#ask({ ask: way, databaseUrl, bytes: this.bytes, ...window });
    }
    const made = this.#made.get(way) ?? [];
    const service = this.#service(way);
    const beforeSeconds = await service.processor();
    const answer = await this.#ask({
      ask: 'draws',
      url: service.url,
      sites: this.plan.sites.slice(0, ledgers),
      made: made.slice(0, ledgers),
      mayRepeat: way === 'none',
      ...window,
    });
    this.#made.set(way, [...answer.made, ...made.slice(ledgers)]);
    const usedSeconds = (await service.processor()) - beforeSeconds;
    return { ...answer, processorMs: (1000 * usedSeconds) / answer.answered };
  }

  #ask(question: LoadQuestion): Promise<LoadAnswer> {
    return this.#load.ask<LoadAnswer>(question);
  }
}

/** A stream is one: with eight ledgers there is nothing to compare it with. */
function waysOf({ ledgers }: Arrangement): readonly Way[] {
  return [
    ...WRITERS,
    'insert',
    ...(ledgers === 1 && isPeerThere(EMMETT) ? ['emmett' as const] : []),
  ];
}

function show({ clients, ledgers }: Arrangement, way: Way, answers: readonly Turn[]): void {
  const rate = spread(answers.map(({ perSecond }) => perSecond));
  const medianMs = spread(answers.map((each) => each.medianMs)).middle;
  const slowMs = spread(answers.map((each) => each.slowMs)).middle;
  const processorMs = answers.flatMap((each) => each.processorMs ?? []);
  console.log(
    [
      `${clients} clients, ${ledgers} ledgers`.padEnd(24),
      way.padEnd(8),
      `${figure(rate.middle)}/s`.padStart(10),
      `(${figure(rate.least)} to ${figure(rate.most)})`.padEnd(20),
      `median ${figure(medianMs)} ms, 1 in 100 above ${figure(slowMs)} ms`.padEnd(44),
      processorMs.length === 0 ? '' : `processor ${figure(spread(processorMs).middle)} ms each`,
    ].join('  '),
  );
}

const OTHERS: readonly { readonly way: Way; readonly words: string }[] = [
  { way: 'plain', words: '(a) a TypeORM transaction per request, same application' },
  { way: 'none', words: '(b) the same application without a writer' },
  { way: 'insert', words: '(c) an INSERT of one row, without HTTP' },
  { way: 'emmett', words: '(d) emmett appending to one stream, without HTTP' },
];

const GOALS: Partial<Record<Way, Goal>> = { plain: { least: 10 }, none: { least: 0.4 } };

function rowsOf({ clients, ledgers }: Arrangement, turns: Turns): readonly Comparison[] {
  const rates = (way: Way): readonly number[] =>
    (turns.get(way) ?? []).map(({ perSecond }) => perSecond);
  const isPromised = clients === 32 && ledgers === 1;
  const part = `draws, ${clients} on ${ledgers}`;
  const ours = rates('ours');
  const costs = (way: Way): readonly number[] =>
    (turns.get(way) ?? []).flatMap(({ processorMs }) => processorMs ?? []);
  return [
    { part, compares: 'draws over HTTP', found: spread(ours), unit: 'per second', goal: null },
    ...OTHERS.filter(({ way }) => turns.has(way)).map(({ way, words }): Comparison => ({
      part,
      compares: `the same / ${words}`,
      found: ratios(ours, rates(way)),
      unit: 'times',
      goal: isPromised ? (GOALS[way] ?? null) : null,
    })),
    ...OTHERS.filter(({ way }) => costs(way).length > 0).map(({ way, words }): Comparison => ({
      part,
      compares: `processor time of the service for each / ${words}`,
      found: ratios(costs('ours'), costs(way)),
      unit: 'times',
      goal: null,
    })),
  ];
}
