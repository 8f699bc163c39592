import { notFound } from '../../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Parties } from '../../kernel/model/compose-script.ts'
import type { PrescribingVisit, PrescriptionsContext } from '../../ports.ts'

export interface LoadedParties extends Parties {
  /** Whether the prescriber may practice where the patient is. */
  readonly isLicensed: boolean
}

/** The visit, which must be the patient's. */
export const gatherVisit = async (
  ports: PrescriptionsContext,
  context: ReadContext,
  patientId: string,
  visitId: string | null,
): Promise<PrescribingVisit | null> => {
  if (visitId === null) return null
  const visit = await ports.visits.visit(context, visitId)
  if (visit.patientId !== patientId) throw notFound('visit of another patient')
  return visit
}

/** All parties that a message names. The patient's location is the one reported at the visit; without a visit, their home. */
export const gatherParties = async (
  ports: PrescriptionsContext,
  context: ReadContext,
  { patientId, practitionerId, visitId }: { patientId: string; practitionerId: string; visitId: string | null },
): Promise<LoadedParties> => {
  const [patient, practitioner, practice, visit] = await Promise.all([
    ports.directory.patient(context, patientId),
    ports.directory.practitioner(context, practitionerId),
    ports.directory.organization(context),
    gatherVisit(ports, context, patientId, visitId),
  ])
  const state = visit?.location?.state ?? patient.state
  const { licensed } = ports.directory.licensedIn(practitioner, state, context.now)
  return { patient, practitioner, practice, visit, state, isLicensed: licensed }
}
