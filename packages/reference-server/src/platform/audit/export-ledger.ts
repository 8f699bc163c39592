import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { accessColumns, isLaterProperty, selectAccesses } from './access-columns.ts'
import type { HashedRow } from './chain.ts'
import type { LedgerFault, LinkedRow } from './verify-ledger.ts'

const pageSize = 5_000

type LinkRow = HashedRow & {
  readonly sequence: string
  readonly leaf: Buffer
  readonly hash: Buffer
  readonly found: string | null
}

/** Reads the ledger of a database in the order of its links, page by page. Safe while a server runs. */
export async function* readLedger(database: PlatformDatabase): AsyncGenerator<LinkedRow> {
  const db = database.readerAcross('audit')
  for (let after = '0'; ;) {
    const { rows } = await sql<LinkRow>`
      select links.sequence, links.leaf, links.hash, accesses.xid::text as found, ${sql.raw(selectAccesses)}
      from audit.links as links
      left join audit.accesses as accesses on accesses.organization_id = links.organization_id and accesses.id = links.access_id
      where links.sequence > ${after} order by links.sequence limit ${pageSize}`.execute(db)
    for (const { sequence, leaf, hash, found, ...row } of rows) {
      yield {
        sequence: Number(sequence),
        leaf: leaf.toString('hex'),
        hash: hash.toString('hex'),
        row: found === null ? null : row,
      }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.sequence
  }
}

/** Finds an access that was inserted among linked ones without a link, outside the server. */
export const findUnlinkedRow = async (database: PlatformDatabase): Promise<LedgerFault | null> => {
  const { rows } = await sql<{ id: string; sequence: string }>`
    select accesses.id, position.sequence from audit.accesses as accesses, audit.position as position
    where (accesses.xid, accesses.id) <= (position.xid, position.access_id)
      and not exists (
        select from audit.links where links.organization_id = accesses.organization_id and links.access_id = accesses.id)
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

export const parseLedgerLine = (line: string): LinkedRow | null => {
  try {
    const link = JSON.parse(line) as Partial<LinkedRow>
    const isComplete =
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
