import type { ReadContext } from '../../../platform/contracts/context.ts'
import { treatingPractitioner, type Safeguards, type Visit } from '../model/visit.ts'
import type { Practitioner, VisitsContext, VisitsPorts } from '../ports.ts'
import type { SeatedVisit } from '../store/visit-and-seats.ts'
import { decryptVisit, type EncryptedVisit } from '../store/visits.ts'

export interface LoadedVisit extends SeatedVisit<Visit> {
  readonly acting: Awaited<ReturnType<VisitsPorts['directory']['actingFor']>>
  readonly practitioner: Practitioner
  readonly isLicensed: Safeguards['isLicensed']
}

/** The visit, decrypted, for a caller who may act in it, and the treating practitioner. */
export const gatherVisit = async (
  ports: VisitsContext,
  context: ReadContext,
  { visit: stored, seats }: SeatedVisit<EncryptedVisit>,
): Promise<LoadedVisit> => {
  const [acting, treating] = await Promise.all([
    ports.directory.actingFor(context, stored.patientId, 'visit'),
    gatherPractitioner(ports, context, treatingPractitioner(stored)),
  ])
  return { visit: await decryptVisit(context.db, context, stored), seats, acting, ...treating }
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
