import type { Reaction } from '../../../domain-module.ts'
import type { Keeping } from '../../../platform/seams.ts'
import { estimateTold } from '../events.ts'
import type { Estimate } from '../model/estimate.ts'
import { estimateDue, type EstimateTrigger } from '../model/estimate-clock.ts'
import { localDay } from '../model/local-day.ts'
import type { BillingPolicy } from '../model/billing-policy.ts'
import type { BillingContext, BookedAppointment } from '../ports.ts'
import { isCoveredOn } from '../store/coverages.ts'
import { estimatesOfAppointment, insertEstimate, updateEstimate } from '../store/estimates.ts'

interface Gathered {
  readonly appointment: BookedAppointment
  readonly zone: string
  readonly policy: BillingPolicy
}

const gather: Reaction<BillingContext, Gathered>['gather'] = async ({ data }, ports, reading) => ({
  appointment: await ports.scheduling.appointment(reading, String(data['appointmentId'])),
  zone: (await ports.directory.organization(reading)).zone,
  policy: ports.policy,
})

const newEstimate = (
  { newId }: Keeping,
  { appointment, zone }: Gathered,
  because: EstimateTrigger['kind'],
  dueBefore: Date,
): Estimate => ({
  id: newId(),
  patientId: appointment.patientId,
  appointmentId: appointment.id,
  practitionerId: appointment.practitionerId,
  status: 'due',
  because,
  dueBefore,
  serviceOn: localDay(appointment.start, zone),
  issuedAt: null,
  validUntil: null,
  version: 1,
  items: [],
  diagnosisCodes: [],
  service: appointment.type.name,
})

const owe = async (keeping: Keeping, gathered: Gathered, trigger: EstimateTrigger): Promise<void> => {
  const due = estimateDue(trigger, gathered.zone, gathered.policy.estimate)
  if (due === null) return
  const estimate = newEstimate(keeping, gathered, trigger.kind, due.dueBefore)
  if (await insertEstimate(keeping, estimate)) await keeping.emit(estimateTold('estimate-due', estimate))
}

/** Somebody without coverage who books is owed an estimate, without asking (45 CFR 149.610(b)(1)(vi)). */
export const onAppointmentBookedOweEstimate: Reaction<BillingContext, Gathered> = {
  event: 'scheduling.appointment-booked',
  consumer: 'billing.owe-estimate-on-appointment-booked',
  gather,
  keep: async ({ at }, gathered, keeping) => {
    const { patientId, start } = gathered.appointment
    if (await isCoveredOn(keeping.tx, patientId, localDay(start, gathered.zone))) return
    await owe(keeping, gathered, { kind: 'scheduled', at: new Date(at), serviceStart: start })
  },
}

/** Another day or another practitioner is a change of what was estimated: a new one takes the place of what was issued (149.610(b)(1)(vii)). */
export const onAppointmentRescheduledOweEstimate: Reaction<BillingContext, Gathered> = {
  event: 'scheduling.appointment-rescheduled',
  consumer: 'billing.owe-estimate-on-appointment-rescheduled',
  gather,
  keep: async ({ at }, gathered, keeping) => {
    const { appointment, zone } = gathered
    if (await isCoveredOn(keeping.tx, appointment.patientId, localDay(appointment.start, zone))) return
    const known = await estimatesOfAppointment(keeping.tx, keeping, appointment.id)
    const asked = { at: new Date(at), serviceStart: appointment.start }
    const open = known.find(({ status }) => status === 'due')
    if (open) {
      const kind = open.because === 'requested' ? 'changed' : open.because
      const due = estimateDue({ kind, ...asked }, zone, gathered.policy.estimate)
      await updateEstimate(keeping, open, {
        ...open,
        practitionerId: appointment.practitionerId,
        serviceOn: localDay(appointment.start, zone),
        // Moving an appointment gives nobody more time than they had.
        dueBefore: due !== null && due.dueBefore < open.dueBefore ? due.dueBefore : open.dueBefore,
        version: open.version + 1,
      })
      return
    }
    const kind = known.some(({ status }) => status === 'issued') ? 'changed' : 'scheduled'
    await owe(keeping, gathered, { kind, ...asked })
  },
}

/** Nothing is estimated of what will not take place. */
export const onAppointmentCancelledDropEstimate: Reaction<BillingContext, undefined> = {
  event: 'scheduling.appointment-cancelled',
  consumer: 'billing.drop-estimate-on-appointment-cancelled',
  keep: async ({ data }, _, keeping) => {
    for (const before of await estimatesOfAppointment(keeping.tx, keeping, String(data['appointmentId']))) {
      if (before.status !== 'due') continue
      const after: Estimate = { ...before, status: 'replaced', version: before.version + 1 }
      await updateEstimate(keeping, before, after)
      await keeping.emit(estimateTold('estimate-replaced', after))
    }
  },
}
