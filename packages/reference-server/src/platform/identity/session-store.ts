import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { newestFirst, type PageCursor } from '../database/ids/page-cursor.ts'
import { writeStatement } from '../database/changes/write-statement.ts'
import type { Caller } from '../contracts/caller.ts'
import type { Write } from '../contracts/write.ts'
import type { AnyKysely } from '../contracts/database.ts'
import type { ActorRole } from '../contracts/caller.ts'
import type { EndReason, Session } from './session.ts'

type SessionRow = {
  organization_id: string
  id: string
  kind: 'patient' | 'proxy' | 'member' | 'guest' | 'service'
  person_id: string
  roles: ActorRole[]
  patient_ids: string[]
  practitioner_id: string | null
  client_id: string
  origin: string | null
  authenticated_at: Date
  began_at: Date
  last_active_at: Date
  idle_seconds: number | null
  absolute_ends_at: Date
  ended_at: Date | null
  end_reason: EndReason | null
  sign_in_methods: string[]
  sign_in_class: string | null
  training_ends_at: Date | null
}
type RefreshTokenRow = {
  organization_id: string
  id: string
  hash: Uint8Array
  session_id: string
  used_at: Date | null
  replaced: boolean
}
type IdentityTables = { 'identity.sessions': SessionRow; 'identity.refresh_tokens': RefreshTokenRow }

const tablesOf = (db: AnyKysely): Kysely<IdentityTables> => db

const toSession = (row: SessionRow, readAt: number): Session => ({
  id: row.id,
  organizationId: row.organization_id,
  caller: Object.freeze({
    sessionId: row.id,
    organizationId: row.organization_id,
    kind: row.kind,
    personId: row.person_id,
    roles: Object.freeze(row.roles),
    patientIds: Object.freeze(row.patient_ids),
    practitionerId: row.practitioner_id,
    clientId: row.client_id,
    origin: row.origin,
    authenticatedAt: row.authenticated_at,
    signIn: Object.freeze({ methods: Object.freeze(row.sign_in_methods), contextClass: row.sign_in_class }),
  }),
  signIn: Object.freeze({ methods: Object.freeze(row.sign_in_methods), contextClass: row.sign_in_class }),
  trainingEndsAt: row.training_ends_at?.getTime() ?? null,
  createdAt: row.began_at.getTime(),
  idle: row.idle_seconds === null ? null : row.idle_seconds * 1_000,
  absoluteEndsAt: row.absolute_ends_at.getTime(),
  lastActiveAt: row.last_active_at.getTime(),
  isDirty: false,
  ended: row.ended_at === null ? null : (row.end_reason ?? 'access-withdrawn'),
  readAt,
})

/** Channel for ended and changed sessions between processes: `<organization> <session> <reason or "changed">`. */
export const sessionChannel = 'visitkit_sessions'

const insertSession = writeStatement({
  kind: 'insert',
  table: 'identity.sessions',
  columns: [
    ...['id', 'kind', 'person_id', 'roles', 'patient_ids', 'practitioner_id', 'client_id', 'origin'],
    ...['authenticated_at', 'began_at', 'last_active_at', 'idle_seconds', 'absolute_ends_at'],
    ...['sign_in_methods', 'sign_in_class', 'training_ends_at'],
  ],
  values: [
    ...['$1::uuid', '$2::text', '$3::text', '$4::text[]', '$5::text[]', '$6::text', '$7::text', '$8::text'],
    ...['$9::timestamptz', '$10::timestamptz', '$11::timestamptz', '$12::integer', '$13::timestamptz'],
    ...['$14::text[]', '$15::text', '$16::timestamptz'],
  ],
  isConditional: false,
})
const lastActivity = `(select v.at from unnest($1::uuid[], $2::timestamptz[]) as v (id, at) where v.id = sessions.id)`
const updateActivity = writeStatement({
  kind: 'update',
  table: 'identity.sessions',
  set: `last_active_at = ${lastActivity}`,
  where: `id = any($1::uuid[]) and last_active_at < ${lastActivity}`,
  isConditional: false,
})
const insertToken = writeStatement({
  kind: 'insert',
  table: 'identity.refresh_tokens',
  columns: ['id', 'hash', 'session_id', 'replaced'],
  values: ['$1::uuid', '$2::bytea', '$3::uuid', 'false'],
  isConditional: false,
})

const insertUsedProof = writeStatement({
  kind: 'insert',
  table: 'identity.used_proofs',
  columns: ['id', 'hash', 'expires_at'],
  values: ['$1::uuid', '$2::bytea', '$3::timestamptz'],
  isConditional: true,
})

/** The SQL of sessions. `db` has the role `identity` and the session's organization. */
export interface StoredRefreshToken {
  readonly id: string
  readonly sessionId: string
  readonly usedAt: Date | null
  readonly replaced: boolean
}

