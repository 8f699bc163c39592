import { sql } from 'kysely'
import { isUuid, requireUuid } from '../database/ids/require-uuid.ts'
import type { WriteContext } from '../contracts/context.ts'
import type { AnyKysely } from '../contracts/database.ts'
import { currentTransaction } from '../database/pool/transaction-context.ts'
import { senderOf } from './wake-sender.ts'

/** The state of a transmission. `parked`: it failed on this side, and is not retried automatically. */
export interface TransmissionState {
  readonly id: string
  readonly kind: string
  readonly subjectId: string
  readonly patientId: string | null
  readonly state: 'waiting' | 'answered' | 'expired' | 'parked' | 'withdrawn'
  readonly attempts: number
  /** A code: the fault of the last attempt. */
  readonly lastFault: string | null
  readonly createdAt: Date
  /** The next attempt, while it waits. */
  readonly dueAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
}

const columns = sql`id, kind, subject_id as "subjectId", patient_id as "patientId", state, attempt as attempts,
  last_fault as "lastFault", created_at as "createdAt", due_at as "dueAt", expires_at as "expiresAt", ended_at as "endedAt"`
const tableOf = (schema: string) => sql.table(`${schema}.transmissions`)

/** Finds a transmission by the id that the partner received, e.g. when a later message refers to it; null for an unknown id. */
export const findTransmission = async (
  db: AnyKysely,
  schema: string,
  id: string,
): Promise<TransmissionState | null> => {
  if (!isUuid(id)) return null
  const { rows } = await sql<TransmissionState>`
    select ${columns} from ${tableOf(schema)} where id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** One page of dead letters, oldest first. */
export const listDeadTransmissions = async (
  db: AnyKysely,
  schema: string,
  limit = 100,
): Promise<readonly TransmissionState[]> => {
  const { rows } = await sql<TransmissionState>`
    select ${columns} from ${tableOf(schema)} where state = 'parked' order by ended_at limit ${limit}`.execute(db)
  return rows
}

/**
 * The ids of dead letters that a later transmission about the same subject has overtaken. A retry would arrive in the wrong order: a
 * prescription after its cancellation.
 */
export const listOvertakenTransmissions = async (db: AnyKysely, schema: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select id from ${tableOf(schema)} as parked where state = 'parked' and exists (
      select from ${tableOf(schema)} as later
      where later.organization_id = parked.organization_id and later.subject_id = parked.subject_id
        and later.id > parked.id and later.attempt > 0)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Retries a dead letter, with its attempts reset and at least an hour until expiry. False if it is not parked. */
export const retryDeadTransmission = async (
  { tx, vault, caller, now }: Pick<WriteContext, 'tx' | 'vault' | 'caller' | 'now'>,
  schema: string,
  id: string,
): Promise<boolean> => {
  const { rows } = await sql<{ kind: string }>`
    update ${tableOf(schema)} set state = 'waiting', settle_failures = 0, due_at = ${now}, ended_at = null,
      expires_at = greatest(expires_at, ${new Date(now.getTime() + 3_600_000)}::timestamptz)
    where id = ${requireUuid(id)} and state = 'parked' returning kind`.execute(tx)
  const kind = rows[0]?.kind
  if (kind === undefined) return false
  currentTransaction()?.onCommit(() => senderOf(vault, schema)?.wake(caller.organizationId, { kind, dueAt: now }))
  return true
}
