import { Module, type DynamicModule } from '@nestjs/common';
import { DrawsModule } from './features/draws/draws.module.js';
import { HealthModule } from './features/health/health.module.js';
import { RegisterModule } from './features/register.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { PlatformModule, type Platform } from './platform/platform.module.js';

/** The modules, named. */
@Module({})
export class AppModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.of(platform), HttpModule, RegisterModule, DrawsModule, HealthModule],
    };
  }
}
