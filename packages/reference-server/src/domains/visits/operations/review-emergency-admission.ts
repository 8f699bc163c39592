import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { emergencyAdmissionChanged } from '../events.ts'
import { reviewEmergencyAdmission as review } from '../model/emergency-admission.ts'
import type { VisitsContext } from '../ports.ts'
import { presentEmergencyAdmission } from '../presenters/present-emergency-admission.ts'
import { noteRequired } from '../problems.ts'
import {
  decryptEmergencyAdmissionTexts,
  emergencyAdmissions,
  readEmergencyAdmission,
} from '../store/emergency-admissions.ts'
import { readEmergencyAdmissions } from '../workflows/read-emergency-admissions.ts'

export const reviewEmergencyAdmission = operation<VisitsContext>()('reviewEmergencyAdmission', {
  gather: async ({ path, body }, ports, context) => {
    if (body.outcome !== 'appropriate' && (body.note ?? '').trim() === '') throw noteRequired()
    const before = await readEmergencyAdmission(context.db, context, path.emergencyAdmissionId)
    if (before.escalatedAt === null && !ports.reviewsAccesses(context.caller))
      throw notFound('emergency admission unknown')
    const actors = [before.memberId, context.caller.personId].map((id) => ({ kind: 'member' as const, id }))
    const [texts, names, [report]] = await Promise.all([
      decryptEmergencyAdmissionTexts(context.db, context, before),
      ports.directory.actorNames(context, actors, []),
      readEmergencyAdmissions(ports, context, [before]),
    ])
    return { before, texts, names, patientName: report?.patientName ?? null }
  },
  decide: ({ body: { outcome, note, version } }, { before, texts, names, patientName }, { now, caller }) => {
    const after = review(before, { outcome, version, reviewedBy: caller.personId }, now)
    const written = texts === null ? null : { ...texts, note: note?.trim() }
    return {
      writes: [emergencyAdmissions.replace(after, before, written ?? undefined)],
      events: [emergencyAdmissionChanged(after)],
      answer: { status: 200, body: presentEmergencyAdmission(after, { texts: written, patientName, names }) },
    }
  },
})
