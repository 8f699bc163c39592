import type { CareTask, LiveTypePattern, Me, VisitClient } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { inboxEn } from './inbox.en.ts'

export type InboxTranslate = Translate<typeof inboxEn>
export type SectionName = 'tasks' | 'notes' | 'results' | 'messages' | 'requests'

/** Lines that one read of a section shows. */
const pageSize = 50

/** One line: what waits, and what it opens. */
export interface Line {
  readonly id: string
  readonly title: string
  readonly about: readonly string[]
  readonly chips: readonly { readonly tone: 'bad' | 'warn'; readonly text: string }[]
  /** Absent for work about no known patient. */
  readonly opens?: {
    readonly what: 'patient' | 'visit' | 'note' | 'result' | 'thread' | 'request'
    readonly id: string
    readonly patientId: string
    readonly visitId: string | null
  }
  readonly task?: CareTask
}
export interface Lines {
  readonly lines: readonly Line[]
  readonly more: boolean
}

interface Reader {
  readonly t: InboxTranslate
  readonly format: Formatter
  readonly me: Me
  readonly client: VisitClient
}

/** Where a section's lines come from. */
export interface SectionSource {
  readonly name: SectionName
  readonly permission: string
  readonly on: readonly LiveTypePattern[]
  readonly read: (reader: Reader, options: { signal: AbortSignal }) => Promise<Lines>
}

const linesOf = <Item>(
  { items, nextCursor }: { readonly items: readonly Item[]; readonly nextCursor: string | null },
  lineOf: (item: Item) => Line,
): Lines => ({ lines: items.map(lineOf), more: nextCursor !== null })

const taskLine = ({ t, format, me }: Reader, task: CareTask): Line => {
  const { id, title, kind, priority, dueAt, patient, patientId, visitId = null, assignee } = task
  const isOverdue = dueAt !== undefined && Date.parse(dueAt) < Date.now()
  return {
    id,
    title: title ?? t(`kind_${kind}`),
    about: [
      patient?.displayName ?? t('unknownPatient'),
      t(assignee?.memberId === me.personId ? 'forYou' : 'forRole'),
      ...(dueAt === undefined ? [] : [t('due', { date: format.moment(dueAt) })]),
    ],
    chips: [
      ...(priority === 'urgent' ? [{ tone: 'bad' as const, text: t('urgent') }] : []),
      ...(isOverdue ? [{ tone: 'warn' as const, text: t('overdue') }] : []),
    ],
    ...(patientId !== undefined && { opens: { what: 'patient', id: patientId, patientId, visitId } }),
    task,
  }
}

/** A task that another part of this page shows: an alert, a request, a result of the reader. */
const isShownElsewhere = ({ me }: Reader, { kind, source, assignee }: CareTask): boolean => {
  const may = (permission: string): boolean => me.permissions.includes(permission)
  if (kind === 'intake-alert') return may('alert:read')
  if (kind === 'answer-request') return may('appointment:decide')
  return source?.entity === 'LabResult' && assignee?.memberId === me.personId && may('lab-result:review')
}

/** In the order of the page: what is most urgent comes first. */
export const sections: readonly SectionSource[] = [
  {
    name: 'tasks',
    permission: 'task:read',
    on: ['task.changed'],
    read: async (reader, options) => {
      const page = await reader.client.tasks.list({ status: 'open', limit: pageSize }, options).page()
      const items = page.items.filter((task) => !isShownElsewhere(reader, task))
      const { lines, more } = linesOf({ ...page, items }, (task) => taskLine(reader, task))
      const isUrgent = ({ task }: Line): number => Number(task?.priority !== 'urgent')
      return { lines: lines.toSorted((one, other) => isUrgent(one) - isUrgent(other)), more }
    },
  },
  {
    name: 'results',
    permission: 'lab-result:review',
    on: ['lab-result.changed'],
    read: async ({ t, format, client }, options) =>
      linesOf(await client.labs.waiting({ limit: pageSize }, options).page(), (result) => ({
        id: result.id,
        title: localized(result.test.name, format.tag),
        about: [result.patient?.displayName ?? t('unknownPatient')],
        chips: [
          ...(result.critical ? [{ tone: 'bad' as const, text: t('critical') }] : []),
          ...(result.abnormal && !result.critical ? [{ tone: 'warn' as const, text: t('abnormal') }] : []),
        ],
        opens: { what: 'result', id: result.id, patientId: result.patientId, visitId: null },
      })),
  },
  {
    name: 'messages',
    permission: 'thread:manage',
    on: ['thread.changed'],
    read: async ({ t, format, client }, options) => {
      const page = await client.threads.list({ status: 'open', limit: pageSize }, options).page()
      const items = page.items.filter(({ waitingFor }) => waitingFor === 'care-team')
      return linesOf({ ...page, items }, (thread) => ({
        id: thread.id,
        title: thread.subject,
        about: [thread.patient?.displayName ?? t('unknownPatient'), format.moment(thread.lastMessageAt)],
        chips: [],
        opens: { what: 'thread', id: thread.id, patientId: thread.patientId, visitId: thread.visitId ?? null },
      }))
    },
  },
  {
    name: 'requests',
    permission: 'appointment:decide',
    on: ['appointment.changed'],
    read: async ({ t, format, client }, options) =>
      linesOf(
        await client.appointments.list({ status: 'requested', limit: pageSize }, options).page(),
        ({ id, patientId, patient, visitTypeName, start }) => ({
          id,
          title: localized(visitTypeName, format.tag),
          about: [patient?.displayName ?? t('unknownPatient'), format.moment(start)],
          chips: [],
          opens: { what: 'request', id, patientId, visitId: null },
        }),
      ),
  },
  {
    name: 'notes',
    permission: 'note:sign',
    on: ['note.changed'],
    read: async ({ t, format, client }, options) =>
      linesOf(
        await client.notes.waiting({ limit: pageSize }, options).page(),
        ({ id, visitId, patientId, patient, visitAt }) => ({
          id,
          title: patient?.displayName ?? t('unknownPatient'),
          about: [format.moment(visitAt)],
          chips: [],
          opens: { what: 'note', id, patientId, visitId },
        }),
      ),
  },
]
