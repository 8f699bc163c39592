import { sql, type RawBuilder } from 'kysely'
import type { AnyKysely } from '../contracts/database.ts'
import { preparedClaim, preparedRead, type Placeholders } from '../database/reads/prepared-read.ts'

/** A transmission that this process has claimed for one attempt. */
export interface ClaimedRow {
  readonly id: string
  readonly kind: string
  readonly subject_id: string
  readonly patient_id: string | null
  readonly visit_id: string | null
  readonly attempt: number
  readonly settle_failures: number
  readonly last_fault: string | null
  readonly expires_at: Date
  readonly created_at: Date
  readonly sealed: Uint8Array
}

/** One that was stored as claimed by this process. Its payload need not be decrypted. */
export interface HandedTransmission extends Omit<ClaimedRow, 'sealed'> {
  readonly payload: unknown
  readonly known: unknown
  /** When the claim expires. */
  readonly until: Date
}
type Claim = Pick<ClaimedRow, 'id' | 'attempt'>

export interface Claimed {
  readonly rows: readonly ClaimedRow[]
  /** The earliest due time of those that wait and were not claimed: not due yet, beyond the limit, or held up by another one. */
  readonly nextDueAt: Date | null
}

export interface TransmissionStore {
  /** The due time of the next one of each kind. */
  dueByKind(db: AnyKysely, kinds: readonly string[], now: Date): Promise<ReadonlyMap<string, Date>>
  claim(
    db: AnyKysely,
    request: { readonly kind: string; readonly limit: number; readonly now: Date; readonly until: Date },
  ): Promise<Claimed>
  /** Releases a claim; it may be claimed again at `dueAt`. */
  postpone(
    db: AnyKysely,
    claim: Claim,
    more: { readonly dueAt: Date; readonly fault: string | null; readonly settleFailed: boolean },
  ): Promise<void>
  /** False if another process has taken over the claim, or the transmission is over. */
  isClaimed(db: AnyKysely, claim: Claim): Promise<boolean>
}

/**
 * Another process may have sent its predecessor, or be about to: successors wait until it is over. `offset 0` makes each candidate look
 * up its own predecessors by index. As a join, which a planner without statistics prefers, each would scan everything that waits.
 */
const goesFirst = (table: RawBuilder<unknown>, now: RawBuilder<Date>) => sql`exists (
  select from ${table} as earlier
  where earlier.organization_id = candidate.organization_id and earlier.subject_id = candidate.subject_id
    and earlier.state = 'waiting' and earlier.id < candidate.id and (earlier.attempt > 0 or earlier.due_at <= ${now})
  offset 0)`

/** The only SQL on a domain's transmissions. Row security restricts every statement to the connection's organization. */
export const transmissionStore = (schema: string): TransmissionStore => {
  const table = sql.table(`${schema}.transmissions`)
  const selectDue = preparedRead(
    (_, { kinds, now }: Placeholders<{ kinds: readonly string[]; now: Date }>) => sql<{
      kind: string
      due_at: Date | null
    }>`
        select kinds.kind, (
          select candidate.due_at from ${table} as candidate
          where candidate.state = 'waiting' and candidate.kind = kinds.kind and not ${goesFirst(table, now)}
          order by candidate.due_at limit 1) as due_at
        from unnest(${kinds}::text[]) as kinds (kind)`,
  )
  const claimDue = preparedClaim(
    (_, { kind, limit, now, until }: Placeholders<{ kind: string; limit: number; now: Date; until: Date }>) => ({
      parts: sql`
      due as (
        select candidate.id from ${table} as candidate
        where candidate.state = 'waiting' and candidate.kind = ${kind} and candidate.due_at <= ${now}
          and not ${goesFirst(table, now)}
        order by candidate.due_at, candidate.id limit ${limit} for update skip locked),
      claimed as (
        update ${table} set attempt = attempt + 1, due_at = ${until}
        where id = any (array(select id from due))
        returning id, kind, subject_id, patient_id, visit_id, attempt, settle_failures, last_fault, expires_at, created_at, sealed)`,
      returns: sql<{ next_due_at: Date | null } & (ClaimedRow | { id: null })>`
      select claimed.*, next.due_at as next_due_at
      from (select (
        select waiting.due_at from ${table} as waiting
        where waiting.state = 'waiting' and waiting.kind = ${kind} and waiting.id <> all (array(select id from due))
        order by waiting.due_at limit 1) as due_at) as next
      left join claimed on true`,
    }),
  )
  return {
    dueByKind: async (db, kinds, now) => {
      const rows = await selectDue(db, { kinds, now })
      return new Map(rows.flatMap(({ kind, due_at }) => (due_at === null ? [] : [[kind, due_at]])))
    },
    claim: async (db, { kind, limit, now, until }) => {
      const rows = await claimDue(db, { kind, limit, now, until })
      return {
        // An update returns its rows in no particular order.
        rows: rows.filter((row) => row.id !== null).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
        nextDueAt: rows[0]?.next_due_at ?? null,
      }
    },
    postpone: async (db, { id, attempt }, { dueAt, fault, settleFailed }) => {
      await sql`update ${table} set due_at = ${dueAt}, last_fault = coalesce(${fault}, last_fault),
          settle_failures = case when ${settleFailed} then settle_failures + 1 else settle_failures end
        where id = ${id} and state = 'waiting' and attempt = ${attempt}`.execute(db)
    },
    isClaimed: async (db, { id, attempt }) => {
      const { rows } =
        await sql`select from ${table} where id = ${id} and state = 'waiting' and attempt = ${attempt}`.execute(db)
      return rows.length > 0
    },
  }
}
