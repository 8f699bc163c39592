// Generated from packages/contract by `npm run generate`. Do not edit.
import type { Calls } from '../core/calls.ts'
import type { Answer, Body, Query } from '../core/operation-types.ts'
import type { Pages } from '../core/pages.ts'
import { path } from '../core/path.ts'
import type { RequestOptions } from '../core/transport.ts'
import type {
  Access,
  Appointment,
  Availability,
  BookAppointment,
  CancelAppointment,
  CheckIn,
  Consent,
  ConsentDocument,
  ConsentEvidence,
  CreateMember,
  CreatePatient,
  CreatePractitioner,
  CreateProxy,
  CreateVisitType,
  DecideConsent,
  DeviceCheck,
  EndVisit,
  Hold,
  IntakeForm,
  Me,
  Member,
  Organization,
  Patient,
  PatientSummary,
  PlaceHold,
  Practitioner,
  PractitionerSummary,
  Proxy,
  PublishConsentDocument,
  PutAvailability,
  Questionnaire,
  QuestionnaireSummary,
  Queue,
  QueuePlace,
  RescheduleAppointment,
  SaveIntake,
  SearchPatients,
  Seat,
  Session,
  SlotSearchAnswer,
  UpdateMember,
  UpdateOrganization,
  UpdatePatient,
  UpdatePractitioner,
  Visit,
  VisitType,
} from './models.ts'

/** What `accesses.ofActor` asks for. */
export type ListActorAccessesQuery = Query<'listActorAccesses'>

/** What `appointments.list` asks for. */
export type ListAppointmentsQuery = Query<'listAppointments'>

/** What `consents.listDocuments` asks for. */
export type ListConsentDocumentsQuery = Query<'listConsentDocuments'>

/** What `consents.getDocument` asks for. */
export type GetConsentDocumentQuery = Query<'getConsentDocument'>

/** What `members.list` asks for. */
export type ListMembersQuery = Query<'listMembers'>

/** What `patients.search` asks for. */
export type SearchPatientsQuery = Query<'searchPatients'>

/** What `accesses.ofPatient` asks for. */
export type ListPatientAccessesQuery = Query<'listPatientAccesses'>

/** What `consents.requirements` asks for. */
export type ListConsentRequirementsQuery = Query<'listConsentRequirements'>

/** What `consents.list` asks for. */
export type ListConsentsQuery = Query<'listConsents'>

/** What `practitioners.list` asks for. */
export type ListPractitionersQuery = Query<'listPractitioners'>

/** What `questionnaires.list` asks for. */
export type ListQuestionnairesQuery = Query<'listQuestionnaires'>

/** What `questionnaires.get` asks for. */
export type GetQuestionnaireQuery = Query<'getQuestionnaire'>

/** What `sessions.list` asks for. */
export type ListSessionsQuery = Query<'listSessions'>

/** What `slots.search` asks for. */
export type SearchSlotsQuery = Query<'searchSlots'>

/** What `visitTypes.list` asks for. */
export type ListVisitTypesQuery = Query<'listVisitTypes'>

export interface AccessesApi {
  /**
   * Everything one person did, newest first. For privacy officers and auditors; members see their own.
   *
   * The caller needs the permission `access:review`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/accesses` (`listActorAccesses`)
   */
  ofActor(query: ListActorAccessesQuery, options?: RequestOptions): Pages<Access>

  /**
   * Everyone who touched this patient's information, newest first. Patients see their own.
   *
   * The caller needs the permission `access:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/accesses` (`listPatientAccesses`)
   */
  ofPatient(patientId: string, query?: ListPatientAccessesQuery | undefined, options?: RequestOptions): Pages<Access>
}

