import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { firstId } from '../../../platform/database/ids/new-id.ts'
import type { FirstAccess, LedgerPosition, ReaderWatch } from '../model/reader-watch.ts'
import { tablesOf } from './tables.ts'
import { watchColumns } from './reader-watches.ts'

const table = 'compliance.ledger_positions'

/** What an organization's patients ask of the ledger, and how far it has been read for them. */
export interface FollowedLedger {
  readonly isLearning: boolean
  readonly isWatching: boolean
  readonly position: LedgerPosition | null
  /** The last number in the chain. */
  readonly head: number
}

export const findFollowed = async (db: AnyKysely, organizationId: string): Promise<FollowedLedger> => {
  const { rows } = await sql<
    Pick<FollowedLedger, 'isLearning' | 'isWatching'> & {
      head: string
      sequence: string | null
      version: number | null
    }
  >`
    select audit.last_sequence() as head, position.sequence, position.version,
      exists (select from compliance.reader_watches where organization_id = ${organizationId} and status = 'learning')
        as "isLearning",
      exists (select from compliance.reader_watches where organization_id = ${organizationId} and status = 'watching')
        as "isWatching"
    from (select ${organizationId}::uuid as id) as organization
    left join compliance.ledger_positions as position on position.organization_id = organization.id and position.id = organization.id`.execute(
    db,
  )
  const [found] = rows
  if (!found) throw new Error('A row is selected in any case.')
  const { isLearning, isWatching, head, sequence, version } = found
  const position = version === null ? null : { id: organizationId, sequence: Number(sequence), version }
  return { isLearning, isWatching, position, head: Number(head) }
}

const positions = factTable<LedgerPosition>(table, {
  id: ['id', 'uuid'],
  sequence: ['sequence', 'bigint'],
  version: ['version', 'integer'],
})

/** Conditional: the position is still as gathered in `before`. */
export const writePosition = (after: LedgerPosition, before: LedgerPosition | null): Write =>
  before === null ? positions.insertOnce(after) : positions.replace(after, before)

/** The ids of accesses that were linked together, the least and the greatest, and the last number. */
export interface LedgerPage {
  readonly firstId: string
  readonly lastId: string
  readonly sequence: number
}

/** Each group has up to a thousand accesses. */
const groupsPerPage = 100

/** The accesses that were linked after this number; null if there are none. */
export const findPageAfter = async (db: AnyKysely, sequence: number): Promise<LedgerPage | null> => {
  const { rows } = await sql<{ first_id: string | null; last_id: string; sequence: string }>`
    select first_id, last_id, sequence from audit.linked_after(${sequence}::bigint, ${groupsPerPage})`.execute(db)
  const [page] = rows
  if (!page || page.first_id === null) return null
  return { firstId: page.first_id, lastId: page.last_id, sequence: Number(page.sequence) }
}

export interface UnknownReader {
  readonly watch: ReaderWatch
  readonly access: FirstAccess
}

/**
 * The first access in this page of each person who is not known to have opened the record of a patient who watches it. Of the accesses of
 * other patients none is read: those of a patient are found by the index of the ledger.
 */
export const listUnknownReaders = async (
  db: AnyKysely,
  { firstId: from, lastId: to }: LedgerPage,
  limit: number,
): Promise<readonly UnknownReader[]> => {
  const rows = await tablesOf(db)
    .selectFrom('compliance.reader_watches as watch')
    .innerJoin('audit.accesses as access', 'access.patient', 'watch.id')
    .select(watchColumns)
    .select(['access.id as accessId', 'access.at', sql<string>`access.actor`.as('actorId')])
    .where('watch.status', '=', 'watching')
    .where('access.id', '>=', from)
    .where('access.id', '<=', to)
    .where('access.actor_kind', '=', 'member')
    .where('access.outcome', '=', 'done')
    // Writing down a disclosure opens no record, and a notice of it would give away one that is held back.
    .where('access.entity', '<>', 'Disclosure')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('compliance.known_readers as known')
            .select('known.id')
            .whereRef('known.organization_id', '=', 'watch.organization_id')
            .whereRef('known.patient_id', '=', 'watch.id')
            .whereRef('known.actor_id', '=', 'access.actor'),
        ),
      ),
    )
    .distinctOn(['watch.id', 'access.actor'])
    .orderBy('watch.id')
    .orderBy('access.actor')
    .orderBy('access.id')
    .limit(limit)
    .execute()
  return rows.map(({ accessId, at, actorId, ...watch }) => ({
    watch,
    access: { patientId: watch.id, actorId, accessId, at },
  }))
}

/** Rows of the ledger that are read at a time. */
const rowsPerPage = 5_000

/** The first access of each person who has opened this patient's record, in pages of the patient's own accesses. */
export const findAllReaders = async (db: AnyKysely, patientId: string): Promise<readonly FirstAccess[]> => {
  const found = new Map<string, FirstAccess>()
  let after: string | null = firstId
  while (after !== null) {
    const rows = await readersAfter(db, patientId, after)
    for (const { actorId, accessId, at } of rows)
      if (actorId !== null && !found.has(actorId)) found.set(actorId, { patientId, actorId, accessId, at })
    const [page] = rows
    after = page !== undefined && page.count === rowsPerPage ? page.last : null
  }
  return [...found.values()]
}

/** At least one row, also for a page without people. */
const readersAfter = async (db: AnyKysely, patientId: string, after: string) => {
  const { rows } = await sql<{
    count: number
    last: string | null
    actorId: string | null
    accessId: string
    at: Date
  }>`
    with page as (
      select id, at, actor, actor_kind, outcome, entity from audit.accesses
      where patient = ${patientId} and id > ${after} order by id limit ${rowsPerPage}
    )
    select size.count, size.last, reader.actor as "actorId", reader.id as "accessId", reader.at
    from (select count(*)::integer as count, max(id::text) as last from page) as size
    left join (
      select distinct on (actor) actor, id, at from page where actor_kind = 'member' and outcome = 'done' and entity <> 'Disclosure'
      order by actor, id
    ) as reader on true`.execute(db)
  return rows
}
