import type { components } from '@visitkit/contract'
import { isBreach, statusOfIncident, type IncidentFacts, type IncidentTexts } from '../model/incident.ts'

/** `names` by `member:id`. */
export const presentIncident = (
  incident: IncidentFacts,
  { description, findings }: IncidentTexts,
  names: ReadonlyMap<string, string>,
): components['schemas']['Incident'] => {
  const { id, discoveredOn, factors, patientsConcerned, notices, reportedBy, reportedAt, version } = incident
  return {
    id,
    status: statusOfIncident(incident),
    discoveredOn,
    description,
    ...(findings !== undefined && { findings }),
    ...(factors !== null && { factors, isBreach: isBreach(factors) }),
    ...(patientsConcerned !== null && { patientsConcerned }),
    notices: notices.map(({ recipient, dueOn, sentOn }) => ({
      recipient,
      dueOn,
      ...(sentOn !== null && { sentOn }),
    })),
    reportedBy: { memberId: reportedBy, displayName: names.get(`member:${reportedBy}`) ?? null },
    reportedAt: reportedAt.toISOString(),
    version,
  }
}
