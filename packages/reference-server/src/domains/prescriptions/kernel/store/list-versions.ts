import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'

/**
 * Marks a list of the owner as changed: a patient's signed prescriptions, or a practitioner's favorites. Conditional: it has not changed
 * since its version `seen` was read. 0: it has no version yet.
 */
export const advanceList = (ownerId: string, seen: number): Write => ({
  statement: advance,
  values: [ownerId, seen + 1],
})
const advance = writeStatement({
  kind: 'insert',
  table: 'prescriptions.list_versions',
  columns: ['id', 'version'],
  values: ['$1::uuid', '$2::integer'],
  isConditional: true,
  onConflict: `(organization_id, id) do update set version = excluded.version
    where list_versions.version = excluded.version - 1`,
})
