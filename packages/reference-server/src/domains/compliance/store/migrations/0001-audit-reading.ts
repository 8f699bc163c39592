import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema, grantAuditReading } from '../../../../platform/database/migrate/domain-schema.ts'

/** Compliance has no tables of its own. It reads the ledger, within the caller's organization. */
export const auditReading: Migration = {
  id: 'compliance/0001-audit-reading',
  statements: [...domainSchema('compliance'), ...grantAuditReading('compliance')],
}
