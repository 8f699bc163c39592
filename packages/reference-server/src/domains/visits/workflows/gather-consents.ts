import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { AppointmentAtCheckIn } from '../model/check-in.ts'
import { hasMoved, stateOf, treatingPractitioner, type Safeguards, type Visit } from '../model/visit.ts'
import type { CareCircumstances, VisitsContext } from '../ports.ts'
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
 * what counts is whether they still stand, and of a spoken one also whether the law there accepts it. In another state, or with another practitioner, they are held against the law again: the patient
 * is asked again, unless they decided for this visit.
 */
export const gatherConsentsOf = async (
  ports: VisitsContext,
  context: ReadContext,
  visit: Visit,
  { state = stateOf(visit), treatedBy = treatingPractitioner(visit) }: Partial<Circumstances> = {},
): Promise<Safeguards['consents']> => {
  if (hasMoved(visit, state) || treatedBy !== visit.practitionerId)
    return consentsFor(ports, context, visit, { state, treatedBy })
  const standings = await ports.consent.current(context, visit.patientId, visit.requiredConsents)
  return withoutSpoken(ports, context, visit, standings)
}

/**
 * The same statuses, but for a spoken yes to treatment that the law does not accept where the patient says that they are: it must be
 * signed. Staff may have recorded it for another state.
 */
export const withoutSpoken = async (
  ports: VisitsContext,
  context: ReadContext,
  visit: Visit,
  standings: Safeguards['consents'],
): Promise<Safeguards['consents']> => {
  const treatment = standings.get('telehealth-treatment')
  if (treatment?.status !== 'granted' || !treatment.spoken) return standings
  const circumstances = { state: stateOf(visit), treatedBy: treatingPractitioner(visit) }
  const care = await careOf(ports, context, visit, circumstances)
  if (ports.consent.acceptsSpoken(care, context.now)) return standings
  const { consentId } = treatment
  return new Map([
    ...standings,
    [
      'telehealth-treatment',
      { status: 'required', reason: 'must-be-signed', ...(consentId !== undefined && { consentId }) },
    ],
  ])
}

const careOf = async (
  ports: VisitsContext,
  context: ReadContext,
  { patientId, modality }: Pick<Visit, 'patientId' | 'modality'>,
  { state, treatedBy }: Circumstances,
): Promise<CareCircumstances> => {
  const [{ profession = null }, payer] = await Promise.all([
    ports.directory.practitioner(context, treatedBy),
    ports.payers.kindOf(context, patientId, context.now),
  ])
  return { state, profession, payer, modality }
}

interface Circumstances {
  readonly state: string
  /** Id of the practitioner. */
  readonly treatedBy: string
}

const consentsFor = async (
  ports: VisitsContext,
  context: ReadContext,
  visit: Pick<Visit, 'appointmentId' | 'patientId' | 'modality' | 'requiredConsents'>,
  circumstances: Circumstances,
): Promise<Safeguards['consents']> => {
  const { appointmentId, patientId, requiredConsents } = visit
  const care = await careOf(ports, context, visit, circumstances)
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
