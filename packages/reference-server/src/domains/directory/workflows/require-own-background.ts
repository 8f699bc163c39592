import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { outsideProxyScope } from '../problems.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatientZone } from '../store/patients.ts'

/**
 * The patient or staff. Never a proxy, whatever their scope and even if they are a patient too: a young person's gender identity is theirs
 * to share (45 CFR 164.502(g)(5)).
 */
export const requireOwnBackground = async (
  context: ReadContext & { readonly db: AnyKysely },
  patientId: string,
): Promise<'patient' | 'staff'> => {
  const { as } = await actingFor(context.db, context.caller, patientId, 'record', context.now)
  if (as === 'proxy') throw outsideProxyScope()
  // Throws if there is no such patient.
  await readPatientZone(context.db, context, patientId)
  return as
}
