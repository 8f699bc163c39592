import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { IncidentFacts, IncidentTexts } from '../model/incident.ts'
import type { ObligationContext, ObligationPorts } from '../ports.ts'
import { readIncident } from '../store/incidents.ts'
import { gatherToday, type Today } from './gather-today.ts'

export interface LoadedIncident extends Today {
  readonly before: IncidentFacts
  readonly texts: IncidentTexts
  /** By `member:id`. */
  readonly names: ReadonlyMap<string, string>
}

export const namesOfReporters = (
  { directory }: ObligationPorts,
  context: ReadContext,
  incidents: readonly IncidentFacts[],
): Promise<ReadonlyMap<string, string>> =>
  directory.actorNames(
    context,
    incidents.map(({ reportedBy }) => ({ kind: 'member', id: reportedBy })),
    [],
  )

/** Decrypts what the incident says. */
export const gatherIncident = async (
  ports: ObligationContext,
  context: ReadContext,
  incidentId: string,
): Promise<LoadedIncident> => {
  const incident = await readIncident(context.db, context, incidentId)
  const { decrypt, ...before } = incident
  const [today, texts, names] = await Promise.all([
    gatherToday(ports, context),
    decrypt(),
    namesOfReporters(ports, context, [before]),
  ])
  return { ...today, before, texts, names }
}
