import { newId } from '../database/ids/new-id.ts'
import type { EventData, EventOf, EventType } from './event.ts'

const start = '2026-11-26T15:00:00.000Z'
const end = '2026-11-26T15:30:00.000Z'

const versioned = { version: 1 }
const patient = () => ({ patientId: newId() })
const parties = () => ({ ...patient(), practitionerId: newId() })
const proxy = () => ({ proxyId: newId(), personId: newId(), ...patient() })
const invitation = () => ({ invitationId: newId(), kind: 'proxy' as const, subjectId: newId(), ...patient() })
const consent = () => ({ ...patient(), purpose: 'telehealth-treatment' as const, consentId: newId() })
const hold = () => ({ holdId: newId(), practitionerId: newId(), visitTypeId: newId(), start, end })
const appointment = (status: EventData['scheduling.appointment-booked']['status'] = 'booked') => ({
  appointmentId: newId(),
  ...parties(),
  visitTypeId: newId(),
  start,
  end,
  status,
  ...versioned,
})
const waiting = (status: EventData['scheduling.waitlist-changed']['status'] = 'waiting') => ({
  entryId: newId(),
  ...patient(),
  visitTypeId: newId(),
  status,
  ...versioned,
})
const offer = () => ({ ...waiting('offered'), practitionerId: newId(), start, end, expiresAt: start })
const intake = () => ({ appointmentId: newId(), ...parties(), ...versioned })
const inVisit = () => ({ visitId: newId(), appointmentId: newId(), ...parties(), seenBy: null })
const visit = () => ({ ...inVisit(), ...versioned })
const seat = () => ({ ...inVisit(), seatId: newId(), role: 'patient' as const })
const queue = () => ({ practitionerId: newId(), patientIds: [newId()] })
const note = () => ({ noteId: newId(), visitId: newId(), ...parties(), supervisorId: null, ...versioned })
const draft = () => ({ prescriptionId: newId(), ...parties(), ...versioned })
const prescription = () => ({ ...draft(), visitId: null, status: 'sent' as const })
const pharmacyRequest = () => ({
  requestId: newId(),
  prescriptionId: newId(),
  ...parties(),
  kind: 'renewal' as const,
  status: 'open' as const,
})
const order = () => ({ orderId: newId(), ...parties(), visitId: null, status: 'accepted' as const, ...versioned })
const ofResult = () => ({ resultId: newId(), orderId: newId(), ...parties() })
const result = (released = false) => ({
  ...ofResult(),
  status: 'final' as const,
  abnormal: false,
  released,
  ...versioned,
})
const coverage = () => ({ coverageId: newId(), ...patient() })
const estimate = () => ({ estimateId: newId(), ...patient(), dueBefore: '2026-12-01T05:00:00.000Z', ...versioned })
const summary = () => ({ visitId: newId(), ...parties(), ...versioned })
const thread = () => ({
  threadId: newId(),
  ...patient(),
  assigneeRole: 'nurse' as const,
  assigneeId: null,
  status: 'open' as const,
  ...versioned,
})

const cover = () => ({
  coverId: newId(),
  practitionerId: newId(),
  coveredBy: newId(),
  kind: 'cover' as const,
  reason: 'absent' as const,
})

const refill = () => ({
  refillRequestId: newId(),
  prescriptionId: newId(),
  ...patient(),
  practitionerId: newId(),
  status: 'open' as const,
  ...versioned,
})

