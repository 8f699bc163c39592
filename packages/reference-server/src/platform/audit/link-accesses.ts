import { sql } from 'kysely'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { AnyKysely } from '../contracts/database.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import { selectAccesses } from './access-columns.ts'
import { leafHash, linkHash } from './chain.ts'

/** Most rows that are linked at a time. */
export const maxGroupRows = 1_000

export interface Linked {
  readonly count: number
  /** Whether more may wait. */
  readonly isFullPage: boolean
  /** Of the last link; null if another process links. */
  readonly sequence: number | null
}

export type WhenLocked = 'leave' | 'wait'
export const lockClause = (whenLocked: WhenLocked) => sql.raw(whenLocked === 'leave' ? 'skip locked' : '')

/** The head of the chain, and the position in commit order up to which accesses are linked. */
interface ChainPosition {
  readonly sequence: string
  readonly hash: Buffer
  readonly xid: string
  readonly access_id: string
}

/**
 * Links the next accesses, at most a thousand, into the hash chain, in commit order. Takes only rows older than every running
 * transaction: a younger row may be visible while an older one has not committed. Locks the row of the position, so that one process
 * links at a time; no request waits for it.
 */
export const linkAccesses = (database: PlatformDatabase, whenLocked: WhenLocked = 'leave'): Promise<Linked> =>
  database.transactAcross('audit', async (tx) => {
    const held = await sql<ChainPosition>`
      select sequence, hash, xid::text, access_id from audit.position for update ${lockClause(whenLocked)}`.execute(tx)
    const position = held.rows[0]
    if (!position) return { count: 0, isFullPage: false, sequence: null }
    const rows = await listNextAccesses(tx, position)
    const last = rows.at(-1)
    if (!last) return { count: 0, isFullPage: false, sequence: Number(position.sequence) }

    let hash = position.hash
    const first = BigInt(position.sequence) + 1n
    const leaves = rows.map(({ xid: _xid, ...row }, index) => {
      const leaf = leafHash(row)
      hash = linkHash(first + BigInt(index), hash, leaf)
      return leaf
    })
    const ids = rows.map(({ id }) => id)
    const sorted = ids.toSorted()
    const end = first + BigInt(rows.length - 1)
    await sql`insert into audit.link_groups (first_sequence, last_sequence, access_ids, span, leaves, hash) values (
      ${String(first)}, ${String(end)}, ${ids}::uuid[],
      audit.id_span(${sorted[0]}::uuid, ${sorted.at(-1)}::uuid, '[]'), ${Buffer.concat(leaves)}, ${hash})`.execute(tx)
    await sql`update audit.position set sequence = ${String(end)}, hash = ${hash},
      xid = ${last.xid}::xid8, access_id = ${last.id}`.execute(tx)
    return { count: rows.length, isFullPage: rows.length === maxGroupRows, sequence: Number(end) }
  })

/** Whether a row of `accesses` is in the chain. */
const isLinked = sql`exists (
  select from audit.link_groups as linked where linked.span @> accesses.id and accesses.id = any(linked.access_ids))`

/** Number of committed rows that cannot be linked yet, because an older transaction still runs. */
export const countUnlinked = async (database: PlatformDatabase): Promise<number> => {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::integer as waiting from audit.accesses as accesses, audit.position as position
    where (accesses.xid, accesses.id) > (position.xid, position.access_id)
      and not ${isLinked}`.execute(database.readerAcross('audit'))
  return rows[0]?.waiting ?? 0
}

/** Skips rows that are already linked: after a restore from a backup the position starts at the beginning. */
const listNextAccesses = async (
  tx: AnyKysely,
  position: ChainPosition,
): Promise<readonly (AccessRow & { xid: string })[]> => {
  const { rows } = await sql<AccessRow & { xid: string }>`
    select ${sql.raw(selectAccesses)}, accesses.xid::text as xid
    from audit.accesses as accesses
    where (accesses.xid, accesses.id) > (${position.xid}::xid8, ${position.access_id}::uuid)
      and accesses.xid < pg_snapshot_xmin(pg_current_snapshot())
      and not ${isLinked}
    order by accesses.xid, accesses.id limit ${maxGroupRows}`.execute(tx)
  return rows
}
