import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { presentSentFile } from '../presenters/present-attachment.ts'
import { listSentFiles } from '../store/attachments.ts'
import { decryptSubject, findThreads } from '../store/threads.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'
import { threadsOfCaller } from '../workflows/threads-of-caller.ts'

export const listAttachments = operation<MessagingContext>()('listAttachments', {
  read: async ({ path: { patientId }, query }, _, context, ports) => {
    const of = await threadsOfCaller(ports, context, patientId)
    await requireRecordScope(ports, context, patientId)
    const page = readPageQuery(query)
    const handledBy = 'patientIds' in of ? of.handledBy : of
    const found = await listSentFiles(context.db, { patientId, ...(handledBy && { handledBy }) }, page)
    const { items, nextCursor } = pageOf(found, page)
    const [names, threads] = await Promise.all([
      ports.directory.actorNames(
        context,
        items.map(({ author }) => author),
        [patientId],
      ),
      findThreads(context.db, [...new Set(items.map(({ threadId }) => threadId))]),
    ])
    // Of each thread once, however many files it has.
    const subjects = new Map(
      await Promise.all(
        threads.map(async (thread) => [thread.id, await decryptSubject(context.db, context, thread)] as const),
      ),
    )
    return {
      status: 200,
      body: {
        patientId,
        items: items.map((one) => presentSentFile(one, { subjects, names }, context.caller)),
        nextCursor,
      },
    }
  },
})
