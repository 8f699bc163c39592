import { nothingToDo, onEvents, type PageSteps } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { TemplateName } from '../model/template-pack.ts'
import type { MessagingContext } from '../ports.ts'
import { findDedupeKeys, listPendingDeliveries, type PendingDelivery } from '../store/deliveries.ts'
import { bothChanges, requestNotices, withdrawNotices, type NoticeRequest } from '../workflows/request-notice.ts'

type Changed = DomainEvent<
  'scheduling.appointment-booked' | 'scheduling.appointment-rescheduled' | 'scheduling.appointment-cancelled'
>
type ChangedLater = Exclude<Changed['type'], 'scheduling.appointment-booked'>
type Template = Extract<TemplateName, 'appointment-booked' | 'appointment-rescheduled' | 'appointment-cancelled'>

/** The notice of an appointment's event, and its reminders. They need ids and times only; nothing is decrypted. */
const noticesOf = ({ id, data }: Changed, template: Template, policy: MessagingPolicy, now: Date): NoticeRequest[] => {
  const at = new Date(data.start)
  const notice = {
    patientId: data.patientId,
    subject: { kind: 'appointment', id: data.appointmentId },
    at,
    expiresAt: at,
  } as const
  const reminders = template === 'appointment-cancelled' ? [] : Object.entries(policy.reminderMinutes)
  return [
    { ...notice, kind: 'appointment', template, dedupeKey: id },
    ...reminders.flatMap(([reminder, minutes]): NoticeRequest[] => {
      const notBefore = new Date(at.getTime() - minutes * 60_000)
      // A patient who has just received the confirmation needs no reminder of the same day.
      if (notBefore.getTime() - now.getTime() < minutes * policy.reminderMargin * 60_000) return []
      const dedupeKey = `${reminder}/${notice.subject.id}/${at.toISOString()}`
      return [
        {
          ...notice,
          kind: 'reminder',
          template: reminder as keyof typeof policy.reminderMinutes,
          dedupeKey,
          notBefore,
        },
      ]
    }),
  ]
}

/** A new appointment has no notices yet. */
export const onAppointmentBookedNotifyPatient = onEvents<MessagingContext>()(
  ['scheduling.appointment-booked'],
  'messaging.notify-patient-on-appointment-booked',
  {
    gather: async (_, { policy }) => policy,
    decide: (event, policy, context) =>
      requestNotices(context, policy, noticesOf(event, 'appointment-booked', policy, context.now)),
  },
)

interface Earlier {
  readonly pending: readonly PendingDelivery[]
  /** Keys that are in use, also of notices that were sent. */
  readonly known: ReadonlySet<string>
}

interface Replacement extends Earlier {
  readonly policy: MessagingPolicy
  readonly requests: readonly NoticeRequest[]
}

const earlierNotices = async (
  { db }: ReadContext,
  event: Changed,
  requests: readonly NoticeRequest[],
): Promise<Earlier> => {
  const [pending, known] = await Promise.all([
    listPendingDeliveries(db, event.data.appointmentId),
    findDedupeKeys(
      db,
      requests.map(({ dedupeKey }) => dedupeKey),
    ),
  ])
  return { pending, known }
}

/** Withdraws the notices that are no longer true, and requests the new ones. A reminder that stays the same stays. */
const replaceNotices = (
  template: Template,
): PageSteps<ChangedLater, MessagingContext, ReadonlyMap<string, Replacement>> => ({
  gather: async (page, { policy }, context) => {
    const replacements = page.map(async (event): Promise<readonly [string, Replacement]> => {
      const requests = noticesOf(event, template, policy, context.now)
      return [event.id, { policy, requests, ...(await earlierNotices(context, event, requests)) }]
    })
    return new Map(await Promise.all(replacements))
  },
  decide: ({ id }, replacements, context) => {
    const replacement = replacements.get(id)
    if (replacement === undefined) return nothingToDo
    const { policy, requests, pending, known } = replacement
    const keys = new Set<string | null>(requests.map(({ dedupeKey }) => dedupeKey))
    return bothChanges(
      withdrawNotices(
        context,
        pending.filter(({ dedupeKey }) => !keys.has(dedupeKey)),
      ),
      requestNotices(
        context,
        policy,
        requests.filter(({ dedupeKey }) => !known.has(dedupeKey)),
      ),
    )
  },
})

export const onAppointmentRescheduledNotifyPatient = onEvents<MessagingContext>()(
  ['scheduling.appointment-rescheduled'],
  'messaging.notify-patient-on-appointment-rescheduled',
  replaceNotices('appointment-rescheduled'),
)

export const onAppointmentCancelledNotifyPatient = onEvents<MessagingContext>()(
  ['scheduling.appointment-cancelled'],
  'messaging.notify-patient-on-appointment-cancelled',
  replaceNotices('appointment-cancelled'),
)

/**
 * The clinic can no longer hold the visit as booked: asks the patient to choose another time, once. It is not sent if the appointment is
 * moved, cancelled or supported again before.
 */
export const onAppointmentFlaggedNotifyPatient = onEvents<MessagingContext>()(
  ['scheduling.appointment-flagged'],
  'messaging.notify-patient-on-appointment-flagged',
  {
    gather: async (_, { policy }) => policy,
    decide: ({ id, data }, policy, context) => {
      if (data.reason !== 'unsupported' || data.isRepeated) return nothingToDo
      const at = new Date(data.start)
      const notice = {
        patientId: data.patientId,
        kind: 'appointment',
        template: 'appointment-unsupported',
        subject: { kind: 'appointment', id: data.appointmentId },
        dedupeKey: id,
        at,
        expiresAt: at,
      } as const
      return requestNotices(context, policy, [notice])
    },
  },
)

/** Withdraws reminders of an appointment that is checked in, in progress or over. */
export const onAppointmentProgressedWithdrawReminders = onEvents<MessagingContext>()(
  ['scheduling.appointment-progressed'],
  'messaging.withdraw-reminders-on-appointment-progressed',
  {
    gather: async (page, { policy }, { db, now }) => {
      const reminders = new Map<string, readonly PendingDelivery[]>()
      for (const { id, data } of page) {
        // Reminders that are due by now are decided by the status of the appointment, which prevents them for a visit in progress too.
        const lastDueAt = Date.parse(data.start) - Math.min(...Object.values(policy.reminderMinutes)) * 60_000
        if (now.getTime() >= lastDueAt) continue
        const pending = await listPendingDeliveries(db, data.appointmentId)
        const found = pending.filter(({ delivery }) => delivery.kind === 'reminder')
        if (found.length > 0) reminders.set(id, found)
      }
      return reminders.size === 0 ? nothingToDo : reminders
    },
    decide: ({ id }, reminders, context) => {
      const pending = reminders.get(id)
      return pending === undefined ? nothingToDo : withdrawNotices(context, pending)
    },
  },
)
