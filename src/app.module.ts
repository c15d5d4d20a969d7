import { Module, type DynamicModule } from '@nestjs/common';
import { HealthModule } from './features/health/health.module.js';
import { PlatformModule, type Platform } from './platform/platform.module.js';

/** The modules, named. */
@Module({})
export class AppModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.of(platform), HealthModule],
    };
  }
}
