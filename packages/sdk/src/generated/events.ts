// Generated from the contract by `npm run generate`. Do not edit.

/** The ids that each live message names. */
export interface LiveMessageIds {
  /** Booked, rescheduled, cancelled, checked in, started, completed, missed or flagged. */
  readonly 'appointment.changed': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
  }
  /** A hold, a released hold, changed availability or changed closures. */
  readonly 'slots.changed': {
    /** Absent when it concerns all practitioners of the organization. */
    readonly practitionerId?: string
  }
  /** A patient joined or left the waitlist, or was offered a time, or the offer ended. */
  readonly 'waitlist.changed': {
    readonly entryId: string
    readonly patientId: string
  }
  /** A patient asked for the next free practitioner, was taken by one, or left. */
  readonly 'on-demand.changed': {
    readonly requestId: string
    readonly patientId: string
  }
  /** A consent decision or revocation. */
  readonly 'consent.changed': {
    readonly consentId: string
    readonly patientId: string
  }
  /** Answers were saved or submitted, or matched an emergency rule. */
  readonly 'intake.changed': {
    readonly appointmentId: string
    readonly patientId: string
  }
  /** Check-in, location, devices, admission, start, end, or a revoked consent. */
  readonly 'visit.changed': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
  }
  /** A patient joined or left a practitioner's queue, or it was paused. */
  readonly 'queue.changed': {
    readonly practitionerId: string
    readonly visitId?: string
  }
  /** A participant entered or left the room. */
  readonly 'seat.changed': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
  }
  /** A guest was invited, asks to join, was admitted, or it is over for them; or the call they may join was stopped or may go on. */
  readonly 'guest.changed': {
    readonly guestId: string
    readonly appointmentId: string
    readonly patientId: string
  }
  /** Drafted, saved, awaiting a co-signature, signed or with an addendum. */
  readonly 'note.changed': {
    readonly noteId: string
    readonly visitId: string
    readonly patientId: string
  }
  /** An allergy, or the record that there are none. */
  readonly 'allergy.changed': {
    readonly patientId: string
  }
  /** A medicine that was not prescribed here was reported or changed. */
  readonly 'reported-medication.changed': {
    readonly patientId: string
  }
  /** A problem was recorded, resolved or entered in error. */
  readonly 'condition.changed': {
    readonly patientId: string
  }
  /** A draft, a signature, or a response or a request of the pharmacy. */
  readonly 'prescription.changed': {
    /** Absent when a pharmacy's request is about an unknown prescription. */
    readonly prescriptionId?: string
    readonly patientId: string
  }
  /** A patient asked for a refill, or it was answered. */
  readonly 'refill.changed': {
    readonly refillRequestId: string
    readonly patientId: string
  }
  /** A person wrote to the number of notices, a report of a vendor was not applied, or a person resolved one. */
  readonly 'partner-message.changed': {
    readonly messageId: string
  }
  /** A message of a pharmacy was not applied, or a person resolved it. */
  readonly 'pharmacy-message.changed': {
    readonly messageId: string
  }
  /** Placed, accepted, refused, cancelled or undelivered. */
  readonly 'lab-order.changed': {
    readonly orderId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitId?: string
  }
  /** A result, a correction, a review, a release or a critical value. Without ids for a result that matches no order. */
  readonly 'lab-result.changed': {
    readonly resultId?: string
    readonly orderId?: string
    readonly patientId?: string
    readonly practitionerId?: string
  }
  /** A coverage, or a payer's eligibility response. */
  readonly 'coverage.changed': {
    readonly coverageId: string
    readonly patientId: string
  }
  /** The state of a claim. Without ids for a remittance or a mailbox file. */
  readonly 'claim.changed': {
    readonly claimId?: string
    readonly visitId?: string
    readonly patientId?: string
  }
  /** A write-off was asked for, decided or undone. */
  readonly 'write-off.changed': {
    readonly writeOffId: string
    readonly patientId: string
  }
  /** The charges or payments of a patient. */
  readonly 'account.changed': {
    readonly patientId: string
  }
  /** An estimate is due, issued or replaced. */
  readonly 'estimate.changed': {
    readonly estimateId: string
    readonly patientId: string
  }
  /** A summary was published or corrected, or the next visit was proposed or booked. */
  readonly 'summary.changed': {
    readonly visitId: string
    readonly patientId: string
  }
  /** A task was created, assigned, done or cancelled. */
  readonly 'task.changed': {
    readonly taskId: string
    readonly patientId?: string
  }
  /** An alert was raised, shown to staff, escalated or acknowledged. */
  readonly 'alert.changed': {
    readonly alertId: string
    readonly appointmentId: string
    readonly patientId: string
  }
  /** A referral changed or is overdue. */
  readonly 'referral.changed': {
    readonly referralId: string
    readonly patientId: string
  }
  /** A message in the room of a visit. */
  readonly 'visit-thread.changed': {
    readonly visitId: string
    readonly patientId: string
  }
  /** A new message, an assignment, a closed thread, or a thread that was read on another page of the same person. */
  readonly 'thread.changed': {
    readonly threadId: string
    readonly patientId: string
  }
  /** A colleague's cover of a practitioner's work started or ended. */
  readonly 'cover.changed': {
    readonly coverId: string
    readonly practitionerId: string
  }
  /** The session ended. The stream closes with code 4401. */
  readonly 'session.ended': {
    readonly sessionId: string
  }
  /** A message between the browsers of one room: it has `from` and `data`, and is not stored. */
  readonly 'signal': {
    readonly visitId: string
  }
  /** The stream cannot be resumed from the cursor: read all data again. */
  readonly 'resync': Readonly<Record<never, never>>
  /** A chart was opened in an emergency, or this was ended, reviewed or not reviewed in time. */
  readonly 'emergency-access.changed': {
    readonly emergencyAccessId: string
    readonly patientId: string
  }
  /** A visit began in an emergency without the consent, or this was reviewed. */
  readonly 'emergency-admission.changed': {
    readonly emergencyAdmissionId: string
    readonly patientId: string
  }
  /** What a patient asked about their record was asked, answered or extended, or the patient disagreed. */
  readonly 'privacy-request.changed': {
    readonly requestId: string
    readonly patientId: string
  }
  /** A question about an access was asked, taken or answered, or became overdue. */
  readonly 'access-question.changed': {
    readonly questionId: string
    readonly patientId: string
  }
  /** A case of the access monitor was opened, changed or closed, or became overdue. */
  readonly 'access-case.changed': {
    readonly caseId: string
  }
}

