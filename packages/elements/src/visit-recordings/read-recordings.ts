import { isProblem, type Appointment, type VisitClient, type VisitRecording } from '@visitkit/sdk'
import type { PartLoadContext } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import { permitted } from '../core/permitted.ts'

/** Visits per page. */
const pageLimit = 8
const dayMs = 86_400_000
const wasHeld: ReadonlySet<Appointment['status']> = new Set(['checked-in', 'in-progress', 'completed'])

/** What was found in visits that are over, by appointment: nothing is added to it. */
export type EndedVisits = Map<string, readonly VisitRecording[]>

type Reads = Pick<VisitClient, 'recordings' | 'visits'>

/** None for a reader whose right does not cover them. */
export const recordingsOfVisit = async (
  client: Reads,
  visitId: string,
  signal: AbortSignal,
): Promise<readonly VisitRecording[]> =>
  (await permitted(client.recordings.ofVisit(visitId, { signal }), null))?.items ?? []

/** The visit of an appointment. Null where there was none, or for a proxy whose right does not cover it. */
const visitOf = async (client: Reads, appointmentId: string, signal: AbortSignal) => {
  try {
    return await permitted(client.visits.ofAppointment(appointmentId, { signal }), null)
  } catch (error) {
    if (isProblem(error, 'not_found')) return null
    throw error
  }
}

/**
 * Whether the patient has ever agreed to be recorded. A patient who has not has no recordings, so that no visit is read for them: each reading
 * is in the list of accesses. True where it cannot be known.
 */
const mayBeRecorded = async (client: VisitClient, patientId: string, signal: AbortSignal): Promise<boolean> => {
  const consents = await permitted(client.consents.list(patientId, { limit: 100 }, { signal }).page(), null)
  return (
    !consents ||
    consents.nextCursor !== null ||
    consents.items.some(({ purpose, decision }) => purpose === 'recording' && decision === 'granted')
  )
}

/** The recordings of as many of a patient's latest visits as are shown, the newest first. Null when there is nothing to show. */
export const readRecordings = async (
  client: VisitClient,
  { patientId, ended }: { patientId: string; ended: EndedVisits },
  { signal, loadPages }: PartLoadContext,
): Promise<LoadedPages<VisitRecording> | null> => {
  if (!(await mayBeRecorded(client, patientId, signal))) return null
  const { together } = client
  const query = { patientId, to: new Date(Date.now() + dayMs).toISOString(), sort: '-start', limit: pageLimit } as const
  const { items, next } = await loadPages('recordings', client.appointments.list(query, { signal }))
  const found = await Promise.all(
    items
      .filter(({ status, modality }) => wasHeld.has(status) && modality !== 'in-person')
      .map(async ({ id }) => {
        const known = ended.get(id)
        if (known) return known
        const visit = await visitOf(together, id, signal)
        if (!visit) return []
        const recordings = await recordingsOfVisit(together, visit.id, signal)
        if (visit.status === 'ended') ended.set(id, recordings)
        return recordings
      }),
  )
  const recordings = found.flat().toSorted((one, other) => other.startedAt.localeCompare(one.startedAt))
  return recordings.length > 0 || next !== null ? { items: recordings, next } : null
}
