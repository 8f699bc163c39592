import type { Me, Organization, Visit, VisitClient } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { followWatch } from '../core/follow-watch.ts'

interface Room {
  readonly visit: Visit
  readonly me: Me | undefined
  readonly organization: Organization | undefined
}

/** The visit, live, who is here, and whose emergency number is shown. */
export const readRoom = async (
  client: VisitClient,
  connection: VisitConnection | null,
  visitId: string,
  { signal, onChange }: { readonly signal: AbortSignal; readonly onChange: (visit: Visit) => void },
): Promise<Room> => {
  const watch = client.watch((reading) => client.visits.get(visitId, reading), {
    on: ['visit.changed', 'seat.changed'],
    ids: { visitId },
    signal,
  })
  const [visit, me, organization] = await Promise.all([
    followWatch(watch, onChange),
    connection?.me(),
    connection?.organization(),
  ])
  return { visit, me, organization }
}

/** A consent that the visit needs was revoked: no one has a seat. */
export const isStopped = ({ status, stoppedFor }: Visit): boolean => status !== 'ended' && stoppedFor !== undefined
