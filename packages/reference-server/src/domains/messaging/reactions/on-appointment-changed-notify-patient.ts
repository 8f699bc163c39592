import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { TemplateName } from '../model/template-pack.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNotice, withdrawNotices } from '../workflows/request-notice.ts'
import { listPendingDeliveries } from '../store/deliveries.ts'

const policyOf = async (_: unknown, { policy }: MessagingContext): Promise<MessagingPolicy> => policy

type Booked = DomainEvent<
  'scheduling.appointment-booked' | 'scheduling.appointment-rescheduled' | 'scheduling.appointment-cancelled'
>

/** Notices for an appointment's own events, and its reminders. They need ids and times only; nothing is decrypted. */
const requestAppointmentNotice = async (
  context: WriteContext,
  policy: MessagingPolicy,
  { id, data }: Booked,
  template: Extract<TemplateName, 'appointment-booked' | 'appointment-rescheduled' | 'appointment-cancelled'>,
): Promise<void> => {
  const { now } = context
  const at = new Date(data.start)
  const notice = {
    patientId: data.patientId,
    subject: { kind: 'appointment', id: data.appointmentId },
    at,
    expiresAt: at,
  } as const
  await requestNotice(context, policy, { ...notice, kind: 'appointment', template, dedupeKey: id })
  if (template === 'appointment-cancelled') return
  for (const [reminder, minutes] of Object.entries(policy.reminderMinutes)) {
    const notBefore = new Date(at.getTime() - minutes * 60_000)
    // A patient who books less than an hour ahead has just received the confirmation.
    if (notBefore <= now) continue
    await requestNotice(context, policy, {
      ...notice,
      kind: 'reminder',
      template: reminder as keyof typeof policy.reminderMinutes,
      dedupeKey: `${reminder}/${notice.subject.id}/${at.toISOString()}`,
      notBefore,
    })
  }
}

export const onAppointmentBookedNotifyPatient = onEvent<MessagingContext>()(
  ['scheduling.appointment-booked'],
  'messaging.notify-patient-on-appointment-booked',
  {
    gather: policyOf,
    keep: (event, policy, context) => requestAppointmentNotice(context, policy, event, 'appointment-booked'),
  },
)

export const onAppointmentRescheduledNotifyPatient = onEvent<MessagingContext>()(
  ['scheduling.appointment-rescheduled'],
  'messaging.notify-patient-on-appointment-rescheduled',
  {
    gather: policyOf,
    keep: async (event, policy, context) => {
      await withdrawNotices(context, event.data.appointmentId)
      await requestAppointmentNotice(context, policy, event, 'appointment-rescheduled')
    },
  },
)

export const onAppointmentCancelledNotifyPatient = onEvent<MessagingContext>()(
  ['scheduling.appointment-cancelled'],
  'messaging.notify-patient-on-appointment-cancelled',
  {
    gather: policyOf,
    keep: async (event, policy, context) => {
      await withdrawNotices(context, event.data.appointmentId)
      await requestAppointmentNotice(context, policy, event, 'appointment-cancelled')
    },
  },
)

const isReminder = ({ kind }: { readonly kind: string }): boolean => kind === 'reminder'

/** Withdraws reminders of an appointment that is checked in, in progress or over. */
export const onAppointmentProgressedWithdrawReminders = onEvent<MessagingContext>()(
  ['scheduling.appointment-progressed'],
  'messaging.withdraw-reminders-on-appointment-progressed',
  {
    gather: async ({ data }, { policy }, { db, now }) => {
      // Reminders that are due by now are decided by the status of the appointment, which prevents them for a visit in progress too.
      const lastDueAt = Date.parse(data.start) - Math.min(...Object.values(policy.reminderMinutes)) * 60_000
      if (now.getTime() >= lastDueAt) return nothingToDo
      return (await listPendingDeliveries(db, data.appointmentId)).some(isReminder) ? undefined : nothingToDo
    },
    keep: ({ data }, _, context) => withdrawNotices(context, data.appointmentId, isReminder),
  },
)
