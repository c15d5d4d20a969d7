import { Module } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { BeyondUse } from './beyond-use.js';
import { QuarantinesController } from './quarantines.controller.js';
import { Recalls } from './recalls.js';

@Module({
  controllers: [QuarantinesController],
  providers: [
    BeyondUse,
    {
      provide: Recalls,
      useFactory: (reader: LedgerReader) => new Recalls(reader),
      inject: [LedgerReader],
    },
  ],
})
export class QuarantinesModule {}
