import { acrossOrganizations } from '../../../../platform/database/migrate/across-organizations.ts'
import type { Migration } from '../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'

/** Until when an admission in an emergency is reviewed, and that it was not. Earlier ones get the three days that ship as the policy. */
export const lateEmergencyAdmissions: Migration = {
  id: 'visits/0305-late-emergency-admissions',
  statements: [
    `alter table visits.emergency_admissions add column review_by timestamptz, add column escalated_at timestamptz`,
    ...acrossOrganizations(
      'visits.emergency_admissions',
      `update visits.emergency_admissions set review_by = admitted_at + interval '3 days'`,
    ),
    `alter table visits.emergency_admissions alter column review_by set not null`,
    organizationsDue(
      'visits.due_emergency_admissions',
      `from visits.emergency_admissions
        where review_by <= due_by and escalated_at is null and (outcome is null or outcome = 'more-information')`,
    ),
  ],
}
