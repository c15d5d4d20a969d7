import { Module } from '@nestjs/common';
import { DaysController } from './days.controller.js';

@Module({ controllers: [DaysController] })
export class DaysModule {}
