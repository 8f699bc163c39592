import type { Attachment, Thread, ThreadMessage, ThreadSummary } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { onePixel } from './one-pixel.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleClinician, samplePatient, samplePatientSummary } from './sample-people.ts'
import { find, instant, minute, page, type SamplePerson } from './sample-state.ts'

interface SampleThread {
  readonly summary: Omit<ThreadSummary, 'unread'>
  readonly messages: (Omit<ThreadMessage, 'mine'> & { readonly by: SamplePerson })[]
  readonly read: Map<SamplePerson, number>
}

/** Threads between the patient and the clinician, who receive each other's messages. */
export const messagesSample: SampleDomain = ({ live, now, newId }) => {
  const patientId = samplePatient.id
  const attachments: Attachment[] = []
  const threads: SampleThread[] = []

  const names: Readonly<Record<SamplePerson, string>> = {
    patient: samplePatientSummary.displayName,
    practitioner: sampleClinician.displayName,
    guest: 'Maria Gomez',
  }
  const addMessage = (
    thread: SampleThread,
    by: SamplePerson,
    text: string,
    at: number,
    files: Attachment[] = [],
  ): void => {
    thread.messages.push({
      id: newId('message'),
      from: { kind: by === 'patient' ? 'patient' : 'member', id: by, displayName: names[by] },
      by,
      text,
      attachments: files,
      at: instant(at),
    })
    thread.read.set(by, thread.messages.length)
    Object.assign(thread.summary, {
      status: 'open',
      waitingFor: by === 'patient' ? 'care-team' : 'patient',
      lastMessageAt: instant(at),
      version: thread.summary.version + 1,
    })
  }
  const begin = (topic: ThreadSummary['topic'], subject: string, at: number): SampleThread => {
    const thread: SampleThread = {
      summary: {
        id: newId('thread'),
        patientId,
        patient: samplePatientSummary,
        topic,
        subject,
        status: 'open',
        assigneeRole: 'practitioner',
        waitingFor: 'care-team',
        lastMessageAt: instant(at),
        version: 0,
      },
      messages: [],
      read: new Map(),
    }
    threads.push(thread)
    return thread
  }
  const photo: Attachment = {
    id: 'attachment-photo',
    patientId,
    kind: 'image',
    mediaType: 'image/png',
    bytes: onePixel.length,
    createdAt: instant(now() - 100 * minute),
  }
  attachments.push(photo)
  const refill = begin('medication', 'Can I take it with coffee?', now() - 3000 * minute)
  addMessage(refill, 'patient', 'May I take the new tablets with coffee in the morning?', now() - 3000 * minute)
  addMessage(refill, 'practitioner', 'Yes. Take them at the same time each day.', now() - 2900 * minute)
  const rash = begin('question', 'Rash on my arm', now() - 100 * minute)
  addMessage(rash, 'patient', 'It began yesterday after gardening.\nThe photo shows it.', now() - 100 * minute, [photo])

  const summaryFor = (thread: SampleThread, person: SamplePerson): ThreadSummary => ({
    ...thread.summary,
    unread: thread.messages.slice(thread.read.get(person) ?? 0).filter(({ by }) => by !== person).length,
  })
  const threadFor = (thread: SampleThread, person: SamplePerson, query: Parameters<typeof page>[1] = {}): Thread => {
    const { items, nextCursor } = page(thread.messages.toReversed(), query)
    return {
      ...summaryFor(thread, person),
      messages: items.map(({ by, ...message }) => ({ ...message, mine: by === person })),
      nextCursor,
    }
  }
  const threadOf = (threadId: string): SampleThread => {
    const found = threads.find(({ summary }) => summary.id === threadId)
    if (!found) throw problem(404, 'not_found')
    return found
  }
  const emitChanged = (thread: SampleThread): void =>
    live.emit({ type: 'thread.changed', ids: { threadId: thread.summary.id, patientId } })
  const ofVisit = (visitId: string): SampleThread | undefined =>
    threads.find(({ summary }) => summary.topic === 'visit' && summary.visitId === visitId)

  const upload = (file: Blob): Attachment => {
    if (!/image|pdf/.test(file.type)) throw problem(415, 'unsupported_attachment_type')
    const attachment: Attachment = { ...photo, id: newId('attachment'), bytes: file.size, createdAt: instant(now()) }
    attachments.push(attachment)
    return attachment
  }

  return (person) => ({
    listThreads: ({ query }) =>
      page(
        threads
          .map((thread) => summaryFor(thread, person))
          .filter(({ topic }) => query.topic === undefined || topic === query.topic)
          .toSorted((a, b) => b.lastMessageAt.localeCompare(a.lastMessageAt)),
        query,
      ),
    countThreads: () => ({ unread: threads.filter((thread) => summaryFor(thread, person).unread > 0).length }),
    getThread: ({ path, query }) => threadFor(threadOf(path.threadId), person, query),
    beginThread: ({ body }) => {
      const thread = begin(body.topic, body.subject, now())
      addMessage(
        thread,
        person,
        body.text,
        now(),
        body.attachmentIds.map((id) => find(attachments, id)),
      )
      emitChanged(thread)
      return threadFor(thread, person)
    },
    postMessage: ({ path, body }) => {
      const thread = threadOf(path.threadId)
      addMessage(
        thread,
        person,
        body.text,
        now(),
        body.attachmentIds.map((id) => find(attachments, id)),
      )
      emitChanged(thread)
      return threadFor(thread, person)
    },
    markThreadRead: ({ path }) => {
      const thread = threadOf(path.threadId)
      thread.read.set(person, thread.messages.length)
      return { threadId: path.threadId, patientId, unread: 0 }
    },
    getVisitThread: ({ path: { visitId }, query }) => {
      const thread = ofVisit(visitId)
      return { visitId, patientId, ...(thread && { thread: threadFor(thread, person, query) }) }
    },
    postVisitMessage: ({ path: { visitId }, body }) => {
      const thread = ofVisit(visitId) ?? begin('visit', '', now())
      thread.summary.visitId = visitId
      const files = (body.attachmentIds ?? []).map((id) => find(attachments, id))
      addMessage(thread, person, body.text, now(), files)
      live.emit({ type: 'visit-thread.changed', ids: { visitId, patientId } })
      emitChanged(thread)
      return threadFor(thread, person)
    },
    markVisitThreadRead: ({ path: { visitId } }) => {
      const thread = ofVisit(visitId)
      if (!thread) throw problem(404, 'not_found')
      thread.read.set(person, thread.messages.length)
      thread.summary.waitingFor = 'none'
      return { threadId: thread.summary.id, patientId, unread: 0 }
    },
    changeThread: ({ path, body }) => {
      const thread = threadOf(path.threadId)
      if (body.version !== thread.summary.version) throw problem(409, 'version_conflict')
      Object.assign(thread.summary, {
        ...(body.status && { status: body.status, waitingFor: body.status === 'closed' ? 'none' : 'care-team' }),
        ...(body.assigneeId && { assignee: { memberId: body.assigneeId, displayName: sampleClinician.displayName } }),
        version: thread.summary.version + 1,
      })
      emitChanged(thread)
      return summaryFor(thread, person)
    },
    addAttachment: ({ body }) => upload(body as Blob),
    addVisitAttachment: ({ body }) => upload(body as Blob),
    listAttachments: ({ path, query }) => ({
      patientId: path.patientId,
      ...page(
        threads
          .flatMap(({ summary: { id, subject }, messages }) =>
            messages.flatMap(({ attachments: files, from, by, at }) =>
              files.map((file) => ({ ...file, from, mine: by === person, sentAt: at, thread: { id, subject } })),
            ),
          )
          .toSorted((a, b) => b.sentAt.localeCompare(a.sentAt)),
        query,
      ),
    }),
    getAttachmentContent: () => new Blob([onePixel]),
    getVisitAttachmentContent: () => new Blob([onePixel]),
  })
}
