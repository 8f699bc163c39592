import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { AppointmentAtCheckIn } from '../model/check-in.ts'
import { hasMoved, stateOf, type Safeguards, type Visit } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { findLastCheckIn } from '../store/visits.ts'

/**
 * The consents for a visit that begins, under the law of the state where the patient is now. A consent that the patient gave for no visit in
 * particular serves one, where the law wants it at each: the first one that they check in for. Profession and payer are unknown here, so the
 * strictest rule of the state counts.
 */
export const gatherConsents = (
  ports: VisitsContext,
  context: ReadContext,
  { id: appointmentId, patientId, type: { modality, requiredConsents } }: AppointmentAtCheckIn,
  state: string,
): Promise<Safeguards['consents']> =>
  consentsFor(ports, context, { appointmentId, patientId, modality, requiredConsents }, state)

/**
 * The consents for a step of a visit that has begun. While the patient is in the state of the check-in, what counts is whether they still
 * stand. In another state they are held against its law: the patient is asked again, unless they decided for this visit.
 */
export const gatherConsentsOf = (
  ports: VisitsContext,
  context: ReadContext,
  visit: Visit,
  state = stateOf(visit),
): Promise<Safeguards['consents']> =>
  hasMoved(visit, state)
    ? consentsFor(ports, context, visit, state)
    : ports.consent.current(context, visit.patientId, visit.requiredConsents)

const consentsFor = async (
  ports: VisitsContext,
  context: ReadContext,
  visit: Pick<Visit, 'appointmentId' | 'patientId' | 'modality' | 'requiredConsents'>,
  state: string,
): Promise<Safeguards['consents']> => {
  const { appointmentId, patientId, modality, requiredConsents } = visit
  const care = { state, profession: null, payer: null, modality }
  const standings = await ports.consent.forVisit(context, { patientId, appointmentId, care }, requiredConsents)
  if (![...standings.values()].some(({ onceSince }) => onceSince)) return standings
  const last = await findLastCheckIn(context.db, patientId, appointmentId)
  return new Map(
    [...standings].map(([purpose, standing]) => {
      const isUsed = standing.onceSince && last !== null && last > standing.onceSince
      return [purpose, isUsed ? { status: 'required', reason: 'each-visit' } : standing]
    }),
  )
}
