import { Module } from '@nestjs/common';
import { OrganisationEntriesController } from './organisation-entries.controller.js';

/** What is said of the whole organisation and of no single site. */
@Module({ controllers: [OrganisationEntriesController] })
export class OrganisationModule {}
