import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { waitingNotes } from '../store/notes.ts'
import { summaryOfNote } from '../presenters/answer-of-note.ts'

export const listWaitingNotes = operation<DocumentationContext>()('listWaitingNotes', {
  read: async ({ query }, _, reading, ports) => {
    const { caller, db } = reading
    const place = placeOf(query)
    const waits = {
      practitionerId: query.status === 'awaiting-cosign' ? null : caller.practitionerId,
      supervisorId: query.status === 'draft' ? null : caller.personId,
    }
    const { items, nextCursor } = pageOf(await waitingNotes(db, waits, place), place)
    const patients = await ports.directory.patientSummaries(
      reading,
      items.map(({ patientId }) => patientId),
    )
    return {
      status: 200,
      body: { items: items.map((note) => summaryOfNote(note, ports, patients.get(note.patientId))), nextCursor },
    }
  },
})
