import { operation } from '../../../platform/contracts/operation.ts'
import { criticalAcknowledged, resultReleased, resultReviewed } from '../events.ts'
import { reviewResult } from '../model/review-result.ts'
import type { LabsContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { readResult, updateResult } from '../store/results.ts'
import { presentResult } from '../presenters/present-result.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const reviewLabResult = operation<LabsContext>()('reviewLabResult', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherNames(ports, context, path.resultId)
    context.access.requireOwner([loaded.result.practitionerId])
    return loaded
  },
  keep: async ({ path, body }, { result, nameOf }, context) => {
    const { tx, now, caller, emit } = context
    // A running clock continues without a version; a clock that does not run yet cannot start without one.
    const before = result.clock === null ? result : await readResult(tx, context, path.resultId, 'for-update')
    if (before.version !== body.version) throw versionConflict()
    const { release, comment } = body
    const after = reviewResult(before, { memberId: caller.personId, release, comment, now })
    if (!(await updateResult(tx, context, before, after, null))) {
      // It may have been returned to the inbox.
      await readResult(tx, context, path.resultId)
      throw versionConflict()
    }
    await emit(resultReviewed(after))
    if (release) await emit(resultReleased(after))
    const wasRunning = before.clock !== null && before.clock.acknowledgedAt === null
    if (wasRunning) await emit(criticalAcknowledged(after))
    return { status: 200, body: presentResult(after, after.content, { nameOf, forPatient: false }) }
  },
})
