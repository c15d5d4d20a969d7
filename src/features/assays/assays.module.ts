import { Module } from '@nestjs/common';
import { AssaysController } from './assays.controller.js';

@Module({ controllers: [AssaysController] })
export class AssaysModule {}
