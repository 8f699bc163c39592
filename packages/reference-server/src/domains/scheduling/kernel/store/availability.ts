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

/** What this server replaces. The properties of a later one stay as they are: two of them run side by side while a deployment is upgraded. */
const known: Record<keyof Omit<VersionedAvailability, 'practitionerId' | 'zone' | 'version'>, true> = {
  weekly: true,
  exceptions: true,
  timeOff: true,
  limits: true,
  weight: true,
}

/** Stores the rules as version `version`. Conditional: the stored version is the previous one. */
export const writeAvailability = ({ practitionerId, zone, version, ...rules }: VersionedAvailability): Write => ({
  statement: version === 1 ? insertFirst : updateNext,
  values: [practitionerId, zone, JSON.stringify(rules), version],
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
  set: `zone = $2::text, rules = (rules - '{${Object.keys(known).join()}}'::text[]) || $3::jsonb, version = $4::integer,
    xid = pg_current_xact_id()`,
  where: 'id = $1::uuid and version = $4::integer - 1',
  isConditional: true,
})
