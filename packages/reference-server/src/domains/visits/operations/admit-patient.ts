import { operation } from '../../../platform/contracts/operation.ts'
import { queueChanged, visitAdmitted } from '../events.ts'
import { admit, consentsOf, ownersOf } from '../model/visit.ts'
import { patientsInQueue } from '../model/waiting-patient.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitAndQueue } from '../store/visit-and-seats.ts'
import { decryptVisit, replaceVisit } from '../store/visits.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherConsentsOf } from '../workflows/gather-consents.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'

export const admitPatient = operation<VisitsContext>()('admitPatient', {
  gather: async ({ path }, ports, context) => {
    const { visit: stored, seats, waiting } = await readVisitAndQueue(context.db, context, path.visitId)
    context.access.requireOwner(ownersOf(stored))
    // The person who admits also treats, so their license counts: the practitioner, a member of the care team, or a colleague who covers.
    const seenBy = context.caller.practitionerId ?? stored.practitionerId
    const [visit, treating] = await Promise.all([
      decryptVisit(context.db, context, stored),
      gatherPractitioner(ports, context, seenBy),
    ])
    const consents = await gatherConsentsOf(ports, context, visit, { treatedBy: seenBy })
    return { visit, seats, waiting, ...treating, consents }
  },
  decide: (_, { visit, seats, waiting, practitioner, isLicensed, consents }, { now, caller, access }) => {
    const admitted = admit(visit, practitioner.id, { consents, isLicensed }, now)
    access.permittedBy(consentsOf(admitted, { consents }))
    const { id, practitionerId } = admitted
    return {
      writes: [replaceVisit(admitted, visit)],
      events: [visitAdmitted(admitted), queueChanged(practitionerId, patientsInQueue(waiting, practitionerId, id))],
      answer: { status: 200, body: presentVisit(admitted, seats, practitioner, isLicensed, caller) },
    }
  },
})
