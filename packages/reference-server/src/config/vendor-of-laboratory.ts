import { firstLaboratory } from '../vendors/laboratory/provider.ts'

/** The name under which a laboratory has its agreement: `laboratory`, and `laboratory-<id>` for each further one. */
export const vendorOfLaboratory = (laboratoryId: string): string =>
  laboratoryId === firstLaboratory ? 'laboratory' : `laboratory-${laboratoryId}`
