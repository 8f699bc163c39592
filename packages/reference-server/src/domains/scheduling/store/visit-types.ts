import type { Selectable } from 'kysely'
import type { components } from '@visitkit/contract'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { SchedulingTables } from './tables.ts'

export type VisitType = components['schemas']['VisitType']

export const visitTypeOf = ({
  id,
  code,
  specialty,
  active,
  definition,
}: Pick<
  Selectable<SchedulingTables['scheduling.visit_types']>,
  'id' | 'code' | 'specialty' | 'active' | 'definition'
>): VisitType => ({
  id,
  code,
  specialty,
  active,
  ...definition,
})

/** Conditional: no other visit type of the organization has the code. */
export const insertVisitType = ({ id, code, specialty, active, ...definition }: VisitType): Write => ({
  statement: insertType,
  values: [id, code, specialty, active, JSON.stringify(definition)],
})
const insertType = writeStatement({
  kind: 'insert',
  table: 'scheduling.visit_types',
  columns: ['id', 'code', 'specialty', 'active', 'definition'],
  values: ['$1::uuid', '$2::text', '$3::text', '$4::boolean', '$5::jsonb'],
  isConditional: true,
})
