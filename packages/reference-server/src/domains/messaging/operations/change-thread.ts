import { isKnownForm } from '../../../platform/database/ids/known-id.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { threadChanged } from '../events.ts'
import type { Role } from '../model/messaging-policy.ts'
import { change } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { roleNotAssignable, unknownMember, versionConflict } from '../problems.ts'
import { countUnread } from '../store/messages.ts'
import { openSubject, readThread, updateThread } from '../store/threads.ts'
import { summarizeThread } from '../presenters/summarize-thread.ts'

/** They write in threads, and are not the care team. */
const notMembers: ReadonlySet<Role> = new Set<Role>(['patient', 'proxy', 'service'])

export const changeThread = operation<MessagingContext>()('changeThread', {
  gather: async ({ path: { threadId }, body: { assigneeId, assigneeRole } }, { directory }, reading) => {
    const thread = await readThread(reading.db, reading, threadId)
    if (assigneeRole !== undefined && notMembers.has(assigneeRole)) throw roleNotAssignable()
    const ids = [assigneeId, thread.assigneeId].filter((id) => id !== undefined && id !== null)
    const names = await directory.actorNames(
      reading,
      ids.filter(isKnownForm).map((id) => ({ kind: 'member', id })),
      [],
    )
    if (assigneeId !== undefined && !names.has(`member:${assigneeId}`)) throw unknownMember()
    const patients = await directory.patientSummaries(reading, [thread.patientId])
    return { names, patient: patients.get(thread.patientId) }
  },
  keep: async ({ path: { threadId }, body }, { names, patient }, keeping) => {
    const { tx, caller, emit } = keeping
    const before = await readThread(tx, keeping, threadId, 'lock')
    if (before.version !== body.version) throw versionConflict()
    const after = change(before, body)
    await updateThread(tx, after)
    await emit(threadChanged(before, after))
    const subject = await openSubject(tx, keeping, before)
    const unread = await countUnread(tx, before.id, caller.personId)
    return { status: 200, body: summarizeThread(after, { subject, unread, patient, names }) }
  },
})
