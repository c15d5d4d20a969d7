import { Module } from '@nestjs/common';
import { InventoriesController } from './inventories.controller.js';
import { InventorySheetsController } from './inventory-sheets.controller.js';
import { RunningInventoriesController } from './running-inventories.controller.js';
import { SignedCopiesController } from './signed-copies.controller.js';

@Module({
  controllers: [
    InventoriesController,
    InventorySheetsController,
    RunningInventoriesController,
    SignedCopiesController,
  ],
})
export class InventoriesModule {}
