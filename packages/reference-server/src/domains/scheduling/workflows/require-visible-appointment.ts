import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { ScopesFor } from '../ports.ts'
import { decryptDetails, type AppointmentDetails, type EncryptedAppointment } from '../store/appointments.ts'

/** A session remembers for whom its person acts; whether a right over the patient still holds is asked here. */
export const requireVisibleAppointment = (scopesFor: ScopesFor, patientId: string): void => {
  if (scopesFor(patientId).size === 0) throw notFound('proxy_right_not_in_force')
}

/** Why the patient comes is for those who come along or read the record, not for anyone who only makes the appointments. */
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
