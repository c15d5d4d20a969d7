/** Documents that were issued, and one that an inspector took along. */
import { asId } from '../../src/domain/ids.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { Telling } from './telling.js';

export class DisclosureStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const [vial = asId('')] = await clinic.receive(2);
    const of = {
      from: businessDate('2026-11-01'),
      to: businessDate('2026-11-23'),
      size: await this.size(),
      root: asId('q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c='),
      release: 'Countersign 0.1.0',
    };
    const whole = await this.record('report-issued', {
      ...of,
      purpose: 'inspection',
      document: 'ledger',
      format: 'pdf',
      item: asId('ketamine 50 mg/mL injection, 10 mL'),
      about: [],
      paper: 'letter',
      file: asId('ab'.repeat(32)),
    });
    const single = await this.record('report-issued', {
      ...of,
      purpose: 'own-file',
      document: 'container',
      format: 'csv',
      item: null,
      about: [{ what: 'container', id: vial }],
      paper: 'a4',
      file: asId('cd'.repeat(32)),
    });
    await this.record('disclosure', {
      reports: [whole.entry.seq, single.entry.seq],
      to: 'drug-enforcement',
      organisation: 'Drug Enforcement Administration',
      manner: 'paper',
      reference: 'DEA-82 of 2026-11-23',
      personal: [
        { field: 'taker', value: 'Inspector Lane', retention: 'case' },
        { field: 'badge', value: '4711', retention: 'case' },
      ],
    });
    await this.record('disclosure', {
      reports: [single.entry.seq],
      to: 'patient',
      organisation: null,
      manner: 'shown',
      reference: null,
      personal: [{ field: 'taker', value: 'A. Patient', retention: 'case' }],
    });
  }
}
