import { Module } from '@nestjs/common';
import { CountsController } from './counts.controller.js';
import { CountsDueController } from './counts-due.controller.js';

@Module({ controllers: [CountsController, CountsDueController] })
export class CountsModule {}
