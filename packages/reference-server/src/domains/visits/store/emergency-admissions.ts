import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
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
    reviewBy: ['review_by', 'timestamptz'],
    escalatedAt: ['escalated_at', 'timestamptz'],
    outcome: ['outcome', 'text'],
    reviewedBy: ['reviewed_by', 'uuid'],
    reviewedAt: ['reviewed_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['visitId', 'patientId', 'memberId', 'reason', 'refusedBefore', 'admittedAt', 'reviewBy'],
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

interface AdmissionFilter {
  /** Only those whose review is not finished. */
  readonly waiting: boolean
  /** Only those that were not reviewed in time. */
  readonly escalated: boolean
}

/** The latest first, encrypted. */
export const listEmergencyAdmissions = async (
  db: AnyKysely,
  { waiting, escalated }: AdmissionFilter,
  page: PageCursor,
): Promise<readonly EncryptedEmergencyAdmission[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .$if(waiting, (query) =>
      query.where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'more-information' as const)])),
    )
    .$if(escalated, (query) => query.where('escalated_at', 'is not', null))
    .$call(newestFirst(page))
    .execute()
  return rows.map((row) => ({ ...emergencyAdmissions.factOf(row), sealed: row.sealed }))
}

/** Those whose review is late and was not escalated yet. Decrypts nothing. */
export const listOverdueEmergencyAdmissions = async (
  db: AnyKysely,
  organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<readonly EmergencyAdmission[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('review_by', '<=', now)
    .where('escalated_at', 'is', null)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'more-information' as const)]))
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(emergencyAdmissions.factOf)
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
