/**
 * One way through the leaves of an export, in a process of its own: first a pass that is not counted, then one that is.
 *
 * `node verify-process.js <way> <folder>`
 */
import { verifyExport } from '../../src/evidence/log-verify.js';
import { folderStore } from '../../src/ledger/offline/folder-store.js';
import { verifyLog } from '../../src/ledger/offline/verify-log.js';
import { VERIFY_WAYS } from './ways.js';
import type { VerifyFigures, VerifyWay } from './ways.js';

/** What a pass does, ready to be done again. It says how many lines it went through. */
type Pass = () => number | Promise<number>;

async function passOf(way: VerifyWay, folder: string): Promise<Pass> {
  if (way === 'book') {
    return async () => {
      const { wrong, lines } = await verifyLog({ folder });
      if (wrong !== null) throw new Error(`the sample does not hold: ${wrong}`);
      return lines;
    };
  }
  if (way === 'tree') {
    return async () => {
      const { finding, leaves } = await verifyExport(folderStore(folder));
      if (finding !== null) throw new Error(`the sample does not hold: ${finding.message}`);
      return leaves;
    };
  }
  const leaves: Buffer[] = [];
  await verifyExport(folderStore(folder), {
    onLeaf: ({ leafBytes }) => leaves.push(Buffer.from(leafBytes)),
  });
  return () => {
    for (const leaf of leaves) JSON.parse(leaf.toString());
    return leaves.length;
  };
}

async function measure(way: VerifyWay, folder: string): Promise<VerifyFigures> {
  const pass = await passOf(way, folder);
  await pass();
  const beganMs = performance.now();
  const before = process.cpuUsage();
  const lines = await pass();
  const { user, system } = process.cpuUsage(before);
  return {
    lines,
    seconds: (performance.now() - beganMs) / 1000,
    processorSeconds: (user + system) / 1e6,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
}

const [, , asked, folder = ''] = process.argv;
const way = VERIFY_WAYS.find((each) => each === asked);
if (way === undefined) throw new RangeError(`expected a way to verify, found ${String(asked)}`);
const figures = await measure(way, folder);
if (process.send === undefined) console.log(figures);
else process.send(figures, () => process.exit());
