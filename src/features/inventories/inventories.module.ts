import { Module } from '@nestjs/common';
import { InventoriesController } from './inventories.controller.js';

@Module({ controllers: [InventoriesController] })
export class InventoriesModule {}
