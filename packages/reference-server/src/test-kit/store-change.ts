import type { Change } from '../platform/contracts/change.ts'
import type { WriteContext } from '../platform/contracts/context.ts'
import type { Write } from '../platform/contracts/write.ts'
import { storeWrites } from '../platform/database/changes/store-writes.ts'

/** Another change was stored since this one read. The platform gathers and decides again. */
export class ConditionFailed extends Error {
  constructor() {
    super('A condition of the change does not hold.')
  }
}

/** Stores the writes and events of a change in an open transaction, to prepare data. Throws `ConditionFailed`. */
export const storeChange = async (
  { tx, vault, caller, emit }: WriteContext,
  { writes = [], events = [] }: Pick<Change<unknown>, 'writes' | 'events'>,
): Promise<void> => {
  const { organizationId } = caller
  const encrypted = writes.map(async ({ sealed, ...write }): Promise<Write> => {
    if (sealed === undefined) return write
    const { at, rowId, patientId, value } = sealed
    const bytes = await vault.seal(tx, { organizationId, table: write.statement.table, rowId, patientId }, value)
    return { ...write, values: write.values.with(at, bytes) }
  })
  if (!(await storeWrites(tx, organizationId, await Promise.all(encrypted)))) throw new ConditionFailed()
  for (const event of events) await emit(event)
}
