import type { LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import type { LabOrder } from './lab-order.ts'

/** The order as for a patient who pays: the patient is the guarantor, because parents may not learn of it. */
export const withoutCoverages = (order: LaboratoryOrder): LaboratoryOrder => {
  const { name, birthDate, sex, address } = order.patient
  const guarantor = { name, birthDate, ...(sex && { sex }), ...(address && { address }), relationship: 'self' } as const
  return { ...order, coverages: [], guarantor }
}

/** The order that shows no payer, because the laboratory was given none. */
export const withoutPayers = (order: LabOrder, before: LabOrder): LabOrder =>
  order.content.payers?.length
    ? { ...order, content: { ...order.content, payers: [] }, version: before.version + 1 }
    : order
