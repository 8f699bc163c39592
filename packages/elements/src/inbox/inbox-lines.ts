import type { CareTask, InboxCounts as Counts, LiveTypePattern, Me, VisitClient } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { inboxEn } from './inbox.en.ts'

export type InboxTranslate = Translate<typeof inboxEn>
export type SectionName = 'tasks' | 'notes' | 'results' | 'messages' | 'requests' | 'waitlist'

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

/** The reader's own and the role's, only the former, only the latter, or those of colleagues. */
export type Whose = 'all' | 'mine' | 'role' | 'team'

/** How many tasks a choice shows; undefined for a reader without colleagues whose tasks they may take over. */
export const tasksOf = ({ ownTasks, roleTasks, teamTasks }: Counts, whose: Whose): number | undefined =>
  ({ all: ownTasks + roleTasks, mine: ownTasks, role: roleTasks, team: teamTasks })[whose]

interface Reader {
  readonly whose: Whose
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
  /** How many wait in all, also beyond those that are listed. */
  readonly count: (counts: Counts, whose: Whose) => number
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
      assignee === undefined
        ? t('forRole')
        : assignee.memberId === me.personId
          ? t('forYou')
          : t('forColleague', { name: assignee.displayName }),
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
    on: ['task.changed', 'cover.changed'],
    count: (counts, whose) => tasksOf(counts, whose) ?? 0,
    read: async (reader, options) => {
      const { client, me, whose } = reader
      const team = whose === 'team'
      const page = await client.tasks.list({ status: 'open', limit: pageSize, ...(team && { team }) }, options).page()
      const isChosen = ({ assignee }: CareTask): boolean =>
        team || whose === 'all' || (assignee?.memberId === me.personId) === (whose === 'mine')
      const items = page.items.filter((task) => !isShownElsewhere(reader, task) && isChosen(task))
      const { lines, more } = linesOf({ ...page, items }, (task) => taskLine(reader, task))
      const isUrgent = ({ task }: Line): number => Number(task?.priority !== 'urgent')
      return { lines: lines.toSorted((one, other) => isUrgent(one) - isUrgent(other)), more }
    },
  },
  {
    name: 'results',
    permission: 'lab-result:review',
    on: ['lab-result.changed'],
    count: ({ results }) => results,
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
    count: ({ messages }) => messages,
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
    count: ({ requests }) => requests,
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
    name: 'waitlist',
    permission: 'appointment:decide',
    on: ['waitlist.changed'],
    count: ({ waitlist }) => waitlist,
    read: async ({ t, format, client }, options) => {
      const page = await client.waitlist.list({ limit: pageSize }, options).page()
      const items = page.items.filter(({ status }) => status === 'waiting' || status === 'offered')
      return linesOf({ ...page, items }, ({ id, patientId, patient, visitTypeName, status, from, to }) => ({
        id,
        title: patient?.displayName ?? t('unknownPatient'),
        about: [
          localized(visitTypeName, format.tag),
          t('between', {
            from: format.at('UTC').date(`${from}T12:00:00Z`),
            to: format.at('UTC').date(`${to}T12:00:00Z`),
          }),
        ],
        chips: status === 'offered' ? [{ tone: 'warn' as const, text: t('offered') }] : [],
        opens: { what: 'request', id, patientId, visitId: null },
      }))
    },
  },
  {
    name: 'notes',
    permission: 'note:sign',
    on: ['note.changed'],
    count: ({ notes }) => notes,
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
