import type { Reading } from '../../../platform/contracts/context.ts'
import type { MessagingContext } from '../ports.ts'

/** Threads are part of the record: a proxy needs that scope. Throws `not_found` or `outside_proxy_scope`. */
export const requireRecordScope = async (
  { directory }: MessagingContext,
  reading: Reading,
  patientId: string,
): Promise<void> => void (await directory.actingFor(reading, patientId, 'record'))
