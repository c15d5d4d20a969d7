import { POLICY_BASIS } from '../../domain/policy-basis.js';
import { HOUSE_POLICY } from '../../domain/policy.js';
import type { PublishedPolicy, PublishedSettings } from '../../domain/policy.js';
import { ApiProperty } from '../../platform/http/described.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { PolicySettingsDto } from './policies.dto.js';

/** What a site has published, in the form in which it is published. */
export class PublishedPolicyDto {
  @ApiProperty({
    description: 'The line that published it; null for what every ledger begins with',
    nullable: true,
    type: Number,
  })
  line: number | null;
  @ApiProperty({ format: 'date-time' })
  effectiveFrom: string;
  @ApiProperty()
  settings: PolicySettingsDto;

  constructor({ line, effectiveFrom, settings }: PublishedPolicy) {
    this.line = line;
    this.effectiveFrom = effectiveFrom;
    this.settings = settingsOf(settings);
  }
}

/** What stands behind one setting. */
export class SettingBasisDto {
  @ApiProperty({ example: 'retentionYears' })
  setting!: string;
  @ApiProperty({ description: 'A citation, or "house policy"', example: '21 CFR 1304.04(a)' })
  basis!: string;
}

/** The policy of a site: what is in force, what will be, and what was. */
export class PolicyStandingDto {
  @ApiProperty({ description: 'In force now; every setting has its value' })
  inForce: PublishedPolicyDto;
  @ApiProperty({
    description: 'Not in force yet, the earliest first',
    type: PublishedPolicyDto,
    isArray: true,
  })
  coming: readonly PublishedPolicyDto[];
  @ApiProperty({
    description: 'In force before, the newest first',
    type: PublishedPolicyDto,
    isArray: true,
  })
  earlier: readonly PublishedPolicyDto[];
  @ApiProperty({ description: 'What every ledger begins with, before a site decides otherwise' })
  house: PolicySettingsDto;
  @ApiProperty({
    description: 'What stands behind each setting',
    type: SettingBasisDto,
    isArray: true,
  })
  basis: readonly SettingBasisDto[];

  constructor(policies: {
    readonly inForce: PublishedPolicy;
    readonly coming: readonly PublishedPolicy[];
    readonly earlier: readonly PublishedPolicy[];
  }) {
    this.inForce = new PublishedPolicyDto(policies.inForce);
    this.coming = policies.coming.map((each) => new PublishedPolicyDto(each));
    this.earlier = policies.earlier.map((each) => new PublishedPolicyDto(each));
    this.house = settingsOf(HOUSE_POLICY);
    this.basis = Object.entries(POLICY_BASIS).map(([setting, basis]) => ({ setting, basis }));
  }
}

function settingsOf(settings: PublishedSettings): PolicySettingsDto {
  return Object.assign(new PolicySettingsDto(), {
    ...settings,
    deadSpacePerDraw: QuantityDto.of(settings.deadSpacePerDraw, 'mL'),
    countSchedules: settings.countSchedules.map(({ weekdays, ...schedule }) => ({
      ...schedule,
      weekdays: weekdays.map(String),
    })),
    syringes: settings.syringes.map(({ size, graduation }) => ({
      size: QuantityDto.of(size, 'mL'),
      graduation: QuantityDto.of(graduation, 'mL'),
    })),
  });
}
