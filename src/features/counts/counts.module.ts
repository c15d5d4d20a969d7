import { Module } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../platform/platform.module.js';
import { CountDrafts } from './count-drafts.store.js';
import { CountsController } from './counts.controller.js';
import { CountsDueController } from './counts-due.controller.js';

@Module({
  controllers: [CountsController, CountsDueController],
  providers: [
    { provide: CountDrafts, useFactory: (pool: pg.Pool) => new CountDrafts(pool), inject: [POOL] },
  ],
})
export class CountsModule {}