export const accesses = (calls: Calls): AccessesApi => ({
  ofActor: (query, options) => calls.list('get', 'accesses', options, undefined, query),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/accesses`, options, undefined, query),
})

export interface AppointmentsApi {
  /**
   * Appointments of a patient or of a practitioner, by start.
   *
   * The caller needs the permission `appointment:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/appointments` (`listAppointments`)
   */
  list(query?: ListAppointmentsQuery | undefined, options?: RequestOptions): Pages<Appointment>

  /**
   * Books a held time. Safe to retry.
   *
   * The caller needs the permission `appointment:book`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `hold_expired`, `slot_taken`, `not_licensed` or `age_outside`, beside the common codes.
   * @see `POST /v1/appointments` (`bookAppointment`)
   */
  book(body: BookAppointment, options?: RequestOptions): Promise<Appointment>

  /**
   * One appointment.
   *
   * The caller needs the permission `appointment:read`.
   *
   * @see `GET /v1/appointments/{appointmentId}` (`getAppointment`)
   */
  get(appointmentId: string, options?: RequestOptions): Promise<Appointment>

  /**
   * A calendar file (RFC 5545). Says when and where to click, and nothing about health.
   *
   * The caller needs the permission `appointment:read`.
   * Answers the file as a `Blob`.
   *
   * @see `GET /v1/appointments/{appointmentId}/calendar` (`getAppointmentCalendar`)
   */
  calendar(appointmentId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Cancels it. The time is free again at once.
   *
   * The caller needs the permission `appointment:book`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `too_late_to_change` or `not_changeable`, beside the common codes.
   * @see `POST /v1/appointments/{appointmentId}/cancel` (`cancelAppointment`)
   */
  cancel(appointmentId: string, body: CancelAppointment, options?: RequestOptions): Promise<Appointment>

  /**
   * Moves it to a held time. The old time is free again at once.
   *
   * The caller needs the permission `appointment:book`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `hold_expired`, `slot_taken`, `not_licensed`, `too_late_to_change` or `not_changeable`,
   * beside the common codes.
   * @see `POST /v1/appointments/{appointmentId}/reschedule` (`rescheduleAppointment`)
   */
  reschedule(appointmentId: string, body: RescheduleAppointment, options?: RequestOptions): Promise<Appointment>
}

export const appointments = (calls: Calls): AppointmentsApi => ({
  list: (query, options) => calls.list('get', 'appointments', options, undefined, query),
  book: (body, options) => calls.call('repeat', 'appointments', options, body),
  get: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}`, options),
  calendar: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}/calendar`, options),
  cancel: (appointmentId, body, options) => calls.call('repeat', path`appointments/${appointmentId}/cancel`, options, body),
  reschedule: (appointmentId, body, options) => calls.call('repeat', path`appointments/${appointmentId}/reschedule`, options, body),
})

export interface AvailabilityApi {
  /**
   * A practitioner's week and its exceptions.
   *
   * The caller needs the permission `availability:read`.
   *
   * @see `GET /v1/practitioners/{practitionerId}/availability` (`getAvailability`)
   */
  get(practitionerId: string, options?: RequestOptions): Promise<Availability>

  /**
   * Replaces a practitioner's week and exceptions. Booked appointments stay.
   *
   * The caller needs the permission `availability:manage`.
   *
   * @throws {VisitError} `version_conflict`, `windows_overlap` or `zone_unknown`, beside the common codes.
   * @see `PUT /v1/practitioners/{practitionerId}/availability` (`putAvailability`)
   */
  put(practitionerId: string, body: PutAvailability, options?: RequestOptions): Promise<Availability>
}

export const availability = (calls: Calls): AvailabilityApi => ({
  get: (practitionerId, options) => calls.call('get', path`practitioners/${practitionerId}/availability`, options),
  put: (practitionerId, body, options) => calls.call('put', path`practitioners/${practitionerId}/availability`, options, body),
})

export interface ConsentsApi {
  /**
   * The current published texts.
   *
   * The caller needs the permission `consent-document:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/consent-documents` (`listConsentDocuments`)
   */
  listDocuments(query?: ListConsentDocumentsQuery | undefined, options?: RequestOptions): Pages<ConsentDocument>

  /**
   * Publishes a text, a new version or a translation. Refused without the clauses that its purpose requires.
   *
   * The caller needs the permission `consent-document:publish`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `clause_missing`, `translation_unreviewed`, `document_exists`, `version_conflict` or
   * `translation_mismatch`, beside the common codes.
   * @see `POST /v1/consent-documents` (`publishConsentDocument`)
   */
  publishDocument(body: PublishConsentDocument, options?: RequestOptions): Promise<ConsentDocument>

  /**
   * One text; the current version unless another is named.
   *
   * The caller needs the permission `consent-document:read`.
   *
   * @see `GET /v1/consent-documents/{documentId}` (`getConsentDocument`)
   */
  getDocument(documentId: string, query?: GetConsentDocumentQuery | undefined, options?: RequestOptions): Promise<ConsentDocument>

  /**
   * The signed evidence of one decision.
   *
   * The caller needs the permission `consent:read`.
   *
   * @see `GET /v1/consents/{consentId}/evidence` (`getConsentEvidence`)
   */
  evidence(consentId: string, options?: RequestOptions): Promise<ConsentEvidence>

  /**
   * Takes a consent back. Acts at once on a live visit; what happened before stays lawful.
   *
   * The caller needs the permission `consent:decide`.
   *
   * @throws {VisitError} `already_revoked`, `not_granted` or `consent_superseded`, beside the common codes.
   * @see `POST /v1/consents/{consentId}/revoke` (`revokeConsent`)
   */
  revoke(consentId: string, options?: RequestOptions): Promise<Consent>

  /**
   * What this patient still has to decide before a visit of this type.
   *
   * The caller needs the permission `consent:read`.
   *
   * @throws {VisitError} `consent_document_missing`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/consent-requirements` (`listConsentRequirements`)
   */
  requirements(patientId: string, query: ListConsentRequirementsQuery, options?: RequestOptions): Promise<Answer<'listConsentRequirements'>>

  /**
   * The patient's decisions, newest first.
   *
   * The caller needs the permission `consent:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/patients/{patientId}/consents` (`listConsents`)
   */
  list(patientId: string, query?: ListConsentsQuery | undefined, options?: RequestOptions): Pages<Consent>

  /**
   * Records a decision with its evidence. Declining is a decision too and closes no door.
   *
   * The caller needs the permission `consent:decide`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `document_changed`, `sections_unseen`, `signature_missing`, `written_signature_needed` or
   * `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/consents` (`decideConsent`)
   */
  decide(patientId: string, body: DecideConsent, options?: RequestOptions): Promise<Consent>
}

