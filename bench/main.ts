/** Measures what was asked for, or everything, and prints one table. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { isEmmettThere } from './draws/bare-writers.js';
import { drawsBench } from './draws.bench.js';
import { printTable } from './rounds.js';
import type { Comparison } from './rounds.js';

const PARTS: Readonly<Record<string, () => Promise<readonly Comparison[]>>> = {
  draws: drawsBench,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
const rows: Comparison[] = [];
for (const [name, part] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) rows.push(...(await part()));
printTable(rows);
void spawnSync;
void availableParallelism;
void isEmmettThere;
