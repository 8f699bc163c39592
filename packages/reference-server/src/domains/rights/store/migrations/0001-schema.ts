import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'

/** The role in which the domain reads. */
export const rightsSchema: Migration = { id: 'rights/0001-schema', statements: [...domainSchema('rights')] }