export const consents = (calls: Calls): ConsentsApi => ({
  listDocuments: (query, options) => calls.list('get', 'consent-documents', options, undefined, query),
  publishDocument: (body, options) => calls.call('repeat', 'consent-documents', options, body),
  getDocument: (documentId, query, options) => calls.call('get', path`consent-documents/${documentId}`, options, undefined, query),
  evidence: (consentId, options) => calls.call('get', path`consents/${consentId}/evidence`, options),
  revoke: (consentId, options) => calls.call('post', path`consents/${consentId}/revoke`, options),
  requirements: (patientId, query, options) => calls.call('get', path`patients/${patientId}/consent-requirements`, options, undefined, query),
  list: (patientId, query, options) => calls.list('get', path`patients/${patientId}/consents`, options, undefined, query),
  decide: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/consents`, options, body),
})

export interface HoldsApi {
  /**
   * Keeps a time for five minutes.
   *
   * The caller needs the permission `appointment:book`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `slot_taken`, `slot_unavailable`, `not_licensed`, `age_outside` or `too_many_holds`,
   * beside the common codes.
   * @see `POST /v1/holds` (`holdSlot`)
   */
  place(body: PlaceHold, options?: RequestOptions): Promise<Hold>

  /**
   * Lets the time go.
   *
   * The caller needs the permission `appointment:book`.
   *
   * @see `DELETE /v1/holds/{holdId}` (`releaseHold`)
   */
  release(holdId: string, options?: RequestOptions): Promise<void>

  /**
   * Keeps it for five more.
   *
   * The caller needs the permission `appointment:book`.
   *
   * @throws {VisitError} `hold_expired` or `renewals_used_up`, beside the common codes.
   * @see `POST /v1/holds/{holdId}/renew` (`renewHold`)
   */
  renew(holdId: string, options?: RequestOptions): Promise<Hold>
}

export const holds = (calls: Calls): HoldsApi => ({
  place: (body, options) => calls.call('repeat', 'holds', options, body),
  release: (holdId, options) => calls.call('delete', path`holds/${holdId}`, options),
  renew: (holdId, options) => calls.call('post', path`holds/${holdId}/renew`, options),
})

export interface IntakeApi {
  /**
   * The questionnaires of an appointment, with what has been answered.
   *
   * The caller needs the permission `intake:read`.
   *
   * @see `GET /v1/appointments/{appointmentId}/intake` (`listIntake`)
   */
  list(appointmentId: string, options?: RequestOptions): Promise<Answer<'listIntake'>>

  /**
   * Keeps a draft. Incomplete answers are welcome; nothing typed is lost. An answer that sets off an emergency
   * rule tells the clinic at once.
   *
   * The caller needs the permission `intake:answer`.
   *
   * @throws {VisitError} `version_conflict`, `already_submitted` or `unknown_question`, beside the common codes.
   * @see `PUT /v1/appointments/{appointmentId}/intake/{questionnaireCode}` (`saveIntake`)
   */
  save(appointmentId: string, questionnaireCode: string, body: SaveIntake, options?: RequestOptions): Promise<IntakeForm>

  /**
   * Hands the answers in: complete, scored, kept with who answered and when.
   *
   * The caller needs the permission `intake:answer`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `version_conflict`, `already_submitted` or `answers_missing`, beside the common codes.
   * @see `POST /v1/appointments/{appointmentId}/intake/{questionnaireCode}/submit` (`submitIntake`)
   */
  submit(appointmentId: string, questionnaireCode: string, body: SaveIntake, options?: RequestOptions): Promise<IntakeForm>
}

export const intake = (calls: Calls): IntakeApi => ({
  list: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}/intake`, options),
  save: (appointmentId, questionnaireCode, body, options) => calls.call('put', path`appointments/${appointmentId}/intake/${questionnaireCode}`, options, body),
  submit: (appointmentId, questionnaireCode, body, options) => calls.call('repeat', path`appointments/${appointmentId}/intake/${questionnaireCode}/submit`, options, body),
})

