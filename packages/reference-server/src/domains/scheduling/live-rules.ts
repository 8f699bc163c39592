import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

const text = ({ data }: DomainEvent, name: string): string => String(data[name])

/** The patient, everyone whose calendar it touches, and the desk. */
const appointmentAudience = (event: DomainEvent): string[] => [
  `patient:${text(event, 'patientId')}`,
  `practitioner:${text(event, 'practitionerId')}`,
  ...('previousPractitionerId' in event.data ? [`practitioner:${text(event, 'previousPractitionerId')}`] : []),
  'role:front-desk',
]

const appointmentRule = (event: string): LiveRule => ({
  event,
  audience: appointmentAudience,
  message: (told) => ({
    type: 'appointment.changed',
    ids: {
      appointmentId: text(told, 'appointmentId'),
      patientId: text(told, 'patientId'),
      practitionerId: text(told, 'practitionerId'),
    },
  }),
})

/** Not to patients: telling every open page of every hold would cost more than the arbiter's refusal of the few who are too late. */
const slotsRule = (event: string): LiveRule => ({
  event,
  audience: (told) => [`practitioner:${text(told, 'practitionerId')}`, 'role:front-desk'],
  message: (told) => ({ type: 'slots.changed', ids: { practitionerId: text(told, 'practitionerId') } }),
})

export const schedulingLive: readonly LiveRule[] = [
  ...['booked', 'rescheduled', 'cancelled', 'progressed', 'missed', 'flagged'].map((fact) =>
    appointmentRule(`scheduling.appointment-${fact}`),
  ),
  ...['hold-placed', 'hold-released', 'availability-changed'].map((fact) => slotsRule(`scheduling.${fact}`)),
]
