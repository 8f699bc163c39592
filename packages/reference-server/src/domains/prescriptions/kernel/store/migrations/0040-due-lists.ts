import type { Migration } from '../../../../../platform/contracts/migration.ts'
import {
  organizationsDue,
  organizationsWithDueTransmissions,
} from '../../../../../platform/database/migrate/organizations-due.ts'

/** Which organizations its jobs have to look into. */
export const dueLists: Migration = {
  id: 'prescriptions/0040-due-lists',
  statements: [
    organizationsDue('prescriptions.due_answers', `from prescriptions.prescriptions where answer_due_at <= due_by`),
    organizationsWithDueTransmissions('prescriptions'),
  ],
}
