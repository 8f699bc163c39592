import { operation } from '../../../platform/contracts/operation.ts'
import { criticalAcknowledged, resultReleased, resultReviewed } from '../events.ts'
import { reviewResult } from '../model/review-result.ts'
import type { LabsContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { insertResultVersion, replaceResult } from '../store/results.ts'
import { presentResult } from '../presenters/present-result.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const reviewLabResult = operation<LabsContext>()('reviewLabResult', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherNames(ports, context, path.resultId)
    context.access.requireOwner([loaded.result.practitionerId])
    return loaded
  },
  decide: ({ body }, { result: before, nameOf }, { now, caller, newId }) => {
    if (before.version !== body.version) throw versionConflict()
    const { release, comment } = body
    const after = reviewResult(before, { memberId: caller.personId, release, comment, now })
    const wasRunning = before.clock !== null && before.clock.acknowledgedAt === null
    return {
      writes: [replaceResult(after, before), insertResultVersion(newId(), after)],
      events: [
        resultReviewed(after),
        ...(release ? [resultReleased(after)] : []),
        ...(wasRunning ? [criticalAcknowledged(after)] : []),
      ],
      answer: { status: 200, body: presentResult(after, after.content, { nameOf, forPatient: false }) },
    }
  },
})
