import { sql, type Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { EmergencyAccess, EmergencyTexts } from '../model/emergency-access.ts'
import { tablesOf, type DirectoryTables } from './tables.ts'

const table = 'directory.emergency_accesses'

/** With the names of the people, and encrypted texts. */
export interface NamedEmergencyAccess extends EmergencyAccess {
  readonly openedByName: string
  readonly reviewedByName: string | null
  readonly sealed: Uint8Array
}

/** `insertOnce`: only if the member has not opened this chart already. */
export const emergencyAccesses = factTable<EmergencyAccess>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    memberId: ['member_id', 'uuid'],
    reason: ['reason', 'text'],
    from: ['starts_at', 'timestamptz'],
    until: ['ends_at', 'timestamptz'],
    endedAt: ['ended_at', 'timestamptz'],
    reviewBy: ['review_by', 'timestamptz'],
    escalatedAt: ['escalated_at', 'timestamptz'],
    outcome: ['outcome', 'text'],
    reviewedBy: ['reviewed_by', 'uuid'],
    reviewedAt: ['reviewed_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['patientId', 'memberId', 'reason', 'from', 'until', 'reviewBy'],
    sealedFor: ({ patientId }) => patientId,
  },
)

const named = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('directory.emergency_accesses as access')
    .innerJoin('directory.members as member', (join) =>
      join.onRef('member.organization_id', '=', 'access.organization_id').onRef('member.id', '=', 'access.member_id'),
    )
    .leftJoin('directory.members as reviewer', (join) =>
      join
        .onRef('reviewer.organization_id', '=', 'access.organization_id')
        .onRef('reviewer.id', '=', 'access.reviewed_by'),
    )
    .selectAll('access')
    .select(['member.display_name as opened_by_name', 'reviewer.display_name as reviewed_by_name'])

/** Records the access to the patient. Not decrypted. */
export const readEmergencyAccess = async (
  db: AnyKysely,
  { access }: Pick<VaultContext, 'access'>,
  id: string,
): Promise<NamedEmergencyAccess> => {
  const row = await named(db).where('access.id', '=', requireUuid(id)).executeTakeFirst()
  if (!row) throw notFound('emergency_access_unknown')
  access.touch(row.patient_id)
  return accessOf(row)
}

export interface EmergencyAccessFilter {
  /** Only those whose review is not finished. */
  readonly waiting: boolean
  /** Only those that were not reviewed in time. */
  readonly escalated: boolean
}

/** The latest first, encrypted. */
export const listEmergencyAccesses = async (
  db: AnyKysely,
  { waiting, escalated }: EmergencyAccessFilter,
  page: PageCursor,
): Promise<NamedEmergencyAccess[]> => {
  const rows = await named(db)
    .$if(waiting, (query) =>
      query.where((eb) =>
        eb.or([eb('access.outcome', 'is', null), eb('access.outcome', '=', 'more-information' as const)]),
      ),
    )
    .$if(escalated, (query) => query.where('access.escalated_at', 'is not', null))
    .$call(newestFirst(page, 'access.id'))
    .execute()
  return rows.map(accessOf)
}

/** Charts that this member has opened and that are open at `now`. Contains nothing about the patients. */
export const listOpenEmergencyAccesses = async (
  db: AnyKysely,
  memberId: string,
  now: Date,
): Promise<NamedEmergencyAccess[]> => {
  const rows = await named(db)
    .where('access.member_id', '=', requireUuid(memberId))
    .where('access.ended_at', 'is', null)
    .where('access.ends_at', '>', now)
    .orderBy('access.id')
    .execute()
  return rows.map(accessOf)
}

/** Those whose review is late and was not escalated yet. Decrypts nothing. */
export const listOverdueEmergencyAccesses = async (db: AnyKysely, now: Date): Promise<EmergencyAccess[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('review_by', '<=', now)
    .where('escalated_at', 'is', null)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'more-information' as const)]))
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(emergencyAccesses.factOf)
}

/** Charts of these patients that these members have opened. Decrypts nothing. */
export const listEmergenciesBetween = async (
  db: AnyKysely,
  memberIds: readonly string[],
  patientIds: readonly string[],
): Promise<EmergencyAccess[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('member_id', '=', sql<string>`any(${memberIds}::uuid[])`)
    .where('patient_id', '=', sql<string>`any(${patientIds}::uuid[])`)
    .execute()
  return rows.map(emergencyAccesses.factOf)
}

/** Decrypts nothing. Unknown ids are left out. */
export const listEmergencies = async (db: AnyKysely, ids: readonly string[]): Promise<EmergencyAccess[]> => {
  if (ids.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return rows.map(emergencyAccesses.factOf)
}

/** What people wrote; null if the patient's record was erased. */
export const decryptEmergencyTexts = (
  db: AnyKysely,
  { vault, access, caller }: VaultContext,
  { id, patientId, sealed }: NamedEmergencyAccess,
): Promise<EmergencyTexts | null> =>
  unlessErased(
    vault.open<EmergencyTexts>(
      db,
      access,
      { organizationId: caller.organizationId, table, rowId: id, patientId },
      sealed,
    ),
  )

type Row = Selectable<DirectoryTables['directory.emergency_accesses']> & {
  readonly opened_by_name: string
  readonly reviewed_by_name: string | null
}

const accessOf = (row: Row): NamedEmergencyAccess => ({
  ...emergencyAccesses.factOf(row),
  openedByName: row.opened_by_name,
  reviewedByName: row.reviewed_by_name,
  sealed: row.sealed,
})
