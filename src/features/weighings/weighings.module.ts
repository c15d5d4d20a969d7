import { Module } from '@nestjs/common';
import { WeighingsController } from './weighings.controller.js';

@Module({ controllers: [WeighingsController] })
export class WeighingsModule {}
