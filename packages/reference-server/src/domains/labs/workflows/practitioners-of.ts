import type { Reading } from '../../../platform/contracts/context.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { LabsPorts, PractitionerSummary } from '../ports.ts'

/** Who ordered, by id; of everyone who is named once. */
export const practitionersOf = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  reading: Reading,
  orders: readonly Pick<LabOrder, 'practitionerId'>[],
): Promise<(order: Pick<LabOrder, 'practitionerId'>) => PractitionerSummary> => {
  const ids = [...new Set(orders.map(({ practitionerId }) => practitionerId))]
  const summaries = await directory.practitionerSummaries(reading, ids)
  return ({ practitionerId }) => {
    const summary = summaries.get(practitionerId)
    if (summary === undefined) throw new Error('a practitioner who ordered is never removed')
    return summary
  }
}
