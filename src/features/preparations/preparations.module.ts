import { Module } from '@nestjs/common';
import { PreparationsController } from './preparations.controller.js';

@Module({ controllers: [PreparationsController] })
export class PreparationsModule {}
