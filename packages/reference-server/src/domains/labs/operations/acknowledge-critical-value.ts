import { operation } from '../../../platform/contracts/operation.ts'
import { criticalAcknowledged } from '../events.ts'
import { acknowledge } from '../model/critical-clock.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsContext } from '../ports.ts'
import { notCritical, versionConflict } from '../problems.ts'
import { updateClock } from '../store/running-clocks.ts'
import { readResult } from '../store/results.ts'
import { presentResult } from '../presenters/present-result.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const acknowledgeCriticalValue = operation<LabsContext>()('acknowledgeCriticalValue', {
  gather: ({ path }, ports, context) => gatherNames(ports, context, path.resultId),
  keep: async ({ path, body }, { nameOf }, context) => {
    const { tx, now, caller, emit } = context
    const before = await readResult(tx, context, path.resultId, 'for-update')
    if (before.clock === null) throw notCritical()
    const after: LabResult = { ...before, clock: acknowledge(before.clock, caller.personId, now) }
    if (before.clock.acknowledgedAt === null) {
      // Another value may have arrived since, which this caller has not seen.
      if (before.version !== body.version) throw versionConflict()
      await updateClock(tx, context, 'labs.results', after)
      await emit(criticalAcknowledged(after))
    }
    return { status: 200, body: presentResult(after, after.content, { nameOf, forPatient: false }) }
  },
})
