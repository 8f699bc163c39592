import {
  firstLaboratory,
  type Laboratories,
  type Laboratory,
  type LaboratoryOrder,
} from '../../../vendors/laboratory/provider.ts'

/** The laboratory to which an order goes, and its cancellation. */
export const laboratoryOf = (
  laboratories: Laboratories,
  { laboratoryId = firstLaboratory }: Pick<LaboratoryOrder, 'laboratoryId'>,
): Laboratory => laboratories.of(laboratoryId)
