import type { ReadContext } from '../../../platform/contracts/context.ts'
import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { authorOf } from '../model/thread.ts'
import type { MessagingContext, VisitOfThread } from '../ports.ts'
import { findThreadOfVisit, type EncryptedThread } from '../store/threads.ts'
import type { LoadedThread } from './gather-thread.ts'

export interface FoundVisitThread {
  readonly visit: VisitOfThread
  /** Null before the first message. */
  readonly thread: EncryptedThread | null
}

/**
 * The thread of a visit, for a caller who may read the visit. A proxy needs the scope of visits and not that of the record: they are in the
 * room. Throws `not_found` or `outside_proxy_scope`.
 */
export const gatherVisitThread = async (
  { visits, directory }: MessagingContext,
  context: ReadContext,
  visitId: string,
): Promise<FoundVisitThread> => {
  const visit = await visits.visit(context, visitId)
  await directory.actingFor(context, visit.patientId, 'visit')
  context.access.touch(visit.patientId)
  return { visit, thread: await findThreadOfVisit(context.db, visitId) }
}

/** What the answer to a first message needs: nothing has been written yet. */
export const loadNewThread = async (
  { directory }: MessagingContext,
  context: ReadContext,
  patientId: string,
  seenBy: string | null,
): Promise<Omit<LoadedThread, 'thread'>> => {
  const people = [authorOf(context.caller), ...(seenBy === null ? [] : [{ kind: 'member' as const, id: seenBy }])]
  const isMember = context.access.reach !== 'own'
  const [names, patients] = await Promise.all([
    directory.actorNames(context, people, [patientId]),
    isMember ? directory.patientSummaries(context, [patientId]) : null,
  ])
  const { take } = readPageQuery({})
  const nothing = { subject: '', fetched: [], files: [], reading: { readTo: null, unread: 0 } }
  return { ...nothing, take, names, patient: patients?.get(patientId) }
}
