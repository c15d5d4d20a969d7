import { Module } from '@nestjs/common';
import { AdministrationsController } from './administrations.controller.js';

@Module({ controllers: [AdministrationsController] })
export class AdministrationsModule {}
