import type { Fact } from '../../../reports/facts.js';
import { figure, stamp } from '../../../reports/words.js';
import type { PolicyInForce } from '../../domain/policy.js';
import type { DocumentParts } from './ledger-document.js';
import { policyThen } from './policy-then.js';

/** What the site has decided for itself, as it was in force at the checkpoint, with the rule that each decision answers. */
export async function policyFacts(parts: DocumentParts): Promise<readonly Fact[]> {
  const policy = await policyThen(parts);
  const { zone } = parts.head.site;
  return [
    {
      name: 'Published',
      value:
        policy.line === null
          ? 'By nobody: the policy of the house holds'
          : `By line ${policy.line}, in force since ${stamp(policy.effectiveFrom, zone)}`,
    },
    ...settingsFacts(policy),
  ];
}

function settingsFacts({ settings }: PolicyInForce): readonly Fact[] {
  const opened = {
    estimated: 'may be estimated',
    'quarter-containers': 'are counted to the nearest quarter of a container',
    measured: 'are measured',
  }[settings.openedContainers];
  return [
    {
      name: 'Inventories (21 CFR 1304.11(c))',
      value: `Every ${settings.inventoryMonths} months at the latest; opened containers ${opened}`,
    },
    {
      name: 'Records are kept (21 CFR 1304.04(a))',
      value: `${settings.retentionYears} years from their date`,
    },
    {
      name: 'Waste after dispensing (21 CFR 1304.22(c))',
      value: `Two people; a witness later than ${settings.witnessWindowMinutes} minutes is marked`,
    },
    {
      name: 'Remainder of a multiple-dose container',
      value:
        settings.multipleDoseRemainder === 'inventory'
          ? 'Inventory: destroyed or handed over for destruction (21 CFR Part 1317)'
          : 'Wasted before a witness',
    },
    {
      name: 'Late entries',
      value: `Later than ${settings.lateAfterMinutes} minutes needs a reason and is marked`,
    },
    {
      name: 'Overfill and dead space',
      value: `At least ${settings.overfillPercent} percent of the label; ${figure(settings.deadSpacePerDraw)} a draw`,
    },
    {
      name: 'Use after opening',
      value: `Multiple-dose ${settings.multipleDoseDays} days, single-dose ${settings.singleDoseHours} hours, preparations ${settings.preparationHours} hours`,
    },
    {
      name: 'Counts',
      value: `${settings.countSchedules.length} on schedule, each by ${settings.countsBy === 'two-people' ? 'two people, blind to each other' : 'one person, blind'}`,
    },
  ];
}
