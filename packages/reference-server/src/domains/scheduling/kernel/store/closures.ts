import type { components } from '@visitkit/contract'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'

export type VersionedClosures = components['schemas']['Closures']

/** Stores the closures as version `version`. Conditional: the stored version is the previous one. */
export const writeClosures = (organizationId: string, { zone, items, version }: VersionedClosures): Write => ({
  statement: version === 1 ? insertFirst : updateNext,
  values: [organizationId, zone, JSON.stringify(items), version],
})

const insertFirst = writeStatement({
  kind: 'insert',
  table: 'scheduling.closures',
  columns: ['id', 'zone', 'items', 'version'],
  values: ['$1::uuid', '$2::text', '$3::jsonb', '$4::integer'],
  isConditional: true,
})
const updateNext = writeStatement({
  kind: 'update',
  table: 'scheduling.closures',
  set: 'zone = $2::text, items = $3::jsonb, version = $4::integer, xid = pg_current_xact_id()',
  where: 'id = $1::uuid and version = $4::integer - 1',
  isConditional: true,
})
