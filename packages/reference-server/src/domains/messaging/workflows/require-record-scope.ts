import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { MessagingContext } from '../ports.ts'

/** Threads are part of the record: a proxy needs that scope. Throws `not_found` or `outside_proxy_scope`. */
export const requireRecordScope = async (
  { directory }: MessagingContext,
  context: ReadContext,
  patientId: string,
): Promise<void> => void (await directory.actingFor(context, patientId, 'record'))
