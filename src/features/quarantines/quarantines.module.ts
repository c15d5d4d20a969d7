import { Module } from '@nestjs/common';
import { BeyondUse } from './beyond-use.js';
import { QuarantinesController } from './quarantines.controller.js';

@Module({ controllers: [QuarantinesController], providers: [BeyondUse] })
export class QuarantinesModule {}