export interface MeApi {
  /**
   * The person behind the session, with the patients they may act for.
   *
   * The caller needs the permission `me:read`.
   *
   * @see `GET /v1/me` (`getMe`)
   */
  get(options?: RequestOptions): Promise<Me>
}

export const me = (calls: Calls): MeApi => ({
  get: (options) => calls.call('get', 'me', options),
})

export interface MembersApi {
  /**
   * Everyone who works for the organization. For administrators.
   *
   * The caller needs the permission `member:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/members` (`listMembers`)
   */
  list(query?: ListMembersQuery | undefined, options?: RequestOptions): Pages<Member>

  /**
   * Adds a member with roles. A privilege change: always audited.
   *
   * The caller needs the permission `member:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `identity_taken`, beside the common codes.
   * @see `POST /v1/members` (`createMember`)
   */
  create(body: CreateMember, options?: RequestOptions): Promise<Member>

  /**
   * Changes roles or disables a member. Disabling or losing a role ends the person's sessions at once.
   *
   * The caller needs the permission `member:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `version_conflict` or `last_administrator`, beside the common codes.
   * @see `PATCH /v1/members/{memberId}` (`updateMember`)
   */
  update(memberId: string, body: UpdateMember, options?: RequestOptions): Promise<Member>
}

export const members = (calls: Calls): MembersApi => ({
  list: (query, options) => calls.list('get', 'members', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'members', options, body),
  update: (memberId, body, options) => calls.call('patch', path`members/${memberId}`, options, body),
})

export interface OrganizationApi {
  /**
   * The health system of this session: brand, languages, contact.
   *
   * The caller needs the permission `organization:read`.
   * Does not count as the person being active.
   *
   * @see `GET /v1/organization` (`getOrganization`)
   */
  get(options?: RequestOptions): Promise<Organization>

  /**
   * Changes brand, languages, contact or video vendor. For administrators.
   *
   * The caller needs the permission `organization:update`.
   *
   * @throws {VisitError} `version_conflict` or `vendor_not_permitted`, beside the common codes.
   * @see `PATCH /v1/organization` (`updateOrganization`)
   */
  update(body: UpdateOrganization, options?: RequestOptions): Promise<Organization>
}

