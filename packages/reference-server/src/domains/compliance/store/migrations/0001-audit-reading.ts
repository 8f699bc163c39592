import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema, grantAuditReading } from '../../../../platform/database/migrate/domain-schema.ts'

/** Compliance keeps nothing of its own here: it reads what the ledger holds, within the caller's organization. */
export const auditReading: Migration = {
  id: 'compliance/0001-audit-reading',
  statements: [...domainSchema('compliance'), ...grantAuditReading('compliance')],
}
