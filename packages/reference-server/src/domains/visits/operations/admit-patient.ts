import { operation } from '../../../platform/contracts/operation.ts'
import { queueChanged, visitAdmitted } from '../events.ts'
import { admit, ownersOf } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { readEncryptedVisit } from '../store/visits.ts'
import { takeStep } from '../workflows/take-step.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'

export const admitPatient = operation<VisitsContext>()('admitPatient', {
  gather: async ({ path }, ports, context) => {
    const visit = await readEncryptedVisit(context.db, context, path.visitId)
    context.access.requireOwner(ownersOf(visit))
    // The person who admits also treats, so their license counts: the practitioner, a member of the care team, or a colleague who covers.
    const seenBy = context.caller.practitionerId ?? visit.practitionerId
    const [treating, consents] = await Promise.all([
      gatherPractitioner(ports, context, seenBy),
      ports.consent.current(context, visit.patientId, visit.requiredConsents),
    ])
    return { visit, ...treating, consents }
  },
  keep: async (_, { visit, practitioner, isLicensed, consents }, context) => {
    const admitted = await takeStep(context, visit, (before) =>
      admit(before, practitioner.id, { consents, isLicensed }, context.now),
    )
    await context.emit(visitAdmitted(admitted.visit))
    await context.emit(queueChanged(admitted.visit.practitionerId, admitted.waiting))
    return { status: 200, body: presentVisit(admitted.visit, admitted.seats, practitioner, isLicensed) }
  },
})
