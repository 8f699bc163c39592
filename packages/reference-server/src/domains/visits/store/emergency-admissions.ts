import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { EmergencyAdmission, EmergencyAdmissionTexts } from '../model/emergency-admission.ts'
import { tablesOf } from './tables.ts'

const table = 'visits.emergency_admissions'

/** As stored, with encrypted texts. */
export interface EncryptedEmergencyAdmission extends EmergencyAdmission {
  readonly sealed: Uint8Array
}

export const emergencyAdmissions = factTable<EmergencyAdmission>(
  table,
  {
    id: ['id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    memberId: ['member_id', 'uuid'],
    reason: ['reason', 'text'],
    refusedBefore: ['refused_before', 'boolean'],
    admittedAt: ['admitted_at', 'timestamptz'],
    outcome: ['outcome', 'text'],
    reviewedBy: ['reviewed_by', 'uuid'],
    reviewedAt: ['reviewed_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['visitId', 'patientId', 'memberId', 'reason', 'refusedBefore', 'admittedAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** Records the access to the patient. Not decrypted. */
export const readEmergencyAdmission = async (
  db: AnyKysely,
  { access }: Pick<VaultContext, 'access'>,
  id: string,
): Promise<EncryptedEmergencyAdmission> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', requireUuid(id)).executeTakeFirst()
  if (!row) throw notFound('emergency admission unknown')
  access.touch(row.patient_id)
  return { ...emergencyAdmissions.factOf(row), sealed: row.sealed }
}

/** The latest first, encrypted. `waiting`: only those whose review is not finished. */
export const listEmergencyAdmissions = async (
  db: AnyKysely,
  { waiting }: { readonly waiting: boolean },
  page: PageCursor,
): Promise<readonly EncryptedEmergencyAdmission[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .$if(waiting, (query) =>
      query.where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'more-information' as const)])),
    )
    .$call(newestFirst(page))
    .execute()
  return rows.map((row) => ({ ...emergencyAdmissions.factOf(row), sealed: row.sealed }))
}

/** What people wrote; null if the patient's record was erased. */
export const decryptEmergencyAdmissionTexts = (
  db: AnyKysely,
  { vault, access, caller }: VaultContext,
  { id, patientId, sealed }: EncryptedEmergencyAdmission,
): Promise<EmergencyAdmissionTexts | null> =>
  unlessErased(
    vault.open<EmergencyAdmissionTexts>(
      db,
      access,
      { organizationId: caller.organizationId, table, rowId: id, patientId },
      sealed,
    ),
  )
