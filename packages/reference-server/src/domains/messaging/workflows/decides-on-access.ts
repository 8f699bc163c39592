import { Problem } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { MessagingContext } from '../ports.ts'

/**
 * Whether the caller chooses if the patient receives notices of new readers: the patient, and a proxy who may read who opened the record.
 * The notices are about staff, so staff do not choose.
 */
export const decidesOnAccess = async (
  { directory }: Pick<MessagingContext, 'directory'>,
  context: ReadContext,
  patientId: string,
): Promise<boolean> => {
  const { kind } = context.caller
  if (kind !== 'patient' && kind !== 'proxy') return false
  return directory.actingFor(context, patientId, 'record').then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem && error.code === 'outside_proxy_scope') return false
      throw error
    },
  )
}
