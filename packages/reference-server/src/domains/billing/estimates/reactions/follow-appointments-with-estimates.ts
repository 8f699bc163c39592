import { nothingToDo } from '../../../../platform/contracts/reaction.ts'
import { onEvent } from '../../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../../platform/contracts/event.ts'
import type { Keeping, Reading } from '../../../../platform/contracts/context.ts'
import { estimateReplaced } from '../../events.ts'
import {
  gatherEstimateSources,
  itemsOfAppointment,
  keepNewEstimate,
  keepOwedEstimate,
  madeByHand,
  type EstimateSources,
} from '../workflows/issue-estimate.ts'
import { newEstimate, type Estimate } from '../model/estimate.ts'
import { estimateDue, type EstimateTrigger } from '../model/estimate-clock.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import type { UsualItems } from '../model/usual-items.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import type { BillingContext, BookedAppointment } from '../../ports.ts'
import { isCoveredOn } from '../../coverages/store/coverages.ts'
import { estimatesOfAppointment, updateEstimate } from '../store/estimates.ts'

interface Gathered {
  readonly appointment: BookedAppointment
  readonly sources: EstimateSources
  readonly usual: UsualItems
  readonly policy: BillingPolicy
}

/** Nothing is owed to whoever is covered on the day. */
const gather = async (
  { data }: DomainEvent<'scheduling.appointment-booked' | 'scheduling.appointment-rescheduled'>,
  ports: BillingContext,
  reading: Reading,
): Promise<Gathered | typeof nothingToDo> => {
  const appointment = await ports.scheduling.appointment(reading, data.appointmentId)
  const { zone } = await ports.directory.organization(reading)
  if (await isCoveredOn(reading.db, appointment.patientId, localDay(appointment.start, zone))) return nothingToDo
  const [sources, practitioner] = await Promise.all([
    gatherEstimateSources(ports, reading),
    ports.directory.practitioner(reading, appointment.practitionerId),
  ])
  const usual = itemsOfAppointment(sources, appointment, practitioner)
  return { appointment, sources, usual, policy: ports.policy }
}

const owe = async (
  keeping: Keeping,
  { appointment, sources, usual, policy }: Gathered,
  trigger: EstimateTrigger,
): Promise<void> => {
  const due = estimateDue(trigger, sources.zone, policy.estimate)
  if (due === null) return
  const estimate = newEstimate(keeping.newId(), appointment, trigger.kind, due.dueBefore, sources.zone)
  await keepNewEstimate(keeping, estimate, usual, sources, policy.estimate)
}

/**
 * Somebody without coverage who books is owed an estimate, without asking (45 CFR 149.610(b)(1)(vi)). Where the server knows all that belongs into it
 * the patient has it at once; else it waits for a person, with its clock.
 */
export const onAppointmentBookedOweEstimate = onEvent<BillingContext>()(
  ['scheduling.appointment-booked'],
  'billing.owe-estimate-on-appointment-booked',
  {
    gather,
    keep: async ({ at }, gathered, keeping) => {
      const { appointment } = gathered
      // Who asked before this was heard of has one already.
      if ((await estimatesOfAppointment(keeping.tx, keeping, appointment.id)).length > 0) return
      await owe(keeping, gathered, { kind: 'scheduled', at: new Date(at), serviceStart: appointment.start })
    },
  },
)

/** Another day or another practitioner is a change of what was estimated: a new one takes the place of what was issued (149.610(b)(1)(vii)). */
export const onAppointmentRescheduledOweEstimate = onEvent<BillingContext>()(
  ['scheduling.appointment-rescheduled'],
  'billing.owe-estimate-on-appointment-rescheduled',
  {
    gather,
    keep: async ({ at }, gathered, keeping) => {
      const { appointment, sources, policy } = gathered
      const { zone } = sources
      const known = await estimatesOfAppointment(keeping.tx, keeping, appointment.id)
      const usual = madeByHand(known, gathered.usual)
      const asked = { at: new Date(at), serviceStart: appointment.start }
      const open = known.find(({ status }) => status === 'due')
      if (open) {
        const kind = open.reason === 'requested' ? 'changed' : open.reason
        const due = estimateDue({ kind, ...asked }, zone, policy.estimate)
        const moved: Estimate = {
          ...open,
          practitionerId: appointment.practitionerId,
          serviceOn: localDay(appointment.start, zone),
          // Moving an appointment gives nobody more time than they had.
          dueBefore: due !== null && due.dueBefore < open.dueBefore ? due.dueBefore : open.dueBefore,
        }
        return keepOwedEstimate(keeping, open, moved, usual, sources, policy.estimate)
      }
      const kind = known.some(({ status }) => status === 'issued') ? 'changed' : 'scheduled'
      await owe(keeping, { ...gathered, usual }, { kind, ...asked })
    },
  },
)

/** Nothing is estimated of what will not take place. */
export const onAppointmentCancelledDropEstimate = onEvent<BillingContext>()(
  ['scheduling.appointment-cancelled'],
  'billing.drop-estimate-on-appointment-cancelled',
  {
    keep: async ({ data }, _, keeping) => {
      for (const before of await estimatesOfAppointment(keeping.tx, keeping, data.appointmentId)) {
        if (before.status !== 'due') continue
        const after: Estimate = { ...before, status: 'replaced', version: before.version + 1 }
        await updateEstimate(keeping, before, after)
        await keeping.emit(estimateReplaced(after))
      }
    },
  },
)
