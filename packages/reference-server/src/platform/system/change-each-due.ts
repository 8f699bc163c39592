import type { Change } from '../contracts/change.ts'
import type { DecideContext } from '../contracts/context.ts'
import type { AnyKysely, Database } from '../contracts/database.ts'
import { unlessErased } from '../problems/unless-erased.ts'
import type { KeepForOrganization } from './keep-for-organization.ts'
import { organizationsWith } from './organizations-with.ts'

const batch = 100

/** Which rows that are due a job reads: at most `limit`; only the one with this id if it is given. */
export interface DueRows {
  readonly limit: number
  readonly id?: string
}

/** What the jobs of a domain need for their changes. */
export interface DueChanges {
  readonly domain: string
  readonly organizationIds: () => Promise<readonly string[]>
  readonly database: Pick<Database, 'reader'>
  readonly keep: KeepForOrganization
}

interface Due<Row> {
  /** Names the organizations for which `find` may find something (`organizationsDue`). Default: `find` is asked for each. */
  readonly list?: string
  readonly find: (db: AnyKysely, organizationId: string, now: Date, which: DueRows) => Promise<readonly Row[]>
  readonly idOf: (row: Row) => string
  readonly decide: (row: Row, context: DecideContext) => Change<void>
}

/**
 * Decides one change for each row that is due; they are committed together. One organization after the other, until a batch is not full. A
 * row that has changed in the meantime is found again, if it is still due. A row of an erased patient is passed over.
 */
export const changeEachDue = async <Row>(
  { domain, organizationIds, database, keep }: DueChanges,
  now: Date,
  { list, find, idOf, decide }: Due<Row>,
): Promise<void> => {
  const all = await organizationIds()
  const acrossOrganizations = database.reader({ domain, organizationId: '' })
  for (const organizationId of list === undefined
    ? all
    : await organizationsWith(acrossOrganizations, list, all, now)) {
    const db = database.reader({ domain, organizationId })
    const changeOne = (found: Row): Promise<void | null> =>
      unlessErased(
        keep(organizationId, now, async (isRepeated, context) => {
          const [row] = isRepeated ? await find(db, organizationId, now, { limit: 1, id: idOf(found) }) : [found]
          return row === undefined ? { answer: undefined } : decide(row, context)
        }),
      )
    let isUnfinished: boolean
    do {
      const due = await find(db, organizationId, now, { limit: batch })
      const changed = await Promise.all(due.map(changeOne))
      isUnfinished = due.length === batch && changed.some((each) => each !== null)
    } while (isUnfinished)
  }
}
