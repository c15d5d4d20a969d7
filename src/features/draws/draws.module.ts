import { Module } from '@nestjs/common';
import { DrawsController } from './draws.controller.js';

@Module({ controllers: [DrawsController] })
export class DrawsModule {}
