import type { Selectable } from 'kysely'
import type { components } from '@visitkit/contract'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { SchedulingTables } from './tables.ts'

export type Resource = components['schemas']['Resource']

export const resourceOf = ({
  id,
  kind,
  name,
  languages,
  zone,
  weekly,
  active,
  version,
}: Omit<Selectable<SchedulingTables['scheduling.resources']>, 'organization_id' | 'xid'>): Resource => ({
  id,
  kind,
  name,
  languages,
  zone,
  weekly,
  active,
  version,
})

const valuesOf = ({ id, kind, name, languages, zone, weekly, active, version }: Resource): unknown[] => [
  id,
  kind,
  name,
  languages,
  zone,
  JSON.stringify(weekly),
  active,
  version,
]

export const insertResource = (resource: Resource): Write => ({
  statement: insert,
  values: valuesOf(resource),
})
const insert = writeStatement({
  kind: 'insert',
  table: 'scheduling.resources',
  columns: ['id', 'kind', 'name', 'languages', 'zone', 'weekly', 'active', 'version'],
  values: ['$1::uuid', '$2::text', '$3::text', '$4::text[]', '$5::text', '$6::jsonb', '$7::boolean', '$8::integer'],
  isConditional: false,
})

/** Conditional: the resource still has the version that was read. */
export const replaceResource = (after: Resource, before: Resource): Write => ({
  statement: update,
  values: [
    after.id,
    after.name,
    after.languages,
    after.zone,
    JSON.stringify(after.weekly),
    after.active,
    before.version,
  ],
})
const update = writeStatement({
  kind: 'update',
  table: 'scheduling.resources',
  set: `name = $2::text, languages = $3::text[], zone = $4::text, weekly = $5::jsonb, active = $6::boolean,
    version = version + 1, xid = pg_current_xact_id()`,
  where: 'id = $1::uuid and version = $7::integer',
  isConditional: true,
})
