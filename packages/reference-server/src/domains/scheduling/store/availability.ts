import { sql } from 'kysely'
import type { components } from '@visitkit/contract'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { changedSince } from './sync-mark.ts'
import { tablesOf } from './tables.ts'

export type VersionedAvailability = components['schemas']['Availability']

/** Those that changed in or after the transaction `since`, or all. */
export const listAvailabilitySince = async (db: AnyKysely, since: string | null): Promise<VersionedAvailability[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.availability')
    .select(['id', 'zone', 'rules', 'version'])
    .$if(since !== null, (query) => query.where(changedSince(since)))
    .execute()
  return rows.map(({ id, zone, rules, version }) => ({ practitionerId: id, zone, version, ...rules }))
}

export const readAvailability = async (
  db: AnyKysely,
  practitionerId: string,
): Promise<VersionedAvailability | null> => {
  const row = await tablesOf(db)
    .selectFrom('scheduling.availability')
    .select(['zone', 'rules', 'version'])
    .where('id', '=', practitionerId)
    .executeTakeFirst()
  return row ? { practitionerId, zone: row.zone, version: row.version, ...row.rules } : null
}

/** Stores the rules as version `availability.version`. False when the stored version is not the previous one. */
export const upsertAvailability = async (
  tx: AnyKysely,
  organizationId: string,
  { practitionerId, zone, weekly, exceptions, version }: VersionedAvailability,
): Promise<boolean> => {
  const rules = JSON.stringify({ weekly, exceptions })
  if (version === 1) {
    const { numInsertedOrUpdatedRows } = await tablesOf(tx)
      .insertInto('scheduling.availability')
      .values({ organization_id: organizationId, id: practitionerId, zone, rules, version })
      .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('scheduling.availability')
    .set({ zone, rules, version, xid: sql`pg_current_xact_id()` })
    .where('id', '=', practitionerId)
    .where('version', '=', version - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
