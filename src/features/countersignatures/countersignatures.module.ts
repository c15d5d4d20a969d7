import { Module } from '@nestjs/common';
import { CountersignaturesController } from './countersignatures.controller.js';

@Module({ controllers: [CountersignaturesController] })
export class CountersignaturesModule {}
