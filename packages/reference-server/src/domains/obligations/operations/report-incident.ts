import { operation } from '../../../platform/contracts/operation.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { requirePast } from '../model/day.ts'
import type { ObligationContext } from '../ports.ts'
import { insertIncident } from '../store/incidents.ts'
import { gatherToday } from '../workflows/gather-today.ts'

/** The answer has nothing of the text: a person who reports one may not read incidents. */
export const reportIncident = operation<ObligationContext>()('reportIncident', {
  gather: (_, ports, context) => gatherToday(ports, context),
  decide: ({ body }, { today }, { caller, newId, now }) => {
    const incident = {
      id: newId(),
      discoveredOn: requirePast(body.discoveredOn, today, 'discoveredOn'),
      factors: null,
      patientsConcerned: null,
      notices: [],
      reportedBy: personUuidOf(caller),
      reportedAt: now,
      version: 1,
    }
    const { id, discoveredOn } = incident
    return {
      writes: [insertIncident(incident, { description: body.description })],
      answer: { status: 201, headers: { location: `/v1/incidents/${id}` }, body: { id, discoveredOn } },
    }
  },
})