export const organization = (calls: Calls): OrganizationApi => ({
  get: (options) => calls.call('get', 'organization', options),
  update: (body, options) => calls.call('patch', 'organization', options, body),
})

export interface PatientsApi {
  /**
   * Registers a patient.
   *
   * The caller needs the permission `patient:create`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `record_number_taken` or `identity_taken`, beside the common codes.
   * @see `POST /v1/patients` (`createPatient`)
   */
  create(body: CreatePatient, options?: RequestOptions): Promise<Patient>

  /**
   * Finds patients by exact family name, birth date or record number. A POST, so that no name stands in a URL.
   *
   * The caller needs the permission `patient:search`.
   * Pages are fetched as you go through them.
   *
   * @see `POST /v1/patients/search` (`searchPatients`)
   */
  search(body: SearchPatients, query?: SearchPatientsQuery | undefined, options?: RequestOptions): Pages<PatientSummary>

  /**
   * One patient's demographics.
   *
   * The caller needs the permission `patient:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}` (`getPatient`)
   */
  get(patientId: string, options?: RequestOptions): Promise<Patient>

  /**
   * Changes a patient's demographics.
   *
   * The caller needs the permission `patient:update`.
   *
   * @throws {VisitError} `version_conflict` or `outside_proxy_scope`, beside the common codes.
   * @see `PATCH /v1/patients/{patientId}` (`updatePatient`)
   */
  update(patientId: string, body: UpdatePatient, options?: RequestOptions): Promise<Patient>
}

export const patients = (calls: Calls): PatientsApi => ({
  create: (body, options) => calls.call('repeat', 'patients', options, body),
  search: (body, query, options) => calls.list('ask', 'patients/search', options, body, query),
  get: (patientId, options) => calls.call('get', path`patients/${patientId}`, options),
  update: (patientId, body, options) => calls.call('patch', path`patients/${patientId}`, options, body),
})

export interface PractitionersApi {
  /**
   * Practitioners, by specialty, language or state of licence.
   *
   * The caller needs the permission `practitioner:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/practitioners` (`listPractitioners`)
   */
  list(query?: ListPractitionersQuery | undefined, options?: RequestOptions): Pages<PractitionerSummary>

  /**
   * Adds a practitioner. For administrators.
   *
   * The caller needs the permission `practitioner:manage`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `member_taken`, beside the common codes.
   * @see `POST /v1/practitioners` (`createPractitioner`)
   */
  create(body: CreatePractitioner, options?: RequestOptions): Promise<Practitioner>

  /**
   * One practitioner, with licences.
   *
   * The caller needs the permission `practitioner:read`.
   *
   * @see `GET /v1/practitioners/{practitionerId}` (`getPractitioner`)
   */
  get(practitionerId: string, options?: RequestOptions): Promise<Practitioner>

  /**
   * Changes a practitioner; slots follow within a second. For administrators.
   *
   * The caller needs the permission `practitioner:manage`.
   *
   * @throws {VisitError} `version_conflict`, beside the common codes.
   * @see `PATCH /v1/practitioners/{practitionerId}` (`updatePractitioner`)
   */
  update(practitionerId: string, body: UpdatePractitioner, options?: RequestOptions): Promise<Practitioner>
}

export const practitioners = (calls: Calls): PractitionersApi => ({
  list: (query, options) => calls.list('get', 'practitioners', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'practitioners', options, body),
  get: (practitionerId, options) => calls.call('get', path`practitioners/${practitionerId}`, options),
  update: (practitionerId, body, options) => calls.call('patch', path`practitioners/${practitionerId}`, options, body),
})

export interface ProxiesApi {
  /**
   * Who may act for the patient.
   *
   * The caller needs the permission `proxy:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/proxies` (`listProxies`)
   */
  list(patientId: string, options?: RequestOptions): Promise<Answer<'listProxies'>>

  /**
   * Lets a person act for the patient. Asks for a fresh proof of identity.
   *
   * The caller needs the permission `proxy:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `identity_taken`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/proxies` (`createProxy`)
   */
  create(patientId: string, body: CreateProxy, options?: RequestOptions): Promise<Proxy>

