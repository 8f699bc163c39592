import { Problem } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { MessagingContext } from '../ports.ts'

/**
 * Whether the caller chooses if the patient is told of the first access by somebody new: the patient, and a proxy who may read who opened
 * the record. Staff are those of whom the patient is told.
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
