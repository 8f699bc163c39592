import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { BillingContext } from '../../ports.ts'
import { listCardPictures, type CardPicture } from '../store/coverage-cards.ts'

/** The pictures of a patient's card. Throws `not_found` or `outside_proxy_scope`. */
export const gatherCard = async (
  { directory }: Pick<BillingContext, 'directory'>,
  context: ReadContext,
  patientId: string,
): Promise<readonly CardPicture[]> => {
  await directory.actingFor(context, patientId, 'record')
  await directory.patientZone(context, patientId)
  return listCardPictures(context.db, patientId)
}
