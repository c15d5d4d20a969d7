import { Module } from '@nestjs/common';
import { BreakagesController } from './breakages.controller.js';

@Module({ controllers: [BreakagesController] })
export class BreakagesModule {}
