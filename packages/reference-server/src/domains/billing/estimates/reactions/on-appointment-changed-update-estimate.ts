import { nothingToDo, onEvent } from '../../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../../platform/contracts/event.ts'
import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import { estimateReplaced } from '../../events.ts'
import {
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
import { readPrices } from '../../fees/store/terms.ts'
import { listEstimatesByAppointment, replaceEstimate } from '../store/estimates.ts'

interface LoadedAppointment {
  readonly appointment: BookedAppointment
  /** Its estimates that are in force or owed. */
  readonly known: readonly Estimate[]
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
  const [appointment, { zone }] = await Promise.all([
    ports.scheduling.appointment(context, data.appointmentId),
    ports.directory.organization(context),
  ])
  if (await isCoveredOn(context.db, appointment.patientId, localDay(appointment.start, zone))) return nothingToDo
  const [prices, practitioner, known] = await Promise.all([
    readPrices(context.db),
    ports.directory.practitioner(context, appointment.practitionerId),
    listEstimatesByAppointment(context.db, context, appointment.id),
  ])
  const sources = { zone, ...prices }
  const usual = itemsOfAppointment(sources, appointment, practitioner)
  return { appointment, known, sources, usual, policy: ports.policy }
}

const insertDueEstimate = (
  context: DecideContext,
  { appointment, known, sources, usual, policy }: LoadedAppointment,
  trigger: EstimateTrigger,
): Change<void> | typeof nothingToDo => {
  const due = estimateDue(trigger, sources.zone, policy.estimate)
  if (due === null) return nothingToDo
  const estimate = newEstimate(context.newId(), appointment, trigger.kind, due.dueBefore, sources.zone)
  const { writes, events } = insertNewEstimate(context, estimate, usual, sources, policy.estimate, known)
  return { writes, events, answer: undefined }
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
    decide: ({ at }, gathered, context) => {
      const { appointment, known } = gathered
      // A request that was handled before this event has already created one.
      if (known.length > 0) return nothingToDo
      const trigger = { kind: 'scheduled', at: new Date(at), serviceStart: appointment.start } as const
      return insertDueEstimate(context, gathered, trigger)
    },
  },
)

/** Another day or practitioner changes the estimate: a new one replaces the issued one (149.610(b)(1)(vii)). */
export const onAppointmentRescheduledReplaceEstimate = onEvent<BillingContext>()(
  ['scheduling.appointment-rescheduled'],
  'billing.replace-estimate-on-appointment-rescheduled',
  {
    gather,
    decide: ({ at }, gathered, context) => {
      const { appointment, known, sources, policy } = gathered
      const { zone } = sources
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
        const changed = updateDueEstimate(context, open, moved, usual, sources, policy.estimate, known)
        return { ...changed, answer: undefined }
      }
      const kind = known.some(({ status }) => status === 'issued') ? 'changed' : 'scheduled'
      return insertDueEstimate(context, { ...gathered, usual }, { kind, ...asked })
    },
  },
)

/** A cancelled appointment needs no estimate. */
export const onAppointmentCancelledWithdrawEstimate = onEvent<BillingContext>()(
  ['scheduling.appointment-cancelled'],
  'billing.withdraw-estimate-on-appointment-cancelled',
  {
    gather: async ({ data }, _, context) => {
      const known = await listEstimatesByAppointment(context.db, context, data.appointmentId)
      return known.find(({ status }) => status === 'due') ?? nothingToDo
    },
    decide: (_, before) => {
      const after: Estimate = { ...before, status: 'replaced', version: before.version + 1 }
      return { writes: [replaceEstimate(after, before)], events: [estimateReplaced(after)], answer: undefined }
    },
  },
)
