import type { Migration } from '../../../../platform/contracts/migration.ts'
import { timesOfChange as of } from '../../../../platform/database/migrate/times-of-change.ts'

/** When a fact was last changed. */
export const timesOfChange: Migration = {
  id: 'messaging/0006-times-of-change',
  statements: of('messaging', ['threads', 'messages', 'attachments', 'read_marks', 'preferences', 'deliveries']),
}
