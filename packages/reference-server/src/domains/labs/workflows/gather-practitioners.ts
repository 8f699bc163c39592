import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { LabsPorts, PractitionerSummary } from '../ports.ts'

/** The ordering practitioners by id, each once. */
export const gatherPractitioners = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  context: ReadContext,
  orders: readonly Pick<LabOrder, 'practitionerId'>[],
): Promise<(order: Pick<LabOrder, 'practitionerId'>) => PractitionerSummary> => {
  const ids = [...new Set(orders.map(({ practitionerId }) => practitionerId))]
  const summaries = await directory.practitionerSummaries(context, ids)
  return ({ practitionerId }) => {
    const summary = summaries.get(practitionerId)
    if (summary === undefined) throw new Error('a practitioner who ordered is never removed')
    return summary
  }
}
