import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { decryptRequest, type EncryptedRequest, type RequestDetails } from '../store/on-demand-requests.ts'

/** The reason is visible to people who accompany the patient or read the record, not to those who only schedule. */
export const readVisibleDetails = async (
  { directory }: Pick<SchedulingPorts, 'directory'>,
  context: ReadContext,
  request: EncryptedRequest,
): Promise<RequestDetails> => {
  const scopes = (await directory.scopesFor(context))(request.patientId)
  if (scopes.has('visit') || scopes.has('record')) return decryptRequest(context.db, context, request)
  context.access.touch(request.patientId)
  return {}
}
