import type { components } from '@visitkit/contract'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { storeWrites } from '../../../../platform/database/changes/store-writes.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { tablesOf } from './tables.ts'

export type VersionedAvailability = components['schemas']['Availability']

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

/** Stores the rules as version `version`. Conditional: the stored version is the previous one. */
export const writeAvailability = ({
  practitionerId,
  zone,
  weekly,
  exceptions,
  timeOff,
  version,
}: VersionedAvailability): Write => ({
  statement: version === 1 ? insertFirst : updateNext,
  values: [practitionerId, zone, JSON.stringify({ weekly, exceptions, timeOff }), version],
})
/** The same inside a transaction. False when the stored version is not the previous one. */
export const upsertAvailability = (
  tx: AnyKysely,
  organizationId: string,
  availability: VersionedAvailability,
): Promise<boolean> => storeWrites(tx, organizationId, [writeAvailability(availability)])

const insertFirst = writeStatement({
  kind: 'insert',
  table: 'scheduling.availability',
  columns: ['id', 'zone', 'rules', 'version'],
  values: ['$1::uuid', '$2::text', '$3::jsonb', '$4::integer'],
  isConditional: true,
})
const updateNext = writeStatement({
  kind: 'update',
  table: 'scheduling.availability',
  set: 'zone = $2::text, rules = $3::jsonb, version = $4::integer, xid = pg_current_xact_id()',
  where: 'id = $1::uuid and version = $4::integer - 1',
  isConditional: true,
})
