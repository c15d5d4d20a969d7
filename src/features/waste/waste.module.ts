import { Module } from '@nestjs/common';
import { WasteController } from './waste.controller.js';
import { WastedController } from './wasted.controller.js';

@Module({ controllers: [WasteController, WastedController] })
export class WasteModule {}
