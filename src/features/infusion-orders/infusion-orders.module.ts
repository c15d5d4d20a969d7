import { Module } from '@nestjs/common';
import { InfusionOrdersController } from './infusion-orders.controller.js';

@Module({ controllers: [InfusionOrdersController] })
export class InfusionOrdersModule {}
