import { operation } from '../../../platform/contracts/operation.ts'
import { criticalAcknowledged } from '../events.ts'
import { acknowledge } from '../model/critical-clock.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsContext } from '../ports.ts'
import { notCritical, versionConflict } from '../problems.ts'
import { replaceClock } from '../store/running-clocks.ts'
import { presentResult } from '../presenters/present-result.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const acknowledgeCriticalValue = operation<LabsContext>()('acknowledgeCriticalValue', {
  gather: ({ path }, ports, context) => gatherNames(ports, context, path.resultId),
  decide: ({ body }, { result: before, nameOf }, { now, caller }) => {
    if (before.clock === null) throw notCritical()
    const clock = acknowledge(before.clock, caller.personId, now)
    const after: LabResult = { ...before, clock }
    const answer = { status: 200, body: presentResult(after, after.content, { nameOf, forPatient: false }) } as const
    if (before.clock.acknowledgedAt !== null) return { answer }
    // Another value may have arrived since, which this caller has not seen.
    if (before.version !== body.version) throw versionConflict()
    return { writes: [replaceClock('labs.results', clock, before)], events: [criticalAcknowledged(after)], answer }
  },
})
