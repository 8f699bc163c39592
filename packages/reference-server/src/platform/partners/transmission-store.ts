import { sql } from 'kysely'
import type { AnyKysely } from '../seams.ts'

/** A transmission that this process has for the time of one attempt. */
export interface ClaimedRow {
  readonly id: string
  readonly kind: string
  readonly subject_id: string
  readonly patient_id: string | null
  readonly attempt: number
  readonly settle_failures: number
  readonly last_fault: string | null
  readonly expires_at: Date
  readonly created_at: Date
  readonly sealed: Uint8Array
}
type Claim = Pick<ClaimedRow, 'id' | 'attempt'>

export interface NewRow {
  readonly organizationId: string
  readonly id: string
  readonly kind: string
  readonly subjectId: string
  readonly patientId: string | null
  readonly dueAt: Date
  readonly expiresAt: Date
  readonly createdAt: Date
  readonly sealed: Uint8Array
}

export interface TransmissionStore {
  insert(tx: AnyKysely, row: NewRow): Promise<void>
  /** When the next one of each kind that has any waits to be sent. */
  dueByKind(db: AnyKysely, kinds: readonly string[], now: Date): Promise<ReadonlyMap<string, Date>>
  claim(
    db: AnyKysely,
    request: { readonly kind: string; readonly limit: number; readonly now: Date; readonly until: Date },
  ): Promise<readonly ClaimedRow[]>
  /** Gives a claim back, to be taken again at `dueAt`. */
  postpone(
    db: AnyKysely,
    claim: Claim,
    more: { readonly dueAt: Date; readonly fault: string | null; readonly settleFailed: boolean },
  ): Promise<void>
  /** False when the claim was lost meanwhile to another process, which took this one for dead. */
  end(
    tx: AnyKysely,
    claim: Claim,
    more: {
      readonly state: 'answered' | 'expired' | 'parked'
      readonly fault: string | null
      readonly now: Date
    },
  ): Promise<boolean>
}

/** Someone may have the one before it, or be about to: its successors wait until it is over. */
const goesFirst = (table: ReturnType<typeof sql.table>, now: Date) => sql`exists (
  select from ${table} as earlier
  where earlier.organization_id = candidate.organization_id and earlier.subject_id = candidate.subject_id
    and earlier.state = 'waiting' and earlier.id < candidate.id and (earlier.attempt > 0 or earlier.due_at <= ${now}))`

/** The only SQL over a domain's transmissions. Row security keeps every statement within the connection's organization. */
export const transmissionStore = (schema: string): TransmissionStore => {
  const table = sql.table(`${schema}.transmissions`)
  return {
    insert: async (tx, row) => {
      await sql`insert into ${table}
          (organization_id, id, kind, subject_id, patient_id, due_at, expires_at, created_at, sealed)
        values (${row.organizationId}, ${row.id}, ${row.kind}, ${row.subjectId}, ${row.patientId},
          ${row.dueAt}, ${row.expiresAt}, ${row.createdAt}, ${row.sealed})`.execute(tx)
    },
    dueByKind: async (db, kinds, now) => {
      const { rows } = await sql<{ kind: string; due_at: Date | null }>`
        select kinds.kind, (
          select candidate.due_at from ${table} as candidate
          where candidate.state = 'waiting' and candidate.kind = kinds.kind and not ${goesFirst(table, now)}
          order by candidate.due_at limit 1) as due_at
        from unnest(${kinds}::text[]) as kinds (kind)`.execute(db)
      return new Map(rows.flatMap(({ kind, due_at }) => (due_at === null ? [] : [[kind, due_at]])))
    },
    claim: async (db, { kind, limit, now, until }) => {
      const { rows } = await sql<ClaimedRow>`
        with due as (
          select candidate.organization_id, candidate.id from ${table} as candidate
          where candidate.state = 'waiting' and candidate.kind = ${kind} and candidate.due_at <= ${now}
            and not ${goesFirst(table, now)}
          order by candidate.due_at, candidate.id limit ${limit} for update skip locked)
        update ${table} as claimed set attempt = claimed.attempt + 1, due_at = ${until}
        from due where claimed.organization_id = due.organization_id and claimed.id = due.id
        returning claimed.id, claimed.kind, claimed.subject_id, claimed.patient_id, claimed.attempt, claimed.settle_failures,
          claimed.last_fault, claimed.expires_at, claimed.created_at, claimed.sealed`.execute(db)
      // An update returns its rows in no order.
      return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
    },
    postpone: async (db, { id, attempt }, { dueAt, fault, settleFailed }) => {
      await sql`update ${table} set due_at = ${dueAt}, last_fault = coalesce(${fault}, last_fault),
          settle_failures = case when ${settleFailed} then settle_failures + 1 else settle_failures end
        where id = ${id} and state = 'waiting' and attempt = ${attempt}`.execute(db)
    },
    end: async (tx, { id, attempt }, { state, fault, now }) => {
      // A parked one keeps its payload, to be sent when what was wrong is mended.
      const { numAffectedRows } = await sql`update ${table} set state = ${state}, ended_at = ${now},
          last_fault = coalesce(${fault}, last_fault),
          sealed = case when ${state === 'parked'} then sealed else ''::bytea end
        where id = ${id} and state = 'waiting' and attempt = ${attempt}`.execute(tx)
      return numAffectedRows === 1n
    },
  }
}
