import { operation } from '../../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readCursor, writeCursor } from '../../kernel/store/page-cursor.ts'
import { listEntries } from '../store/waitlist-entries.ts'
import { peopleOf, readEntryPresenter } from '../workflows/read-entry-presenter.ts'

const id = (value: string | undefined): string | undefined => (value === undefined ? undefined : requireUuid(value))

/** Patients whose entries may be shown; null for all. */
const whose = async (
  { directory }: SchedulingPorts,
  context: ReadContext,
  patientId: string | undefined,
): Promise<readonly string[] | null> => {
  if (patientId !== undefined) {
    await directory.actingFor(context, patientId, 'schedule')
    return [requireUuid(patientId)]
  }
  if (context.access.reach !== 'own') return null
  const scopesFor = await directory.scopesFor(context)
  return context.caller.patientIds.filter((one) => scopesFor(one).has('schedule'))
}

export const listWaitlist = operation<SchedulingPorts>()('listWaitlist', {
  read: async ({ query }, _, context, ports) => {
    const filter = {
      patientIds: await whose(ports, context, query.patientId),
      visitTypeId: id(query.visitTypeId),
      practitionerId: id(query.practitionerId),
      statuses: query.status === undefined ? (['waiting', 'offered'] as const) : [query.status],
    }
    const limit = query.limit ?? 50
    const found = await listEntries(context.db, filter, readCursor(query.cursor), limit + 1)
    const shown = found.slice(0, limit)
    for (const { patientId } of shown) context.access.touch(patientId)
    const present = await readEntryPresenter(ports, context, peopleOf(shown))
    const last = shown.at(-1)
    return {
      status: 200,
      body: {
        items: shown.map(present),
        nextCursor: last && found.length > limit ? writeCursor({ start: last.joinedAt, id: last.id }) : null,
      },
    }
  },
})
