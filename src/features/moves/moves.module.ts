import { Module } from '@nestjs/common';
import { MovesController } from './moves.controller.js';

@Module({ controllers: [MovesController] })
export class MovesModule {}
