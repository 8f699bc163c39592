import { operation } from '../../../platform/contracts/operation.ts'
import { requirePast } from '../model/day.ts'
import { sendNotice } from '../model/incident.ts'
import type { ObligationContext } from '../ports.ts'
import { presentIncident } from '../presenters/present-incident.ts'
import { versionConflict } from '../problems.ts'
import { replaceIncident } from '../store/incidents.ts'
import { gatherIncident } from '../workflows/gather-incident.ts'

export const recordIncidentNotice = operation<ObligationContext>()('recordIncidentNotice', {
  gather: ({ path }, ports, context) => gatherIncident(ports, context, path.incidentId),
  decide: ({ body }, { before, texts, names, today }) => {
    if (before.version !== body.version) throw versionConflict()
    const after = sendNotice(before, body.recipient, requirePast(body.sentOn, today, 'sentOn'))
    return {
      writes: [replaceIncident(after, before)],
      answer: { status: 200, body: presentIncident(after, texts, names) },
    }
  },
})
