import type { Selectable } from 'kysely'
import type { components } from '@visitkit/contract'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { SchedulingTables } from './tables.ts'

export type VisitType = components['schemas']['VisitType']

export const visitTypeOf = ({
  id,
  code,
  specialty,
  active,
  version,
  definition,
}: Pick<
  Selectable<SchedulingTables['scheduling.visit_types']>,
  'id' | 'code' | 'specialty' | 'active' | 'version' | 'definition'
>): VisitType => ({
  id,
  code,
  specialty,
  active,
  bookingMode: 'instant',
  ...definition,
  version,
})

/** Conditional: no other visit type of the organization has the code. */
export const insertVisitType = ({ id, code, specialty, active, version, ...definition }: VisitType): Write => ({
  statement: insertType,
  values: [id, code, specialty, active, version, JSON.stringify(definition)],
})
const insertType = writeStatement({
  kind: 'insert',
  table: 'scheduling.visit_types',
  columns: ['id', 'code', 'specialty', 'active', 'version', 'definition'],
  values: ['$1::uuid', '$2::text', '$3::text', '$4::boolean', '$5::integer', '$6::jsonb'],
  isConditional: true,
})

/** Conditional: the type still has the version that was read. */
export const replaceVisitType = (
  { id, code: _code, specialty: _specialty, active, version, ...definition }: VisitType,
  before: VisitType,
): Write => ({ statement: updateType, values: [id, before.version, active, version, JSON.stringify(definition)] })
const updateType = writeStatement({
  kind: 'update',
  table: 'scheduling.visit_types',
  set: 'active = $3::boolean, version = $4::integer, definition = $5::jsonb, xid = pg_current_xact_id()',
  where: 'id = $1::uuid and version = $2::integer',
  isConditional: true,
})
