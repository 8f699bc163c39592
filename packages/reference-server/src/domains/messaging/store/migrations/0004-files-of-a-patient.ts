import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The files that were sent, by patient, in the order of their list. */
export const messaging0004: Migration = {
  id: 'messaging/0004-files-of-a-patient',
  statements: [
    `create index attachments_by_patient_id_id_where_message_id_is_not_null on messaging.attachments
      (organization_id, patient_id, id) where message_id is not null`,
  ],
}
