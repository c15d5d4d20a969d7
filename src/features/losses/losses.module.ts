import { Module } from '@nestjs/common';
import { LossesController } from './losses.controller.js';

@Module({ controllers: [LossesController] })
export class LossesModule {}
