import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** Lists that grow with the clinic are read by an index: visits that need another time, and the requests of a patient that were taken. */
export const listsOfOwnAndUnsupported: Migration = {
  id: 'scheduling/0009-lists-of-own-and-unsupported',
  statements: [
    `create index appointments_unsupported on scheduling.appointments (organization_id, start_at, id)
       where unsupported_reasons <> '{}'`,
    `create index on_demand_requests_taken on scheduling.on_demand_requests (organization_id, patient_id, taken_at)
       where status = 'taken'`,
  ],
}
