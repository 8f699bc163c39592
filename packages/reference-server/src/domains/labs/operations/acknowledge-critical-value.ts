import { operation } from '../../../platform/contracts/operation.ts'
import { criticalAcknowledged } from '../events.ts'
import { acknowledge } from '../model/critical-clock.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsContext } from '../ports.ts'
import { notCritical, versionConflict } from '../problems.ts'
import { updateClock } from '../store/running-clocks.ts'
import { readResult } from '../store/results.ts'
import { answerOfResult } from '../presenters/answer-of-result.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const acknowledgeCriticalValue = operation<LabsContext>()('acknowledgeCriticalValue', {
  gather: ({ path }, ports, reading) => gatherNames(ports, reading, path.resultId),
  keep: async ({ path, body }, { nameOf }, keeping) => {
    const { tx, now, caller, emit } = keeping
    const before = await readResult(tx, keeping, path.resultId, 'lock')
    if (before.clock === null) throw notCritical()
    const after: LabResult = { ...before, clock: acknowledge(before.clock, caller.personId, now) }
    if (before.clock.acknowledgedAt === null) {
      // Another value may have arrived since, and that one nobody knows.
      if (before.version !== body.version) throw versionConflict()
      await updateClock(tx, keeping, 'labs.results', after)
      await emit(criticalAcknowledged(after))
    }
    return { status: 200, body: answerOfResult(after, after.content, { nameOf, forPatient: false }) }
  },
})
