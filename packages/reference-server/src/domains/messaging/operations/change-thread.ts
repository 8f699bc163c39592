import { isUuid, personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { threadChanged } from '../events.ts'
import type { Role } from '../model/messaging-policy.ts'
import { change } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { roleNotAssignable, unknownMember, versionConflict } from '../problems.ts'
import { findReading } from '../store/messages.ts'
import { decryptSubject, readThread, threads } from '../store/threads.ts'
import { presentThreadSummary } from '../presenters/present-thread-summary.ts'

/** They write in threads, but are not on the care team. */
const notMembers: ReadonlySet<Role> = new Set<Role>(['patient', 'proxy', 'service'])

export const changeThread = operation<MessagingContext>()('changeThread', {
  gather: async ({ path: { threadId }, body: { assigneeId, assigneeRole } }, { directory }, context) => {
    const thread = await readThread(context.db, context, threadId)
    if (assigneeRole !== undefined && notMembers.has(assigneeRole)) throw roleNotAssignable()
    const ids = [assigneeId, thread.assigneeId].filter((id) => id !== undefined && id !== null)
    const names = await directory.actorNames(
      context,
      ids.filter(isUuid).map((id) => ({ kind: 'member', id })),
      [],
    )
    if (assigneeId !== undefined && !names.has(`member:${assigneeId}`)) throw unknownMember()
    const [patients, subject, { unread }] = await Promise.all([
      directory.patientSummaries(context, [thread.patientId]),
      decryptSubject(context.db, context, thread),
      findReading(context.db, thread.id, personUuidOf(context.caller)),
    ])
    return { thread, subject, unread, names, patient: patients.get(thread.patientId) }
  },
  decide: ({ body }, { thread: before, ...texts }) => {
    if (before.version !== body.version) throw versionConflict()
    const after = change(before, body)
    return {
      writes: [threads.replace(after, before)],
      events: [threadChanged(before, after)],
      answer: { status: 200, body: presentThreadSummary(after, texts) },
    }
  },
})
