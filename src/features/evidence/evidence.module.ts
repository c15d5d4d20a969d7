import { Module } from '@nestjs/common';
import { Checkpoints } from '../../ledger/checkpoints.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { PublishedLog } from '../../ledger/published-log.js';
import { EvidenceController } from './evidence.controller.js';

@Module({
  controllers: [EvidenceController],
  providers: [
    {
      provide: PublishedLog,
      useFactory: (reader: LedgerReader, checkpoints: Checkpoints) =>
        new PublishedLog(reader, checkpoints),
      inject: [LedgerReader, Checkpoints],
    },
  ],
})
export class EvidenceModule {}
