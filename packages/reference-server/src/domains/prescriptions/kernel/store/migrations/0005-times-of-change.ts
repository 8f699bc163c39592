import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { timesOfChange as of } from '../../../../../platform/database/migrate/times-of-change.ts'

/** When a fact was last changed. */
export const timesOfChange: Migration = {
  id: 'prescriptions/0005-times-of-change',
  statements: of('prescriptions', [
    'prescriptions',
    'history',
    'messages',
    'requests',
    'refill_requests',
    'patient_pharmacies',
  ]),
}
