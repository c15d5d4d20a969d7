import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Instant } from '../../domain/measures/instant.js';
import type { Clock } from '../../platform/clock.js';
import { CLOCK } from '../../platform/platform.module.js';
import { Readiness } from '../../platform/readiness.js';
import { Warnings } from '../../platform/warnings.js';

/** What the service's clock says: requests tell when something happened by it. */
export interface Life {
  readonly status: 'live';
  readonly at: Instant;
  readonly clock: 'real' | 'simulated';
}

/** Whether the process lives, and whether it can serve. Nobody signs in to ask. */
@Controller('api/health')
export class HealthController {
  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Warnings) private readonly warnings: Warnings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The process answers; nothing else is looked at, so that a slow database does not get the service killed. */
  @Get('live')
  live(): Life {
    const { kind } = this.clock;
    return {
      status: 'live',
      at: this.clock.now(),
      clock: kind === 'simulated' ? 'simulated' : 'real',
    };
  }

  /**
   * The service takes requests: it is not stopping, and the database answers. Warnings are what somebody must see to in
   * time, such as a certificate that ends within 30 days.
   */
  @Get('ready')
  async ready(): Promise<{ readonly status: 'ready'; readonly warnings: readonly string[] }> {
    const state = await this.readiness.check();
    if (state !== 'ready') throw new ServiceUnavailableException({ status: state });
    return { status: 'ready', warnings: this.warnings.now() };
  }
}
