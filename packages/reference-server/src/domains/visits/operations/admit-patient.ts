import { operation } from '../../../platform/http/operation.ts'
import { tellLine, visitTold } from '../events.ts'
import { admit } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { seatsOf } from '../store/seats.ts'
import { readVisit, readVisitFacts, updateVisit } from '../store/visits.ts'
import { answerOfVisit } from './answer-of-visit.ts'
import { gatherPractitioner } from './gather-visit.ts'

export const admitPatient = operation<VisitsContext>()('admitPatient', {
  gather: async ({ path }, ports, reading) => {
    const visit = await readVisitFacts(reading.db, reading, path.visitId)
    // Whoever admits is the one who treats, and whose licence counts: a colleague may stand in.
    const seenBy = reading.caller.practitionerId ?? visit.practitionerId
    const [treating, consents] = await Promise.all([
      gatherPractitioner(ports, reading, seenBy),
      ports.consent.current(reading, visit.patientId, visit.requiredConsents),
    ])
    return { ...treating, consents }
  },
  keep: async ({ path }, { practitioner, isLicensed, consents }, keeping) => {
    const before = await readVisit(keeping.tx, keeping, path.visitId, 'lock')
    const after = admit(before, practitioner.id, { consents, isLicensed }, keeping.now)
    await updateVisit(keeping.tx, keeping, before, after)
    await keeping.emit(visitTold('admitted', after))
    await tellLine(keeping, after.practitionerId)
    const seats = await seatsOf(keeping.tx, after.id)
    return { status: 200, body: answerOfVisit(after, seats, practitioner, isLicensed) }
  },
})
