import { Module } from '@nestjs/common';
import { ReturnsToSupplierController } from './returns-to-supplier.controller.js';

@Module({ controllers: [ReturnsToSupplierController] })
export class ReturnsToSupplierModule {}