/** A complete payload for each event, with ids of nothing that exists. This does not compile until a new event of the contract has one. */
const samples: { readonly [Type in EventType]: () => EventData[Type] } = {
  'identity.session-ended': () => ({
    sessionId: newId(),
    personId: newId(),
    personKind: 'patient',
    reason: 'signed-out',
  }),
  'directory.organization-changed': () => ({ organizationId: newId(), ...versioned }),
  'directory.member-changed': () => ({ memberId: newId(), ...versioned, lostRoles: [] }),
  'directory.member-disabled': () => ({ memberId: newId() }),
  'directory.practitioner-changed': () => ({ practitionerId: newId(), ...versioned }),
  'directory.care-team-changed': () => ({ careTeamId: newId(), ...versioned }),
  'directory.cover-started': () => ({
    ...cover(),
    from: '2026-11-25T15:00:00.000Z',
    until: '2026-11-25T17:00:00.000Z',
  }),
  'directory.cover-ended': cover,
  'directory.patient-changed': () => ({ ...patient(), ...versioned }),
  'directory.proxy-invited': () => ({ ...proxy(), personId: null }),
  'directory.invitation-created': invitation,
  'directory.invitation-accepted': () => ({ ...invitation(), personId: newId() }),
  'directory.invitation-revoked': () => ({ invitationId: newId(), subjectId: newId() }),
  'directory.login-released': () => ({ personId: newId(), personKind: 'patient' }),
  'directory.proxy-granted': proxy,
  'directory.proxy-changed': proxy,
  'directory.proxy-ended': proxy,
  'consent.document-published': () => ({
    documentId: newId(),
    ...versioned,
    purpose: 'telehealth-treatment',
    language: 'en',
    material: true,
    translated: false,
  }),
  'consent.consent-decided': () => ({ ...consent(), decision: 'granted' }),
  'consent.consent-revoked': consent,
  'scheduling.visit-type-changed': () => ({
    visitTypeId: newId(),
    specialty: 'cardiology',
    active: false,
    agesChanged: false,
    ...versioned,
  }),
  'scheduling.resource-changed': () => ({ resourceId: newId(), kind: 'interpreter', active: true, ...versioned }),
  'scheduling.visit-type-created': () => ({ visitTypeId: newId(), specialty: 'primary-care' }),
  'scheduling.availability-changed': () => ({ practitionerId: newId(), ...versioned }),
  'scheduling.hold-placed': hold,
  'scheduling.hold-released': hold,
  'scheduling.appointment-requested': () => ({ ...appointment('requested'), answerBy: start }),
  'scheduling.appointment-approved': appointment,
  'scheduling.appointment-declined': () => ({ ...appointment('cancelled'), reason: 'not-suitable' }),
  'scheduling.appointment-booked': appointment,
  'scheduling.appointment-rescheduled': () => ({
    ...appointment(),
    previousStart: '2026-11-25T15:00:00.000Z',
    previousPractitionerId: newId(),
  }),
  'scheduling.appointment-cancelled': () => ({ ...appointment('cancelled'), reason: 'other' }),
  'scheduling.appointment-progressed': () => appointment('checked-in'),
  'scheduling.appointment-reason-changed': () => appointment('booked'),
  'scheduling.appointment-missed': () => appointment('no-show'),
  'scheduling.appointment-flagged': () => ({
    appointmentId: newId(),
    ...parties(),
    start: '2026-11-25T15:00:00.000Z',
    reason: 'consent-revoked',
    purpose: 'telehealth-treatment',
    isRepeated: false,
  }),
  'scheduling.appointment-supported': () => appointment('booked'),
  'scheduling.closures-changed': () => ({ version: 1 }),
  'scheduling.support-check-continued': () => ({
    ownerId: newId(),
    visitTypeId: null,
    checksAges: false,
    afterStart: '2026-11-25T15:00:00.000Z',
    afterAppointmentId: newId(),
  }),
  'scheduling.waitlist-changed': () => waiting(),
  'scheduling.waitlist-offered': offer,
  'scheduling.waitlist-offer-ended': () => ({ ...offer(), outcome: 'expired' }),
  'scheduling.on-demand-changed': () => ({
    requestId: newId(),
    ...patient(),
    visitTypeId: newId(),
    practitionerId: null,
    status: 'waiting',
    ...versioned,
  }),
  'intake.draft-saved': intake,
  'intake.submitted': intake,
  'intake.emergency-raised': intake,
  'visits.checked-in': visit,
  'visits.changed': visit,
  'visits.admitted': visit,
  'visits.started': visit,
  'visits.ended': () => ({ ...visit(), outcome: 'completed' }),
  'visits.consent-revoked': () => ({ ...visit(), purpose: 'telehealth-treatment' }),
  'visits.presence-changed': visit,
  'visits.seat-taken': seat,
  'visits.seat-left': seat,
  'visits.queue-changed': queue,
  'visits.queue-paused': () => ({ ...queue(), paused: true }),
  'documentation.note-drafted': note,
  'documentation.note-saved': note,
  'documentation.note-awaiting-cosign': note,
  'documentation.note-cosigned': note,
  'documentation.note-signed': note,
  'documentation.note-addended': note,
  'documentation.allergy-changed': () => ({ ...patient(), allergyId: newId() }),
  'documentation.condition-changed': () => ({ ...patient(), conditionId: newId() }),
  'prescriptions.draft-saved': draft,
  'prescriptions.draft-discarded': draft,
  'prescriptions.prescription-signed': prescription,
  'prescriptions.prescription-changed': prescription,
  'prescriptions.attention-needed': () => ({
    prescriptionId: newId(),
    ...parties(),
    visitId: null,
    attention: 'undelivered',
  }),
  'prescriptions.pharmacy-request-received': pharmacyRequest,
  'prescriptions.pharmacy-request-responded': pharmacyRequest,
  'prescriptions.refill-requested': refill,
  'prescriptions.refill-responded': () => ({ ...refill(), status: 'declined' }),
  'prescriptions.pharmacy-chosen': patient,
  'prescriptions.pharmacy-message-received': () => ({ messageId: newId() }),
  'prescriptions.pharmacy-message-dead-lettered': () => ({ messageId: newId(), fault: 'unreadable' }),
  'labs.order-placed': order,
  'labs.order-changed': order,
  'labs.result-received': result,
  'labs.result-corrected': result,
  'labs.result-reviewed': result,
  'labs.result-released': () => result(true),
  'labs.critical-acknowledged': result,
  'labs.critical-raised': () => ({ ...ofResult(), role: 'ordering-practitioner', notifiedAt: start, dueAt: end }),
  'labs.result-unmatched': () => ({
    unmatchedId: newId(),
    reason: 'unknown-order',
    patientId: null,
    critical: false,
  }),
  'labs.critical-unmatched': () => ({
    unmatchedId: newId(),
    patientId: null,
    role: 'practitioner',
    notifiedAt: start,
    dueAt: end,
  }),
  'labs.unmatched-decided': () => ({ unmatchedId: newId(), patientId: null, decision: 'returned' }),
  'billing.claim-changed': () => ({
    claimId: newId(),
    ...patient(),
    visitId: newId(),
    state: 'ready',
    ...versioned,
  }),
  'billing.remittance-posted': () => ({ remittanceId: newId(), unmatched: 0 }),
  'billing.mailbox-file-changed': () => ({ fileId: newId(), state: 'waiting' }),
  'billing.account-changed': patient,
  'billing.coverage-changed': () => ({ ...coverage(), ...versioned }),
  'billing.eligibility-received': () => ({ ...coverage(), status: 'active' }),
  'billing.estimate-due': estimate,
  'billing.estimate-issued': estimate,
  'billing.estimate-replaced': estimate,
  'billing.payment-reported': () => ({ kind: 'checkout', reference: 'cs_sample', state: 'paid' }),
  'billing.fee-schedule-changed': () => ({ ...versioned }),
  'follow_up.task-changed': () => ({
    taskId: newId(),
    ...patient(),
    kind: 'other',
    priority: 'routine',
    status: 'open',
    assigneeRole: 'nurse',
    assigneeId: null,
    ...versioned,
  }),
  'follow_up.alert-changed': () => ({
    alertId: newId(),
    appointmentId: newId(),
    ...parties(),
    status: 'raised',
    escalated: false,
    ...versioned,
  }),
  'follow_up.summary-published': () => ({ ...summary(), corrected: false }),
  'follow_up.next-visit-changed': () => ({ ...summary(), visitTypeId: newId(), appointmentId: null }),
  'follow_up.care-plan-changed': () => ({ ...patient(), ...versioned }),
  'follow_up.referral-changed': () => ({
    referralId: newId(),
    ...patient(),
    status: 'sent',
    priority: 'routine',
    overdue: false,
    ...versioned,
  }),
  'follow_up.survey-answered': () => ({ visitId: newId(), ...parties(), low: false }),
  'follow_up.outreach-requested': () => ({ ...patient(), kind: 'survey', subjectId: newId(), audience: 'patient' }),
  'messaging.message-posted': () => ({ ...thread(), messageId: newId(), by: 'patient' }),
  'messaging.thread-changed': () => ({ ...thread(), previousRole: 'nurse', previousAssigneeId: null }),
  'messaging.thread-read': () => ({ threadId: newId(), ...patient(), readerId: newId(), by: 'patient' }),
  'messaging.delivery-changed': () => ({
    deliveryId: newId(),
    ...patient(),
    kind: 'reminder',
    channel: 'email',
    status: 'sent',
  }),
  'messaging.preferences-changed': () => ({ ...patient(), ...versioned }),
  'messaging.number-stopped': () => ({ ...patient(), stopped: true }),
  'messaging.webhook-endpoint-changed': () => ({
    endpointId: newId(),
    status: 'active',
    reason: null,
    ...versioned,
  }),
}

/** A complete event of one type; `given` overrides what the test is about. */
export const sampleEvent = <Type extends EventType>(
  type: Type,
  given: Partial<EventData[Type]> = {},
): EventOf<Type> => ({
  type,
  data: { ...samples[type](), ...given },
})

export const eventTypes = Object.keys(samples) as readonly EventType[]
