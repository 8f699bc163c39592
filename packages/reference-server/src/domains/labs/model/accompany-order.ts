import type { PartTwoStatement } from '../../../platform/contracts/part-two.ts'
import type { LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'

/** The order with the notice of 42 CFR 2.32 and the scope of the consent. */
export const accompanyOrder = (payload: unknown, { notice, scope }: PartTwoStatement): LaboratoryOrder => ({
  ...(payload as LaboratoryOrder),
  accompaniment: [notice, scope],
})
