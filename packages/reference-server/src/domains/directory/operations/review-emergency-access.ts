import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { emergencyAccessReviewed } from '../events.ts'
import { reviewEmergencyAccess as review } from '../model/emergency-access.ts'
import type { DirectoryPorts } from '../ports.ts'
import { presentEmergencyAccessReport } from '../presenters/present-emergency-access.ts'
import { invalid } from '../problems.ts'
import { decryptEmergencyTexts, emergencyAccesses, readEmergencyAccess } from '../store/emergency-accesses.ts'
import { readMember } from '../store/members.ts'
import { readEmergencyReports } from '../workflows/read-emergency-reports.ts'
import { seesEveryEmergency } from '../workflows/sees-every-emergency.ts'

export const reviewEmergencyAccess = operation<DirectoryPorts>()('reviewEmergencyAccess', {
  gather: async ({ path, body }, { permissionsOf }, context) => {
    if (body.outcome !== 'appropriate' && (body.note ?? '').trim() === '')
      throw invalid({
        pointer: '/note',
        code: 'required',
        message: 'Say why, unless the access was appropriate.',
      })
    const before = await readEmergencyAccess(context.db, context, path.emergencyAccessId)
    if (before.escalatedAt === null && !seesEveryEmergency(permissionsOf(context.caller)))
      throw notFound('emergency_access_unknown')
    const [reviewer, texts, [report]] = await Promise.all([
      readMember(context.db, context.caller.personId),
      decryptEmergencyTexts(context.db, context, before),
      readEmergencyReports(context, [before]),
    ])
    return { before, reviewer, texts, patientName: report?.patientName ?? null }
  },
  decide: ({ body: { outcome, note, version } }, { before, reviewer, texts, patientName }, { now }) => {
    const after = review(before, { outcome, version, reviewedBy: reviewer.id }, now)
    const written = texts === null ? null : { ...texts, note: note?.trim() }
    return {
      writes: [emergencyAccesses.replace(after, before, written ?? undefined)],
      events: [emergencyAccessReviewed(after, outcome)],
      answer: {
        status: 200,
        body: presentEmergencyAccessReport(
          { ...after, openedByName: before.openedByName, reviewedByName: reviewer.displayName },
          { texts: written, patientName },
        ),
      },
    }
  },
})
