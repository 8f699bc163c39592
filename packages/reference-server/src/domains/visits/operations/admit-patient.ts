import { operation } from '../../../platform/contracts/operation.ts'
import { queueMoved, visitAdmitted } from '../events.ts'
import { admit, ownersOf } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { readStoredVisit } from '../store/visits.ts'
import { takeStep } from '../workflows/take-step.ts'
import { answerOfVisit } from '../presenters/answer-of-visit.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'

export const admitPatient = operation<VisitsContext>()('admitPatient', {
  gather: async ({ path }, ports, reading) => {
    const visit = await readStoredVisit(reading.db, reading, path.visitId)
    reading.access.requireOwner(ownersOf(visit))
    // The one who admits treats, and their licence counts: the practitioner, someone of the care team, or a colleague who covers.
    const seenBy = reading.caller.practitionerId ?? visit.practitionerId
    const [treating, consents] = await Promise.all([
      gatherPractitioner(ports, reading, seenBy),
      ports.consent.current(reading, visit.patientId, visit.requiredConsents),
    ])
    return { visit, ...treating, consents }
  },
  keep: async (_, { visit, practitioner, isLicensed, consents }, keeping) => {
    const admitted = await takeStep(keeping, visit, (before) =>
      admit(before, practitioner.id, { consents, isLicensed }, keeping.now),
    )
    await keeping.emit(visitAdmitted(admitted.visit))
    await keeping.emit(queueMoved(admitted.visit.practitionerId, admitted.waiting))
    return { status: 200, body: answerOfVisit(admitted.visit, admitted.seats, practitioner, isLicensed) }
  },
})
