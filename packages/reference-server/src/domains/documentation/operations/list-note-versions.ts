import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { readNoteFacts } from '../store/notes.ts'
import { versionsOf } from '../store/note-versions.ts'

/** Who saved what the server wrote. */
const ofTheServer = 'Visitkit'

export const listNoteVersions = operation<DocumentationContext>()('listNoteVersions', {
  gather: ({ path }, _, reading) => readNoteFacts(reading.db, reading, path.noteId),
  read: async ({ query }, note, reading, { directory }) => {
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await versionsOf(reading.db, note.id, place), place)
    const memberIds = [...new Set(items.flatMap(({ savedById }) => savedById ?? []))]
    const names = await directory.actorNames(
      reading,
      memberIds.map((id) => ({ kind: 'member', id })),
      [],
    )
    return {
      status: 200,
      body: {
        noteId: note.id,
        patientId: note.patientId,
        items: items.map(({ version, savedAt, savedById, status }) => ({
          version,
          savedAt: savedAt.toISOString(),
          savedBy:
            savedById === null
              ? ({ kind: 'system', displayName: ofTheServer } as const)
              : ({ kind: 'member', displayName: names.get(`member:${savedById}`) ?? savedById } as const),
          status,
        })),
        nextCursor,
      },
    }
  },
})
