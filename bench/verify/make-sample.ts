/** `node make-sample.js <folder> <lines>`: writes the log that is verified, in a process that ends with all it held. */
import { writeSampleLog } from './sample-log.js';

const [, , folder = '', lines = ''] = process.argv;
const size = await writeSampleLog(folder, Number(lines));
process.send?.({ lines: size }, () => process.exit());
