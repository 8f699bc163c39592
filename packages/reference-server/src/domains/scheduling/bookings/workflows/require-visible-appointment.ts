import { notFound } from '../../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ScopesFor } from '../../ports.ts'
import { decryptDetails, type AppointmentDetails, type EncryptedAppointment } from '../../kernel/store/appointments.ts'

/** A session stores the patients for whom its person acts. This checks whether the right over the patient is still in effect. */
export const requireVisibleAppointment = (scopesFor: ScopesFor, patientId: string): void => {
  if (scopesFor(patientId).size === 0) throw notFound('proxy_right_not_in_force')
}

/** The reason for the visit is visible to people who accompany the patient or read the record, not to those who only schedule. */
export const visibleDetails = async (
  db: AnyKysely,
  context: VaultContext,
  scopesFor: ScopesFor,
  appointment: EncryptedAppointment,
): Promise<AppointmentDetails> => {
  const scopes = scopesFor(appointment.patientId)
  if (scopes.has('visit') || scopes.has('record')) return decryptDetails(db, context, appointment)
  context.access.touch(appointment.patientId)
  return {}
}
