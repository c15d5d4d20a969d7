import { Module } from '@nestjs/common';
import { WasteController } from './waste.controller.js';

@Module({ controllers: [WasteController] })
export class WasteModule {}
