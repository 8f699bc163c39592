import type { Migration } from '../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'

/** Organizations in which a member did something, after the position of the monitor, with a patient of whom a fact of the monitor is known. */
export const ledgersOfKnownPatients: Migration = {
  id: 'compliance/0303-ledgers-of-known-patients',
  statements: [
    organizationsDue(
      'compliance.known_patients_accessed',
      // A million groups: more than are linked between two looks.
      `from compliance.monitor_positions as position
        cross join audit.linked_after(position.sequence, 1000000) as waiting
        join compliance.monitor_facts as fact on fact.organization_id = position.organization_id
        join audit.accesses as access on access.organization_id = fact.organization_id and access.patient = fact.patient_id
          and access.id >= waiting.first_id and access.id <= waiting.last_id
        where access.actor_kind = 'member' and access.outcome = 'done'`,
    ),
  ],
}
