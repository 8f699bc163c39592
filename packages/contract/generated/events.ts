// Generated from the TypeSpec files next to this folder by `npm run generate`. Do not edit.
import type { operations as Operations } from './types.ts'
import type { EventDeclaration, LiveMessageDeclaration } from '../src/event-declaration.ts'

/** The payload of each event. */
export interface EventData {
  /** A session ended: by signing out, from another session of the person, by a time limit, after reuse of a refresh token, or because access was withdrawn. */
  readonly 'identity.session-ended': {
    readonly sessionId: string
    readonly personId: string
    readonly personKind: 'patient' | 'proxy' | 'member' | 'guest' | 'service' | 'system'
    readonly reason: 'signed-out' | 'ended-by-person' | 'ended-by-staff' | 'idle' | 'absolute' | 'refresh-reused' | 'access-withdrawn'
  }
  /** Many proofs of one client were refused, for a security team: at the number of the policy, and again at ten times as many. */
  readonly 'identity.proofs-refused': {
    /** The client that the requests named. Others may have used its name. */
    readonly clientId: string
    /** How many since then, at one process of the server. */
    readonly count: number
    readonly since: string
  }
  /** An organization was created, or its brand, languages, contact or video vendor changed. */
  readonly 'directory.organization-changed': {
    readonly organizationId: string
    readonly version: number
  }
  /** A member was added or changed. */
  readonly 'directory.member-changed': {
    readonly memberId: string
    readonly version: number
    /** Roles that the member had before and no longer has. */
    readonly lostRoles: readonly ('patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk' | 'biller' | 'interpreter' | 'privacy-officer' | 'auditor' | 'administrator' | 'service')[]
  }
  /** A member can no longer sign in. */
  readonly 'directory.member-disabled': {
    readonly memberId: string
  }
  /** A practitioner was added or changed. */
  readonly 'directory.practitioner-changed': {
    readonly practitionerId: string
    readonly version: number
  }
  /** A patient was registered, or their record changed. */
  readonly 'directory.patient-changed': {
    readonly patientId: string
    readonly version: number
  }
  /** A patient said something about themselves, or cleared it. */
  readonly 'directory.patient-background-changed': {
    readonly patientId: string
    readonly version: number
  }
  /** A right to act for a patient was offered. */
  readonly 'directory.proxy-invited': {
    readonly proxyId: string
    /** Null until a person accepts the right. */
    readonly personId: string | null
    readonly patientId: string
  }
  /** A person received the right to act for a patient. */
  readonly 'directory.proxy-granted': {
    readonly proxyId: string
    /** Null until a person accepts the right. */
    readonly personId: string | null
    readonly patientId: string
  }
  /** The email address for messages to a proxy changed. */
  readonly 'directory.proxy-changed': {
    readonly proxyId: string
    /** Null until a person accepts the right. */
    readonly personId: string | null
    readonly patientId: string
  }
  /** A person's right to act for a patient ended. */
  readonly 'directory.proxy-ended': {
    readonly proxyId: string
    /** Null until a person accepts the right. */
    readonly personId: string | null
    readonly patientId: string
  }
  /** A member, a patient or a proxy was invited to link a sign-in. */
  readonly 'directory.invitation-created': {
    readonly invitationId: string
    readonly kind: 'member' | 'patient' | 'proxy'
    /** A member, a patient, or a proxy's right. */
    readonly subjectId: string
    readonly patientId: string | null
  }
  /** The invited person signed in and accepted. */
  readonly 'directory.invitation-accepted': {
    readonly invitationId: string
    readonly kind: 'member' | 'patient' | 'proxy'
    /** A member, a patient, or a proxy's right. */
    readonly subjectId: string
    readonly patientId: string | null
    readonly personId: string
  }
  /** An invitation can no longer be accepted. */
  readonly 'directory.invitation-revoked': {
    readonly invitationId: string
    readonly subjectId: string
  }
  /** A sign-in was unlinked. The person cannot sign in until they accept a new invitation. */
  readonly 'directory.login-released': {
    readonly personId: string
    readonly personKind: 'patient' | 'proxy' | 'member'
  }
  /** Staff signed a person out on every device. The person can sign in again. */
  readonly 'directory.person-signed-out': {
    readonly personId: string
    readonly personKind: 'patient' | 'proxy' | 'member'
  }
  /** A care team was created, changed or retired. */
  readonly 'directory.care-team-changed': {
    readonly careTeamId: string
    readonly version: number
  }
  /** A cover started: a colleague may act in a practitioner's work. */
  readonly 'directory.cover-started': {
    readonly coverId: string
    /** The covered practitioner. */
    readonly practitionerId: string
    /** The member who acts. */
    readonly coveredBy: string
    readonly kind: 'cover' | 'hand-over' | 'supervision'
    readonly reason: 'absent' | 'on-leave' | 'off-shift' | 'emergency' | 'workload' | 'at-request' | 'supervision'
    readonly from: string
    readonly until: string
  }
  /** A cover ended early. */
  readonly 'directory.cover-ended': {
    readonly coverId: string
    /** The covered practitioner. */
    readonly practitionerId: string
    /** The member who acts. */
    readonly coveredBy: string
    readonly kind: 'cover' | 'hand-over' | 'supervision'
    readonly reason: 'absent' | 'on-leave' | 'off-shift' | 'emergency' | 'workload' | 'at-request' | 'supervision'
  }
  /** A member opened the chart of a patient in an emergency. */
  readonly 'directory.emergency-access-opened': {
    readonly emergencyAccessId: string
    readonly patientId: string
    /** The member who opened the chart. */
    readonly memberId: string
    readonly reason: 'life-at-risk' | 'cannot-answer' | 'nobody-reachable' | 'danger-to-others'
    readonly until: string
  }
  /** An emergency access was ended before its time. */
  readonly 'directory.emergency-access-ended': {
    readonly emergencyAccessId: string
    readonly patientId: string
    /** The member who opened the chart. */
    readonly memberId: string
    readonly reason: 'life-at-risk' | 'cannot-answer' | 'nobody-reachable' | 'danger-to-others'
  }
  /** An emergency access was reviewed. */
  readonly 'directory.emergency-access-reviewed': {
    readonly emergencyAccessId: string
    readonly patientId: string
    /** The member who opened the chart. */
    readonly memberId: string
    readonly reason: 'life-at-risk' | 'cannot-answer' | 'nobody-reachable' | 'danger-to-others'
    readonly outcome: 'appropriate' | 'not-appropriate' | 'more-information'
  }
  /** An emergency access was not reviewed in time. */
  readonly 'directory.emergency-access-overdue': {
    readonly emergencyAccessId: string
    readonly patientId: string
    /** The member who opened the chart. */
    readonly memberId: string
    readonly reason: 'life-at-risk' | 'cannot-answer' | 'nobody-reachable' | 'danger-to-others'
  }
  /** A consent document, a new version of it or a translation was published. */
  readonly 'consent.document-published': {
    readonly documentId: string
    readonly version: number
    readonly purpose: 'telehealth-treatment' | 'recording' | 'image-capture' | 'interpreter-presence' | 'student-observer' | 'messaging' | 'ai-scribe' | 'financial' | 'part-two-disclosure' | 'part-two-counseling-notes' | 'part-two-proceedings'
    readonly language: string
    /** Every person must decide again. */
    readonly material: boolean
    /** A translation of an existing version. */
    readonly translated: boolean
  }
  /** A patient granted or declined a consent. */
  readonly 'consent.consent-decided': {
    readonly patientId: string
    readonly purpose: 'telehealth-treatment' | 'recording' | 'image-capture' | 'interpreter-presence' | 'student-observer' | 'messaging' | 'ai-scribe' | 'financial' | 'part-two-disclosure' | 'part-two-counseling-notes' | 'part-two-proceedings'
    readonly consentId: string
    readonly decision: 'granted' | 'declined'
    /** What the patient had decided about the same purpose before. */
    readonly before: 'granted' | 'declined' | 'revoked' | null
  }
  /** A patient revoked a consent. */
  readonly 'consent.consent-revoked': {
    readonly patientId: string
    readonly purpose: 'telehealth-treatment' | 'recording' | 'image-capture' | 'interpreter-presence' | 'student-observer' | 'messaging' | 'ai-scribe' | 'financial' | 'part-two-disclosure' | 'part-two-counseling-notes' | 'part-two-proceedings'
    readonly consentId: string
  }
  /** A visit type was added. */
  readonly 'scheduling.visit-type-created': {
    readonly visitTypeId: string
    readonly specialty: string
  }
  /** A visit type was changed, retired or offered again. */
  readonly 'scheduling.visit-type-changed': {
    readonly visitTypeId: string
    readonly specialty: string
    readonly active: boolean
    /** Other ages than before: those of booked patients are checked. */
    readonly agesChanged: boolean
    readonly version: number
  }
  /** A practitioner's hours changed. */
  readonly 'scheduling.availability-changed': {
    readonly practitionerId: string
    readonly version: number
  }
  /** A room, an interpreter or a device was added or changed. */
  readonly 'scheduling.resource-changed': {
    readonly resourceId: string
    readonly kind: 'room' | 'interpreter' | 'equipment'
    readonly active: boolean
    readonly version: number
  }
  /** A slot was held for a few minutes. */
  readonly 'scheduling.hold-placed': {
    readonly holdId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
  }
  /** A held slot is free again. */
  readonly 'scheduling.hold-released': {
    readonly holdId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
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
  /** The clinic approved a request. An `appointment-booked` follows. */
  readonly 'scheduling.appointment-approved': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
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
  /** The patient changed the reason for the visit. */
  readonly 'scheduling.appointment-reason-changed': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
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
  /** The patient checked in, or the visit started or ended. */
  readonly 'scheduling.appointment-progressed': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
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
  /** A requirement of the visit is no longer met: a consent, or the hours, the license or another support of the clinic. It stays booked. */
  readonly 'scheduling.appointment-flagged': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly start: string
    readonly reason: 'consent-revoked' | 'unsupported'
    /** Only for `consent-revoked`. */
    readonly purpose: 'telehealth-treatment' | 'recording' | 'image-capture' | 'interpreter-presence' | 'student-observer' | 'messaging' | 'ai-scribe' | 'financial' | 'part-two-disclosure' | 'part-two-counseling-notes' | 'part-two-proceedings' | null
    /** It was unsupported before, for other reasons: a second notice is not needed. */
    readonly isRepeated: boolean
  }
  /** The patient declined a consent that a booked appointment needs, or granted it after having refused it. */
  readonly 'scheduling.appointment-consent-decided': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly start: string
    readonly purpose: 'telehealth-treatment' | 'recording' | 'image-capture' | 'interpreter-presence' | 'student-observer' | 'messaging' | 'ai-scribe' | 'financial' | 'part-two-disclosure' | 'part-two-counseling-notes' | 'part-two-proceedings'
    readonly decision: 'granted' | 'declined'
  }
  /** An appointment that was `unsupported` can take place as booked again. */
  readonly 'scheduling.appointment-supported': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly visitTypeId: string
    readonly start: string
    readonly end: string
    readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
    readonly version: number
  }
  /** The organization's closures changed. */
  readonly 'scheduling.closures-changed': {
    readonly version: number
  }
  /** The check of the booked appointments after a change of supply continues behind this appointment. */
  readonly 'scheduling.support-check-continued': {
    /** Only appointments with this calendar: of a practitioner or a resource. */
    readonly ownerId: string | null
    /** Only appointments of this type. */
    readonly visitTypeId: string | null
    /** Whether the ages of the patients are checked too. */
    readonly checksAges: boolean
    readonly afterStart: string
    readonly afterAppointmentId: string
  }
  /** A patient joined the waitlist, or left it, or their last day is over. */
  readonly 'scheduling.waitlist-changed': {
    readonly entryId: string
    readonly patientId: string
    readonly visitTypeId: string
    readonly status: 'waiting' | 'offered' | 'accepted' | 'left' | 'expired'
    readonly version: number
  }
  /** A time that became free is reserved for a patient of the waitlist. */
  readonly 'scheduling.waitlist-offered': {
    readonly entryId: string
    readonly patientId: string
    readonly visitTypeId: string
    readonly status: 'waiting' | 'offered' | 'accepted' | 'left' | 'expired'
    readonly version: number
    readonly practitionerId: string
    readonly start: string
    readonly end: string
    readonly expiresAt: string
  }
  /** The patient has taken or declined the offered time, or left the line, or the offer expired. */
  readonly 'scheduling.waitlist-offer-ended': {
    readonly entryId: string
    readonly patientId: string
    readonly visitTypeId: string
    readonly status: 'waiting' | 'offered' | 'accepted' | 'left' | 'expired'
    readonly version: number
    readonly practitionerId: string
    readonly start: string
    readonly end: string
    readonly expiresAt: string
    readonly outcome: 'accepted' | 'declined' | 'left' | 'expired'
  }
  /** A patient asked for the next free practitioner, was taken by one, left, or was gone too long. */
  readonly 'scheduling.on-demand-changed': {
    readonly requestId: string
    readonly patientId: string
    readonly visitTypeId: string
    /** Who has taken it. */
    readonly practitionerId: string | null
    readonly status: 'waiting' | 'taken' | 'cancelled' | 'expired'
    readonly version: number
  }
  /** Answers were saved. */
  readonly 'intake.draft-saved': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
  }
  /** Answers were submitted. */
  readonly 'intake.submitted': {
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
  }
  /** An answer matched an emergency rule. Does not name the rule, which is health information. */
  readonly 'intake.emergency-raised': {
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
  /** The patient's location, the device check or the time of the visit changed. */
  readonly 'visits.changed': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioner in whose queue the patient waits. */
    readonly practitionerId: string
    /** The practitioner who admitted the patient; null before that. */
    readonly seenBy: string | null
    readonly version: number
  }
  /** The patient was admitted to the room. */
  readonly 'visits.admitted': {
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
  /** A consent that applies to the room was revoked during the visit. If the visit requires it, everyone's seat is closed. */
  readonly 'visits.consent-revoked': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioner in whose queue the patient waits. */
    readonly practitionerId: string
    /** The practitioner who admitted the patient; null before that. */
    readonly seenBy: string | null
    readonly version: number
    readonly purpose: 'telehealth-treatment' | 'recording' | 'image-capture' | 'interpreter-presence' | 'student-observer' | 'messaging' | 'ai-scribe' | 'financial' | 'part-two-disclosure' | 'part-two-counseling-notes' | 'part-two-proceedings'
  }
  /** A visit began in an emergency without the consent to telehealth treatment, or a privacy officer reviewed this. */
  readonly 'visits.emergency-admission-changed': {
    readonly emergencyAdmissionId: string
    readonly visitId: string
    readonly patientId: string
    readonly memberId: string
    readonly reason: 'cannot-decide' | 'delay-would-endanger' | 'nobody-to-decide'
    /** Absent until it is reviewed. */
    readonly outcome?: 'appropriate' | 'not-appropriate' | 'more-information'
    /** Whether the review was not finished in time. */
    readonly escalated: boolean
    readonly version: number
  }
  /** The waiting room was opened or closed on the patient's screen. */
  readonly 'visits.presence-changed': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioner in whose queue the patient waits. */
    readonly practitionerId: string
    /** The practitioner who admitted the patient; null before that. */
    readonly seenBy: string | null
    readonly version: number
  }
  /** A participant received a seat in the room. */
  readonly 'visits.seat-taken': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioner in whose queue the patient waits. */
    readonly practitionerId: string
    /** The practitioner who admitted the patient; null before that. */
    readonly seenBy: string | null
    readonly seatId: string
    readonly role: 'patient' | 'proxy' | 'practitioner' | 'interpreter' | 'guest'
  }
  /** A participant left the room, or lost the seat. */
  readonly 'visits.seat-left': {
    readonly visitId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioner in whose queue the patient waits. */
    readonly practitionerId: string
    /** The practitioner who admitted the patient; null before that. */
    readonly seenBy: string | null
    readonly seatId: string
    readonly role: 'patient' | 'proxy' | 'practitioner' | 'interpreter' | 'guest'
  }
  /** A guest was invited, asks to join, was admitted, or it is over for them. */
  readonly 'visits.guest-changed': {
    readonly guestId: string
    readonly appointmentId: string
    readonly patientId: string
    /** The practitioners of the visit. */
    readonly practitionerIds: readonly string[]
    readonly status: 'invited' | 'waiting' | 'admitted' | 'withdrawn' | 'refused' | 'removed' | 'expired' | 'ended'
    readonly version: number
  }
  /** The positions in a practitioner's queue may have changed. */
  readonly 'visits.queue-changed': {
    readonly practitionerId: string
    /** The patients in the queue. */
    readonly patientIds: readonly string[]
  }
  /** A practitioner paused or resumed the queue. */
  readonly 'visits.queue-paused': {
    readonly practitionerId: string
    /** The patients in the queue. */
    readonly patientIds: readonly string[]
    readonly paused: boolean
  }
  /** A report of a video vendor did not fit a room or a seat, and was stored for a person. */
  readonly 'visits.video-report-held': {
    readonly reportId: string
  }
  /** A note was drafted. */
  readonly 'documentation.note-drafted': {
    readonly noteId: string
    readonly visitId: string
    readonly patientId: string
    /** The author. */
    readonly practitionerId: string
    /** The member who must co-sign; null when no co-signature is required. */
    readonly supervisorId: string | null
    readonly version: number
  }
  /** A draft was saved. */
  readonly 'documentation.note-saved': {
    readonly noteId: string
    readonly visitId: string
    readonly patientId: string
    /** The author. */
    readonly practitionerId: string
    /** The member who must co-sign; null when no co-signature is required. */
    readonly supervisorId: string | null
    readonly version: number
  }
  /** The author signed, and a supervisor must co-sign. */
  readonly 'documentation.note-awaiting-cosign': {
    readonly noteId: string
    readonly visitId: string
    readonly patientId: string
    /** The author. */
    readonly practitionerId: string
    /** The member who must co-sign; null when no co-signature is required. */
    readonly supervisorId: string | null
    readonly version: number
  }
  /** The supervisor signed. */
  readonly 'documentation.note-cosigned': {
    readonly noteId: string
    readonly visitId: string
    readonly patientId: string
    /** The author. */
    readonly practitionerId: string
    /** The member who must co-sign; null when no co-signature is required. */
    readonly supervisorId: string | null
    readonly version: number
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
  /** A measurement of a signed note was corrected. */
  readonly 'documentation.vital-corrected': {
    readonly noteId: string
    readonly visitId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly vitalId: string
    readonly status: 'corrected' | 'entered-in-error'
  }
  /** An allergy was recorded or changed. */
  readonly 'documentation.allergy-changed': {
    readonly patientId: string
    /** Null when it was recorded that the patient has no known allergies. */
    readonly allergyId: string | null
  }
  /** A medicine that was not prescribed here was reported or changed. */
  readonly 'documentation.reported-medication-changed': {
    readonly patientId: string
    readonly reportedMedicationId: string
  }
  /** A problem was recorded or changed. */
  readonly 'documentation.condition-changed': {
    readonly patientId: string
    readonly conditionId: string
  }
  /** A prescription was drafted or its draft changed. */
  readonly 'prescriptions.draft-saved': {
    readonly prescriptionId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
  }
  /** A draft was discarded. */
  readonly 'prescriptions.draft-discarded': {
    readonly prescriptionId: string
    readonly patientId: string
    readonly practitionerId: string
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
  /** A pharmacy requested a renewal or a change. */
  readonly 'prescriptions.pharmacy-request-received': {
    readonly requestId: string
    readonly prescriptionId: string | null
    readonly patientId: string
    readonly practitionerId: string
    readonly kind: 'renewal' | 'change'
    readonly status: 'open' | 'approved' | 'denied'
  }
  /** A pharmacy's request was answered. */
  readonly 'prescriptions.pharmacy-request-responded': {
    readonly requestId: string
    readonly prescriptionId: string | null
    readonly patientId: string
    readonly practitionerId: string
    readonly kind: 'renewal' | 'change'
    readonly status: 'open' | 'approved' | 'denied'
  }
  /** A patient asked for a refill. */
  readonly 'prescriptions.refill-requested': {
    readonly refillRequestId: string
    readonly prescriptionId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly status: 'open' | 'approved' | 'declined'
    readonly version: number
  }
  /** A refill was declined, or a prescription for it was signed. */
  readonly 'prescriptions.refill-responded': {
    readonly refillRequestId: string
    readonly prescriptionId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly status: 'open' | 'approved' | 'declined'
    readonly version: number
  }
  /** A patient chose a pharmacy. */
  readonly 'prescriptions.pharmacy-chosen': {
    readonly patientId: string
  }
  /** A message of the pharmacy network was stored and must be processed. */
  readonly 'prescriptions.pharmacy-message-received': {
    readonly messageId: string
  }
  /** A message of the pharmacy network could not be processed and is a dead letter. */
  readonly 'prescriptions.pharmacy-message-dead-lettered': {
    readonly messageId: string
    readonly fault: string
  }
  /** A person applied a message of a pharmacy that was not applied by itself, or resolved it. */
  readonly 'prescriptions.pharmacy-message-resolved': {
    readonly messageId: string
    readonly patientId: string | null
    readonly resolution: 'applied' | 'telephoned' | 'sent-again' | 'repeated' | 'not-ours'
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
  /** A practitioner reviewed a result. */
  readonly 'labs.result-reviewed': {
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
  /** A member acknowledged a critical value. */
  readonly 'labs.critical-acknowledged': {
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
  /** A critical value must be acknowledged. One event for each step of the escalation. */
  readonly 'labs.critical-raised': {
    readonly resultId: string
    readonly orderId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly role: 'ordering-practitioner' | 'covering-practitioner' | 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk' | 'biller' | 'interpreter' | 'privacy-officer' | 'auditor' | 'administrator' | 'service'
    /** Set when the role is `covering-practitioner`. */
    readonly coveringPractitionerId?: string
    /** When this role was notified. */
    readonly notifiedAt: string
    /** The deadline to acknowledge it. */
    readonly dueAt: string | null
  }
  /** A result matches no order or no patient. */
  readonly 'labs.result-unmatched': {
    readonly unmatchedId: string
    readonly reason: 'unknown-order' | 'identity-differs' | 'order-cancelled' | 'foreign-laboratory' | 'contradictory' | 'unknown-code'
    readonly patientId: string | null
    readonly critical: boolean
  }
  /** A critical value of an unknown patient must be acknowledged. One event for each step of the escalation. */
  readonly 'labs.critical-unmatched': {
    readonly unmatchedId: string
    readonly patientId: string | null
    readonly role: 'ordering-practitioner' | 'covering-practitioner' | 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk' | 'biller' | 'interpreter' | 'privacy-officer' | 'auditor' | 'administrator' | 'service'
    readonly notifiedAt: string
    readonly dueAt: string | null
  }
  /** A member matched an unmatched result, or returned it. */
  readonly 'labs.unmatched-decided': {
    readonly unmatchedId: string
    readonly patientId: string | null
    readonly decision: 'matched' | 'returned'
  }
  /** The state of a claim changed. */
  readonly 'billing.claim-changed': {
    readonly claimId: string
    readonly patientId: string
    readonly visitId: string
    readonly state: 'blocked' | 'ready' | 'sending' | 'received' | 'accepted' | 'rejected' | 'paid' | 'partially-paid' | 'denied' | 'replaced' | 'voided' | 'self-pay' | 'undelivered' | 'written-off'
    readonly version: number
  }
  /** A note, an appeal or a write-off of a claim was added or changed. */
  readonly 'billing.claim-work-changed': {
    readonly claimId: string
    readonly patientId: string
    readonly visitId: string
  }
  /** A write-off was asked for, decided or undone. */
  readonly 'billing.write-off-changed': {
    readonly writeOffId: string
    readonly claimId: string
    readonly patientId: string
    readonly state: 'asked' | 'approved' | 'refused' | 'undone'
  }
  /** A remittance was posted, or a line of it was resolved. */
  readonly 'billing.remittance-posted': {
    readonly remittanceId: string
    /** The number of held lines, which need a person. */
    readonly unmatched: number
  }
  /** A file of the clearinghouse's mailbox needs a person, or no longer does. */
  readonly 'billing.mailbox-file-changed': {
    readonly fileId: string
    readonly state: 'unreadable' | 'held' | 'failing' | 'waiting' | 'read' | 'resolved-externally'
  }
  /** The charges or payments of a patient changed. */
  readonly 'billing.account-changed': {
    readonly patientId: string
  }
  /** A coverage was added, changed or ended. */
  readonly 'billing.coverage-changed': {
    readonly coverageId: string
    readonly patientId: string
    readonly version: number
  }
  /** A payer responded to an eligibility request. */
  readonly 'billing.eligibility-received': {
    readonly coverageId: string
    readonly patientId: string
    readonly status: 'pending' | 'active' | 'inactive' | 'unknown-member' | 'no-response' | 'held'
  }
  /** A patient without coverage must receive a good faith estimate (45 CFR 149.610). */
  readonly 'billing.estimate-due': {
    readonly estimateId: string
    readonly patientId: string
    /** The deadline, exclusive. */
    readonly dueBefore: string
    readonly version: number
  }
  /** An estimate was issued. */
  readonly 'billing.estimate-issued': {
    readonly estimateId: string
    readonly patientId: string
    /** The deadline, exclusive. */
    readonly dueBefore: string
    readonly version: number
  }
  /** An estimate is no longer valid: another one replaces it, or the visit was cancelled. */
  readonly 'billing.estimate-replaced': {
    readonly estimateId: string
    readonly patientId: string
    /** The deadline, exclusive. */
    readonly dueBefore: string
    readonly version: number
  }
  /** The payment processor reported a checkout or a refund. The current state is read from the processor. */
  readonly 'billing.payment-reported': {
    readonly kind: 'checkout' | 'refund'
    readonly reference: string
    readonly state: 'open' | 'processing' | 'paid' | 'failed' | 'expired' | 'pending' | 'succeeded'
  }
  /** The fee schedule changed. */
  readonly 'billing.fee-schedule-changed': {
    readonly version: number
  }
  /** A task was created, assigned, done or cancelled. */
  readonly 'follow_up.task-changed': {
    readonly taskId: string
    readonly patientId: string | null
    readonly kind: 'call-patient' | 'review-result' | 'critical-result' | 'unmatched-result' | 'intake-alert' | 'no-show' | 'rebook-appointment' | 'answer-request' | 'referral-overdue' | 'low-survey' | 'survey-comment' | 'pharmacy' | 'other'
    readonly priority: 'routine' | 'urgent'
    readonly status: 'open' | 'done' | 'cancelled'
    readonly assigneeRole: 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk' | 'biller' | 'interpreter' | 'privacy-officer' | 'auditor' | 'administrator' | 'service' | null
    readonly assigneeId: string | null
    readonly version: number
  }
  /** A visit summary was published or corrected. */
  readonly 'follow_up.summary-published': {
    readonly visitId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
    readonly corrected: boolean
  }
  /** The next visit was proposed, booked or reopened. */
  readonly 'follow_up.next-visit-changed': {
    readonly visitId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly version: number
    readonly visitTypeId: string | null
    readonly appointmentId: string | null
  }
  /** A patient's care plan changed. */
  readonly 'follow_up.care-plan-changed': {
    readonly patientId: string
    readonly version: number
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
  /** A patient answered the survey of a visit. */
  readonly 'follow_up.survey-answered': {
    readonly visitId: string
    readonly patientId: string
    readonly practitionerId: string
    /** The rating is at or below the policy's limit. */
    readonly low: boolean
  }
  /** A patient should be contacted. The messaging domain decides whether, when and how. */
  readonly 'follow_up.outreach-requested': {
    readonly patientId: string
    readonly kind: 'no-show' | 'next-visit' | 'survey' | 'images'
    /** The appointment for `no-show` and `images`, otherwise the visit. */
    readonly subjectId: string
    readonly audience: 'patient' | 'proxies'
  }
  /** An alert was raised, shown to staff, escalated or acknowledged. Does not name the answer, which is health information. */
  readonly 'follow_up.alert-changed': {
    readonly alertId: string
    readonly appointmentId: string
    readonly patientId: string
    readonly practitionerId: string
    readonly status: 'raised' | 'shown' | 'acknowledged'
    readonly escalated: boolean
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
  /** A message was posted in the thread of a visit. */
  readonly 'messaging.visit-message-posted': {
    readonly threadId: string
    readonly patientId: string
    readonly assigneeRole: 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk' | 'biller' | 'interpreter' | 'privacy-officer' | 'auditor' | 'administrator' | 'service'
    readonly assigneeId: string | null
    readonly status: 'open' | 'closed'
    readonly version: number
    readonly visitId: string
    readonly messageId: string
    /** The author. */
    readonly by: 'patient' | 'proxy' | 'member'
  }
  /** A thread was assigned, closed or reopened. */
  readonly 'messaging.thread-changed': {
    readonly threadId: string
    readonly patientId: string
    readonly assigneeRole: 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk' | 'biller' | 'interpreter' | 'privacy-officer' | 'auditor' | 'administrator' | 'service'
    readonly assigneeId: string | null
    readonly status: 'open' | 'closed'
    readonly version: number
    readonly previousRole: 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk' | 'biller' | 'interpreter' | 'privacy-officer' | 'auditor' | 'administrator' | 'service'
    readonly previousAssigneeId: string | null
  }
  /** A person read a thread. */
  readonly 'messaging.thread-read': {
    readonly threadId: string
    readonly patientId: string
    readonly readerId: string
    readonly by: 'patient' | 'proxy' | 'member'
  }
  /** The status of a notice changed. */
  readonly 'messaging.delivery-changed': {
    readonly deliveryId: string
    readonly patientId: string
    readonly kind: 'appointment' | 'reminder' | 'message' | 'result' | 'summary' | 'prescription' | 'outreach' | 'access'
    readonly channel: 'email' | 'sms'
    readonly status: 'queued' | 'deferred' | 'sent' | 'delivered' | 'failed' | 'suppressed'
  }
  /** A patient's communication preferences changed. */
  readonly 'messaging.preferences-changed': {
    readonly patientId: string
    /** Whether the patient wants a notice when a member opens the record for the first time. */
    readonly tellFirstAccess: boolean
    readonly version: number
  }
  /** A telephone number replied STOP or START. */
  readonly 'messaging.number-stopped': {
    readonly patientId: string
    readonly stopped: boolean
  }
  /** A person wrote to the number of notices, or a report of the vendor was not applied. */
  readonly 'messaging.partner-message-held': {
    readonly messageId: string
    readonly patientId: string | null
    readonly kind: 'text' | 'text-report' | 'mail' | 'mail-report' | 'video-report'
    readonly reason: 'written' | 'unknown-number' | 'shared-number' | 'another-number' | 'unknown-code' | 'contradictory' | 'unreadable' | 'unknown-room' | 'undelivered' | 'complaint' | 'unknown-message' | 'unknown-sender'
    readonly urgent: boolean
  }
  /** A person resolved a text or a report. */
  readonly 'messaging.partner-message-resolved': {
    readonly messageId: string
    readonly patientId: string | null
    readonly resolution: 'telephoned' | 'answered-in-thread' | 'no-answer-needed' | 'address-corrected' | 'checked-at-vendor' | 'not-ours'
  }
  /** A webhook endpoint was added, changed or disabled. */
  readonly 'messaging.webhook-endpoint-changed': {
    readonly endpointId: string
    readonly status: 'active' | 'disabled'
    readonly reason: 'failing' | 'member' | null
    readonly version: number
  }
  /** A patient asked something about their record or disagreed with a denial, or the clinic took more time. */
  readonly 'rights.request-changed': {
    readonly requestId: string
    readonly patientId: string
    readonly status: 'waiting' | 'accepted' | 'denied'
    readonly version: number
  }
  /** The clinic accepted or denied what a patient asked about their record. */
  readonly 'rights.request-answered': {
    readonly requestId: string
    readonly patientId: string
    readonly status: 'waiting' | 'accepted' | 'denied'
    readonly version: number
  }
  /** A member opened a patient's record for the first time, and the patient asked for a notice of it. Others who do so until `tellAt` belong to the same notice, and have no event of their own. */
  readonly 'compliance.new-reader-found': {
    readonly patientId: string
    /** The access. Not the person who made it. */
    readonly accessId: string
    readonly tellAt: string
  }
  /** A patient asked about an access, a privacy officer took the question, or it became overdue. */
  readonly 'compliance.access-question-changed': {
    readonly questionId: string
    readonly patientId: string
    readonly status: 'open' | 'assigned' | 'answered'
    /** Whether the deadline passed without an answer. */
    readonly escalated: boolean
    /** Whether no privacy officer may answer it, so that the administrators see it. */
    readonly forAdministrators: boolean
    readonly version: number
    /** Whether this event reports that the deadline has passed. Once for each question. */
    readonly becameOverdue: boolean
  }
  /** A question about an access was answered. */
  readonly 'compliance.access-question-answered': {
    readonly questionId: string
    readonly patientId: string
    readonly status: 'open' | 'assigned' | 'answered'
    /** Whether the deadline passed without an answer. */
    readonly escalated: boolean
    /** Whether no privacy officer may answer it, so that the administrators see it. */
    readonly forAdministrators: boolean
    readonly version: number
  }
  /** The access monitor opened a case or added to it, a person took or closed it, or it became overdue. The member is not named. */
  readonly 'compliance.access-case-changed': {
    readonly caseId: string
    readonly status: 'open' | 'assigned' | 'closed'
    /** Whether the deadline passed before it was closed. */
    readonly escalated: boolean
    /** Whether this event reports that the deadline has passed. Once for each case. */
    readonly becameOverdue: boolean
    /** Whether no privacy officer may handle it, so that only the administrators see it. */
    readonly forAdministrators: boolean
    readonly version: number
  }
}
export type EventType = keyof EventData

/** The ids of each live message. */
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
export type LiveMessageType = keyof LiveMessageIds

export const events: Readonly<Record<EventType, EventDeclaration<keyof Operations>>> = {
  'identity.session-ended': { description: "A session ended: by signing out, from another session of the person, by a time limit, after reuse of a refresh token, or because access was withdrawn.", properties: ['sessionId', 'personId', 'personKind', 'reason'], phi: [], readBy: [], webhook: false },
  'identity.proofs-refused': { description: "Many proofs of one client were refused, for a security team: at the number of the policy, and again at ten times as many.", properties: ['clientId', 'count', 'since'], phi: [], readBy: ['listMembers'], webhook: true },
  'directory.organization-changed': { description: "An organization was created, or its brand, languages, contact or video vendor changed.", properties: ['organizationId', 'version'], phi: [], readBy: ['getOrganization'], webhook: false },
  'directory.member-changed': { description: "A member was added or changed.", properties: ['memberId', 'version', 'lostRoles'], phi: [], readBy: ['listMembers'], webhook: false },
  'directory.member-disabled': { description: "A member can no longer sign in.", properties: ['memberId'], phi: [], readBy: ['listMembers'], webhook: true },
  'directory.practitioner-changed': { description: "A practitioner was added or changed.", properties: ['practitionerId', 'version'], phi: [], readBy: ['getPractitioner'], webhook: false },
  'directory.patient-changed': { description: "A patient was registered, or their record changed.", properties: ['patientId', 'version'], phi: [], readBy: ['getPatient'], webhook: false },
  'directory.patient-background-changed': { description: "A patient said something about themselves, or cleared it.", properties: ['patientId', 'version'], phi: [], readBy: ['getPatientBackground'], webhook: false },
  'directory.proxy-invited': { description: "A right to act for a patient was offered.", properties: ['proxyId', 'personId', 'patientId'], phi: [], readBy: ['listProxies'], webhook: false },
  'directory.proxy-granted': { description: "A person received the right to act for a patient.", properties: ['proxyId', 'personId', 'patientId'], phi: [], readBy: ['listProxies'], webhook: false },
  'directory.proxy-changed': { description: "The email address for messages to a proxy changed.", properties: ['proxyId', 'personId', 'patientId'], phi: [], readBy: ['listProxies'], webhook: false },
  'directory.proxy-ended': { description: "A person's right to act for a patient ended.", properties: ['proxyId', 'personId', 'patientId'], phi: [], readBy: ['listProxies'], webhook: false },
  'directory.invitation-created': { description: "A member, a patient or a proxy was invited to link a sign-in.", properties: ['invitationId', 'kind', 'subjectId', 'patientId'], phi: [], readBy: ['listInvitations'], webhook: false },
  'directory.invitation-accepted': { description: "The invited person signed in and accepted.", properties: ['invitationId', 'kind', 'subjectId', 'patientId', 'personId'], phi: [], readBy: ['listInvitations'], webhook: false },
  'directory.invitation-revoked': { description: "An invitation can no longer be accepted.", properties: ['invitationId', 'subjectId'], phi: [], readBy: ['listInvitations'], webhook: false },
  'directory.login-released': { description: "A sign-in was unlinked. The person cannot sign in until they accept a new invitation.", properties: ['personId', 'personKind'], phi: [], readBy: ['listMembers'], webhook: false },
  'directory.person-signed-out': { description: "Staff signed a person out on every device. The person can sign in again.", properties: ['personId', 'personKind'], phi: [], readBy: ['listMembers'], webhook: false },
  'directory.care-team-changed': { description: "A care team was created, changed or retired.", properties: ['careTeamId', 'version'], phi: [], readBy: ['listCareTeams'], webhook: false },
  'directory.cover-started': { description: "A cover started: a colleague may act in a practitioner's work.", properties: ['coverId', 'practitionerId', 'coveredBy', 'kind', 'reason', 'from', 'until'], phi: [], readBy: ['listCovers'], webhook: false },
  'directory.cover-ended': { description: "A cover ended early.", properties: ['coverId', 'practitionerId', 'coveredBy', 'kind', 'reason'], phi: [], readBy: ['listCovers'], webhook: false },
  'directory.emergency-access-opened': { description: "A member opened the chart of a patient in an emergency.", properties: ['emergencyAccessId', 'patientId', 'memberId', 'reason', 'until'], phi: [], readBy: ['listEmergencyAccesses', 'listOwnEmergencyAccesses', 'listPatientAccesses'], webhook: false },
  'directory.emergency-access-ended': { description: "An emergency access was ended before its time.", properties: ['emergencyAccessId', 'patientId', 'memberId', 'reason'], phi: [], readBy: ['listEmergencyAccesses', 'listOwnEmergencyAccesses'], webhook: false },
  'directory.emergency-access-reviewed': { description: "An emergency access was reviewed.", properties: ['emergencyAccessId', 'patientId', 'memberId', 'reason', 'outcome'], phi: [], readBy: ['listEmergencyAccesses'], webhook: false },
  'directory.emergency-access-overdue': { description: "An emergency access was not reviewed in time.", properties: ['emergencyAccessId', 'patientId', 'memberId', 'reason'], phi: [], readBy: ['listEmergencyAccesses'], webhook: false },
  'consent.document-published': { description: "A consent document, a new version of it or a translation was published.", properties: ['documentId', 'version', 'purpose', 'language', 'material', 'translated'], phi: [], readBy: ['getConsentDocument'], webhook: false },
  'consent.consent-decided': { description: "A patient granted or declined a consent.", properties: ['patientId', 'purpose', 'consentId', 'decision', 'before'], phi: [], readBy: ['listConsents'], webhook: false },
  'consent.consent-revoked': { description: "A patient revoked a consent.", properties: ['patientId', 'purpose', 'consentId'], phi: [], readBy: ['listConsents'], webhook: true },
  'scheduling.visit-type-created': { description: "A visit type was added.", properties: ['visitTypeId', 'specialty'], phi: [], readBy: ['listVisitTypes'], webhook: false },
  'scheduling.visit-type-changed': { description: "A visit type was changed, retired or offered again.", properties: ['visitTypeId', 'specialty', 'active', 'agesChanged', 'version'], phi: [], readBy: ['listVisitTypes'], webhook: false },
  'scheduling.availability-changed': { description: "A practitioner's hours changed.", properties: ['practitionerId', 'version'], phi: [], readBy: ['getAvailability'], webhook: false },
  'scheduling.resource-changed': { description: "A room, an interpreter or a device was added or changed.", properties: ['resourceId', 'kind', 'active', 'version'], phi: [], readBy: ['listResources'], webhook: false },
  'scheduling.hold-placed': { description: "A slot was held for a few minutes.", properties: ['holdId', 'practitionerId', 'visitTypeId', 'start', 'end'], phi: [], readBy: ['searchSlots'], webhook: false },
  'scheduling.hold-released': { description: "A held slot is free again.", properties: ['holdId', 'practitionerId', 'visitTypeId', 'start', 'end'], phi: [], readBy: ['searchSlots'], webhook: false },
  'scheduling.appointment-booked': { description: "An appointment was booked.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version'], phi: [], readBy: ['getAppointment'], webhook: true },
  'scheduling.appointment-requested': { description: "A patient requested an appointment. Its time is reserved until the clinic answers.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version', 'answerBy'], phi: [], readBy: ['getAppointment'], webhook: true },
  'scheduling.appointment-approved': { description: "The clinic approved a request. An `appointment-booked` follows.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version'], phi: [], readBy: ['getAppointment'], webhook: false },
  'scheduling.appointment-declined': { description: "The clinic declined a request, or did not answer it in time.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version', 'reason'], phi: [], readBy: ['getAppointment'], webhook: true },
  'scheduling.appointment-rescheduled': { description: "An appointment was moved to another time or another practitioner.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version', 'previousStart', 'previousPractitionerId'], phi: [], readBy: ['getAppointment'], webhook: true },
  'scheduling.appointment-reason-changed': { description: "The patient changed the reason for the visit.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version'], phi: [], readBy: ['getAppointment'], webhook: false },
  'scheduling.appointment-cancelled': { description: "An appointment was cancelled.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version', 'reason'], phi: [], readBy: ['getAppointment'], webhook: true },
  'scheduling.appointment-progressed': { description: "The patient checked in, or the visit started or ended.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version'], phi: [], readBy: ['getAppointment'], webhook: false },
  'scheduling.appointment-missed': { description: "The patient did not come.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version'], phi: [], readBy: ['getAppointment'], webhook: true },
  'scheduling.appointment-flagged': { description: "A requirement of the visit is no longer met: a consent, or the hours, the license or another support of the clinic. It stays booked.", properties: ['appointmentId', 'patientId', 'practitionerId', 'start', 'reason', 'purpose', 'isRepeated'], phi: [], readBy: ['getAppointment'], webhook: false },
  'scheduling.appointment-consent-decided': { description: "The patient declined a consent that a booked appointment needs, or granted it after having refused it.", properties: ['appointmentId', 'patientId', 'practitionerId', 'start', 'purpose', 'decision'], phi: [], readBy: ['getAppointment'], webhook: false },
  'scheduling.appointment-supported': { description: "An appointment that was `unsupported` can take place as booked again.", properties: ['appointmentId', 'patientId', 'practitionerId', 'visitTypeId', 'start', 'end', 'status', 'version'], phi: [], readBy: ['getAppointment'], webhook: false },
  'scheduling.closures-changed': { description: "The organization's closures changed.", properties: ['version'], phi: [], readBy: ['getClosures'], webhook: false },
  'scheduling.support-check-continued': { description: "The check of the booked appointments after a change of supply continues behind this appointment.", properties: ['ownerId', 'visitTypeId', 'checksAges', 'afterStart', 'afterAppointmentId'], phi: [], readBy: ['getAvailability'], webhook: false },
  'scheduling.waitlist-changed': { description: "A patient joined the waitlist, or left it, or their last day is over.", properties: ['entryId', 'patientId', 'visitTypeId', 'status', 'version'], phi: [], readBy: ['listWaitlist'], webhook: false },
  'scheduling.waitlist-offered': { description: "A time that became free is reserved for a patient of the waitlist.", properties: ['entryId', 'patientId', 'visitTypeId', 'status', 'version', 'practitionerId', 'start', 'end', 'expiresAt'], phi: [], readBy: ['listWaitlist'], webhook: false },
  'scheduling.waitlist-offer-ended': { description: "The patient has taken or declined the offered time, or left the line, or the offer expired.", properties: ['entryId', 'patientId', 'visitTypeId', 'status', 'version', 'practitionerId', 'start', 'end', 'expiresAt', 'outcome'], phi: [], readBy: ['listWaitlist'], webhook: false },
  'scheduling.on-demand-changed': { description: "A patient asked for the next free practitioner, was taken by one, left, or was gone too long.", properties: ['requestId', 'patientId', 'visitTypeId', 'practitionerId', 'status', 'version'], phi: [], readBy: ['getOnDemand', 'listOnDemand', 'listOwnOnDemand'], webhook: false },
  'intake.draft-saved': { description: "Answers were saved.", properties: ['appointmentId', 'patientId', 'practitionerId', 'version'], phi: [], readBy: ['listIntake'], webhook: false },
  'intake.submitted': { description: "Answers were submitted.", properties: ['appointmentId', 'patientId', 'practitionerId', 'version'], phi: [], readBy: ['listIntake'], webhook: true },
  'intake.emergency-raised': { description: "An answer matched an emergency rule. Does not name the rule, which is health information.", properties: ['appointmentId', 'patientId', 'practitionerId', 'version'], phi: [], readBy: ['listIntake'], webhook: false },
  'visits.checked-in': { description: "The patient checked in and waits.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'version'], phi: [], readBy: ['getVisit'], webhook: true },
  'visits.changed': { description: "The patient's location, the device check or the time of the visit changed.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'version'], phi: [], readBy: ['getVisit'], webhook: false },
  'visits.admitted': { description: "The patient was admitted to the room.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'version'], phi: [], readBy: ['getVisit'], webhook: false },
  'visits.started': { description: "The patient and the practitioner are in the room together for the first time.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'version'], phi: [], readBy: ['getVisit'], webhook: true },
  'visits.ended': { description: "The visit ended for everyone.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'version', 'outcome'], phi: [], readBy: ['getVisit'], webhook: true },
  'visits.consent-revoked': { description: "A consent that applies to the room was revoked during the visit. If the visit requires it, everyone's seat is closed.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'version', 'purpose'], phi: [], readBy: ['getVisit'], webhook: false },
  'visits.emergency-admission-changed': { description: "A visit began in an emergency without the consent to telehealth treatment, or a privacy officer reviewed this.", properties: ['emergencyAdmissionId', 'visitId', 'patientId', 'memberId', 'reason', 'outcome?', 'escalated', 'version'], phi: [], readBy: ['getVisit', 'listEmergencyAdmissions'], webhook: false },
  'visits.presence-changed': { description: "The waiting room was opened or closed on the patient's screen.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'version'], phi: [], readBy: ['getQueue'], webhook: false },
  'visits.seat-taken': { description: "A participant received a seat in the room.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'seatId', 'role'], phi: [], readBy: ['getVisit'], webhook: false },
  'visits.seat-left': { description: "A participant left the room, or lost the seat.", properties: ['visitId', 'appointmentId', 'patientId', 'practitionerId', 'seenBy', 'seatId', 'role'], phi: [], readBy: ['getVisit'], webhook: false },
  'visits.guest-changed': { description: "A guest was invited, asks to join, was admitted, or it is over for them.", properties: ['guestId', 'appointmentId', 'patientId', 'practitionerIds', 'status', 'version'], phi: [], readBy: ['listGuests', 'getGuestVisit'], webhook: false },
  'visits.queue-changed': { description: "The positions in a practitioner's queue may have changed.", properties: ['practitionerId', 'patientIds'], phi: [], readBy: ['getQueue'], webhook: false },
  'visits.queue-paused': { description: "A practitioner paused or resumed the queue.", properties: ['practitionerId', 'patientIds', 'paused'], phi: [], readBy: ['getQueue'], webhook: false },
  'visits.video-report-held': { description: "A report of a video vendor did not fit a room or a seat, and was stored for a person.", properties: ['reportId'], phi: [], readBy: [], webhook: false },
  'documentation.note-drafted': { description: "A note was drafted.", properties: ['noteId', 'visitId', 'patientId', 'practitionerId', 'supervisorId', 'version'], phi: [], readBy: ['getNote'], webhook: false },
  'documentation.note-saved': { description: "A draft was saved.", properties: ['noteId', 'visitId', 'patientId', 'practitionerId', 'supervisorId', 'version'], phi: [], readBy: ['getNote'], webhook: false },
  'documentation.note-awaiting-cosign': { description: "The author signed, and a supervisor must co-sign.", properties: ['noteId', 'visitId', 'patientId', 'practitionerId', 'supervisorId', 'version'], phi: [], readBy: ['getNote'], webhook: false },
  'documentation.note-cosigned': { description: "The supervisor signed.", properties: ['noteId', 'visitId', 'patientId', 'practitionerId', 'supervisorId', 'version'], phi: [], readBy: ['getNote'], webhook: false },
  'documentation.note-signed': { description: "The note is signed. Emitted once, after the co-signature if one is required.", properties: ['noteId', 'visitId', 'patientId', 'practitionerId', 'supervisorId', 'version'], phi: [], readBy: ['getNote'], webhook: true },
  'documentation.note-addended': { description: "An addendum was added to a signed note.", properties: ['noteId', 'visitId', 'patientId', 'practitionerId', 'supervisorId', 'version'], phi: [], readBy: ['getNote'], webhook: true },
  'documentation.vital-corrected': { description: "A measurement of a signed note was corrected.", properties: ['noteId', 'visitId', 'patientId', 'practitionerId', 'vitalId', 'status'], phi: [], readBy: ['listPatientVitals'], webhook: false },
  'documentation.allergy-changed': { description: "An allergy was recorded or changed.", properties: ['patientId', 'allergyId'], phi: [], readBy: ['listAllergies'], webhook: false },
  'documentation.reported-medication-changed': { description: "A medicine that was not prescribed here was reported or changed.", properties: ['patientId', 'reportedMedicationId'], phi: [], readBy: ['listReportedMedications'], webhook: false },
  'documentation.condition-changed': { description: "A problem was recorded or changed.", properties: ['patientId', 'conditionId'], phi: [], readBy: ['listConditions'], webhook: false },
  'prescriptions.draft-saved': { description: "A prescription was drafted or its draft changed.", properties: ['prescriptionId', 'patientId', 'practitionerId', 'version'], phi: [], readBy: ['getPrescription'], webhook: false },
  'prescriptions.draft-discarded': { description: "A draft was discarded.", properties: ['prescriptionId', 'patientId', 'practitionerId', 'version'], phi: [], readBy: ['getPrescription'], webhook: false },
  'prescriptions.prescription-signed': { description: "A prescription was signed.", properties: ['prescriptionId', 'patientId', 'practitionerId', 'version', 'visitId', 'status'], phi: [], readBy: ['getPrescription'], webhook: true },
  'prescriptions.prescription-changed': { description: "The status of a signed prescription changed.", properties: ['prescriptionId', 'patientId', 'practitionerId', 'version', 'visitId', 'status', 'pharmacyCalled?'], phi: [], readBy: ['getPrescription'], webhook: true },
  'prescriptions.attention-needed': { description: "The pharmacy's response was unexpected or did not arrive: a person must call.", properties: ['prescriptionId', 'patientId', 'practitionerId', 'visitId', 'attention'], phi: [], readBy: ['getPrescription'], webhook: true },
  'prescriptions.pharmacy-request-received': { description: "A pharmacy requested a renewal or a change.", properties: ['requestId', 'prescriptionId', 'patientId', 'practitionerId', 'kind', 'status'], phi: [], readBy: ['listPharmacyRequests'], webhook: false },
  'prescriptions.pharmacy-request-responded': { description: "A pharmacy's request was answered.", properties: ['requestId', 'prescriptionId', 'patientId', 'practitionerId', 'kind', 'status'], phi: [], readBy: ['listPharmacyRequests'], webhook: false },
  'prescriptions.refill-requested': { description: "A patient asked for a refill.", properties: ['refillRequestId', 'prescriptionId', 'patientId', 'practitionerId', 'status', 'version'], phi: [], readBy: ['listRefillRequests'], webhook: false },
  'prescriptions.refill-responded': { description: "A refill was declined, or a prescription for it was signed.", properties: ['refillRequestId', 'prescriptionId', 'patientId', 'practitionerId', 'status', 'version'], phi: [], readBy: ['listRefillRequests'], webhook: false },
  'prescriptions.pharmacy-chosen': { description: "A patient chose a pharmacy.", properties: ['patientId'], phi: [], readBy: ['getPatientPharmacy'], webhook: false },
  'prescriptions.pharmacy-message-received': { description: "A message of the pharmacy network was stored and must be processed.", properties: ['messageId'], phi: [], readBy: [], webhook: false },
  'prescriptions.pharmacy-message-dead-lettered': { description: "A message of the pharmacy network could not be processed and is a dead letter.", properties: ['messageId', 'fault'], phi: [], readBy: ['listHeldPharmacyMessages'], webhook: false },
  'prescriptions.pharmacy-message-resolved': { description: "A person applied a message of a pharmacy that was not applied by itself, or resolved it.", properties: ['messageId', 'patientId', 'resolution'], phi: [], readBy: ['listHeldPharmacyMessages'], webhook: false },
  'labs.order-placed': { description: "Tests were ordered.", properties: ['orderId', 'patientId', 'practitionerId', 'visitId', 'status', 'version'], phi: [], readBy: ['getLabOrder'], webhook: true },
  'labs.order-changed': { description: "The status of an order changed.", properties: ['orderId', 'patientId', 'practitionerId', 'visitId', 'status', 'version'], phi: [], readBy: ['getLabOrder'], webhook: true },
  'labs.result-received': { description: "A result was received.", properties: ['resultId', 'orderId', 'patientId', 'practitionerId', 'status', 'abnormal', 'released', 'version'], phi: [], readBy: ['getLabResult'], webhook: true },
  'labs.result-corrected': { description: "The laboratory corrected a result.", properties: ['resultId', 'orderId', 'patientId', 'practitionerId', 'status', 'abnormal', 'released', 'version'], phi: [], readBy: ['getLabResult'], webhook: true },
  'labs.result-reviewed': { description: "A practitioner reviewed a result.", properties: ['resultId', 'orderId', 'patientId', 'practitionerId', 'status', 'abnormal', 'released', 'version'], phi: [], readBy: ['getLabResult'], webhook: false },
  'labs.result-released': { description: "A result was released to the patient.", properties: ['resultId', 'orderId', 'patientId', 'practitionerId', 'status', 'abnormal', 'released', 'version'], phi: [], readBy: ['getLabResult'], webhook: true },
  'labs.critical-acknowledged': { description: "A member acknowledged a critical value.", properties: ['resultId', 'orderId', 'patientId', 'practitionerId', 'status', 'abnormal', 'released', 'version'], phi: [], readBy: ['getLabResult'], webhook: false },
  'labs.critical-raised': { description: "A critical value must be acknowledged. One event for each step of the escalation.", properties: ['resultId', 'orderId', 'patientId', 'practitionerId', 'role', 'coveringPractitionerId?', 'notifiedAt', 'dueAt'], phi: [], readBy: ['getLabResult'], webhook: false },
  'labs.result-unmatched': { description: "A result matches no order or no patient.", properties: ['unmatchedId', 'reason', 'patientId', 'critical'], phi: [], readBy: ['listUnmatchedResults'], webhook: false },
  'labs.critical-unmatched': { description: "A critical value of an unknown patient must be acknowledged. One event for each step of the escalation.", properties: ['unmatchedId', 'patientId', 'role', 'notifiedAt', 'dueAt'], phi: [], readBy: ['listUnmatchedResults'], webhook: false },
  'labs.unmatched-decided': { description: "A member matched an unmatched result, or returned it.", properties: ['unmatchedId', 'patientId', 'decision'], phi: [], readBy: ['listUnmatchedResults'], webhook: false },
  'billing.claim-changed': { description: "The state of a claim changed.", properties: ['claimId', 'patientId', 'visitId', 'state', 'version'], phi: [], readBy: ['getClaim'], webhook: true },
  'billing.claim-work-changed': { description: "A note, an appeal or a write-off of a claim was added or changed.", properties: ['claimId', 'patientId', 'visitId'], phi: [], readBy: ['getClaimWork'], webhook: false },
  'billing.write-off-changed': { description: "A write-off was asked for, decided or undone.", properties: ['writeOffId', 'claimId', 'patientId', 'state'], phi: [], readBy: ['listWriteOffs'], webhook: false },
  'billing.remittance-posted': { description: "A remittance was posted, or a line of it was resolved.", properties: ['remittanceId', 'unmatched'], phi: [], readBy: ['getRemittance'], webhook: true },
  'billing.mailbox-file-changed': { description: "A file of the clearinghouse's mailbox needs a person, or no longer does.", properties: ['fileId', 'state'], phi: [], readBy: ['getMailboxFile'], webhook: false },
  'billing.account-changed': { description: "The charges or payments of a patient changed.", properties: ['patientId'], phi: [], readBy: ['getStatement'], webhook: false },
  'billing.coverage-changed': { description: "A coverage was added, changed or ended.", properties: ['coverageId', 'patientId', 'version'], phi: [], readBy: ['listCoverages'], webhook: false },
  'billing.eligibility-received': { description: "A payer responded to an eligibility request.", properties: ['coverageId', 'patientId', 'status'], phi: [], readBy: ['listCoverages'], webhook: false },
  'billing.estimate-due': { description: "A patient without coverage must receive a good faith estimate (45 CFR 149.610).", properties: ['estimateId', 'patientId', 'dueBefore', 'version'], phi: [], readBy: ['listEstimates'], webhook: false },
  'billing.estimate-issued': { description: "An estimate was issued.", properties: ['estimateId', 'patientId', 'dueBefore', 'version'], phi: [], readBy: ['listEstimates'], webhook: false },
  'billing.estimate-replaced': { description: "An estimate is no longer valid: another one replaces it, or the visit was cancelled.", properties: ['estimateId', 'patientId', 'dueBefore', 'version'], phi: [], readBy: ['listEstimates'], webhook: false },
  'billing.payment-reported': { description: "The payment processor reported a checkout or a refund. The current state is read from the processor.", properties: ['kind', 'reference', 'state'], phi: [], readBy: [], webhook: false },
  'billing.fee-schedule-changed': { description: "The fee schedule changed.", properties: ['version'], phi: [], readBy: ['getFeeSchedule'], webhook: false },
  'follow_up.task-changed': { description: "A task was created, assigned, done or cancelled.", properties: ['taskId', 'patientId', 'kind', 'priority', 'status', 'assigneeRole', 'assigneeId', 'version'], phi: [], readBy: ['listTasks'], webhook: false },
  'follow_up.summary-published': { description: "A visit summary was published or corrected.", properties: ['visitId', 'patientId', 'practitionerId', 'version', 'corrected'], phi: [], readBy: ['getVisitSummary'], webhook: true },
  'follow_up.next-visit-changed': { description: "The next visit was proposed, booked or reopened.", properties: ['visitId', 'patientId', 'practitionerId', 'version', 'visitTypeId', 'appointmentId'], phi: [], readBy: ['getVisitSummary'], webhook: false },
  'follow_up.care-plan-changed': { description: "A patient's care plan changed.", properties: ['patientId', 'version'], phi: [], readBy: ['getCarePlan'], webhook: false },
  'follow_up.referral-changed': { description: "A referral changed or is overdue.", properties: ['referralId', 'patientId', 'status', 'priority', 'overdue', 'version'], phi: [], readBy: ['listReferrals'], webhook: true },
  'follow_up.survey-answered': { description: "A patient answered the survey of a visit.", properties: ['visitId', 'patientId', 'practitionerId', 'low'], phi: [], readBy: ['getSurvey'], webhook: false },
  'follow_up.outreach-requested': { description: "A patient should be contacted. The messaging domain decides whether, when and how.", properties: ['patientId', 'kind', 'subjectId', 'audience'], phi: [], readBy: [], webhook: false },
  'follow_up.alert-changed': { description: "An alert was raised, shown to staff, escalated or acknowledged. Does not name the answer, which is health information.", properties: ['alertId', 'appointmentId', 'patientId', 'practitionerId', 'status', 'escalated', 'version'], phi: [], readBy: ['listAlerts'], webhook: false },
  'messaging.message-posted': { description: "A message was posted.", properties: ['threadId', 'patientId', 'assigneeRole', 'assigneeId', 'status', 'version', 'messageId', 'by'], phi: [], readBy: ['getThread'], webhook: true },
  'messaging.visit-message-posted': { description: "A message was posted in the thread of a visit.", properties: ['threadId', 'patientId', 'assigneeRole', 'assigneeId', 'status', 'version', 'visitId', 'messageId', 'by'], phi: [], readBy: ['getVisitThread'], webhook: false },
  'messaging.thread-changed': { description: "A thread was assigned, closed or reopened.", properties: ['threadId', 'patientId', 'assigneeRole', 'assigneeId', 'status', 'version', 'previousRole', 'previousAssigneeId'], phi: [], readBy: ['getThread'], webhook: false },
  'messaging.thread-read': { description: "A person read a thread.", properties: ['threadId', 'patientId', 'readerId', 'by'], phi: [], readBy: ['getThread'], webhook: false },
  'messaging.delivery-changed': { description: "The status of a notice changed.", properties: ['deliveryId', 'patientId', 'kind', 'channel', 'status'], phi: [], readBy: ['listDeliveries'], webhook: false },
  'messaging.preferences-changed': { description: "A patient's communication preferences changed.", properties: ['patientId', 'tellFirstAccess', 'version'], phi: [], readBy: ['getPreferences'], webhook: false },
  'messaging.number-stopped': { description: "A telephone number replied STOP or START.", properties: ['patientId', 'stopped'], phi: [], readBy: [], webhook: false },
  'messaging.partner-message-held': { description: "A person wrote to the number of notices, or a report of the vendor was not applied.", properties: ['messageId', 'patientId', 'kind', 'reason', 'urgent'], phi: [], readBy: ['listHeldPartnerMessages'], webhook: false },
  'messaging.partner-message-resolved': { description: "A person resolved a text or a report.", properties: ['messageId', 'patientId', 'resolution'], phi: [], readBy: ['listHeldPartnerMessages'], webhook: false },
  'messaging.webhook-endpoint-changed': { description: "A webhook endpoint was added, changed or disabled.", properties: ['endpointId', 'status', 'reason', 'version'], phi: [], readBy: ['listWebhookEndpoints'], webhook: false },
  'rights.request-changed': { description: "A patient asked something about their record or disagreed with a denial, or the clinic took more time.", properties: ['requestId', 'patientId', 'status', 'version'], phi: [], readBy: ['listPrivacyRequests'], webhook: false },
  'rights.request-answered': { description: "The clinic accepted or denied what a patient asked about their record.", properties: ['requestId', 'patientId', 'status', 'version'], phi: [], readBy: ['listPrivacyRequests'], webhook: false },
  'compliance.new-reader-found': { description: "A member opened a patient's record for the first time, and the patient asked for a notice of it. Others who do so until `tellAt` belong to the same notice, and have no event of their own.", properties: ['patientId', 'accessId', 'tellAt'], phi: [], readBy: ['listPatientAccesses'], webhook: false },
  'compliance.access-question-changed': { description: "A patient asked about an access, a privacy officer took the question, or it became overdue.", properties: ['questionId', 'patientId', 'status', 'escalated', 'forAdministrators', 'version', 'becameOverdue'], phi: [], readBy: ['listAccessQuestions'], webhook: false },
  'compliance.access-question-answered': { description: "A question about an access was answered.", properties: ['questionId', 'patientId', 'status', 'escalated', 'forAdministrators', 'version'], phi: [], readBy: ['listAccessQuestions'], webhook: false },
  'compliance.access-case-changed': { description: "The access monitor opened a case or added to it, a person took or closed it, or it became overdue. The member is not named.", properties: ['caseId', 'status', 'escalated', 'becameOverdue', 'forAdministrators', 'version'], phi: [], readBy: ['listAccessCases'], webhook: false },
}

export const liveMessages: Readonly<Record<LiveMessageType, LiveMessageDeclaration<keyof Operations>>> = {
  'appointment.changed': { description: "Booked, rescheduled, cancelled, checked in, started, completed, missed or flagged.", ids: ['appointmentId', 'patientId', 'practitionerId'], readBy: ['getAppointment'] },
  'slots.changed': { description: "A hold, a released hold, changed availability or changed closures.", ids: ['practitionerId?'], readBy: ['getAvailability'] },
  'waitlist.changed': { description: "A patient joined or left the waitlist, or was offered a time, or the offer ended.", ids: ['entryId', 'patientId'], readBy: ['listWaitlist'] },
  'on-demand.changed': { description: "A patient asked for the next free practitioner, was taken by one, or left.", ids: ['requestId', 'patientId'], readBy: ['getOnDemand', 'listOnDemand', 'listOwnOnDemand'] },
  'consent.changed': { description: "A consent decision or revocation.", ids: ['consentId', 'patientId'], readBy: ['listConsents'] },
  'intake.changed': { description: "Answers were saved or submitted, or matched an emergency rule.", ids: ['appointmentId', 'patientId'], readBy: ['listIntake'] },
  'visit.changed': { description: "Check-in, location, devices, admission, start, end, or a revoked consent.", ids: ['visitId', 'appointmentId', 'patientId'], readBy: ['getVisit'] },
  'queue.changed': { description: "A patient joined or left a practitioner's queue, or it was paused.", ids: ['practitionerId', 'visitId?'], readBy: ['getQueue', 'getQueuePosition'] },
  'seat.changed': { description: "A participant entered or left the room.", ids: ['visitId', 'appointmentId', 'patientId'], readBy: ['getVisit'] },
  'guest.changed': { description: "A guest was invited, asks to join, was admitted, or it is over for them; or the call they may join was stopped or may go on.", ids: ['guestId', 'appointmentId', 'patientId'], readBy: ['listGuests', 'getGuestVisit'] },
  'note.changed': { description: "Drafted, saved, awaiting a co-signature, signed or with an addendum.", ids: ['noteId', 'visitId', 'patientId'], readBy: ['getNote'] },
  'allergy.changed': { description: "An allergy, or the record that there are none.", ids: ['patientId'], readBy: ['listAllergies'] },
  'reported-medication.changed': { description: "A medicine that was not prescribed here was reported or changed.", ids: ['patientId'], readBy: ['listReportedMedications'] },
  'condition.changed': { description: "A problem was recorded, resolved or entered in error.", ids: ['patientId'], readBy: ['listConditions'] },
  'prescription.changed': { description: "A draft, a signature, or a response or a request of the pharmacy.", ids: ['prescriptionId?', 'patientId'], readBy: ['getPrescription'] },
  'refill.changed': { description: "A patient asked for a refill, or it was answered.", ids: ['refillRequestId', 'patientId'], readBy: ['listRefillRequests'] },
  'partner-message.changed': { description: "A person wrote to the number of notices, a report of a vendor was not applied, or a person resolved one.", ids: ['messageId'], readBy: ['listHeldPartnerMessages'] },
  'pharmacy-message.changed': { description: "A message of a pharmacy was not applied, or a person resolved it.", ids: ['messageId'], readBy: ['listHeldPharmacyMessages'] },
  'lab-order.changed': { description: "Placed, accepted, refused, cancelled or undelivered.", ids: ['orderId', 'patientId', 'practitionerId', 'visitId?'], readBy: ['getLabOrder'] },
  'lab-result.changed': { description: "A result, a correction, a review, a release or a critical value. Without ids for a result that matches no order.", ids: ['resultId?', 'orderId?', 'patientId?', 'practitionerId?'], readBy: ['getLabResult'] },
  'coverage.changed': { description: "A coverage, or a payer's eligibility response.", ids: ['coverageId', 'patientId'], readBy: ['listCoverages'] },
  'claim.changed': { description: "The state of a claim. Without ids for a remittance or a mailbox file.", ids: ['claimId?', 'visitId?', 'patientId?'], readBy: ['getClaim'] },
  'write-off.changed': { description: "A write-off was asked for, decided or undone.", ids: ['writeOffId', 'patientId'], readBy: ['listWriteOffs'] },
  'account.changed': { description: "The charges or payments of a patient.", ids: ['patientId'], readBy: ['getStatement'] },
  'estimate.changed': { description: "An estimate is due, issued or replaced.", ids: ['estimateId', 'patientId'], readBy: ['listEstimates'] },
  'summary.changed': { description: "A summary was published or corrected, or the next visit was proposed or booked.", ids: ['visitId', 'patientId'], readBy: ['getVisitSummary'] },
  'task.changed': { description: "A task was created, assigned, done or cancelled.", ids: ['taskId', 'patientId?'], readBy: ['listTasks'] },
  'alert.changed': { description: "An alert was raised, shown to staff, escalated or acknowledged.", ids: ['alertId', 'appointmentId', 'patientId'], readBy: ['listAlerts', 'listAppointmentAlerts'] },
  'referral.changed': { description: "A referral changed or is overdue.", ids: ['referralId', 'patientId'], readBy: ['listReferrals'] },
  'visit-thread.changed': { description: "A message in the room of a visit.", ids: ['visitId', 'patientId'], readBy: ['getVisitThread'] },
  'thread.changed': { description: "A new message, an assignment, a closed thread, or a thread that was read on another page of the same person.", ids: ['threadId', 'patientId'], readBy: ['getThread'] },
  'cover.changed': { description: "A colleague's cover of a practitioner's work started or ended.", ids: ['coverId', 'practitionerId'], readBy: ['listCovers'] },
  'session.ended': { description: "The session ended. The stream closes with code 4401.", ids: ['sessionId'], readBy: [] },
  'signal': { description: "A message between the browsers of one room: it has `from` and `data`, and is not stored.", ids: ['visitId'], readBy: [] },
  'resync': { description: "The stream cannot be resumed from the cursor: read all data again.", ids: [], readBy: [] },
  'emergency-access.changed': { description: "A chart was opened in an emergency, or this was ended, reviewed or not reviewed in time.", ids: ['emergencyAccessId', 'patientId'], readBy: ['listOwnEmergencyAccesses', 'listPatientAccesses'] },
  'emergency-admission.changed': { description: "A visit began in an emergency without the consent, or this was reviewed.", ids: ['emergencyAdmissionId', 'patientId'], readBy: ['getVisit', 'listEmergencyAdmissions'] },
  'privacy-request.changed': { description: "What a patient asked about their record was asked, answered or extended, or the patient disagreed.", ids: ['requestId', 'patientId'], readBy: ['listPrivacyRequests'] },
  'access-question.changed': { description: "A question about an access was asked, taken or answered, or became overdue.", ids: ['questionId', 'patientId'], readBy: ['listAccessQuestions'] },
  'access-case.changed': { description: "A case of the access monitor was opened, changed or closed, or became overdue.", ids: ['caseId'], readBy: ['listAccessCases'] },
}
