import { Module } from '@nestjs/common';
import { HandOffsController } from './hand-offs.controller.js';

@Module({ controllers: [HandOffsController] })
export class HandOffsModule {}
