import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, Database } from '../../../platform/contracts/database.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { DueRows } from '../store/due-rows.ts'

const batch = 50

export interface JobDeps {
  readonly organizationIds: () => Promise<readonly string[]>
  readonly database: Pick<Database, 'reader'>
  readonly keep: KeepForOrganization
}

interface Due<Row> {
  readonly find: (db: AnyKysely, organizationId: string, now: Date, which: DueRows) => Promise<readonly Row[]>
  readonly idOf: (row: Row) => string
  readonly decide: (row: Row, context: DecideContext) => Change<void>
}

/**
 * Decides one change for each row that is due; they are committed together. One organization after the other, until a batch is not full. A
 * row that has changed in the meantime is found again, if it is still due.
 */
export const changeEachDue = async <Row>(
  { organizationIds, database, keep }: JobDeps,
  now: Date,
  { find, idOf, decide }: Due<Row>,
): Promise<void> => {
  for (const organizationId of await organizationIds()) {
    const db = database.reader({ domain: 'follow_up', organizationId })
    const changeOne = (found: Row): Promise<void> =>
      keep(organizationId, now, async (isRepeated, context) => {
        const [row] = isRepeated ? await find(db, organizationId, now, { limit: 1, id: idOf(found) }) : [found]
        return row === undefined ? { answer: undefined } : decide(row, context)
      })
    let due: readonly Row[]
    do {
      due = await find(db, organizationId, now, { limit: batch })
      await Promise.all(due.map(changeOne))
    } while (due.length === batch)
  }
}
