import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Readiness } from '../../platform/readiness.js';

/** Whether the process lives, and whether it can serve. Nobody signs in to ask. */
@Controller('api/health')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  /** The process answers; nothing else is looked at, so that a slow database does not get the service killed. */
  @Get('live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /** The service takes requests: it is not stopping, and the database answers. */
  @Get('ready')
  async ready(): Promise<{ readonly status: 'ready' }> {
    const state = await this.readiness.check();
    if (state !== 'ready') throw new ServiceUnavailableException({ status: state });
    return { status: 'ready' };
  }
}
