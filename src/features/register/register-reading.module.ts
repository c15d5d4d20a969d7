import { Module } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { EntriesController } from './entries.controller.js';
import { StockController } from './stock.controller.js';
import { Stockbook } from './stock.js';

/** The register for whoever looks at it: lines, balances, containers, orders. */
@Module({
  controllers: [EntriesController, StockController],
  providers: [
    {
      provide: Stockbook,
      useFactory: (reader: LedgerReader) => new Stockbook(reader),
      inject: [LedgerReader],
    },
  ],
})
export class RegisterReadingModule {}
