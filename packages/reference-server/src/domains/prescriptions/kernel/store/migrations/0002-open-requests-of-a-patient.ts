import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** For the check whether a patient has an open request to a practitioner. */
export const openRequestsOfAPatient: Migration = {
  id: 'prescriptions/0002-open-requests-of-a-patient',
  statements: [
    `create index requests_by_patient_open on prescriptions.requests (organization_id, patient_id) where status = 'open'`,
  ],
}
