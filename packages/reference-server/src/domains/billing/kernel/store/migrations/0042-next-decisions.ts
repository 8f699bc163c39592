import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** What a next payer decided about its claim, line by line, for the claim to the payer after it. The id is that of the claim. */
export const nextDecisions: Migration = {
  id: 'billing/0042-next-decisions',
  statements: tenantTable({
    schema: 'billing',
    name: 'next_decisions',
    columns: { patient_id: 'uuid not null' },
    constraints: ['foreign key (organization_id, id) references billing.next_claims (organization_id, id)'],
    sealed: true,
    appendOnly: true,
  }),
}
