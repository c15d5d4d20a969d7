import { Module } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../platform/platform.module.js';
import { CountDrafts } from './count-drafts.store.js';
import { CountsController } from './counts.controller.js';

@Module({
  controllers: [CountsController],
  providers: [
    { provide: CountDrafts, useFactory: (pool: pg.Pool) => new CountDrafts(pool), inject: [POOL] },
  ],
})
export class CountsModule {}
