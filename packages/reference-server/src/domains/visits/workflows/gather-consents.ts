import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { AppointmentAtCheckIn } from '../model/check-in.ts'
import { hasMoved, stateOf, treatingPractitioner, type Safeguards, type Visit } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { findLastCheckIn } from '../store/visits.ts'

/**
 * The consents for a visit that begins, under the law of the state where the patient is now, for the profession of the practitioner and the
 * payer of the patient. What is not known of them makes no law less strict. A consent that the patient gave for no visit in particular serves
 * one, where the law wants it at each: the first one that they check in for.
 */
export const gatherConsents = (
  ports: VisitsContext,
  context: ReadContext,
  { id: appointmentId, patientId, practitionerId, type: { modality, requiredConsents } }: AppointmentAtCheckIn,
  state: string,
  treatedBy = practitionerId,
): Promise<Safeguards['consents']> =>
  consentsFor(ports, context, { appointmentId, patientId, modality, requiredConsents }, { state, treatedBy })

/**
 * The consents for a step of a visit that has begun. While the patient is in the state of the check-in, with the practitioner who was booked,
 * what counts is whether they still stand. In another state, or with another practitioner, they are held against the law again: the patient
 * is asked again, unless they decided for this visit.
 */
export const gatherConsentsOf = (
  ports: VisitsContext,
  context: ReadContext,
  visit: Visit,
  { state = stateOf(visit), treatedBy = treatingPractitioner(visit) }: Partial<Circumstances> = {},
): Promise<Safeguards['consents']> =>
  hasMoved(visit, state) || treatedBy !== visit.practitionerId
    ? consentsFor(ports, context, visit, { state, treatedBy })
    : ports.consent.current(context, visit.patientId, visit.requiredConsents)

interface Circumstances {
  readonly state: string
  /** Id of the practitioner. */
  readonly treatedBy: string
}

const consentsFor = async (
  ports: VisitsContext,
  context: ReadContext,
  visit: Pick<Visit, 'appointmentId' | 'patientId' | 'modality' | 'requiredConsents'>,
  { state, treatedBy }: Circumstances,
): Promise<Safeguards['consents']> => {
  const { appointmentId, patientId, modality, requiredConsents } = visit
  const [{ profession = null }, payer] = await Promise.all([
    ports.directory.practitioner(context, treatedBy),
    ports.payers.kindOf(context, patientId, context.now),
  ])
  const care = { state, profession, payer, modality }
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
