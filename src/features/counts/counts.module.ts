import { Module } from '@nestjs/common';
import { CountSheetsController } from './count-sheets.controller.js';
import { CountsController } from './counts.controller.js';
import { CountsDueController } from './counts-due.controller.js';

@Module({ controllers: [CountsController, CountsDueController, CountSheetsController] })
export class CountsModule {}
