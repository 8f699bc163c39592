import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { threadChanged } from '../events.ts'
import type { Role } from '../model/messaging-policy.ts'
import { change } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { roleNotAssignable, unknownMember, versionConflict } from '../problems.ts'
import { countUnread } from '../store/messages.ts'
import { decryptSubject, readThread, updateThread } from '../store/threads.ts'
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
    const patients = await directory.patientSummaries(context, [thread.patientId])
    return { names, patient: patients.get(thread.patientId) }
  },
  keep: async ({ path: { threadId }, body }, { names, patient }, context) => {
    const { tx, caller, emit } = context
    const before = await readThread(tx, context, threadId, 'for-update')
    if (before.version !== body.version) throw versionConflict()
    const after = change(before, body)
    await updateThread(tx, after)
    await emit(threadChanged(before, after))
    const subject = await decryptSubject(tx, context, before)
    const unread = await countUnread(tx, before.id, caller.personId)
    return { status: 200, body: presentThreadSummary(after, { subject, unread, patient, names }) }
  },
})
