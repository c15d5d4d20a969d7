import { Module } from '@nestjs/common';
import { CloseOutsController } from './close-outs.controller.js';

@Module({ controllers: [CloseOutsController] })
export class CloseOutsModule {}
