import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { AppointmentAtCheckIn } from '../model/check-in.ts'
import type { Safeguards } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { findLastCheckIn } from '../store/visits.ts'

/**
 * The consents for a visit that begins, under the law of the state where the patient is now. A consent that the patient gave for no visit in
 * particular serves one, where the law wants it at each: the first one that they check in for. Profession and payer are unknown here, so the
 * strictest rule of the state counts.
 */
export const gatherConsents = async (
  ports: VisitsContext,
  context: ReadContext,
  { id: appointmentId, patientId, type }: AppointmentAtCheckIn,
  state: string,
): Promise<Safeguards['consents']> => {
  const care = { state, profession: null, payer: null, modality: type.modality }
  const standings = await ports.consent.forVisit(context, { patientId, appointmentId, care }, type.requiredConsents)
  if (![...standings.values()].some(({ onceSince }) => onceSince)) return standings
  const last = await findLastCheckIn(context.db, patientId, appointmentId)
  return new Map(
    [...standings].map(([purpose, standing]) => {
      const isUsed = standing.onceSince && last !== null && last > standing.onceSince
      return [purpose, isUsed ? { status: 'required', reason: 'each-visit' } : standing]
    }),
  )
}
