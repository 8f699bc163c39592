import type { Reading } from '../../../platform/contracts/context.ts'
import { treatingPractitioner, type Safeguards } from '../model/visit.ts'
import type { Practitioner, VisitsContext } from '../ports.ts'
import { readStoredVisit, type StoredVisit } from '../store/visits.ts'

export interface VisitAtHand {
  readonly visit: StoredVisit
  readonly practitioner: Practitioner
  readonly isLicensed: Safeguards['isLicensed']
}

/** The visit, not opened, for someone who may act in it, and the practitioner who treats. */
export const gatherVisit = async (ports: VisitsContext, reading: Reading, visitId: string): Promise<VisitAtHand> => {
  const visit = await readStoredVisit(reading.db, reading, visitId)
  await ports.directory.actingFor(reading, visit.patientId, 'visit')
  return { visit, ...(await gatherPractitioner(ports, reading, treatingPractitioner(visit))) }
}

/** A practitioner, and whether they may practise in a state as of this request. */
export const gatherPractitioner = async (
  ports: VisitsContext,
  reading: Reading,
  practitionerId: string,
): Promise<Pick<VisitAtHand, 'practitioner' | 'isLicensed'>> => {
  const practitioner = await ports.directory.practitioner(reading, practitionerId)
  return {
    practitioner,
    isLicensed: (state) => ports.directory.licensedIn(practitioner, state, reading.now).licensed,
  }
}
