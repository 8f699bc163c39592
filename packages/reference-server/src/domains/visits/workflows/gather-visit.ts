import type { ReadContext } from '../../../platform/contracts/context.ts'
import { treatingPractitioner, type Safeguards } from '../model/visit.ts'
import type { Practitioner, VisitsContext } from '../ports.ts'
import { readEncryptedVisit, type EncryptedVisit } from '../store/visits.ts'

export interface LoadedVisit {
  readonly visit: EncryptedVisit
  readonly practitioner: Practitioner
  readonly isLicensed: Safeguards['isLicensed']
}

/** The visit (encrypted) for a caller who may act in it, and the treating practitioner. */
export const gatherVisit = async (
  ports: VisitsContext,
  context: ReadContext,
  visitId: string,
): Promise<LoadedVisit> => {
  const visit = await readEncryptedVisit(context.db, context, visitId)
  await ports.directory.actingFor(context, visit.patientId, 'visit')
  return { visit, ...(await gatherPractitioner(ports, context, treatingPractitioner(visit))) }
}

/** A practitioner, and whether they may practice in a state at the time of this request. */
export const gatherPractitioner = async (
  ports: VisitsContext,
  context: ReadContext,
  practitionerId: string,
): Promise<Pick<LoadedVisit, 'practitioner' | 'isLicensed'>> => {
  const practitioner = await ports.directory.practitioner(context, practitionerId)
  return {
    practitioner,
    isLicensed: (state) => ports.directory.licensedIn(practitioner, state, context.now).licensed,
  }
}
