import type { WriteContext } from '../../../platform/contracts/context.ts'
import { emitQueueChanged, visitPresenceChanged } from '../events.ts'
import { listLiveVisits } from '../store/live-visits.ts'
import type { Presence } from '../store/presences.ts'

/** Emits that waiting rooms were opened or closed, and that practitioners arrived or left. */
export const emitPresenceChanges = async (context: WriteContext, changed: readonly Presence[]): Promise<void> => {
  const idsOf = (kind: Presence['kind']) => changed.filter((each) => each.kind === kind).map(({ id }) => id)
  for (const visit of await listLiveVisits(context.tx, idsOf('visit'))) await context.emit(visitPresenceChanged(visit))
  for (const practitionerId of idsOf('practitioner')) await emitQueueChanged(context, practitionerId)
}