/** The payload of each event that a webhook delivers. */
export interface WebhookEventData {
  /** Many proofs of one client were refused, for a security team: at the number of the policy, and again at ten times as many. */
  readonly 'identity.proofs-refused': {
    /** The client that the requests named. Others may have used its name. */
    readonly clientId: string
    /** How many since then, at one process of the server. */
    readonly count: number
    readonly since: string
  }
  /** A member can no longer sign in. */
  readonly 'directory.member-disabled': {
    readonly memberId: string
  }
  /** A patient revoked a consent. */
  readonly 'consent.consent-revoked': {
    readonly patientId: string
    readonly purpose: 'telehealth-treatment' | 'recording' | 'image-capture' | 'interpreter-presence' | 'student-observer' | 'messaging' | 'ai-scribe' | 'financial' | 'part-two-disclosure' | 'part-two-counseling-notes' | 'part-two-proceedings'
    readonly consentId: string
  }
  /** An appointment was booked. */
  readonly 'scheduling.appointment-booked': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
  }
  /** A patient requested an appointment. Its time is reserved until the clinic answers. */
  readonly 'scheduling.appointment-requested': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
    readonly answerBy: string
  }
  /** The clinic declined a request, or did not answer it in time. */
  readonly 'scheduling.appointment-declined': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
    readonly reason: 'practitioner-unavailable' | 'not-suitable' | 'other' | 'not-answered'
  }
  /** An appointment was moved to another time or another practitioner. */
  readonly 'scheduling.appointment-rescheduled': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
    readonly previousStart: string
    readonly previousPractitionerId: string
  }
  /** An appointment was cancelled. */
  readonly 'scheduling.appointment-cancelled': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
    readonly reason: 'patient-request' | 'practitioner-unavailable' | 'no-longer-needed' | 'booked-in-error' | 'other' | null
  }
  /** The patient did not come. */
  readonly 'scheduling.appointment-missed': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
  }
  /** Answers were submitted. */
  readonly 'intake.submitted': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
  }
  /** The patient checked in and waits. */
  readonly 'visits.checked-in': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioner in whose queue the patient waits. */
    readonly practitionerId: string
    /** The practitioner who admitted the patient; null before that. */
    readonly seenBy: string | null
    readonly version: number
  }
  /** The patient and the practitioner are in the room together for the first time. */
  readonly 'visits.started': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioner in whose queue the patient waits. */
    readonly practitionerId: string
    /** The practitioner who admitted the patient; null before that. */
    readonly seenBy: string | null
    readonly version: number
  }
  /** The visit ended for everyone. */
  readonly 'visits.ended': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioner in whose queue the patient waits. */
    readonly practitionerId: string
    /** The practitioner who admitted the patient; null before that. */
    readonly seenBy: string | null
    readonly version: number
    readonly outcome: 'completed' | 'patient-left' | 'technical-failure' | 'emergency'
  }
  /** The note is signed. Emitted once, after the co-signature if one is required. */
  readonly 'documentation.note-signed': {
    readonly noteId: string
    readonly visitId: string
    readonly patientId: string
    /** The author. */
    readonly practitionerId: string
    /** The member who must co-sign; null when no co-signature is required. */
    readonly supervisorId: string | null
    readonly version: number
  }
  /** An addendum was added to a signed note. */
  readonly 'documentation.note-addended': {
    readonly noteId: string
    readonly visitId: string
    readonly patientId: string
    /** The author. */
    readonly practitionerId: string
    /** The member who must co-sign; null when no co-signature is required. */
    readonly supervisorId: string | null
    readonly version: number
  }
  /** A prescription was signed. */
  readonly 'prescriptions.prescription-signed': {
    readonly prescriptionId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
    readonly visitId: string | null
    readonly status: 'draft' | 'sending' | 'sent' | 'accepted' | 'dispensed' | 'partially-dispensed' | 'not-dispensed' | 'refused' | 'undelivered' | 'cancel-requested' | 'cancelled' | 'replaced'
  }
  /** The status of a signed prescription changed. */
  readonly 'prescriptions.prescription-changed': {
    readonly prescriptionId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
    readonly visitId: string | null
    readonly status: 'draft' | 'sending' | 'sent' | 'accepted' | 'dispensed' | 'partially-dispensed' | 'not-dispensed' | 'refused' | 'undelivered' | 'cancel-requested' | 'cancelled' | 'replaced'
    /** True: a person wrote down that they telephoned the pharmacy. The status may be the same as before. */
    readonly pharmacyCalled?: boolean
  }
  /** The pharmacy's response was unexpected or did not arrive: a person must call. */
  readonly 'prescriptions.attention-needed': {
    readonly prescriptionId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitId: string | null
    readonly attention: 'filled-after-cancel' | 'unexpected-response' | 'undelivered' | null
  }
  /** Tests were ordered. */
  readonly 'labs.order-placed': {
    readonly orderId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitId: string | null
    readonly status: 'sending' | 'accepted' | 'partial' | 'final' | 'refused' | 'undelivered' | 'cancel-requested' | 'cancelled'
    readonly version: number
  }
  /** The status of an order changed. */
  readonly 'labs.order-changed': {
    readonly orderId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitId: string | null
    readonly status: 'sending' | 'accepted' | 'partial' | 'final' | 'refused' | 'undelivered' | 'cancel-requested' | 'cancelled'
    readonly version: number
  }
  /** A result was received. */
  readonly 'labs.result-received': {
    readonly resultId: string
    readonly orderId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly status: 'partial' | 'final' | 'corrected' | 'cancelled'
    readonly abnormal: boolean
    /** A version of it is released to the patient. */
    readonly released: boolean
    readonly version: number
  }
  /** The laboratory corrected a result. */
  readonly 'labs.result-corrected': {
    readonly resultId: string
    readonly orderId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly status: 'partial' | 'final' | 'corrected' | 'cancelled'
    readonly abnormal: boolean
    /** A version of it is released to the patient. */
    readonly released: boolean
    readonly version: number
  }
  /** A result was released to the patient. */
  readonly 'labs.result-released': {
    readonly resultId: string
    readonly orderId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly status: 'partial' | 'final' | 'corrected' | 'cancelled'
    readonly abnormal: boolean
    /** A version of it is released to the patient. */
    readonly released: boolean
    readonly version: number
  }
  /** The state of a claim changed. */
  readonly 'billing.claim-changed': {
    readonly claimId: string
    readonly patientId: string
    readonly visitId: string
    readonly state: 'blocked' | 'ready' | 'sending' | 'received' | 'accepted' | 'rejected' | 'paid' | 'partially-paid' | 'denied' | 'replaced' | 'voided' | 'self-pay' | 'undelivered' | 'written-off'
    readonly version: number
  }
  /** A remittance was posted, or a line of it was resolved. */
  readonly 'billing.remittance-posted': {
    readonly remittanceId: string
    /** The number of held lines, which need a person. */
    readonly unmatched: number
  }
  /** A visit summary was published or corrected. */
  readonly 'follow_up.summary-published': {
    readonly visitId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
    readonly corrected: boolean
  }
  /** A referral changed or is overdue. */
  readonly 'follow_up.referral-changed': {
    readonly referralId: string
    readonly patientId: string
    readonly status: 'sent' | 'accepted' | 'declined' | 'scheduled' | 'seen' | 'report-received' | 'closed'
    readonly priority: 'routine' | 'urgent'
    readonly overdue: boolean
    readonly version: number
  }
  /** A message was posted. */
  readonly 'messaging.message-posted': {
    readonly threadId: string
    readonly patientId: string
    readonly assigneeRole: 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk' | 'biller' | 'interpreter' | 'privacy-officer' | 'auditor' | 'administrator' | 'service'
    readonly assigneeId: string | null
    readonly status: 'open' | 'closed'
    readonly version: number
    readonly messageId: string
    /** The author. */
    readonly by: 'patient' | 'proxy' | 'member'
  }
}
