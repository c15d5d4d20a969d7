import { Module, type DynamicModule } from '@nestjs/common';
import { AdministrationsModule } from './features/administrations/administrations.module.js';
import { BreakagesModule } from './features/breakages/breakages.module.js';
import { CloseOutsModule } from './features/close-outs/close-outs.module.js';
import { CorrectionsModule } from './features/corrections/corrections.module.js';
import { CountersignaturesModule } from './features/countersignatures/countersignatures.module.js';
import { CountsModule } from './features/counts/counts.module.js';
import { DaysModule } from './features/days/days.module.js';
import { DiscrepanciesModule } from './features/discrepancies/discrepancies.module.js';
import { CustodyModule } from './features/custody/custody.module.js';
import { HandOffsModule } from './features/hand-offs/hand-offs.module.js';
import { HandOversModule } from './features/hand-overs/hand-overs.module.js';
import { HoldsModule } from './features/holds/holds.module.js';
import { InventoriesModule } from './features/inventories/inventories.module.js';
import { LossesModule } from './features/losses/losses.module.js';
import { MonitoringModule } from './features/monitoring/monitoring.module.js';
import { TrendsModule } from './features/trends/trends.module.js';
import { NotesModule } from './features/notes/notes.module.js';
import { PoliciesModule } from './features/policies/policies.module.js';
import { PreparationsModule } from './features/preparations/preparations.module.js';
import { QuarantinesModule } from './features/quarantines/quarantines.module.js';
import { ReceiptsModule } from './features/receipts/receipts.module.js';
import { RegisterReadingModule } from './features/register/register-reading.module.js';
import { ReleasesModule } from './features/releases/releases.module.js';
import { ReportsModule } from './features/reports/reports.module.js';
import { DisposalsModule } from './features/disposals/disposals.module.js';
import { MovesModule } from './features/moves/moves.module.js';
import { ReturnsToSupplierModule } from './features/returns-to-supplier/returns-to-supplier.module.js';
import { SamplesModule } from './features/samples/samples.module.js';
import { AssaysModule } from './features/assays/assays.module.js';
import { WeighingsModule } from './features/weighings/weighings.module.js';
import { DisclosuresModule } from './features/disclosures/disclosures.module.js';
import { ReconciliationsModule } from './features/reconciliations/reconciliations.module.js';
import { ReviewsModule } from './features/reviews/reviews.module.js';
import { ReturnsModule } from './features/returns/returns.module.js';
import { WasteModule } from './features/waste/waste.module.js';
import { DrawsModule } from './features/draws/draws.module.js';
import { InfusionOrdersModule } from './features/infusion-orders/infusion-orders.module.js';
import { ProductsModule } from './features/products/products.module.js';
import { SuppliersModule } from './features/suppliers/suppliers.module.js';
import { FilesModule } from './features/files/files.module.js';
import { JournalModule } from './features/journal/journal.module.js';
import { OrganisationModule } from './features/organisation/organisation.module.js';
import { PatientsModule } from './features/patients/patients.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { SessionsModule } from './features/sessions/sessions.module.js';
import { SetupModule } from './features/setup/setup.module.js';
import { SignaturesModule } from './features/signatures/signatures.module.js';
import { SitesModule } from './features/sites/sites.module.js';
import { EventsModule } from './features/events/events.module.js';
import { EvidenceModule } from './features/evidence/evidence.module.js';
import { HealthModule } from './features/health/health.module.js';
import { WorkListModule } from './features/work-list/work-list.module.js';
import { JobsDoorModule } from './features/jobs/jobs.module.js';
import { RemindersModule } from './features/reminders/reminders.module.js';
import { RegisterModule } from './features/register.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { PlatformModule, type Platform } from './platform/platform.module.js';

/** The modules, named. */
@Module({})
export class AppModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(platform),
        HttpModule,
        JobsModule,
        RegisterModule,
        AdministrationsModule,
        BreakagesModule,
        CloseOutsModule,
        CorrectionsModule,
        CountersignaturesModule,
        CountsModule,
        DaysModule,
        DiscrepanciesModule,
        CustodyModule,
        HandOffsModule,
        HandOversModule,
        HoldsModule,
        InventoriesModule,
        LossesModule,
        MonitoringModule,
        TrendsModule,
        NotesModule,
        PoliciesModule,
        PreparationsModule,
        QuarantinesModule,
        ReceiptsModule,
        RegisterReadingModule,
        ReleasesModule,
        ReportsModule,
        ReconciliationsModule,
        DisclosuresModule,
        ReviewsModule,
        ReturnsModule,
        WasteModule,
        DisposalsModule,
        MovesModule,
        ReturnsToSupplierModule,
        SamplesModule,
        WeighingsModule,
        AssaysModule,
        DrawsModule,
        InfusionOrdersModule,
        ProductsModule,
        SuppliersModule,
        FilesModule,
        JournalModule,
        OrganisationModule,
        PatientsModule,
        PeopleModule,
        SessionsModule,
        SetupModule,
        SignaturesModule,
        SitesModule,
        EventsModule,
        EvidenceModule,
        HealthModule,
        WorkListModule,
        RemindersModule,
        JobsDoorModule,
      ],
    };
  }
}
