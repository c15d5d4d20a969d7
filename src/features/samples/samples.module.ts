import { Module } from '@nestjs/common';
import { SamplesController } from './samples.controller.js';

@Module({ controllers: [SamplesController] })
export class SamplesModule {}
