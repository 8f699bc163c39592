import { sql } from 'kysely'
import { notFound } from '../../../platform/problems/problem.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Invitation, InvitationKind, InvitationStatus } from '../model/invitation.ts'
import { tablesOf } from './tables.ts'

const columns = [
  'id',
  'kind',
  'subject_id',
  'patient_id',
  'created_at',
  'expires_at',
  'accepted_at',
  'revoked_at',
] as const

/** Keyed hash of the normalized code. The code itself is not stored. */
export const hashSecret = (
  db: AnyKysely,
  vault: Vault,
  organizationId: string,
  normalizedSecret: string,
): Promise<Uint8Array> => vault.blindIndex(db, organizationId, 'directory.invitations.secret', normalizedSecret)

export const insertInvitation = async (
  tx: AnyKysely,
  organizationId: string,
  invitation: Invitation,
  secretHash: Uint8Array,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto('directory.invitations')
    .values({
      organization_id: organizationId,
      id: invitation.id,
      kind: invitation.kind,
      subject_id: invitation.subjectId,
      patient_id: invitation.patientId,
      secret_index: secretHash,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      accepted_at: invitation.acceptedAt,
      revoked_at: invitation.revokedAt,
    })
    .execute()
}

export const findInvitationBySecret = async (db: AnyKysely, secretHash: Uint8Array): Promise<Invitation | null> => {
  const row = await tablesOf(db)
    .selectFrom('directory.invitations')
    .select(columns)
    .where('secret_index', '=', secretHash)
    .executeTakeFirst()
  return row ? invitationOf(row) : null
}

export const readInvitation = async (db: AnyKysely, id: string): Promise<Invitation> => {
  const row = await tablesOf(db)
    .selectFrom('directory.invitations')
    .select(columns)
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (!row) throw notFound('unknown_invitation')
  return invitationOf(row)
}

export interface InvitationFilter {
  readonly kinds: readonly InvitationKind[]
  /** Only invitations that concern this patient. */
  readonly patientId: string | null
  readonly status: InvitationStatus | undefined
}

export const listInvitations = async (
  db: AnyKysely,
  { kinds, patientId, status }: InvitationFilter,
  now: Date,
  page: PageCursor,
): Promise<Invitation[]> => {
  if (kinds.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom('directory.invitations')
    .select(columns)
    .where('kind', 'in', [...kinds])
    .$if(patientId !== null, (query) => query.where('patient_id', '=', patientId))
    .$if(status !== undefined, (query) => query.where(hasStatus(status as InvitationStatus, now)))
    .$call(newestFirst(page))
    .execute()
  return rows.map(invitationOf)
}

/** The SQL form of `invitationStatus` in the model. */
const hasStatus = (status: InvitationStatus, now: Date) => {
  switch (status) {
    case 'accepted':
      return sql<boolean>`accepted_at is not null`
    case 'revoked':
      return sql<boolean>`revoked_at is not null`
    case 'expired':
      return sql<boolean>`accepted_at is null and revoked_at is null and expires_at <= ${now}`
    case 'pending':
      return sql<boolean>`accepted_at is null and revoked_at is null and expires_at > ${now}`
  }
}

/** The newest invitation of each of these subjects, by subject. */
export const findLatestInvitations = async (
  db: AnyKysely,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, Invitation>> => {
  if (subjectIds.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom('directory.invitations')
    .select(columns)
    .distinctOn('subject_id')
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('subject_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, invitationOf(row)]))
}

/** The number of pending invitations to act for the patient, without those to `exceptSubjectId`. */
export const countPendingProxyInvitations = async (
  db: AnyKysely,
  patientId: string,
  exceptSubjectId: string,
  now: Date,
): Promise<number> => {
  const { count } = await tablesOf(db)
    .selectFrom('directory.invitations')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('patient_id', '=', patientId)
    .where('kind', '=', 'proxy')
    .where('subject_id', '<>', exceptSubjectId)
    .where(hasStatus('pending', now))
    .executeTakeFirstOrThrow()
  return count
}

/** Withdraws every pending invitation of this subject, expired or not. Returns their ids. */
export const revokeInvitationsOf = async (tx: AnyKysely, subjectId: string, now: Date): Promise<string[]> => {
  const rows = await tablesOf(tx)
    .updateTable('directory.invitations')
    .set({ revoked_at: now })
    .where('subject_id', '=', subjectId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The row of its subject is locked. */
export const markInvitationAccepted = async (tx: AnyKysely, id: string, now: Date): Promise<void> => {
  await tablesOf(tx).updateTable('directory.invitations').set({ accepted_at: now }).where('id', '=', id).execute()
}

/** The row of its subject is locked. */
export const markInvitationRevoked = async (tx: AnyKysely, id: string, now: Date): Promise<void> => {
  await tablesOf(tx).updateTable('directory.invitations').set({ revoked_at: now }).where('id', '=', id).execute()
}

/** Deletes invitations that expired before this time, in any status. */
export const deleteInvitations = (expiredBefore: Date): Write => ({
  statement: deleteExpired,
  values: [expiredBefore],
})
const deleteExpired = writeStatement({
  kind: 'delete',
  table: 'directory.invitations',
  where: 'expires_at < $1::timestamptz',
  isConditional: false,
})

interface InvitationRow {
  readonly id: string
  readonly kind: InvitationKind
  readonly subject_id: string
  readonly patient_id: string | null
  readonly created_at: Date
  readonly expires_at: Date
  readonly accepted_at: Date | null
  readonly revoked_at: Date | null
}

const invitationOf = (row: InvitationRow): Invitation => ({
  id: row.id,
  kind: row.kind,
  subjectId: row.subject_id,
  patientId: row.patient_id,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at,
  revokedAt: row.revoked_at,
})
