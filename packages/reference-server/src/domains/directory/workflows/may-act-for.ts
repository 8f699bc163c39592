import type { ReadContext } from '../../../platform/contracts/context.ts'
import { scopesFor } from '../store/acting-for.ts'

/** Whether the caller may do anything for the patient: staff, the patient, and those whose right is in force. */
export const mayActFor = async ({ db, caller, now }: ReadContext, patientId: string): Promise<boolean> =>
  (await scopesFor(db, caller, now))(patientId).size > 0