export const sessionStore = {
  insert: (session: Session): Write => {
    const { caller } = session
    return {
      statement: insertSession,
      rowId: session.id,
      values: [
        ...[session.id, caller.kind, caller.personId, caller.roles, caller.patientIds, caller.practitionerId],
        ...[caller.clientId, caller.origin, caller.authenticatedAt, new Date(session.createdAt)],
        ...[new Date(session.lastActiveAt), session.idle === null ? null : session.idle / 1_000],
        ...[new Date(session.absoluteEndsAt), session.signIn.methods, session.signIn.contextClass],
        session.trainingEndsAt === null ? null : new Date(session.trainingEndsAt),
      ],
    }
  },

  find: async (db: AnyKysely, id: string, readAt: number): Promise<Session | null> => {
    const row = await tablesOf(db).selectFrom('identity.sessions').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : toSession(row, readAt)
  },

  /** One person's sessions that have not ended and have not passed a limit, newest first. */
  current: async (
    db: AnyKysely,
    caller: Pick<Caller, 'personId' | 'kind'>,
    now: Date,
    page: PageCursor,
  ): Promise<Session[]> => {
    const rows = await tablesOf(db)
      .selectFrom('identity.sessions')
      .selectAll()
      .where('person_id', '=', caller.personId)
      .where('kind', '=', caller.kind as SessionRow['kind'])
      .where('ended_at', 'is', null)
      .where('absolute_ends_at', '>', now)
      .where(sql<boolean>`(idle_seconds is null or last_active_at + idle_seconds * interval '1 second' > ${now})`)
      .$call(newestFirst(page))
      .execute()
    return rows.map((row) => toSession(row, now.getTime()))
  },

  /** The ids of one person's sessions that have not ended. */
  openOf: async (db: AnyKysely, personId: string): Promise<string[]> => {
    const rows = await tablesOf(db)
      .selectFrom('identity.sessions')
      .select('id')
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .execute()
    return rows.map((row) => row.id)
  },

  /** False if it had already ended. Notifies every process at commit. */
  end: async (
    tx: AnyKysely,
    session: { id: string; organizationId: string },
    reason: EndReason,
    now: Date,
  ): Promise<boolean> => {
    const ended = await tablesOf(tx)
      .updateTable('identity.sessions')
      .set({ ended_at: now, end_reason: reason })
      .where('id', '=', session.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) return false
    await notify(tx, session, reason)
    return true
  },

  /** The person's permissions have changed since sign-in. */
  updateCaller: async (tx: AnyKysely, session: Session): Promise<void> => {
    const { roles, patientIds, practitionerId, authenticatedAt } = session.caller
    const { trainingEndsAt, idle, absoluteEndsAt } = session
    const { methods, contextClass } = session.signIn
    await tablesOf(tx)
      .updateTable('identity.sessions')
      .set({
        roles: [...roles],
        patient_ids: [...patientIds],
        practitioner_id: practitionerId,
        authenticated_at: authenticatedAt,
        sign_in_methods: [...methods],
        sign_in_class: contextClass,
        training_ends_at: trainingEndsAt === null ? null : new Date(trainingEndsAt),
        idle_seconds: idle === null ? null : idle / 1_000,
        absolute_ends_at: new Date(absoluteEndsAt),
      })
      .where('id', '=', session.id)
      .execute()
    await notify(tx, session, 'changed')
  },

  /** Never moves the time back: another process may have recorded later activity. */
  noteActivity: (ids: readonly string[], times: readonly Date[]): Write => ({
    statement: updateActivity,
    values: [ids, times],
  }),

  /** Refused if the same proof was used before, by any process. */
  useProof: (id: string, hash: Uint8Array, expiresAt: Date): Write => ({
    statement: insertUsedProof,
    values: [id, hash, expiresAt],
  }),

  insertRefreshToken: ({
    id,
    sessionId,
    hash,
  }: Pick<RefreshTokenRow, 'id' | 'hash'> & { sessionId: string }): Write => ({
    statement: insertToken,
    values: [id, hash, sessionId],
  }),

  findRefreshToken: async (db: AnyKysely, hash: Uint8Array): Promise<StoredRefreshToken | null> => {
    const row = await tablesOf(db)
      .selectFrom('identity.refresh_tokens')
      .select(['id', 'session_id', 'used_at', 'replaced'])
      .where('hash', '=', hash)
      .executeTakeFirst()
    return row === undefined
      ? null
      : { id: row.id, sessionId: row.session_id, usedAt: row.used_at, replaced: row.replaced }
  },

  /**
   * Marks a token as used. A token used since `after` counts as unused while its successor is unused: the response with the successor was
   * lost, or two tabs refreshed at once. The successor is replaced. False for any other used token.
   */
  useRefreshToken: async (
    tx: AnyKysely,
    { id, sessionId }: Pick<StoredRefreshToken, 'id' | 'sessionId'>,
    { now, after }: { readonly now: Date; readonly after: Date },
  ): Promise<boolean> => {
    const tokens = tablesOf(tx)
    // Serializes requests with the same token.
    const { used_at: usedAt, replaced } = await tokens
      .selectFrom('identity.refresh_tokens')
      .select(['used_at', 'replaced'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (usedAt === null) {
      await tokens.updateTable('identity.refresh_tokens').set({ used_at: now }).where('id', '=', id).execute()
      return true
    }
    if (replaced || usedAt < after) return false
    const successors = await tokens
      .selectFrom('identity.refresh_tokens')
      .select(['id', 'used_at', 'replaced'])
      .where('session_id', '=', sessionId)
      .where('id', '>', id)
      .forUpdate()
      .execute()
    if (successors.some((each) => each.used_at !== null && !each.replaced)) return false
    await tokens
      .updateTable('identity.refresh_tokens')
      .set({ used_at: now, replaced: true })
      .where('session_id', '=', sessionId)
      .where('id', '>', id)
      .where('used_at', 'is', null)
      .execute()
    return true
  },
} as const

/** Delivered to every process when the transaction commits. */
const notify = async (
  tx: AnyKysely,
  { organizationId, id }: { organizationId: string; id: string },
  invalidation: EndReason | 'changed',
): Promise<void> => {
  await sql`select pg_notify(${sessionChannel}, ${`${organizationId} ${id} ${invalidation}`})`.execute(tx)
}
