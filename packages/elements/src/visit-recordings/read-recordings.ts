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

const ofVisit = async (client: Reads, visitId: string, signal: AbortSignal): Promise<readonly VisitRecording[]> =>
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

const newestFirst = (recordings: readonly VisitRecording[]): readonly VisitRecording[] =>
  recordings.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt))

/**
 * The recordings of as many of the latest visits as are shown, the newest first. Null when there is nothing to show.
 * @param visitId - A visit that is looked at in any case.
 */
export const readRecordings = async (
  client: VisitClient,
  { patientId, visitId, ended }: { patientId: string; visitId: string | undefined; ended: EndedVisits },
  { signal, loadPages }: PartLoadContext,
): Promise<LoadedPages<VisitRecording> | null> => {
  const { together } = client
  const [own, isWorthReading] = await Promise.all([
    visitId === undefined ? [] : ofVisit(client, visitId, signal),
    mayBeRecorded(client, patientId, signal),
  ])
  if (!isWorthReading) return own.length > 0 ? { items: newestFirst(own), next: null } : null
  const query = { patientId, to: new Date(Date.now() + dayMs).toISOString(), sort: '-start', limit: pageLimit } as const
  const appointments = await loadPages('recordings', client.appointments.list(query, { signal }))
  const found = await Promise.all(
    appointments.items
      .filter(({ status, modality }) => wasHeld.has(status) && modality !== 'in-person')
      .map(async ({ id }) => {
        const known = ended.get(id)
        if (known) return known
        const visit = await visitOf(together, id, signal)
        if (!visit || visit.id === visitId) return []
        const recordings = await ofVisit(together, visit.id, signal)
        if (visit.status === 'ended') ended.set(id, recordings)
        return recordings
      }),
  )
  const items = newestFirst([...own, ...found.flat()])
  return items.length > 0 || appointments.next !== null ? { items, next: appointments.next } : null
}
