import { Module } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { OrganisationBook } from '../organisation-book.js';
import { PrintedNames } from '../printed-names.js';
import { DisposalsController } from './disposals.controller.js';
import { Forms41 } from './form-41.js';

@Module({
  controllers: [DisposalsController],
  providers: [
    {
      provide: Forms41,
      useFactory: (reader: LedgerReader, organisation: OrganisationBook, names: PrintedNames) =>
        new Forms41({ reader, organisation, names }),
      inject: [LedgerReader, OrganisationBook, PrintedNames],
    },
  ],
})
export class DisposalsModule {}
