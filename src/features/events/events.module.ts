import { Module } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { PROCESS_LOG } from '../../platform/platform.module.js';
import type { ProcessLog } from '../../platform/process-log.js';
import { EventsController } from './events.controller.js';
import { HeadWatch } from './head-watch.js';

@Module({
  controllers: [EventsController],
  providers: [
    {
      provide: HeadWatch,
      useFactory: (reader: LedgerReader, log: ProcessLog) => new HeadWatch(reader, log),
      inject: [LedgerReader, PROCESS_LOG],
    },
  ],
})
export class EventsModule {}
