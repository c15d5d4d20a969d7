import { Module } from '@nestjs/common';
import { DisclosuresController } from './disclosures.controller.js';

@Module({ controllers: [DisclosuresController] })
export class DisclosuresModule {}
