import type { Write } from '../contracts/write.ts'
import { writeStatement } from '../database/changes/write-statement.ts'

/**
 * Erases a patient beyond recovery, as writes of a change: deletes their data keys, and leaves the mark that refuses a new one. The role
 * needs `grantErasure`. Call `forget` of the vault once the change is stored.
 */
export const eraseKeys = (patientId: string): readonly Write[] => [
  { statement: markErased, values: [patientId] },
  { statement: deleteKeys, values: [patientId] },
]
const markErased = writeStatement({
  kind: 'insert',
  table: 'vault.erasures',
  columns: ['subject'],
  values: ['$1::text'],
  onConflict: '(organization_id, subject) do nothing',
  isConditional: false,
})
const deleteKeys = writeStatement({
  kind: 'delete',
  table: 'vault.data_keys',
  where: 'subject = $1::text',
  isConditional: false,
})
