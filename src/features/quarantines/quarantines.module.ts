import { Module } from '@nestjs/common';
import { QuarantinesController } from './quarantines.controller.js';

@Module({ controllers: [QuarantinesController] })
export class QuarantinesModule {}
