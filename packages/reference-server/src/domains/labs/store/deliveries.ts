import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Delivery } from '../../../vendors/laboratory/provider.ts'

/** Marks a message as processed. Conditional: it was not processed before. Of two concurrent deliveries, one waits for the other's mark. */
export const insertDelivery = (id: string, { source, controlId, digest }: Delivery): Write => ({
  statement: insert,
  values: [id, source, controlId, digest],
})
const insert = writeStatement({
  kind: 'insert',
  table: 'labs.deliveries',
  columns: ['id', 'source', 'control_id', 'digest'],
  values: ['$1::uuid', '$2::text', '$3::text', '$4::bytea'],
  isConditional: true,
})
