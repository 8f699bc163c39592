import { notFound } from '../../../../platform/problems/problem.ts'
import type { Reading } from '../../../../platform/contracts/context.ts'
import type { Parties } from '../../kernel/model/compose-script.ts'
import type { PrescribingVisit, PrescriptionsContext } from '../../ports.ts'

export interface PartiesAtHand extends Parties {
  /** Whether the prescriber may practise where the patient is. */
  readonly isLicensed: boolean
}

/** The visit, which must be the patient's. */
export const gatherVisit = async (
  ports: PrescriptionsContext,
  reading: Reading,
  patientId: string,
  visitId: string | null,
): Promise<PrescribingVisit | null> => {
  if (visitId === null) return null
  const visit = await ports.visits.visit(reading, visitId)
  if (visit.patientId !== patientId) throw notFound('visit of another patient')
  return visit
}

/**
 * Everyone whom a message names. The patient is where they said they were at the visit; without a visit, at home.
 */
export const gatherParties = async (
  ports: PrescriptionsContext,
  reading: Reading,
  { patientId, practitionerId, visitId }: { patientId: string; practitionerId: string; visitId: string | null },
): Promise<PartiesAtHand> => {
  const [patient, practitioner, practice, visit] = await Promise.all([
    ports.directory.patient(reading, patientId),
    ports.directory.practitioner(reading, practitionerId),
    ports.directory.organization(reading),
    gatherVisit(ports, reading, patientId, visitId),
  ])
  const state = visit?.location?.state ?? patient.state
  const { licensed } = ports.directory.licensedIn(practitioner, state, reading.now)
  return { patient, practitioner, practice, visit, state, isLicensed: licensed }
}
