import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { timesOfChange as of } from '../../../../../platform/database/migrate/times-of-change.ts'

/** When a fact was last changed. */
export const timesOfChange: Migration = {
  id: 'scheduling/0010-times-of-change',
  statements: of('scheduling', ['visit_types', 'availability', 'closures', 'resources', 'appointments']),
}
