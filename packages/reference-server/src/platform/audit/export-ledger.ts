import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import type { AnyKysely } from '../contracts/database.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { accessColumns, isLaterProperty, selectAccesses } from './access-columns.ts'
import { hashBytes, linkHash, noHash, type HashedRow } from './chain.ts'
import type { LedgerFault, LinkedRow } from './verify-ledger.ts'

/** Of at most a thousand rows each, and in practice of those of a second. */
const groupsPerPage = 50

type LinkRow = HashedRow & {
  readonly sequence: string
  readonly leaf: Buffer
  readonly found: string | null
  readonly group: string
  /** Of the chain after the last row of the group; null for the others, which follow from their leaves. */
  readonly stored: Buffer | null
}

/**
 * Reads the ledger of a database in the order of its links, page by page, from its beginning or from `startAfter` a checkpoint. Safe while
 * a server runs.
 */
export const readLedger = (database: PlatformDatabase, start?: LedgerStart): AsyncGenerator<LinkedRow> =>
  readLedgerOver(database.readerAcross('audit'), start)

interface LedgerStart {
  readonly sequence: number
  readonly previous: Uint8Array
}

/** The same over a given connection, such as that of a transaction. */
export async function* readLedgerOver(
  db: AnyKysely,
  start: LedgerStart = { sequence: 0, previous: noHash },
): AsyncGenerator<LinkedRow> {
  let { previous } = start
  for (let after = String(start.sequence); ;) {
    const { rows } = await sql<LinkRow>`
      select page.first_sequence as "group", page.first_sequence + member.place - 1 as sequence,
        substring(page.leaves from (member.place::integer - 1) * ${hashBytes} + 1 for ${hashBytes}) as leaf,
        case when member.place = cardinality(page.access_ids) then page.hash end as stored,
        accesses.xid::text as found, ${sql.raw(selectAccesses)}
      from (
        select * from audit.link_groups where first_sequence > ${after} order by first_sequence limit ${groupsPerPage}
      ) as page
      cross join lateral unnest(page.access_ids) with ordinality as member (id, place)
      left join audit.accesses as accesses on accesses.id = member.id
      order by page.first_sequence, member.place`.execute(db)
    for (const { sequence, leaf, found, group, stored, ...row } of rows) {
      previous = stored ?? linkHash(BigInt(sequence), previous, leaf)
      yield {
        sequence: Number(sequence),
        leaf: leaf.toString('hex'),
        hash: Buffer.from(previous).toString('hex'),
        row: found === null ? null : row,
      }
      after = group
    }
    if (rows.length === 0) return
  }
}

/** Finds an access that was inserted among linked ones without a link, outside the server. */
export const findUnlinkedRow = async (database: PlatformDatabase): Promise<LedgerFault | null> => {
  const { rows } = await sql<{ id: string; sequence: string }>`
    select accesses.id, position.sequence from audit.accesses as accesses, audit.position as position
    where (accesses.xid, accesses.id) <= (position.xid, position.access_id)
      and not exists (
        select from (select unnest(access_ids) as id from audit.link_groups) as linked where linked.id = accesses.id)
    order by accesses.xid, accesses.id limit 1`.execute(database.readerAcross('audit'))
  return rows[0] ? { kind: 'row_not_linked', sequence: Number(rows[0].sequence), accessId: rows[0].id } : null
}

/** One line of an export. */
export const ledgerLine = (link: LinkedRow): string => `${JSON.stringify(link)}\n`

/** Reads an exported ledger line by line; null for a line that is not a linked row. */
export async function* readLedgerFile(path: string): AsyncGenerator<LinkedRow | null> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
    yield parseLedgerLine(line)
}

/** A property outside the hash proves nothing, so an export must not contain one. */
const knownProperties: ReadonlySet<string> = new Set(accessColumns.map(([, , property]) => property))

const linkMembers: ReadonlySet<string> = new Set(['sequence', 'leaf', 'hash', 'row'])

export const parseLedgerLine = (line: string): LinkedRow | null => {
  try {
    const link = JSON.parse(line) as Partial<LinkedRow>
    // A member that stands twice, or other spelling: another parser could read another row.
    if (JSON.stringify(link) !== line) return null
    const isComplete =
      Object.keys(link).every((member) => linkMembers.has(member)) &&
      typeof link.sequence === 'number' &&
      typeof link.leaf === 'string' &&
      typeof link.hash === 'string' &&
      (link.row === null ||
        (accessColumns.every(([, , property]) => link.row?.[property] !== undefined || isLaterProperty(property)) &&
          Object.keys(link.row ?? {}).every((property) => knownProperties.has(property))))
    return isComplete ? (link as LinkedRow) : null
  } catch {
    return null
  }
}