  /**
   * Ends a proxy's right today. Their sessions for this patient end at once.
   *
   * The caller needs the permission `proxy:manage`.
   *
   * @see `POST /v1/patients/{patientId}/proxies/{proxyId}/end` (`endProxy`)
   */
  end(patientId: string, proxyId: string, options?: RequestOptions): Promise<Proxy>
}

export const proxies = (calls: Calls): ProxiesApi => ({
  list: (patientId, options) => calls.call('get', path`patients/${patientId}/proxies`, options),
  create: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/proxies`, options, body),
  end: (patientId, proxyId, options) => calls.call('post', path`patients/${patientId}/proxies/${proxyId}/end`, options),
})

export interface QuestionnairesApi {
  /**
   * The organization's questionnaires.
   *
   * The caller needs the permission `questionnaire:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/questionnaires` (`listQuestionnaires`)
   */
  list(query?: ListQuestionnairesQuery | undefined, options?: RequestOptions): Pages<QuestionnaireSummary>

  /**
   * One questionnaire, by its code.
   *
   * The caller needs the permission `questionnaire:read`.
   *
   * @see `GET /v1/questionnaires/{questionnaireCode}` (`getQuestionnaire`)
   */
  get(questionnaireCode: string, query?: GetQuestionnaireQuery | undefined, options?: RequestOptions): Promise<Questionnaire>
}

export const questionnaires = (calls: Calls): QuestionnairesApi => ({
  list: (query, options) => calls.list('get', 'questionnaires', options, undefined, query),
  get: (questionnaireCode, query, options) => calls.call('get', path`questionnaires/${questionnaireCode}`, options, undefined, query),
})

export interface QueueApi {
  /**
   * Who is waiting for a practitioner.
   *
   * The caller needs the permission `queue:read`.
   *
   * @see `GET /v1/practitioners/{practitionerId}/queue` (`getQueue`)
   */
  get(practitionerId: string, options?: RequestOptions): Promise<Queue>

  /**
   * Tells waiting patients that the practitioner is away for a moment, or back.
   *
   * The caller needs the permission `queue:manage`.
   *
   * @see `PATCH /v1/practitioners/{practitionerId}/queue` (`pauseQueue`)
   */
  pause(practitionerId: string, body: Body<'pauseQueue'>, options?: RequestOptions): Promise<Answer<'pauseQueue'>>
}

export const queue = (calls: Calls): QueueApi => ({
  get: (practitionerId, options) => calls.call('get', path`practitioners/${practitionerId}/queue`, options),
  pause: (practitionerId, body, options) => calls.call('patch', path`practitioners/${practitionerId}/queue`, options, body),
})

export interface SessionsApi {
  /**
   * The session that asks, with its limits. Asking does not count as activity.
   *
   * The caller needs the permission `session:own`.
   * Does not count as the person being active.
   *
   * @see `GET /v1/session` (`getSession`)
   */
  current(options?: RequestOptions): Promise<Session>

  /**
   * Signs out: the session, its live stream and its seats end at once.
   *
   * The caller needs the permission `session:own`.
   *
   * @see `DELETE /v1/session` (`endSession`)
   */
  end(options?: RequestOptions): Promise<void>

  /**
   * The person says that they are still here.
   *
   * The caller needs the permission `session:own`.
   *
   * @see `POST /v1/session/extend` (`extendSession`)
   */
  extend(options?: RequestOptions): Promise<Session>

  /**
   * The caller's sessions that have not ended.
   *
   * The caller needs the permission `session:own`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/sessions` (`listSessions`)
   */
  list(query?: ListSessionsQuery | undefined, options?: RequestOptions): Pages<Session>

  /**
   * Ends another session of the same person, e.g. on a lost phone.
   *
   * The caller needs the permission `session:own`.
   *
   * @see `DELETE /v1/sessions/{sessionId}` (`endSessionById`)
   */
  endOther(sessionId: string, options?: RequestOptions): Promise<void>
}

export const sessions = (calls: Calls): SessionsApi => ({
  current: (options) => calls.call('get', 'session', options),
  end: (options) => calls.call('delete', 'session', options),
  extend: (options) => calls.call('post', 'session/extend', options),
  list: (query, options) => calls.list('get', 'sessions', options, undefined, query),
  endOther: (sessionId, options) => calls.call('delete', path`sessions/${sessionId}`, options),
})

export interface SlotsApi {
  /**
   * Bookable times: by visit type, practitioner, language and the patient's state and age. At most 31 days a call.
   *
   * The caller needs the permission `slot:search`.
   *
   * @throws {VisitError} `window_too_long`, beside the common codes.
   * @see `GET /v1/slots` (`searchSlots`)
   */
  search(query: SearchSlotsQuery, options?: RequestOptions): Promise<SlotSearchAnswer>
}

export const slots = (calls: Calls): SlotsApi => ({
  search: (query, options) => calls.call('get', 'slots', options, undefined, query),
})

export interface SpecialtiesApi {
  /**
   * The specialties that have something to book.
   *
   * The caller needs the permission `visit-type:read`.
   *
   * @see `GET /v1/specialties` (`listSpecialties`)
   */
  list(options?: RequestOptions): Promise<Answer<'listSpecialties'>>
}

export const specialties = (calls: Calls): SpecialtiesApi => ({
  list: (options) => calls.call('get', 'specialties', options),
})

export interface VisitTypesApi {
  /**
   * What can be booked.
   *
   * The caller needs the permission `visit-type:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/visit-types` (`listVisitTypes`)
   */
  list(query?: ListVisitTypesQuery | undefined, options?: RequestOptions): Pages<VisitType>

  /**
   * Adds something to book. For administrators.
   *
   * The caller needs the permission `visit-type:manage`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `code_taken`, beside the common codes.
   * @see `POST /v1/visit-types` (`createVisitType`)
   */
  create(body: CreateVisitType, options?: RequestOptions): Promise<VisitType>
}

export const visitTypes = (calls: Calls): VisitTypesApi => ({
  list: (query, options) => calls.list('get', 'visit-types', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'visit-types', options, body),
})

export interface VisitsApi {
  /**
   * Says where the patient is and how to call back, and joins the line. Refused where the practitioner holds no
   * licence.
   *
   * The caller needs the permission `visit:check-in`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `consent_missing`, `intake_missing`, `not_licensed`, `too_early`, `too_late` or
   * `not_checkinable`, beside the common codes.
   * @see `POST /v1/appointments/{appointmentId}/check-in` (`checkIn`)
   */
  checkIn(appointmentId: string, body: CheckIn, options?: RequestOptions): Promise<Visit>

  /**
   * The visit of an appointment, once checked in.
   *
   * The caller needs the permission `visit:read`.
   *
   * @see `GET /v1/appointments/{appointmentId}/visit` (`getVisitOfAppointment`)
   */
  ofAppointment(appointmentId: string, options?: RequestOptions): Promise<Visit>

  /**
   * One visit.
   *
   * The caller needs the permission `visit:read`.
   *
   * @see `GET /v1/visits/{visitId}` (`getVisit`)
   */
  get(visitId: string, options?: RequestOptions): Promise<Visit>

  /**
   * Lets the patient into the room. Consent and licence are checked once more.
   *
   * The caller needs the permission `visit:admit`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `consent_missing`, `not_licensed` or `not_waiting`, beside the common codes.
   * @see `POST /v1/visits/{visitId}/admit` (`admitPatient`)
   */
  admit(visitId: string, options?: RequestOptions): Promise<Visit>

  /**
   * Keeps the result of the camera, sound and connection check.
   *
   * The caller needs the permission `visit:check-in`.
   *
   * @throws {VisitError} `visit_ended`, beside the common codes.
   * @see `PUT /v1/visits/{visitId}/device-check` (`recordDeviceCheck`)
   */
  recordDeviceCheck(visitId: string, body: DeviceCheck, options?: RequestOptions): Promise<Visit>

  /**
   * Ends the visit for everyone. For the practitioner.
   *
   * The caller needs the permission `visit:end`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `visit_ended`, beside the common codes.
   * @see `POST /v1/visits/{visitId}/end` (`endVisit`)
   */
  end(visitId: string, body: EndVisit, options?: RequestOptions): Promise<Visit>

  /**
   * Corrects where the patient is, before or during the visit. The licence is checked again.
   *
   * The caller needs the permission `visit:check-in`.
   *
   * @throws {VisitError} `not_licensed` or `visit_ended`, beside the common codes.
   * @see `PUT /v1/visits/{visitId}/location` (`changeVisitLocation`)
   */
  changeLocation(visitId: string, body: CheckIn, options?: RequestOptions): Promise<Visit>

  /**
   * The patient's place in line and how long it usually takes. Says that the waiting room is open on their screen,
   * and keeps the session
   * of whoever waits: nobody is signed out for waiting.
   *
   * The caller needs the permission `visit:wait`.
   *
   * @see `GET /v1/visits/{visitId}/place` (`getQueuePlace`)
   */
  place(visitId: string, options?: RequestOptions): Promise<QueuePlace>

  /**
   * A seat in the room: the right to join, with what the video vendor needs. Patients get one once admitted.
   *
   * The caller needs the permission `visit:join`.
   *
   * @throws {VisitError} `not_admitted`, `visit_ended`, `consent_missing`, `not_licensed`, `vendor_not_permitted`,
   * `vendor_unavailable` or `room_full`, beside the common codes.
   * @see `POST /v1/visits/{visitId}/seats` (`takeSeat`)
   */
  takeSeat(visitId: string, options?: RequestOptions): Promise<Seat>

  /**
   * Leaves the room. The visit goes on; the seat can be taken again.
   *
   * The caller needs the permission `visit:join`.
   *
   * @see `POST /v1/visits/{visitId}/seats/{seatId}/leave` (`leaveSeat`)
   */
  leaveSeat(visitId: string, seatId: string, options?: RequestOptions): Promise<Visit>
}

export const visits = (calls: Calls): VisitsApi => ({
  checkIn: (appointmentId, body, options) => calls.call('repeat', path`appointments/${appointmentId}/check-in`, options, body),
  ofAppointment: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}/visit`, options),
  get: (visitId, options) => calls.call('get', path`visits/${visitId}`, options),
  admit: (visitId, options) => calls.call('repeat', path`visits/${visitId}/admit`, options),
  recordDeviceCheck: (visitId, body, options) => calls.call('put', path`visits/${visitId}/device-check`, options, body),
  end: (visitId, body, options) => calls.call('repeat', path`visits/${visitId}/end`, options, body),
  changeLocation: (visitId, body, options) => calls.call('put', path`visits/${visitId}/location`, options, body),
  place: (visitId, options) => calls.call('get', path`visits/${visitId}/place`, options),
  takeSeat: (visitId, options) => calls.call('post', path`visits/${visitId}/seats`, options),
  leaveSeat: (visitId, seatId, options) => calls.call('post', path`visits/${visitId}/seats/${seatId}/leave`, options),
})

/** Every resource of the contract. */
export interface Resources {
  readonly accesses: AccessesApi
  readonly appointments: AppointmentsApi
  readonly availability: AvailabilityApi
  readonly consents: ConsentsApi
  readonly holds: HoldsApi
  readonly intake: IntakeApi
  readonly me: MeApi
  readonly members: MembersApi
  readonly organization: OrganizationApi
  readonly patients: PatientsApi
  readonly practitioners: PractitionersApi
  readonly proxies: ProxiesApi
  readonly questionnaires: QuestionnairesApi
  readonly queue: QueueApi
  readonly sessions: SessionsApi
  readonly slots: SlotsApi
  readonly specialties: SpecialtiesApi
  readonly visitTypes: VisitTypesApi
  readonly visits: VisitsApi
}

export const createResources = (calls: Calls): Resources => ({
  accesses: accesses(calls),
  appointments: appointments(calls),
  availability: availability(calls),
  consents: consents(calls),
  holds: holds(calls),
  intake: intake(calls),
  me: me(calls),
  members: members(calls),
  organization: organization(calls),
  patients: patients(calls),
  practitioners: practitioners(calls),
  proxies: proxies(calls),
  questionnaires: questionnaires(calls),
  queue: queue(calls),
  sessions: sessions(calls),
  slots: slots(calls),
  specialties: specialties(calls),
  visitTypes: visitTypes(calls),
  visits: visits(calls),
})
