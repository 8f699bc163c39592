import type { Change } from '../../../platform/contracts/change.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { storeWrites } from '../../../platform/database/changes/store-writes.ts'

/**
 * Stores a change inside an open transaction: for seeds, imports and commands, which store several things together. Throws what the change
 * decides otherwise.
 */
export const storeInTransaction = async <Answer>(context: WriteContext, change: Change<Answer>): Promise<Answer> => {
  const { tx, caller, emit } = context
  const writes = await Promise.all((change.writes ?? []).map((write) => sealWrite(context, write)))
  if (!(await storeWrites(tx, caller.organizationId, writes))) {
    if (change.otherwise === undefined) throw new Error('A row was changed by another transaction.')
    return storeInTransaction(context, change.otherwise())
  }
  for (const event of change.events ?? []) await emit(event)
  return change.answer
}

const sealWrite = async ({ tx, vault, caller }: WriteContext, { statement, values, sealed }: Write): Promise<Write> => {
  if (sealed === undefined) return { statement, values }
  const { at, rowId, patientId, value } = sealed
  const place = { organizationId: caller.organizationId, table: statement.table, rowId, patientId }
  return { statement, values: values.with(at, await vault.seal(tx, place, value)) }
}
