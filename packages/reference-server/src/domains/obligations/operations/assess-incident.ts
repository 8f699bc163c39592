import { operation } from '../../../platform/contracts/operation.ts'
import { assessIncident as assess } from '../model/incident.ts'
import type { ObligationContext } from '../ports.ts'
import { presentIncident } from '../presenters/present-incident.ts'
import { versionConflict } from '../problems.ts'
import { replaceIncident } from '../store/incidents.ts'
import { gatherIncident } from '../workflows/gather-incident.ts'

export const assessIncident = operation<ObligationContext>()('assessIncident', {
  gather: ({ path }, ports, context) => gatherIncident(ports, context, path.incidentId),
  decide: ({ body: { version, findings, ...given } }, { before, texts, names, policy }) => {
    if (before.version !== version) throw versionConflict()
    const after = assess(before, given, policy)
    const said = { ...texts, findings }
    return {
      writes: [replaceIncident(after, before, said)],
      answer: { status: 200, body: presentIncident(after, said, names) },
    }
  },
})
