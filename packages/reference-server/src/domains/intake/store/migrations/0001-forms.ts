import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

export const forms: Migration = {
  id: 'intake/0001-forms',
  statements: [
    ...domainSchema('intake'),
    ...tenantTable({
      schema: 'intake',
      name: 'forms',
      columns: {
        appointment_id: 'uuid not null',
        patient_id: 'uuid not null',
        questionnaire_code: 'text not null',
        questionnaire_version: 'integer not null',
        status: `text not null check (status in ('draft', 'submitted'))`,
        saved_at: 'timestamptz not null',
        submitted_at: `timestamptz check ((status = 'submitted') = (submitted_at is not null))`,
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      // One form per questionnaire and appointment: two concurrent first saves conflict here.
      indexes: ['unique (organization_id, appointment_id, questionnaire_code)'],
    }),
  ],
}
