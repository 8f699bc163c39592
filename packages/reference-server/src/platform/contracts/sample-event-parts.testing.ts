import { newId } from '../database/ids/new-id.ts'
import type { EventData } from './event.ts'

// What the payloads of several events have in common. Each call has ids of its own.

export const start = '2026-11-26T15:00:00.000Z'
export const end = '2026-11-26T15:30:00.000Z'

export const versioned = { version: 1 }
export const patient = () => ({ patientId: newId() })
export const parties = () => ({ ...patient(), practitionerId: newId() })
export const proxy = () => ({ proxyId: newId(), personId: newId(), ...patient() })
export const invitation = () => ({ invitationId: newId(), kind: 'proxy' as const, subjectId: newId(), ...patient() })
export const consent = () => ({ ...patient(), purpose: 'telehealth-treatment' as const, consentId: newId() })
export const hold = () => ({ holdId: newId(), practitionerId: newId(), visitTypeId: newId(), start, end })
export const appointment = (status: EventData['scheduling.appointment-booked']['status'] = 'booked') => ({
  appointmentId: newId(),
  ...parties(),
  visitTypeId: newId(),
  start,
  end,
  status,
  ...versioned,
})
export const waiting = (status: EventData['scheduling.waitlist-changed']['status'] = 'waiting') => ({
  entryId: newId(),
  ...patient(),
  visitTypeId: newId(),
  status,
  ...versioned,
})
export const offer = () => ({ ...waiting('offered'), practitionerId: newId(), start, end, expiresAt: start })
export const intake = () => ({ appointmentId: newId(), ...parties(), ...versioned })
const inVisit = () => ({ visitId: newId(), appointmentId: newId(), ...parties(), seenBy: null })
export const visit = () => ({ ...inVisit(), ...versioned })
export const seat = () => ({ ...inVisit(), seatId: newId(), role: 'patient' as const })
export const queue = () => ({ practitionerId: newId(), patientIds: [newId()] })
export const note = () => ({ noteId: newId(), visitId: newId(), ...parties(), supervisorId: null, ...versioned })
export const draft = () => ({ prescriptionId: newId(), ...parties(), ...versioned })
export const prescription = () => ({ ...draft(), visitId: null, status: 'sent' as const })
export const pharmacyRequest = () => ({
  requestId: newId(),
  prescriptionId: newId(),
  ...parties(),
  kind: 'renewal' as const,
  status: 'open' as const,
})
export const order = () => ({
  orderId: newId(),
  ...parties(),
  visitId: null,
  status: 'accepted' as const,
  ...versioned,
})
export const ofResult = () => ({ resultId: newId(), orderId: newId(), ...parties() })
export const result = (released = false) => ({
  ...ofResult(),
  status: 'final' as const,
  abnormal: false,
  released,
  ...versioned,
})
export const coverage = () => ({ coverageId: newId(), ...patient() })
export const estimate = () => ({
  estimateId: newId(),
  ...patient(),
  dueBefore: '2026-12-01T05:00:00.000Z',
  ...versioned,
})
export const summary = () => ({ visitId: newId(), ...parties(), ...versioned })
export const thread = () => ({
  threadId: newId(),
  ...patient(),
  assigneeRole: 'nurse' as const,
  assigneeId: null,
  status: 'open' as const,
  ...versioned,
})

export const cover = () => ({
  coverId: newId(),
  practitionerId: newId(),
  coveredBy: newId(),
  kind: 'cover' as const,
  reason: 'absent' as const,
})
export const emergency = () => ({
  emergencyAccessId: newId(),
  ...patient(),
  memberId: newId(),
  reason: 'life-at-risk' as const,
})
export const refill = () => ({
  refillRequestId: newId(),
  prescriptionId: newId(),
  ...patient(),
  practitionerId: newId(),
  status: 'open' as const,
  ...versioned,
})
export const accessQuestion = <Status extends string>(status: Status) => ({
  questionId: newId(),
  ...patient(),
  status,
  escalated: false,
  forAdministrators: false,
  ...versioned,
})
