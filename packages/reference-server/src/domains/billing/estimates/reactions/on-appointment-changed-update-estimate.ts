import { nothingToDo } from '../../../../platform/contracts/reaction.ts'
import { onEvent } from '../../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../../platform/contracts/event.ts'
import type { WriteContext, ReadContext } from '../../../../platform/contracts/context.ts'
import { estimateReplaced } from '../../events.ts'
import {
  gatherEstimateSources,
  itemsOfAppointment,
  insertNewEstimate,
  updateDueEstimate,
  requireManualChoice,
  type EstimateSources,
} from '../workflows/issue-estimate.ts'
import { newEstimate, type Estimate } from '../model/estimate.ts'
import { estimateDue, type EstimateTrigger } from '../model/estimate-clock.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import type { UsualItems } from '../model/usual-items.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import type { BillingContext, BookedAppointment } from '../../ports.ts'
import { isCoveredOn } from '../../coverages/store/coverages.ts'
import { lockEstimatesByAppointment, updateEstimate } from '../store/estimates.ts'

interface LoadedAppointment {
  readonly appointment: BookedAppointment
  readonly sources: EstimateSources
  readonly usual: UsualItems
  readonly policy: BillingPolicy
}

/** No estimate is owed to a patient with coverage on the day. */
const gather = async (
  { data }: DomainEvent<'scheduling.appointment-booked' | 'scheduling.appointment-rescheduled'>,
  ports: BillingContext,
  context: ReadContext,
): Promise<LoadedAppointment | typeof nothingToDo> => {
  const appointment = await ports.scheduling.appointment(context, data.appointmentId)
  const { zone } = await ports.directory.organization(context)
  if (await isCoveredOn(context.db, appointment.patientId, localDay(appointment.start, zone))) return nothingToDo
  const [sources, practitioner] = await Promise.all([
    gatherEstimateSources(ports, context),
    ports.directory.practitioner(context, appointment.practitionerId),
  ])
  const usual = itemsOfAppointment(sources, appointment, practitioner)
  return { appointment, sources, usual, policy: ports.policy }
}

const insertDueEstimate = async (
  context: WriteContext,
  { appointment, sources, usual, policy }: LoadedAppointment,
  trigger: EstimateTrigger,
): Promise<void> => {
  const due = estimateDue(trigger, sources.zone, policy.estimate)
  if (due === null) return
  const estimate = newEstimate(context.newId(), appointment, trigger.kind, due.dueBefore, sources.zone)
  await insertNewEstimate(context, estimate, usual, sources, policy.estimate)
}

/**
 * A booking without coverage requires an estimate without a request (45 CFR 149.610(b)(1)(vi)). The server issues it at once if it has all
 * the data; otherwise it waits for a person, with its deadline.
 */
export const onAppointmentBookedCreateEstimate = onEvent<BillingContext>()(
  ['scheduling.appointment-booked'],
  'billing.create-estimate-on-appointment-booked',
  {
    gather,
    keep: async ({ at }, gathered, context) => {
      const { appointment } = gathered
      // A request that was handled before this event has already created one.
      if ((await lockEstimatesByAppointment(context.tx, context, appointment.id)).length > 0) return
      await insertDueEstimate(context, gathered, {
        kind: 'scheduled',
        at: new Date(at),
        serviceStart: appointment.start,
      })
    },
  },
)

/** Another day or practitioner changes the estimate: a new one replaces the issued one (149.610(b)(1)(vii)). */
export const onAppointmentRescheduledReplaceEstimate = onEvent<BillingContext>()(
  ['scheduling.appointment-rescheduled'],
  'billing.replace-estimate-on-appointment-rescheduled',
  {
    gather,
    keep: async ({ at }, gathered, context) => {
      const { appointment, sources, policy } = gathered
      const { zone } = sources
      const known = await lockEstimatesByAppointment(context.tx, context, appointment.id)
      const usual = requireManualChoice(known, gathered.usual)
      const asked = { at: new Date(at), serviceStart: appointment.start }
      const open = known.find(({ status }) => status === 'due')
      if (open) {
        const kind = open.reason === 'requested' ? 'changed' : open.reason
        const due = estimateDue({ kind, ...asked }, zone, policy.estimate)
        const moved: Estimate = {
          ...open,
          practitionerId: appointment.practitionerId,
          serviceOn: localDay(appointment.start, zone),
          // Moving an appointment never extends the deadline.
          dueBefore: due !== null && due.dueBefore < open.dueBefore ? due.dueBefore : open.dueBefore,
        }
        return updateDueEstimate(context, open, moved, usual, sources, policy.estimate)
      }
      const kind = known.some(({ status }) => status === 'issued') ? 'changed' : 'scheduled'
      await insertDueEstimate(context, { ...gathered, usual }, { kind, ...asked })
    },
  },
)

/** A cancelled appointment needs no estimate. */
export const onAppointmentCancelledWithdrawEstimate = onEvent<BillingContext>()(
  ['scheduling.appointment-cancelled'],
  'billing.withdraw-estimate-on-appointment-cancelled',
  {
    keep: async ({ data }, _, context) => {
      for (const before of await lockEstimatesByAppointment(context.tx, context, data.appointmentId)) {
        if (before.status !== 'due') continue
        const after: Estimate = { ...before, status: 'replaced', version: before.version + 1 }
        await updateEstimate(context, before, after)
        await context.emit(estimateReplaced(after))
      }
    },
  },
)
