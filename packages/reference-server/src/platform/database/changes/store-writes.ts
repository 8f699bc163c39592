import { CompiledQuery } from 'kysely'
import type { AnyKysely } from '../../contracts/database.ts'
import type { Write } from '../../contracts/write.ts'
import { compileChange } from './compile-change.ts'

/** Stores writes inside an open transaction: all, or none if a condition does not hold. For what is not a change (yet): commands, packs. */
export const storeWrites = async (
  tx: AnyKysely,
  organizationId: string,
  writes: readonly Write[],
): Promise<boolean> => {
  if (writes.some(({ sealed }) => sealed !== undefined)) throw new Error('An encrypted write is part of a change.')
  if (writes.length === 0) return true
  const { text, values, conditions } = compileChange(organizationId, writes, [])
  const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]))
  return Object.values(rows[0] ?? {})
    .slice(0, conditions)
    .every((flag) => flag === true)
}
