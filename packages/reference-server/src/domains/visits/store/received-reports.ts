import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { ReceivedReport } from '../model/received-report.ts'
import { storedBytes } from './stored-bytes.ts'

/** Stores what was followed, as it came: under the key of the patient whose visit it is about, or of the organization. */
export const insertReceivedReport = (id: string, { vendor, reader, effect, visit, bytes }: ReceivedReport): Write => ({
  statement: insert,
  values: [id, vendor, reader, effect, visit?.id ?? null, visit?.patientId ?? null, null],
  sealed: { at: 6, rowId: id, patientId: visit?.patientId ?? null, value: storedBytes(bytes) },
})
const insert = writeStatement({
  kind: 'insert',
  table: 'visits.received_reports',
  columns: ['id', 'vendor', 'reader', 'effect', 'visit_id', 'patient_id', 'sealed'],
  values: ['$1::uuid', '$2::text', '$3::text', '$4::text', '$5::uuid', '$6::uuid', '$7::bytea'],
  isConditional: false,
})
