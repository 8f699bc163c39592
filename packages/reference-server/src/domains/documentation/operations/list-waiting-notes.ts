import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { listNotesAwaiting } from '../store/notes.ts'
import { presentNoteSummary } from '../presenters/present-note.ts'

export const listWaitingNotes = operation<DocumentationContext>()('listWaitingNotes', {
  read: async ({ query }, _, context, ports) => {
    const { caller, db } = context
    const page = readPageQuery(query)
    const waits = {
      practitionerId: query.status === 'awaiting-cosign' ? null : caller.practitionerId,
      supervisorId: query.status === 'draft' ? null : personUuidOf(caller),
    }
    const { items, nextCursor } = pageOf(await listNotesAwaiting(db, waits, page), page)
    const patients = await ports.directory.patientSummaries(
      context,
      items.map(({ patientId }) => patientId),
    )
    return {
      status: 200,
      body: { items: items.map((note) => presentNoteSummary(note, ports, patients.get(note.patientId))), nextCursor },
    }
  },
})
