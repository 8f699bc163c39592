import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { readNoteFacts } from '../store/notes.ts'
import { listVersionsByNote } from '../store/note-versions.ts'

/** The author of what the server wrote. */
const ofTheServer = 'Visitkit'

export const listNoteVersions = operation<DocumentationContext>()('listNoteVersions', {
  gather: ({ path }, _, context) => readNoteFacts(context.db, context, path.noteId),
  read: async ({ query }, note, context, { directory }) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listVersionsByNote(context.db, note.id, page), page)
    const memberIds = [...new Set(items.flatMap(({ savedById }) => savedById ?? []))]
    const names = await directory.actorNames(
      context,
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
