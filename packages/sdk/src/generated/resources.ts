// Generated from packages/contract by `npm run generate`. Do not edit.
import type { Calls } from '../core/calls.ts'
import type { Body, OperationResponse, Query, WholeQuery } from '../core/operation-types.ts'
import type { Pages } from '../core/pages.ts'
import { path } from '../core/path.ts'
import type { RequestOptions } from '../core/transport.ts'
import type {
  AcceptInvitation,
  Access,
  AddCoverage,
  Allergy,
  Appointment,
  Attachment,
  Availability,
  BookAppointment,
  CancelAppointment,
  CarePlan,
  CareTask,
  CareTeam,
  ChangeClaim,
  ChartCondition,
  CheckIn,
  Claim,
  ClaimSummary,
  CommunicationPreferences,
  Consent,
  ConsentDocument,
  ConsentEvidence,
  Cover,
  Coverage,
  CreateCareTeam,
  CreateFavorite,
  CreateMember,
  CreatePatient,
  CreatePractitioner,
  CreateProxy,
  CreateVisitType,
  CreatedInvitation,
  CreatedProxy,
  DecideConsent,
  Delivery,
  DeviceCheck,
  Eligibility,
  EndVisit,
  Estimate,
  FavoritePrescription,
  HandOver,
  HeldLine,
  HeldLineDetail,
  Hold,
  IntakeForm,
  Invitation,
  LabOrder,
  LabResult,
  ListedSummary,
  MailboxFile,
  Me,
  Member,
  Note,
  NoteDifference,
  NoteSummary,
  NoteVerification,
  NoteVersion,
  Organization,
  Outcome,
  Patient,
  PatientLogin,
  PatientSummary,
  Payment,
  PharmacyRequest,
  PlaceHold,
  PlaceLabOrder,
  Practitioner,
  PractitionerSummary,
  Prescription,
  Proxy,
  PsychotherapyNote,
  PublishConsentDocument,
  PutAvailability,
  Questionnaire,
  QuestionnaireSummary,
  Queue,
  QueuePosition,
  Referral,
  Remittance,
  RemittanceLine,
  RescheduleAppointment,
  SaveIntake,
  SaveNote,
  SearchPatients,
  Seat,
  Session,
  SlotSearchResult,
  StartCover,
  Statement,
  Survey,
  Thread,
  ThreadSummary,
  UnmatchedResult,
  UpdateCareTeam,
  UpdateMember,
  UpdateOrganization,
  UpdatePatient,
  UpdatePractitioner,
  UpdateProxy,
  Visit,
  VisitSummary,
  VisitType,
  WebhookDelivery,
  WebhookEndpoint,
  WritePrescription,
} from './models.ts'

/** What `accesses.ofActor` asks for. */
export type ListActorAccessesQuery = Query<'listActorAccesses'>

/** What `appointments.list` asks for. */
export type ListAppointmentsQuery = Query<'listAppointments'>

/** What `careTeams.list` asks for. */
export type ListCareTeamsQuery = Query<'listCareTeams'>

/** What `claims.list` asks for. */
export type ListClaimsQuery = Query<'listClaims'>

/** What `consents.listDocuments` asks for. */
export type ListConsentDocumentsQuery = Query<'listConsentDocuments'>

/** What `consents.getDocument` asks for. */
export type GetConsentDocumentQuery = WholeQuery<'getConsentDocument'>

/** What `covers.list` asks for. */
export type ListCoversQuery = Query<'listCovers'>

/** What `notes.diagnosisCodes` asks for. */
export type SearchDiagnosisCodesQuery = WholeQuery<'searchDiagnosisCodes'>

/** What `estimates.due` asks for. */
export type ListDueEstimatesQuery = Query<'listDueEstimates'>

/** What `remittances.heldLines` asks for. */
export type ListHeldLinesQuery = Query<'listHeldLines'>

/** What `remittances.heldLine` asks for. */
export type GetHeldLineQuery = WholeQuery<'getHeldLine'>

/** What `invitations.list` asks for. */
export type ListInvitationsQuery = Query<'listInvitations'>

/** What `labs.waiting` asks for. */
export type ListWaitingLabResultsQuery = Query<'listWaitingLabResults'>

/** What `labs.tests` asks for. */
export type SearchLabTestsQuery = WholeQuery<'searchLabTests'>

/** What `mailbox.list` asks for. */
export type ListMailboxFilesQuery = Query<'listMailboxFiles'>

/** What `medications.search` asks for. */
export type SearchMedicationsQuery = WholeQuery<'searchMedications'>

/** What `members.list` asks for. */
export type ListMembersQuery = Query<'listMembers'>

/** What `notes.waiting` asks for. */
export type ListWaitingNotesQuery = Query<'listWaitingNotes'>

/** What `notes.difference` asks for. */
export type CompareNoteVersionsQuery = WholeQuery<'compareNoteVersions'>

/** What `notes.versions` asks for. */
export type ListNoteVersionsQuery = Query<'listNoteVersions'>

/** What `patients.search` asks for. */
export type SearchPatientsQuery = Query<'searchPatients'>

/** What `accesses.ofPatient` asks for. */
export type ListPatientAccessesQuery = Query<'listPatientAccesses'>

/** What `conditions.ofPatient` asks for. */
export type ListConditionsQuery = Query<'listConditions'>

/** What `consents.requirements` asks for. */
export type ListConsentRequirementsQuery = WholeQuery<'listConsentRequirements'>

/** What `consents.list` asks for. */
export type ListConsentsQuery = Query<'listConsents'>

/** What `preferences.deliveries` asks for. */
export type ListDeliveriesQuery = Query<'listDeliveries'>

/** What `estimates.ofPatient` asks for. */
export type ListEstimatesQuery = Query<'listEstimates'>

/** What `labs.ordersOfPatient` asks for. */
export type ListLabOrdersQuery = Query<'listLabOrders'>

/** What `labs.resultsOfPatient` asks for. */
export type ListLabResultsQuery = Query<'listLabResults'>

/** What `notes.ofPatient` asks for. */
export type ListPatientNotesQuery = Query<'listPatientNotes'>

/** What `outcomes.ofPatient` asks for. */
export type ListOutcomesQuery = Query<'listOutcomes'>

/** What `prescriptions.ofPatient` asks for. */
export type ListPrescriptionsQuery = Query<'listPrescriptions'>

/** What `statements.get` asks for. */
export type GetStatementQuery = WholeQuery<'getStatement'>

/** What `summaries.ofPatient` asks for. */
export type ListVisitSummariesQuery = Query<'listVisitSummaries'>

/** What `pharmacies.search` asks for. */
export type SearchPharmaciesQuery = WholeQuery<'searchPharmacies'>

/** What `prescriptions.requests` asks for. */
export type ListPharmacyRequestsQuery = Query<'listPharmacyRequests'>

/** What `practitioners.list` asks for. */
export type ListPractitionersQuery = Query<'listPractitioners'>

/** What `questionnaires.list` asks for. */
export type ListQuestionnairesQuery = Query<'listQuestionnaires'>

/** What `questionnaires.get` asks for. */
export type GetQuestionnaireQuery = WholeQuery<'getQuestionnaire'>

/** What `referrals.list` asks for. */
export type ListReferralsQuery = Query<'listReferrals'>

/** What `remittances.list` asks for. */
export type ListRemittancesQuery = Query<'listRemittances'>

/** What `fees.serviceCodes` asks for. */
export type SearchServiceCodesQuery = WholeQuery<'searchServiceCodes'>

/** What `sessions.list` asks for. */
export type ListSessionsQuery = Query<'listSessions'>

/** What `slots.search` asks for. */
export type SearchSlotsQuery = WholeQuery<'searchSlots'>

/** What `tasks.list` asks for. */
export type ListTasksQuery = Query<'listTasks'>

/** What `threads.list` asks for. */
export type ListThreadsQuery = Query<'listThreads'>

/** What `threads.get` asks for. */
export type GetThreadQuery = WholeQuery<'getThread'>

/** What `labs.unmatched` asks for. */
export type ListUnmatchedResultsQuery = Query<'listUnmatchedResults'>

/** What `visitTypes.list` asks for. */
export type ListVisitTypesQuery = Query<'listVisitTypes'>

/** What `webhookEndpoints.deliveries` asks for. */
export type ListWebhookDeliveriesQuery = Query<'listWebhookDeliveries'>

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

export interface AllergiesApi {
  /**
   * A patient's allergies. `asked` is false while nobody has asked: an empty list then says nothing.
   *
   * The caller needs the permission `chart:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/allergies` (`listAllergies`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<OperationResponse<'listAllergies'>>

  /**
   * Adds an allergy.
   *
   * The caller needs the permission `chart:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @see `POST /v1/patients/{patientId}/allergies` (`addAllergy`)
   */
  add(patientId: string, body: Body<'addAllergy'>, options?: RequestOptions): Promise<Allergy>

  /**
   * Notes that a patient was asked and has none.
   *
   * The caller needs the permission `chart:write`.
   *
   * @throws {VisitError} `has_allergies`, beside the common codes.
   * @see `PUT /v1/patients/{patientId}/allergies/none-known` (`noKnownAllergies`)
   */
  noneKnown(patientId: string, options?: RequestOptions): Promise<OperationResponse<'noKnownAllergies'>>

  /**
   * Ends an allergy, or says that it was entered in error.
   *
   * The caller needs the permission `chart:write`.
   *
   * @throws {VisitError} `version_conflict`, beside the common codes.
   * @see `PATCH /v1/patients/{patientId}/allergies/{allergyId}` (`changeAllergy`)
   */
  change(patientId: string, allergyId: string, body: Body<'changeAllergy'>, options?: RequestOptions): Promise<Allergy>
}

export const allergies = (calls: Calls): AllergiesApi => ({
  ofPatient: (patientId, options) => calls.call('get', path`patients/${patientId}/allergies`, options),
  add: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/allergies`, options, body),
  noneKnown: (patientId, options) => calls.call('put', path`patients/${patientId}/allergies/none-known`, options),
  change: (patientId, allergyId, body, options) => calls.call('patch', path`patients/${patientId}/allergies/${allergyId}`, options, body),
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
   * @throws {VisitError} `hold_expired`, `slot_taken`, `not_licensed`, `age_out_of_range`, `slot_unavailable` or
   * `outside_proxy_scope`, beside the common codes.
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
   * @throws {VisitError} `too_late_to_change`, `not_changeable` or `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/appointments/{appointmentId}/cancel` (`cancelAppointment`)
   */
  cancel(appointmentId: string, body: CancelAppointment, options?: RequestOptions): Promise<Appointment>

  /**
   * Moves it to a held time. The old time is free again at once.
   *
   * The caller needs the permission `appointment:book`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `hold_expired`, `slot_taken`, `not_licensed`, `too_late_to_change`, `not_changeable`,
   * `slot_unavailable`, `age_out_of_range` or `outside_proxy_scope`, beside the common codes.
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

export interface AttachmentsApi {
  /**
   * A file of a message.
   *
   * The caller needs the permission `thread:read`.
   * Answers the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/attachments/{attachmentId}/content` (`getAttachmentContent`)
   */
  content(attachmentId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Keeps a file for a message: an image or a PDF, at most 10 MB. What a camera wrote into an image (place,
   * device) is taken out.
   *
   * The caller needs the permission `thread:write`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `unsupported_attachment_type`, `body_too_large` or
   * `attachment_unreadable`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/attachments` (`addAttachment`)
   */
  add(patientId: string, body: Body<'addAttachment'>, options?: RequestOptions): Promise<Attachment>
}

export const attachments = (calls: Calls): AttachmentsApi => ({
  content: (attachmentId, options) => calls.call('get', path`attachments/${attachmentId}/content`, options),
  add: (patientId, body, options) =>
    calls.call('post', path`patients/${patientId}/attachments`, {
      ...options,
      body,
      headers: { ...options?.headers, 'content-type': 'application/octet-stream' },
    }),
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
   * @throws {VisitError} `version_conflict`, `windows_overlap`, `unknown_zone` or `not_assigned`, beside the
   * common codes.
   * @see `PUT /v1/practitioners/{practitionerId}/availability` (`putAvailability`)
   */
  put(practitionerId: string, body: PutAvailability, options?: RequestOptions): Promise<Availability>
}

export const availability = (calls: Calls): AvailabilityApi => ({
  get: (practitionerId, options) => calls.call('get', path`practitioners/${practitionerId}/availability`, options),
  put: (practitionerId, body, options) => calls.call('put', path`practitioners/${practitionerId}/availability`, options, body),
})

export interface CarePlansApi {
  /**
   * A patient's care plan.
   *
   * The caller needs the permission `care-plan:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/care-plan` (`getCarePlan`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<CarePlan>

  /**
   * Replaces a patient's care plan.
   *
   * The caller needs the permission `care-plan:write`.
   *
   * @throws {VisitError} `version_conflict`, beside the common codes.
   * @see `PUT /v1/patients/{patientId}/care-plan` (`putCarePlan`)
   */
  put(patientId: string, body: Body<'putCarePlan'>, options?: RequestOptions): Promise<CarePlan>
}

export const carePlans = (calls: Calls): CarePlansApi => ({
  ofPatient: (patientId, options) => calls.call('get', path`patients/${patientId}/care-plan`, options),
  put: (patientId, body, options) => calls.call('put', path`patients/${patientId}/care-plan`, options, body),
})

export interface CareTeamsApi {
  /**
   * Care teams. Administrators see all of them, everyone else their own.
   *
   * The caller needs the permission `care-team:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/care-teams` (`listCareTeams`)
   */
  list(query?: ListCareTeamsQuery | undefined, options?: RequestOptions): Pages<CareTeam>

  /**
   * Makes a care team. A privilege change: its members reach each other's patients. For administrators.
   *
   * The caller needs the permission `care-team:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @see `POST /v1/care-teams` (`createCareTeam`)
   */
  create(body: CreateCareTeam, options?: RequestOptions): Promise<CareTeam>

  /**
   * Renames a care team, or changes who belongs to it. Holds from the next request on. For administrators.
   *
   * The caller needs the permission `care-team:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `version_conflict`, beside the common codes.
   * @see `PATCH /v1/care-teams/{careTeamId}` (`updateCareTeam`)
   */
  update(careTeamId: string, body: UpdateCareTeam, options?: RequestOptions): Promise<CareTeam>

  /**
   * Ends a care team: it connects no one from the next request on. For administrators.
   *
   * The caller needs the permission `care-team:manage`.
   *
   * @throws {VisitError} `version_conflict`, beside the common codes.
   * @see `POST /v1/care-teams/{careTeamId}/retire` (`retireCareTeam`)
   */
  retire(careTeamId: string, options?: RequestOptions): Promise<CareTeam>
}

export const careTeams = (calls: Calls): CareTeamsApi => ({
  list: (query, options) => calls.list('get', 'care-teams', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'care-teams', options, body),
  update: (careTeamId, body, options) => calls.call('patch', path`care-teams/${careTeamId}`, options, body),
  retire: (careTeamId, options) => calls.call('post', path`care-teams/${careTeamId}/retire`, options),
})

export interface ClaimsApi {
  /**
   * How many claims are in each state.
   *
   * The caller needs the permission `claim:read`.
   * Does not count as the person being active.
   *
   * @see `GET /v1/claim-counts` (`countClaims`)
   */
  counts(options?: RequestOptions): Promise<OperationResponse<'countClaims'>>

  /**
   * The claims of the organization in one state, the oldest filing date first.
   *
   * The caller needs the permission `claim:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/claims` (`listClaims`)
   */
  list(query?: ListClaimsQuery | undefined, options?: RequestOptions): Pages<ClaimSummary>

  /**
   * One claim with everything that was said about it.
   *
   * The caller needs the permission `claim:read`.
   *
   * @see `GET /v1/claims/{claimId}` (`getClaim`)
   */
  get(claimId: string, options?: RequestOptions): Promise<Claim>

  /**
   * Changes a claim that has not been sent. It is checked again.
   *
   * The caller needs the permission `claim:write`.
   *
   * @throws {VisitError} `claim_sent`, `version_conflict`, `unknown_code` or `note_not_signed`, beside the common
   * codes.
   * @see `PUT /v1/claims/{claimId}` (`changeClaim`)
   */
  change(claimId: string, body: ChangeClaim, options?: RequestOptions): Promise<Claim>

  /**
   * The boxes of the CMS-1500 (02/12) form, for payers that take paper. A claim that has not been sent is printed
   * exactly when it might be sent; one that
   * has been is printed as it was sent. The form's artwork is not ours to ship.
   *
   * The caller needs the permission `claim:read`.
   *
   * @throws {VisitError} `claim_blocked`, `claim_sent` or `note_not_signed`, beside the common codes.
   * @see `GET /v1/claims/{claimId}/cms-1500` (`getClaimForm`)
   */
  form(claimId: string, options?: RequestOptions): Promise<OperationResponse<'getClaimForm'>>

  /**
   * A new claim that replaces one which the payer has answered (frequency 7); a first claim (frequency 1) once
   * another payer's coverage is chosen, because
   * no payer can replace what another has. For a claim that was taken back: the visit is billed again, by a first
   * claim, once.
   *
   * The caller needs the permission `claim:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `claim_not_adjudicated`, `version_conflict` or `note_not_signed`, beside the common
   * codes.
   * @see `POST /v1/claims/{claimId}/correct` (`correctClaim`)
   */
  correct(claimId: string, options?: RequestOptions): Promise<Claim>

  /**
   * What was sent and received about a claim, as it stood on the wire.
   *
   * The caller needs the permission `claim:read`.
   *
   * @see `GET /v1/claims/{claimId}/messages` (`listClaimMessages`)
   */
  messages(claimId: string, options?: RequestOptions): Promise<OperationResponse<'listClaimMessages'>>

  /**
   * Takes the visit and the note as they are now into a claim that has not been sent.
   *
   * The caller needs the permission `claim:write`.
   *
   * @throws {VisitError} `claim_sent`, `version_conflict` or `note_not_signed`, beside the common codes.
   * @see `POST /v1/claims/{claimId}/refresh` (`refreshClaim`)
   */
  refresh(claimId: string, options?: RequestOptions): Promise<Claim>

  /**
   * Sends a claim to the payer. Refused while a finding blocks it.
   *
   * The caller needs the permission `claim:submit`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `claim_blocked`, `claim_sent`, `version_conflict`, `vendor_not_permitted` or
   * `note_not_signed`, beside the common codes.
   * @see `POST /v1/claims/{claimId}/submit` (`submitClaim`)
   */
  submit(claimId: string, body: Body<'submitClaim'>, options?: RequestOptions): Promise<Claim>

  /**
   * Takes a claim back (frequency 8). It is voided once the payer says so.
   *
   * The caller needs the permission `claim:submit`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `claim_not_adjudicated`, `version_conflict`, `claim_blocked` or `vendor_not_permitted`,
   * beside the common codes.
   * @see `POST /v1/claims/{claimId}/void` (`voidClaim`)
   */
  void(claimId: string, options?: RequestOptions): Promise<Claim>

  /**
   * The claim of a visit: made when its note is signed.
   *
   * The caller needs the permission `claim:read`.
   *
   * @see `GET /v1/visits/{visitId}/claim` (`getClaimOfVisit`)
   */
  ofVisit(visitId: string, options?: RequestOptions): Promise<Claim>

  /**
   * The patient pays all of a visit and asks that no payer hears of it: 45 CFR 164.522(a)(1)(vi).
   *
   * The caller needs the permission `payment:make`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope` or `claim_sent`, beside the common codes.
   * @see `POST /v1/visits/{visitId}/self-pay` (`chooseSelfPay`)
   */
  selfPay(visitId: string, options?: RequestOptions): Promise<OperationResponse<'chooseSelfPay'>>
}

export const claims = (calls: Calls): ClaimsApi => ({
  counts: (options) => calls.call('get', 'claim-counts', options),
  list: (query, options) => calls.list('get', 'claims', options, undefined, query),
  get: (claimId, options) => calls.call('get', path`claims/${claimId}`, options),
  change: (claimId, body, options) => calls.call('put', path`claims/${claimId}`, options, body),
  form: (claimId, options) => calls.call('get', path`claims/${claimId}/cms-1500`, options),
  correct: (claimId, options) => calls.call('repeat', path`claims/${claimId}/correct`, options),
  messages: (claimId, options) => calls.call('get', path`claims/${claimId}/messages`, options),
  refresh: (claimId, options) => calls.call('post', path`claims/${claimId}/refresh`, options),
  submit: (claimId, body, options) => calls.call('repeat', path`claims/${claimId}/submit`, options, body),
  void: (claimId, options) => calls.call('repeat', path`claims/${claimId}/void`, options),
  ofVisit: (visitId, options) => calls.call('get', path`visits/${visitId}/claim`, options),
  selfPay: (visitId, options) => calls.call('repeat', path`visits/${visitId}/self-pay`, options),
})

export interface ConditionsApi {
  /**
   * The problems that signed notes name, the latest first. Patients do not see what was entered in error.
   *
   * The caller needs the permission `chart:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/conditions` (`listConditions`)
   */
  ofPatient(patientId: string, query?: ListConditionsQuery | undefined, options?: RequestOptions): Pages<ChartCondition>

  /**
   * Says that a problem is over, was entered in error, or is there after all. For anyone who may sign notes, since
   * signed notes put it there.
   * The notes stay as they are; a later one that names the problem makes it active again.
   *
   * The caller needs the permission `note:sign`.
   *
   * @throws {VisitError} `version_conflict`, beside the common codes.
   * @see `PATCH /v1/patients/{patientId}/conditions/{conditionId}` (`changeCondition`)
   */
  change(patientId: string, conditionId: string, body: Body<'changeCondition'>, options?: RequestOptions): Promise<ChartCondition>
}

export const conditions = (calls: Calls): ConditionsApi => ({
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/conditions`, options, undefined, query),
  change: (patientId, conditionId, body, options) => calls.call('patch', path`patients/${patientId}/conditions/${conditionId}`, options, body),
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
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/consents/{consentId}/evidence` (`getConsentEvidence`)
   */
  evidence(consentId: string, options?: RequestOptions): Promise<ConsentEvidence>

  /**
   * Takes a consent back. Acts at once on a live visit; what happened before stays lawful.
   *
   * The caller needs the permission `consent:decide`.
   *
   * @throws {VisitError} `already_revoked`, `not_granted`, `consent_superseded` or `outside_proxy_scope`, beside
   * the common codes.
   * @see `POST /v1/consents/{consentId}/revoke` (`revokeConsent`)
   */
  revoke(consentId: string, options?: RequestOptions): Promise<Consent>

  /**
   * What this patient still has to decide before a visit of this type.
   *
   * The caller needs the permission `consent:read`.
   *
   * @throws {VisitError} `consent_document_missing` or `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/consent-requirements` (`listConsentRequirements`)
   */
  requirements(patientId: string, query: ListConsentRequirementsQuery, options?: RequestOptions): Promise<OperationResponse<'listConsentRequirements'>>

  /**
   * The patient's decisions, newest first.
   *
   * The caller needs the permission `consent:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/consents` (`listConsents`)
   */
  list(patientId: string, query?: ListConsentsQuery | undefined, options?: RequestOptions): Pages<Consent>

  /**
   * Records a decision with its evidence. Declining is a decision too and closes no door.
   *
   * The caller needs the permission `consent:decide`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `document_changed`, `sections_not_read`, `signature_missing`,
   * `written_signature_required` or `outside_proxy_scope`, beside the common codes.
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

export interface CoveragesApi {
  /**
   * Asks the payer whether a coverage holds. The answer comes later: `coverage.changed` on the live stream.
   *
   * The caller needs the permission `coverage:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `vendor_not_permitted` or `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/coverages/{coverageId}/eligibility-checks` (`checkEligibility`)
   */
  checkEligibility(coverageId: string, options?: RequestOptions): Promise<Eligibility>

  /**
   * Ends a coverage.
   *
   * The caller needs the permission `coverage:write`.
   *
   * @throws {VisitError} `version_conflict` or `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/coverages/{coverageId}/end` (`endCoverage`)
   */
  end(coverageId: string, body: Body<'endCoverage'>, options?: RequestOptions): Promise<Coverage>

  /**
   * Who pays for a patient.
   *
   * The caller needs the permission `coverage:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/coverages` (`listCoverages`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<OperationResponse<'listCoverages'>>

  /**
   * Adds a coverage and asks the payer whether it holds.
   *
   * The caller needs the permission `coverage:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope`, `unknown_payer`, `subscriber_missing` or `coverage_overlaps`,
   * beside the common codes.
   * @see `POST /v1/patients/{patientId}/coverages` (`addCoverage`)
   */
  add(patientId: string, body: AddCoverage, options?: RequestOptions): Promise<Coverage>
}

export const coverages = (calls: Calls): CoveragesApi => ({
  checkEligibility: (coverageId, options) => calls.call('repeat', path`coverages/${coverageId}/eligibility-checks`, options),
  end: (coverageId, body, options) => calls.call('post', path`coverages/${coverageId}/end`, options, body),
  ofPatient: (patientId, options) => calls.call('get', path`patients/${patientId}/coverages`, options),
  add: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/coverages`, options, body),
})

export interface CoversApi {
  /**
   * Covers, latest first.
   *
   * The caller needs the permission `cover:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/covers` (`listCovers`)
   */
  list(query?: ListCoversQuery | undefined, options?: RequestOptions): Pages<Cover>

  /**
   * Takes cover for a colleague who is not available: from now on the caller may act in their work and read their
   * patients' charts. The
   * reason and every act under it are in the ledger; the colleague sees the cover at once, and patients see it in
   * their access log.
   *
   * The caller needs the permission `cover:take`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `cover_exists` or `too_many_covers`, beside the common codes.
   * @see `POST /v1/covers` (`startCover`)
   */
  start(body: StartCover, options?: RequestOptions): Promise<Cover>

  /**
   * Ends a cover before its time. For both colleagues and administrators.
   *
   * The caller needs the permission `cover:end`.
   *
   * @throws {VisitError} `cover_ended` or `not_assigned`, beside the common codes.
   * @see `POST /v1/covers/{coverId}/end` (`endCover`)
   */
  end(coverId: string, options?: RequestOptions): Promise<Cover>

  /**
   * Gives a practitioner's work to a colleague for a time, or puts it under a supervisor. For the practitioner
   * themselves and administrators.
   *
   * The caller needs the permission `cover:give`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `cover_exists` or `not_assigned`, beside the common codes.
   * @see `POST /v1/practitioners/{practitionerId}/hand-overs` (`handOver`)
   */
  handOver(practitionerId: string, body: HandOver, options?: RequestOptions): Promise<Cover>
}

export const covers = (calls: Calls): CoversApi => ({
  list: (query, options) => calls.list('get', 'covers', options, undefined, query),
  start: (body, options) => calls.call('repeat', 'covers', options, body),
  end: (coverId, options) => calls.call('post', path`covers/${coverId}/end`, options),
  handOver: (practitionerId, body, options) => calls.call('repeat', path`practitioners/${practitionerId}/hand-overs`, options, body),
})

export interface EstimatesApi {
  /**
   * Estimates that are due and that the server cannot issue by itself, the first to be late first.
   *
   * The caller needs the permission `claim:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/estimates` (`listDueEstimates`)
   */
  due(query?: ListDueEstimatesQuery | undefined, options?: RequestOptions): Pages<Estimate>

  /**
   * Issues an estimate: it is from then on what the bill is held against.
   *
   * The caller needs the permission `claim:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `version_conflict`, `unknown_code` or `already_issued`, beside the common codes.
   * @see `POST /v1/estimates/{estimateId}/issue` (`issueEstimate`)
   */
  issue(estimateId: string, body: Body<'issueEstimate'>, options?: RequestOptions): Promise<Estimate>

  /**
   * An issued estimate to print or keep.
   *
   * The caller needs the permission `statement:read`.
   * Answers the file as a `Blob`.
   *
   * @throws {VisitError} `not_issued` or `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/estimates/{estimateId}/pdf` (`getEstimatePdf`)
   */
  pdf(estimateId: string, options?: RequestOptions): Promise<Blob>

  /**
   * A patient's estimates, newest first.
   *
   * The caller needs the permission `statement:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/estimates` (`listEstimates`)
   */
  ofPatient(patientId: string, query?: ListEstimatesQuery | undefined, options?: RequestOptions): Pages<Estimate>

  /**
   * Asks for an estimate. The server issues it at once where it knows all it needs; else a person does before its
   * clock runs out.
   *
   * The caller needs the permission `estimate:request`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/estimates` (`requestEstimate`)
   */
  request(patientId: string, body: Body<'requestEstimate'>, options?: RequestOptions): Promise<Estimate>
}

export const estimates = (calls: Calls): EstimatesApi => ({
  due: (query, options) => calls.list('get', 'estimates', options, undefined, query),
  issue: (estimateId, body, options) => calls.call('repeat', path`estimates/${estimateId}/issue`, options, body),
  pdf: (estimateId, options) => calls.call('get', path`estimates/${estimateId}/pdf`, options),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/estimates`, options, undefined, query),
  request: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/estimates`, options, body),
})

export interface FavoritesApi {
  /**
   * The caller's favorites, by name. At most a hundred.
   *
   * The caller needs the permission `prescription:write`.
   *
   * @see `GET /v1/favorite-prescriptions` (`listFavorites`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listFavorites'>>

  /**
   * Keeps a favorite of the caller's.
   *
   * The caller needs the permission `prescription:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `favorite_name_taken`, `too_many_favorites`, `unknown_medication`,
   * `controlled_substance`, `quantity_implausible` or `not_a_prescriber`, beside the common codes.
   * @see `POST /v1/favorite-prescriptions` (`createFavorite`)
   */
  create(body: CreateFavorite, options?: RequestOptions): Promise<FavoritePrescription>

  /**
   * Puts another one in its place, or gives it another name. The medicine that it has stays allowed, even if it
   * can no longer be prescribed.
   *
   * The caller needs the permission `prescription:write`.
   *
   * @throws {VisitError} `version_conflict`, `favorite_name_taken`, `unknown_medication`, `controlled_substance`
   * or `quantity_implausible`, beside the common codes.
   * @see `PUT /v1/favorite-prescriptions/{favoriteId}` (`replaceFavorite`)
   */
  replace(favoriteId: string, body: Body<'replaceFavorite'>, options?: RequestOptions): Promise<FavoritePrescription>

  /**
   * Removes a favorite. What was prescribed with it stays.
   *
   * The caller needs the permission `prescription:write`.
   *
   * @see `DELETE /v1/favorite-prescriptions/{favoriteId}` (`removeFavorite`)
   */
  remove(favoriteId: string, options?: RequestOptions): Promise<void>
}

export const favorites = (calls: Calls): FavoritesApi => ({
  list: (options) => calls.call('get', 'favorite-prescriptions', options),
  create: (body, options) => calls.call('repeat', 'favorite-prescriptions', options, body),
  replace: (favoriteId, body, options) => calls.call('put', path`favorite-prescriptions/${favoriteId}`, options, body),
  remove: (favoriteId, options) => calls.call('delete', path`favorite-prescriptions/${favoriteId}`, options),
})

export interface FeesApi {
  /**
   * What services cost here.
   *
   * The caller needs the permission `fee-schedule:read`.
   *
   * @see `GET /v1/fee-schedule` (`getFeeSchedule`)
   */
  get(options?: RequestOptions): Promise<OperationResponse<'getFeeSchedule'>>

  /**
   * Replaces the fee schedule. CPT codes need the organization's license.
   *
   * The caller needs the permission `fee-schedule:write`.
   *
   * @throws {VisitError} `version_conflict` or `code_set_not_licensed`, beside the common codes.
   * @see `PUT /v1/fee-schedule` (`putFeeSchedule`)
   */
  put(body: Body<'putFeeSchedule'>, options?: RequestOptions): Promise<OperationResponse<'putFeeSchedule'>>

  /**
   * Services by code or word, with their price.
   *
   * The caller needs the permission `service-code:read`.
   *
   * @see `GET /v1/service-codes` (`searchServiceCodes`)
   */
  serviceCodes(query?: SearchServiceCodesQuery | undefined, options?: RequestOptions): Promise<OperationResponse<'searchServiceCodes'>>
}

export const fees = (calls: Calls): FeesApi => ({
  get: (options) => calls.call('get', 'fee-schedule', options),
  put: (body, options) => calls.call('put', 'fee-schedule', options, body),
  serviceCodes: (query, options) => calls.call('get', 'service-codes', options, undefined, query),
})

export interface HoldsApi {
  /**
   * Keeps a time for five minutes.
   *
   * The caller needs the permission `appointment:book`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `slot_taken`, `slot_unavailable`, `not_licensed`, `age_out_of_range`, `too_many_holds` or
   * `outside_proxy_scope`, beside the common codes.
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
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/appointments/{appointmentId}/intake` (`listIntake`)
   */
  list(appointmentId: string, options?: RequestOptions): Promise<OperationResponse<'listIntake'>>

  /**
   * Keeps a draft. Incomplete answers are welcome; nothing typed is lost. An answer that sets off an emergency
   * rule tells the clinic at once.
   *
   * The caller needs the permission `intake:answer`.
   *
   * @throws {VisitError} `version_conflict`, `already_submitted`, `unknown_question`, `answers_invalid`,
   * `appointment_closed` or `outside_proxy_scope`, beside the common codes.
   * @see `PUT /v1/appointments/{appointmentId}/intake/{questionnaireCode}` (`saveIntake`)
   */
  save(appointmentId: string, questionnaireCode: string, body: SaveIntake, options?: RequestOptions): Promise<IntakeForm>

  /**
   * Hands the answers in: complete, scored, kept with who answered and when.
   *
   * The caller needs the permission `intake:answer`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `version_conflict`, `already_submitted`, `answers_missing`, `answers_invalid`,
   * `unknown_question`, `appointment_closed` or `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/appointments/{appointmentId}/intake/{questionnaireCode}/submit` (`submitIntake`)
   */
  submit(appointmentId: string, questionnaireCode: string, body: SaveIntake, options?: RequestOptions): Promise<IntakeForm>
}

export const intake = (calls: Calls): IntakeApi => ({
  list: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}/intake`, options),
  save: (appointmentId, questionnaireCode, body, options) => calls.call('put', path`appointments/${appointmentId}/intake/${questionnaireCode}`, options, body),
  submit: (appointmentId, questionnaireCode, body, options) => calls.call('repeat', path`appointments/${appointmentId}/intake/${questionnaireCode}/submit`, options, body),
})

export interface InvitationsApi {
  /**
   * Invitations, newest first: to a patient those to their own proxies, to the front desk those of patients and
   * proxies, to administrators
   * those of members. Settled ones are kept for a time that policy sets.
   *
   * The caller needs the permission `invitation:manage`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/invitations` (`listInvitations`)
   */
  list(query?: ListInvitationsQuery | undefined, options?: RequestOptions): Pages<Invitation>

  /**
   * Accepts the right to act for a patient, by a person who is signed in already. The patient is within reach from
   * the next renewal of the
   * session. A person who is not known yet accepts with the token exchange (`sessions.exchange`).
   *
   * The caller needs the permission `invitation:accept`.
   *
   * @throws {VisitError} `unknown_invitation`, `invitation_used`, `invitation_expired`, `invitation_revoked` or
   * `invitation_wrong_person`, beside the common codes.
   * @see `POST /v1/invitations/accept` (`acceptInvitation`)
   */
  accept(body: AcceptInvitation, options?: RequestOptions): Promise<Invitation>

  /**
   * Withdraws an invitation: its code is refused from now on. Answers the same when it has been withdrawn or has
   * expired.
   *
   * The caller needs the permission `invitation:manage`.
   *
   * @throws {VisitError} `invitation_accepted` or `unknown_invitation`, beside the common codes.
   * @see `POST /v1/invitations/{invitationId}/revoke` (`revokeInvitation`)
   */
  revoke(invitationId: string, options?: RequestOptions): Promise<Invitation>
}

export const invitations = (calls: Calls): InvitationsApi => ({
  list: (query, options) => calls.list('get', 'invitations', options, undefined, query),
  accept: (body, options) => calls.call('post', 'invitations/accept', options, body),
  revoke: (invitationId, options) => calls.call('post', path`invitations/${invitationId}/revoke`, options),
})

export interface LabsApi {
  /**
   * One order.
   *
   * The caller needs the permission `lab-order:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/lab-orders/{orderId}` (`getLabOrder`)
   */
  getOrder(orderId: string, options?: RequestOptions): Promise<LabOrder>

  /**
   * Asks the laboratory to cancel. It is cancelled once the laboratory says so.
   *
   * The caller needs the permission `lab-order:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `not_cancellable` or `not_assigned`, beside the common codes.
   * @see `POST /v1/lab-orders/{orderId}/cancel` (`cancelLabOrder`)
   */
  cancelOrder(orderId: string, options?: RequestOptions): Promise<LabOrder>

  /**
   * Results that wait for a review: critical ones first, then the oldest. The caller's own orders unless another
   * is named.
   *
   * The caller needs the permission `lab-result:review`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `not_assigned`, beside the common codes.
   * @see `GET /v1/lab-results` (`listWaitingLabResults`)
   */
  waiting(query?: ListWaitingLabResultsQuery | undefined, options?: RequestOptions): Pages<LabResult>

  /**
   * One result.
   *
   * The caller needs the permission `lab-result:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/lab-results/{resultId}` (`getLabResult`)
   */
  getResult(resultId: string, options?: RequestOptions): Promise<LabResult>

  /**
   * Says that a critical value is known: stops the clock.
   *
   * The caller needs the permission `lab-result:review`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `not_critical` or `version_conflict`, beside the common codes.
   * @see `POST /v1/lab-results/{resultId}/acknowledge` (`acknowledgeCriticalValue`)
   */
  acknowledge(resultId: string, body: Body<'acknowledgeCriticalValue'>, options?: RequestOptions): Promise<LabResult>

  /**
   * Reviews a result and, if wanted, releases it to the patient with a comment.
   *
   * The caller needs the permission `lab-result:review`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `version_conflict` or `not_assigned`, beside the common codes.
   * @see `POST /v1/lab-results/{resultId}/review` (`reviewLabResult`)
   */
  review(resultId: string, body: Body<'reviewLabResult'>, options?: RequestOptions): Promise<LabResult>

  /**
   * What can be ordered, by word or code.
   *
   * The caller needs the permission `lab-test:read`.
   *
   * @see `GET /v1/lab-tests` (`searchLabTests`)
   */
  tests(query?: SearchLabTestsQuery | undefined, options?: RequestOptions): Promise<OperationResponse<'searchLabTests'>>

  /**
   * A patient's orders, newest first.
   *
   * The caller needs the permission `lab-order:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/lab-orders` (`listLabOrders`)
   */
  ordersOfPatient(patientId: string, query?: ListLabOrdersQuery | undefined, options?: RequestOptions): Pages<LabOrder>

  /**
   * Places an order. It is sent to the laboratory at once.
   *
   * The caller needs the permission `lab-order:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `unknown_test`, `answer_missing`, `answer_invalid`, `unknown_code`, `not_licensed`,
   * `npi_missing` or `vendor_not_permitted`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/lab-orders` (`placeLabOrder`)
   */
  order(patientId: string, body: PlaceLabOrder, options?: RequestOptions): Promise<LabOrder>

  /**
   * A patient's results, newest first. Patients see those that are released.
   *
   * The caller needs the permission `lab-result:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/lab-results` (`listLabResults`)
   */
  resultsOfPatient(patientId: string, query?: ListLabResultsQuery | undefined, options?: RequestOptions): Pages<LabResult>

  /**
   * Results that nobody could be found for: critical ones first, then the oldest. Never given to a patient by
   * guess.
   *
   * The caller needs the permission `lab-result:match`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/unmatched-results` (`listUnmatchedResults`)
   */
  unmatched(query?: ListUnmatchedResultsQuery | undefined, options?: RequestOptions): Pages<UnmatchedResult>

  /**
   * Gives a result to an order, after a person has looked.
   *
   * The caller needs the permission `lab-result:match`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `already_matched` or `unknown_test`, beside the common codes.
   * @see `POST /v1/unmatched-results/{unmatchedId}/match` (`matchResult`)
   */
  match(unmatchedId: string, body: Body<'matchResult'>, options?: RequestOptions): Promise<LabResult>

  /**
   * Says that a result belongs to nobody here. The laboratory has to be told.
   *
   * The caller needs the permission `lab-result:match`.
   *
   * @throws {VisitError} `already_matched`, beside the common codes.
   * @see `POST /v1/unmatched-results/{unmatchedId}/return` (`returnResult`)
   */
  returnResult(unmatchedId: string, options?: RequestOptions): Promise<OperationResponse<'returnResult'>>
}

export const labs = (calls: Calls): LabsApi => ({
  getOrder: (orderId, options) => calls.call('get', path`lab-orders/${orderId}`, options),
  cancelOrder: (orderId, options) => calls.call('repeat', path`lab-orders/${orderId}/cancel`, options),
  waiting: (query, options) => calls.list('get', 'lab-results', options, undefined, query),
  getResult: (resultId, options) => calls.call('get', path`lab-results/${resultId}`, options),
  acknowledge: (resultId, body, options) => calls.call('repeat', path`lab-results/${resultId}/acknowledge`, options, body),
  review: (resultId, body, options) => calls.call('repeat', path`lab-results/${resultId}/review`, options, body),
  tests: (query, options) => calls.call('get', 'lab-tests', options, undefined, query),
  ordersOfPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/lab-orders`, options, undefined, query),
  order: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/lab-orders`, options, body),
  resultsOfPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/lab-results`, options, undefined, query),
  unmatched: (query, options) => calls.list('get', 'unmatched-results', options, undefined, query),
  match: (unmatchedId, body, options) => calls.call('repeat', path`unmatched-results/${unmatchedId}/match`, options, body),
  returnResult: (unmatchedId, options) => calls.call('post', path`unmatched-results/${unmatchedId}/return`, options),
})

export interface MailboxApi {
  /**
   * Files that could not be read, or over which the server stumbles, the oldest first. Money and answers in them
   * are booked nowhere.
   *
   * The caller needs the permission `claim:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/mailbox-files` (`listMailboxFiles`)
   */
  list(query?: ListMailboxFilesQuery | undefined, options?: RequestOptions): Pages<MailboxFile>

  /**
   * One file as it came, for a person to read: it may name many patients, and since the server cannot read it, the
   * record of this access names none.
   *
   * The caller needs the permission `claim:read`.
   *
   * @see `GET /v1/mailbox-files/{fileId}` (`getMailboxFile`)
   */
  get(fileId: string, options?: RequestOptions): Promise<OperationResponse<'getMailboxFile'>>

  /**
   * Has the server read a file again, as after an update of the server. The answer is that it waits; a moment
   * later it is read or stands in the list again.
   *
   * The caller needs the permission `claim:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, beside the common codes.
   * @see `POST /v1/mailbox-files/{fileId}/reprocess` (`reprocessMailboxFile`)
   */
  reprocess(fileId: string, options?: RequestOptions): Promise<MailboxFile>

  /**
   * Says that a file was dealt with somewhere else. It books nothing here, and is read no more; its text stays
   * until `textRetainedUntil`, in case that was a mistake.
   *
   * The caller needs the permission `claim:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, beside the common codes.
   * @see `POST /v1/mailbox-files/{fileId}/resolve` (`resolveMailboxFile`)
   */
  resolve(fileId: string, body: Body<'resolveMailboxFile'>, options?: RequestOptions): Promise<MailboxFile>
}

export const mailbox = (calls: Calls): MailboxApi => ({
  list: (query, options) => calls.list('get', 'mailbox-files', options, undefined, query),
  get: (fileId, options) => calls.call('get', path`mailbox-files/${fileId}`, options),
  reprocess: (fileId, options) => calls.call('repeat', path`mailbox-files/${fileId}/reprocess`, options),
  resolve: (fileId, body, options) => calls.call('repeat', path`mailbox-files/${fileId}/resolve`, options, body),
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

export interface MedicationsApi {
  /**
   * Medicines by word or RxNorm code.
   *
   * The caller needs the permission `medication:read`.
   *
   * @see `GET /v1/medications` (`searchMedications`)
   */
  search(query: SearchMedicationsQuery, options?: RequestOptions): Promise<OperationResponse<'searchMedications'>>

  /**
   * The medicines that the caller prescribes most.
   *
   * The caller needs the permission `prescription:write`.
   *
   * @see `GET /v1/medications/usual` (`listUsualMedications`)
   */
  usual(options?: RequestOptions): Promise<OperationResponse<'listUsualMedications'>>
}

export const medications = (calls: Calls): MedicationsApi => ({
  search: (query, options) => calls.call('get', 'medications', options, undefined, query),
  usual: (options) => calls.call('get', 'medications/usual', options),
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
   * Adds a member with roles, who cannot sign in until invited (`members.invite`). A privilege change: always
   * audited.
   *
   * The caller needs the permission `member:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
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

  /**
   * Invites a member to link a sign-in, and returns the code once. Replaces an invitation that waits. For
   * administrators; asks for a fresh
   * proof of identity.
   *
   * The caller needs the permission `member:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `login_exists` or `member_disabled`, beside the common codes.
   * @see `POST /v1/members/{memberId}/invitations` (`inviteMember`)
   */
  invite(memberId: string, options?: RequestOptions): Promise<CreatedInvitation>

  /**
   * Removes a member's sign-in: their sessions end at once, and the sign-in can be linked again by a new
   * invitation.
   * For administrators; asks for a fresh proof of identity. Answers the same when no sign-in is linked.
   *
   * The caller needs the permission `member:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `last_administrator`, beside the common codes.
   * @see `POST /v1/members/{memberId}/login/release` (`releaseMemberLogin`)
   */
  releaseLogin(memberId: string, options?: RequestOptions): Promise<Member>
}

export const members = (calls: Calls): MembersApi => ({
  list: (query, options) => calls.list('get', 'members', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'members', options, body),
  update: (memberId, body, options) => calls.call('patch', path`members/${memberId}`, options, body),
  invite: (memberId, options) => calls.call('post', path`members/${memberId}/invitations`, options),
  releaseLogin: (memberId, options) => calls.call('post', path`members/${memberId}/login/release`, options),
})

export interface NotesApi {
  /**
   * ICD-10-CM codes by code or words.
   *
   * The caller needs the permission `note-template:read`.
   *
   * @see `GET /v1/diagnosis-codes` (`searchDiagnosisCodes`)
   */
  diagnosisCodes(query: SearchDiagnosisCodesQuery, options?: RequestOptions): Promise<OperationResponse<'searchDiagnosisCodes'>>

  /**
   * The templates of this organization's specialties.
   *
   * The caller needs the permission `note-template:read`.
   *
   * @see `GET /v1/note-templates` (`listNoteTemplates`)
   */
  templates(options?: RequestOptions): Promise<OperationResponse<'listNoteTemplates'>>

  /**
   * Notes that wait for the caller: drafts of their own, and those that they have to co-sign. Oldest first.
   *
   * The caller needs the permission `note:write`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/notes` (`listWaitingNotes`)
   */
  waiting(query?: ListWaitingNotesQuery | undefined, options?: RequestOptions): Pages<NoteSummary>

  /**
   * One note. Patients read their own once it is signed.
   *
   * The caller needs the permission `note:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/notes/{noteId}` (`getNote`)
   */
  get(noteId: string, options?: RequestOptions): Promise<Note>

  /**
   * Saves a draft. Called while a person types.
   *
   * The caller needs the permission `note:write`.
   *
   * @throws {VisitError} `note_signed`, `version_conflict`, `unknown_code` or `not_assigned`, beside the common
   * codes.
   * @see `PUT /v1/notes/{noteId}` (`saveNote`)
   */
  save(noteId: string, body: SaveNote, options?: RequestOptions): Promise<Note>

  /**
   * Adds to a signed note. The note itself stays as it is.
   *
   * The caller needs the permission `note:sign`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `note_not_signed`, `version_conflict` or `not_assigned`, beside the common codes.
   * @see `POST /v1/notes/{noteId}/addenda` (`addendNote`)
   */
  addend(noteId: string, body: Body<'addendNote'>, options?: RequestOptions): Promise<Note>

  /**
   * Signs a note of somebody who is supervised.
   *
   * The caller needs the permission `note:sign`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `not_awaiting_cosign`, `not_the_supervisor` or `version_conflict`, beside the common
   * codes.
   * @see `POST /v1/notes/{noteId}/co-sign` (`cosignNote`)
   */
  cosign(noteId: string, options?: RequestOptions): Promise<Note>

  /**
   * What changed between two versions of a note, word by word.
   *
   * The caller needs the permission `note:write`.
   *
   * @see `GET /v1/notes/{noteId}/difference` (`compareNoteVersions`)
   */
  difference(noteId: string, query: CompareNoteVersionsQuery, options?: RequestOptions): Promise<NoteDifference>

  /**
   * A signed note to print or keep.
   *
   * The caller needs the permission `note:read`.
   * Answers the file as a `Blob`.
   *
   * @throws {VisitError} `note_not_signed` or `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/notes/{noteId}/pdf` (`getNotePdf`)
   */
  pdf(noteId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Signs a note: from then on it cannot be changed by anybody, only addended. For its author.
   *
   * The caller needs the permission `note:sign`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `note_signed`, `note_incomplete`, `version_conflict`, `visit_not_ended` or
   * `not_the_author`, beside the common codes.
   * @see `POST /v1/notes/{noteId}/sign` (`signNote`)
   */
  sign(noteId: string, body: Body<'signNote'>, options?: RequestOptions): Promise<Note>

  /**
   * Names another member to co-sign a note that waits. For its author and the supervisor who was named, and once
   * that one can sign no longer
   * for anyone who may sign notes.
   *
   * The caller needs the permission `note:sign`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `not_awaiting_cosign`, `supervisor_available`, `version_conflict` or `not_assigned`,
   * beside the common codes.
   * @see `PUT /v1/notes/{noteId}/supervisor` (`nameSupervisor`)
   */
  nameSupervisor(noteId: string, body: Body<'nameSupervisor'>, options?: RequestOptions): Promise<Note>

  /**
   * Holds what is stored against what was signed.
   *
   * The caller needs the permission `note:verify`.
   *
   * @throws {VisitError} `note_not_signed`, beside the common codes.
   * @see `GET /v1/notes/{noteId}/verification` (`verifyNote`)
   */
  verify(noteId: string, options?: RequestOptions): Promise<NoteVerification>

  /**
   * The versions of a note, newest first.
   *
   * The caller needs the permission `note:write`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/notes/{noteId}/versions` (`listNoteVersions`)
   */
  versions(noteId: string, query?: ListNoteVersionsQuery | undefined, options?: RequestOptions): Pages<NoteVersion>

  /**
   * A patient's notes, newest first. Patients see those that are signed.
   *
   * The caller needs the permission `note:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/notes` (`listPatientNotes`)
   */
  ofPatient(patientId: string, query?: ListPatientNotesQuery | undefined, options?: RequestOptions): Pages<NoteSummary>

  /**
   * The note of a visit: the draft is made when a practitioner opens it first, and in any case when the visit
   * ends.
   *
   * The caller needs the permission `note:write`.
   *
   * @throws {VisitError} `visit_not_started` or `not_assigned`, beside the common codes.
   * @see `POST /v1/visits/{visitId}/note` (`openNote`)
   */
  open(visitId: string, options?: RequestOptions): Promise<Note>

  /**
   * The caller's own psychotherapy note of a visit. Nobody else can read it, no other document shows it.
   *
   * The caller needs the permission `psychotherapy-note:own`.
   *
   * @see `GET /v1/visits/{visitId}/psychotherapy-note` (`getPsychotherapyNote`)
   */
  psychotherapy(visitId: string, options?: RequestOptions): Promise<PsychotherapyNote>

  /**
   * Saves the caller's own psychotherapy note of a visit.
   *
   * The caller needs the permission `psychotherapy-note:own`.
   *
   * @throws {VisitError} `version_conflict`, beside the common codes.
   * @see `PUT /v1/visits/{visitId}/psychotherapy-note` (`savePsychotherapyNote`)
   */
  savePsychotherapy(visitId: string, body: Body<'savePsychotherapyNote'>, options?: RequestOptions): Promise<PsychotherapyNote>
}

export const notes = (calls: Calls): NotesApi => ({
  diagnosisCodes: (query, options) => calls.call('get', 'diagnosis-codes', options, undefined, query),
  templates: (options) => calls.call('get', 'note-templates', options),
  waiting: (query, options) => calls.list('get', 'notes', options, undefined, query),
  get: (noteId, options) => calls.call('get', path`notes/${noteId}`, options),
  save: (noteId, body, options) => calls.call('put', path`notes/${noteId}`, options, body),
  addend: (noteId, body, options) => calls.call('repeat', path`notes/${noteId}/addenda`, options, body),
  cosign: (noteId, options) => calls.call('repeat', path`notes/${noteId}/co-sign`, options),
  difference: (noteId, query, options) => calls.call('get', path`notes/${noteId}/difference`, options, undefined, query),
  pdf: (noteId, options) => calls.call('get', path`notes/${noteId}/pdf`, options),
  sign: (noteId, body, options) => calls.call('repeat', path`notes/${noteId}/sign`, options, body),
  nameSupervisor: (noteId, body, options) => calls.call('put', path`notes/${noteId}/supervisor`, options, body),
  verify: (noteId, options) => calls.call('get', path`notes/${noteId}/verification`, options),
  versions: (noteId, query, options) => calls.list('get', path`notes/${noteId}/versions`, options, undefined, query),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/notes`, options, undefined, query),
  open: (visitId, options) => calls.call('post', path`visits/${visitId}/note`, options),
  psychotherapy: (visitId, options) => calls.call('get', path`visits/${visitId}/psychotherapy-note`, options),
  savePsychotherapy: (visitId, body, options) => calls.call('put', path`visits/${visitId}/psychotherapy-note`, options, body),
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
   * Changes brand, languages, contact, video vendor or whose charts clinicians read. For administrators.
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

export interface OutcomesApi {
  /**
   * Scores of one questionnaire over time, oldest first.
   *
   * The caller needs the permission `chart:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/outcomes` (`listOutcomes`)
   */
  ofPatient(patientId: string, query: ListOutcomesQuery, options?: RequestOptions): Pages<Outcome>
}

export const outcomes = (calls: Calls): OutcomesApi => ({
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/outcomes`, options, undefined, query),
})

export interface PatientsApi {
  /**
   * Registers a patient, who cannot sign in until invited (`patients.invite`).
   *
   * The caller needs the permission `patient:create`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `record_number_taken`, beside the common codes.
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

  /**
   * Invites a patient to link a sign-in, and returns the code once. Replaces an invitation that waits. For the
   * front desk; asks for a fresh
   * proof of identity.
   *
   * The caller needs the permission `patient-login:invite`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `login_exists`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/invitations` (`invitePatient`)
   */
  invite(patientId: string, options?: RequestOptions): Promise<CreatedInvitation>

  /**
   * Whether a patient can sign in. For the front desk.
   *
   * The caller needs the permission `patient-login:invite`.
   *
   * @see `GET /v1/patients/{patientId}/login` (`getPatientLogin`)
   */
  login(patientId: string, options?: RequestOptions): Promise<PatientLogin>

  /**
   * Removes a patient's sign-in: their sessions end at once, and the sign-in can be linked again by a new
   * invitation. Rights to act for
   * others stay with the patient. For the front desk; asks for a fresh proof of identity. Answers the same when no
   * sign-in is linked.
   *
   * The caller needs the permission `patient-login:release`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @see `POST /v1/patients/{patientId}/login/release` (`releasePatientLogin`)
   */
  releaseLogin(patientId: string, options?: RequestOptions): Promise<PatientLogin>
}

export const patients = (calls: Calls): PatientsApi => ({
  create: (body, options) => calls.call('repeat', 'patients', options, body),
  search: (body, query, options) => calls.list('ask', 'patients/search', options, body, query),
  get: (patientId, options) => calls.call('get', path`patients/${patientId}`, options),
  update: (patientId, body, options) => calls.call('patch', path`patients/${patientId}`, options, body),
  invite: (patientId, options) => calls.call('post', path`patients/${patientId}/invitations`, options),
  login: (patientId, options) => calls.call('get', path`patients/${patientId}/login`, options),
  releaseLogin: (patientId, options) => calls.call('post', path`patients/${patientId}/login/release`, options),
})

export interface PayersApi {
  /**
   * The payers that this organization deals with.
   *
   * The caller needs the permission `payer:read`.
   *
   * @see `GET /v1/payers` (`listPayers`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listPayers'>>
}

export const payers = (calls: Calls): PayersApi => ({
  list: (options) => calls.call('get', 'payers', options),
})

export interface PaymentsApi {
  /**
   * Begins a payment: the answer names the processor's page.
   *
   * The caller needs the permission `payment:make`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope`, `nothing_due`, `amount_too_large`, `payment_in_progress`,
   * `vendor_unavailable` or `vendor_not_permitted`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/payments` (`beginPayment`)
   */
  begin(patientId: string, body: Body<'beginPayment'>, options?: RequestOptions): Promise<Payment>

  /**
   * One payment.
   *
   * The caller needs the permission `statement:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/payments/{paymentId}` (`getPayment`)
   */
  get(paymentId: string, options?: RequestOptions): Promise<Payment>

  /**
   * Gives money back.
   *
   * The caller needs the permission `payment:refund`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `amount_too_large`, `payment_not_paid`, `vendor_unavailable` or `vendor_not_permitted`,
   * beside the common codes.
   * @see `POST /v1/payments/{paymentId}/refunds` (`refundPayment`)
   */
  refund(paymentId: string, body: Body<'refundPayment'>, options?: RequestOptions): Promise<Payment>
}

export const payments = (calls: Calls): PaymentsApi => ({
  begin: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/payments`, options, body),
  get: (paymentId, options) => calls.call('get', path`payments/${paymentId}`, options),
  refund: (paymentId, body, options) => calls.call('repeat', path`payments/${paymentId}/refunds`, options, body),
})

export interface PharmaciesApi {
  /**
   * The pharmacy that a patient chose.
   *
   * The caller needs the permission `patient-pharmacy:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/pharmacy` (`getPatientPharmacy`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<OperationResponse<'getPatientPharmacy'>>

  /**
   * Keeps the pharmacy that a patient chose.
   *
   * The caller needs the permission `patient-pharmacy:write`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `unknown_pharmacy` or `vendor_unavailable`, beside the common
   * codes.
   * @see `PUT /v1/patients/{patientId}/pharmacy` (`choosePharmacy`)
   */
  choose(patientId: string, body: Body<'choosePharmacy'>, options?: RequestOptions): Promise<OperationResponse<'choosePharmacy'>>

  /**
   * Pharmacies by name, town or postal code.
   *
   * The caller needs the permission `pharmacy:read`.
   *
   * @throws {VisitError} `vendor_unavailable` or `vendor_not_permitted`, beside the common codes.
   * @see `GET /v1/pharmacies` (`searchPharmacies`)
   */
  search(query: SearchPharmaciesQuery, options?: RequestOptions): Promise<OperationResponse<'searchPharmacies'>>
}

export const pharmacies = (calls: Calls): PharmaciesApi => ({
  ofPatient: (patientId, options) => calls.call('get', path`patients/${patientId}/pharmacy`, options),
  choose: (patientId, body, options) => calls.call('put', path`patients/${patientId}/pharmacy`, options, body),
  search: (query, options) => calls.call('get', 'pharmacies', options, undefined, query),
})

export interface PractitionersApi {
  /**
   * Practitioners, by specialty, language or state of license.
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
   * One practitioner, with licenses.
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

export interface PreferencesApi {
  /**
   * How a patient wants to be told.
   *
   * The caller needs the permission `preferences:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/communication-preferences` (`getPreferences`)
   */
  get(patientId: string, options?: RequestOptions): Promise<CommunicationPreferences>

  /**
   * Changes how a patient wants to be told.
   *
   * The caller needs the permission `preferences:write`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `version_conflict` or `address_missing`, beside the common codes.
   * @see `PUT /v1/patients/{patientId}/communication-preferences` (`putPreferences`)
   */
  put(patientId: string, body: Body<'putPreferences'>, options?: RequestOptions): Promise<CommunicationPreferences>

  /**
   * What was sent to a patient, newest first.
   *
   * The caller needs the permission `preferences:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/deliveries` (`listDeliveries`)
   */
  deliveries(patientId: string, query?: ListDeliveriesQuery | undefined, options?: RequestOptions): Pages<Delivery>
}

export const preferences = (calls: Calls): PreferencesApi => ({
  get: (patientId, options) => calls.call('get', path`patients/${patientId}/communication-preferences`, options),
  put: (patientId, body, options) => calls.call('put', path`patients/${patientId}/communication-preferences`, options, body),
  deliveries: (patientId, query, options) => calls.list('get', path`patients/${patientId}/deliveries`, options, undefined, query),
})

export interface PrescriptionsApi {
  /**
   * Allergies, duplicates and interactions of a medicine for a patient. A check that cannot be made is an alert of
   * its own.
   *
   * The caller needs the permission `prescription:write`.
   *
   * @throws {VisitError} `unknown_medication` or `controlled_substance`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/prescription-checks` (`checkPrescription`)
   */
  check(patientId: string, body: Body<'checkPrescription'>, options?: RequestOptions): Promise<OperationResponse<'checkPrescription'>>

  /**
   * A patient's prescriptions, newest first. Patients see those that are signed.
   *
   * The caller needs the permission `prescription:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/prescriptions` (`listPrescriptions`)
   */
  ofPatient(patientId: string, query?: ListPrescriptionsQuery | undefined, options?: RequestOptions): Pages<Prescription>

  /**
   * Writes a draft.
   *
   * The caller needs the permission `prescription:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `unknown_medication`, `unknown_pharmacy`, `quantity_implausible`, `controlled_substance`,
   * `not_a_prescriber` or `vendor_unavailable`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/prescriptions` (`writePrescription`)
   */
  write(patientId: string, body: WritePrescription, options?: RequestOptions): Promise<Prescription>

  /**
   * Requests of pharmacies that wait for the caller, or for a colleague whose work is theirs too. Oldest first.
   *
   * The caller needs the permission `prescription:write`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `not_assigned`, beside the common codes.
   * @see `GET /v1/pharmacy-requests` (`listPharmacyRequests`)
   */
  requests(query?: ListPharmacyRequestsQuery | undefined, options?: RequestOptions): Pages<PharmacyRequest>

  /**
   * Answers a pharmacy. Approving a renewal signs a new prescription.
   *
   * The caller needs the permission `prescription:sign`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `already_answered`, `controlled_substance`, `not_licensed`, `alerts_open`,
   * `medications_changed`, `npi_missing`, `not_renewable`, `quantity_implausible`, `not_a_prescriber`,
   * `version_conflict`, `vendor_unavailable` or `not_assigned`, beside the common codes.
   * @see `POST /v1/pharmacy-requests/{requestId}/response` (`respondToPharmacyRequest`)
   */
  respond(requestId: string, body: Body<'respondToPharmacyRequest'>, options?: RequestOptions): Promise<PharmacyRequest>

  /**
   * One prescription.
   *
   * The caller needs the permission `prescription:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/prescriptions/{prescriptionId}` (`getPrescription`)
   */
  get(prescriptionId: string, options?: RequestOptions): Promise<Prescription>

  /**
   * Changes a draft.
   *
   * The caller needs the permission `prescription:write`.
   *
   * @throws {VisitError} `prescription_signed`, `version_conflict`, `unknown_medication`, `unknown_pharmacy`,
   * `quantity_implausible`, `controlled_substance`, `vendor_unavailable`, `not_a_prescriber` or `not_assigned`,
   * beside the common codes.
   * @see `PUT /v1/prescriptions/{prescriptionId}` (`changePrescription`)
   */
  change(prescriptionId: string, body: Body<'changePrescription'>, options?: RequestOptions): Promise<Prescription>

  /**
   * Asks the pharmacy to cancel. It is cancelled once the pharmacy says so.
   *
   * The caller needs the permission `prescription:sign`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `not_cancellable`, `version_conflict` or `not_assigned`, beside the common codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/cancel` (`cancelPrescription`)
   */
  cancel(prescriptionId: string, body: Body<'cancelPrescription'>, options?: RequestOptions): Promise<Prescription>

  /**
   * Throws a draft away.
   *
   * The caller needs the permission `prescription:write`.
   *
   * @throws {VisitError} `prescription_signed`, `version_conflict` or `not_assigned`, beside the common codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/discard` (`discardPrescription`)
   */
  discard(prescriptionId: string, options?: RequestOptions): Promise<OperationResponse<'discardPrescription'>>

  /**
   * A new draft like this prescription.
   *
   * The caller needs the permission `prescription:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `not_renewable`, `not_a_prescriber`, `quantity_implausible`, `controlled_substance` or
   * `not_assigned`, beside the common codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/renew` (`renewPrescription`)
   */
  renew(prescriptionId: string, options?: RequestOptions): Promise<Prescription>

  /**
   * Signs a draft and sends it to the pharmacy. Every alert must be acknowledged with a reason.
   *
   * The caller needs the permission `prescription:sign`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `prescription_signed`, `version_conflict`, `alerts_open`, `medications_changed`,
   * `controlled_substance`, `not_licensed`, `npi_missing`, `pharmacy_missing`, `vendor_not_permitted`,
   * `not_a_prescriber`, `vendor_unavailable` or `not_assigned`, beside the common codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/sign` (`signPrescription`)
   */
  sign(prescriptionId: string, body: Body<'signPrescription'>, options?: RequestOptions): Promise<Prescription>
}

export const prescriptions = (calls: Calls): PrescriptionsApi => ({
  check: (patientId, body, options) => calls.call('post', path`patients/${patientId}/prescription-checks`, options, body),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/prescriptions`, options, undefined, query),
  write: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/prescriptions`, options, body),
  requests: (query, options) => calls.list('get', 'pharmacy-requests', options, undefined, query),
  respond: (requestId, body, options) => calls.call('repeat', path`pharmacy-requests/${requestId}/response`, options, body),
  get: (prescriptionId, options) => calls.call('get', path`prescriptions/${prescriptionId}`, options),
  change: (prescriptionId, body, options) => calls.call('put', path`prescriptions/${prescriptionId}`, options, body),
  cancel: (prescriptionId, body, options) => calls.call('repeat', path`prescriptions/${prescriptionId}/cancel`, options, body),
  discard: (prescriptionId, options) => calls.call('post', path`prescriptions/${prescriptionId}/discard`, options),
  renew: (prescriptionId, options) => calls.call('repeat', path`prescriptions/${prescriptionId}/renew`, options),
  sign: (prescriptionId, body, options) => calls.call('repeat', path`prescriptions/${prescriptionId}/sign`, options, body),
})

export interface ProxiesApi {
  /**
   * Who may act for the patient; the patient and staff also see who is invited to.
   *
   * The caller needs the permission `proxy:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/proxies` (`listProxies`)
   */
  list(patientId: string, options?: RequestOptions): Promise<OperationResponse<'listProxies'>>

  /**
   * Offers a person the right to act for the patient, and returns the code of the invitation once. The right gives
   * no access until the
   * person signs in and accepts it; nothing here says whether the organization knows that person. Asks for a fresh
   * proof of identity. A
   * repeated request under the same idempotency key is answered without the code: `proxies.invite` makes a new
   * one.
   *
   * The caller needs the permission `proxy:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `too_many_proxies` or `too_many_invitations`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/proxies` (`createProxy`)
   */
  create(patientId: string, body: CreateProxy, options?: RequestOptions): Promise<CreatedProxy>

  /**
   * Changes where a proxy is written to about the patient. Asks for a fresh proof of identity: what is written
   * concerns the patient's care.
   *
   * The caller needs the permission `proxy:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @see `PATCH /v1/patients/{patientId}/proxies/{proxyId}` (`updateProxy`)
   */
  update(patientId: string, proxyId: string, body: UpdateProxy, options?: RequestOptions): Promise<Proxy>

  /**
   * Ends a proxy's right today; their sessions for this patient end at once. Of an invited proxy it withdraws the
   * invitation too. The
   * sign-in of a person whose last right has ended can be linked again by a new invitation.
   *
   * The caller needs the permission `proxy:manage`.
   *
   * @see `POST /v1/patients/{patientId}/proxies/{proxyId}/end` (`endProxy`)
   */
  end(patientId: string, proxyId: string, options?: RequestOptions): Promise<Proxy>

  /**
   * Makes a new invitation to a right that waits to be accepted, and returns its code once. Replaces the one
   * before. Asks for a fresh proof
   * of identity.
   *
   * The caller needs the permission `proxy:manage`.
   * Needs a proof of identity not older than five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `proxy_not_invited` or `too_many_invitations`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/proxies/{proxyId}/invitations` (`inviteProxy`)
   */
  invite(patientId: string, proxyId: string, options?: RequestOptions): Promise<CreatedInvitation>
}

export const proxies = (calls: Calls): ProxiesApi => ({
  list: (patientId, options) => calls.call('get', path`patients/${patientId}/proxies`, options),
  create: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/proxies`, options, body),
  update: (patientId, proxyId, body, options) => calls.call('patch', path`patients/${patientId}/proxies/${proxyId}`, options, body),
  end: (patientId, proxyId, options) => calls.call('post', path`patients/${patientId}/proxies/${proxyId}/end`, options),
  invite: (patientId, proxyId, options) => calls.call('post', path`patients/${patientId}/proxies/${proxyId}/invitations`, options),
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
   * @throws {VisitError} `not_assigned`, beside the common codes.
   * @see `GET /v1/practitioners/{practitionerId}/queue` (`getQueue`)
   */
  get(practitionerId: string, options?: RequestOptions): Promise<Queue>

  /**
   * Tells waiting patients that the practitioner is away for a moment, or back.
   *
   * The caller needs the permission `queue:manage`.
   *
   * @throws {VisitError} `not_assigned`, beside the common codes.
   * @see `PATCH /v1/practitioners/{practitionerId}/queue` (`pauseQueue`)
   */
  pause(practitionerId: string, body: Body<'pauseQueue'>, options?: RequestOptions): Promise<OperationResponse<'pauseQueue'>>
}

export const queue = (calls: Calls): QueueApi => ({
  get: (practitionerId, options) => calls.call('get', path`practitioners/${practitionerId}/queue`, options),
  pause: (practitionerId, body, options) => calls.call('patch', path`practitioners/${practitionerId}/queue`, options, body),
})

export interface ReferralsApi {
  /**
   * Refers a patient.
   *
   * The caller needs the permission `referral:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @see `POST /v1/patients/{patientId}/referrals` (`sendReferral`)
   */
  send(patientId: string, body: Body<'sendReferral'>, options?: RequestOptions): Promise<Referral>

  /**
   * Referrals whose loop is open, overdue ones first; of one patient when named.
   *
   * The caller needs the permission `referral:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/referrals` (`listReferrals`)
   */
  list(query?: ListReferralsQuery | undefined, options?: RequestOptions): Pages<Referral>

  /**
   * Notes the next step of a referral.
   *
   * The caller needs the permission `referral:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `version_conflict` or `invalid_step`, beside the common codes.
   * @see `POST /v1/referrals/{referralId}/steps` (`stepReferral`)
   */
  step(referralId: string, body: Body<'stepReferral'>, options?: RequestOptions): Promise<Referral>
}

export const referrals = (calls: Calls): ReferralsApi => ({
  send: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/referrals`, options, body),
  list: (query, options) => calls.list('get', 'referrals', options, undefined, query),
  step: (referralId, body, options) => calls.call('repeat', path`referrals/${referralId}/steps`, options, body),
})

export interface RemittancesApi {
  /**
   * Lines of payments that wait for a person, the oldest first.
   *
   * The caller needs the permission `claim:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/held-lines` (`listHeldLines`)
   */
  heldLines(query?: ListHeldLinesQuery | undefined, options?: RequestOptions): Pages<HeldLine>

  /**
   * One held line, and the claims that it may be about.
   *
   * The caller needs the permission `claim:read`.
   *
   * @see `GET /v1/held-lines/{lineId}` (`getHeldLine`)
   */
  heldLine(lineId: string, query?: GetHeldLineQuery | undefined, options?: RequestOptions): Promise<HeldLineDetail>

  /**
   * Posts a held line to a claim that a person has chosen. The laws of posting are the same as for a line that
   * finds its claim by itself, to the cent; what
   * they do not allow is refused.
   *
   * The caller needs the permission `claim:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `already_resolved` or `line_not_postable`, beside the common codes.
   * @see `POST /v1/held-lines/{lineId}/match` (`matchHeldLine`)
   */
  matchLine(lineId: string, body: Body<'matchHeldLine'>, options?: RequestOptions): Promise<RemittanceLine>

  /**
   * Says that a held line was dealt with somewhere else. It moves no money here, and waits no longer.
   *
   * The caller needs the permission `claim:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, beside the common codes.
   * @see `POST /v1/held-lines/{lineId}/resolve` (`resolveHeldLine`)
   */
  resolveLine(lineId: string, body: Body<'resolveHeldLine'>, options?: RequestOptions): Promise<RemittanceLine>

  /**
   * Payments of payers, newest first.
   *
   * The caller needs the permission `claim:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/remittances` (`listRemittances`)
   */
  list(query?: ListRemittancesQuery | undefined, options?: RequestOptions): Pages<Remittance>

  /**
   * What one payment was for.
   *
   * The caller needs the permission `claim:read`.
   *
   * @see `GET /v1/remittances/{remittanceId}` (`getRemittance`)
   */
  get(remittanceId: string, options?: RequestOptions): Promise<OperationResponse<'getRemittance'>>

  /**
   * Says that all of a payment that still waits was dealt with somewhere else: the only way for one whose cents do
   * not add up.
   *
   * The caller needs the permission `claim:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, beside the common codes.
   * @see `POST /v1/remittances/{remittanceId}/resolve` (`resolveRemittance`)
   */
  resolve(remittanceId: string, body: Body<'resolveRemittance'>, options?: RequestOptions): Promise<OperationResponse<'resolveRemittance'>>
}

export const remittances = (calls: Calls): RemittancesApi => ({
  heldLines: (query, options) => calls.list('get', 'held-lines', options, undefined, query),
  heldLine: (lineId, query, options) => calls.call('get', path`held-lines/${lineId}`, options, undefined, query),
  matchLine: (lineId, body, options) => calls.call('repeat', path`held-lines/${lineId}/match`, options, body),
  resolveLine: (lineId, body, options) => calls.call('repeat', path`held-lines/${lineId}/resolve`, options, body),
  list: (query, options) => calls.list('get', 'remittances', options, undefined, query),
  get: (remittanceId, options) => calls.call('get', path`remittances/${remittanceId}`, options),
  resolve: (remittanceId, body, options) => calls.call('repeat', path`remittances/${remittanceId}/resolve`, options, body),
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
   * @throws {VisitError} `window_too_long` or `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/slots` (`searchSlots`)
   */
  search(query: SearchSlotsQuery, options?: RequestOptions): Promise<SlotSearchResult>
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
  list(options?: RequestOptions): Promise<OperationResponse<'listSpecialties'>>
}

export const specialties = (calls: Calls): SpecialtiesApi => ({
  list: (options) => calls.call('get', 'specialties', options),
})

export interface StatementsApi {
  /**
   * What a patient owes, and why, visit by visit.
   *
   * The caller needs the permission `statement:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/statement` (`getStatement`)
   */
  get(patientId: string, query?: GetStatementQuery | undefined, options?: RequestOptions): Promise<Statement>

  /**
   * A receipt with codes that a patient may hand to a payer.
   *
   * The caller needs the permission `statement:read`.
   * Answers the file as a `Blob`.
   *
   * @throws {VisitError} `note_not_signed` or `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/visits/{visitId}/superbill` (`getSuperbill`)
   */
  superbill(visitId: string, options?: RequestOptions): Promise<Blob>
}

export const statements = (calls: Calls): StatementsApi => ({
  get: (patientId, query, options) => calls.call('get', path`patients/${patientId}/statement`, options, undefined, query),
  superbill: (visitId, options) => calls.call('get', path`visits/${visitId}/superbill`, options),
})

export interface SummariesApi {
  /**
   * The published summaries of a patient, newest first.
   *
   * The caller needs the permission `summary:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/summaries` (`listVisitSummaries`)
   */
  ofPatient(patientId: string, query?: ListVisitSummariesQuery | undefined, options?: RequestOptions): Pages<ListedSummary>

  /**
   * Proposes the next visit: the patient's booking starts from it.
   *
   * The caller needs the permission `care-plan:write`.
   *
   * @throws {VisitError} `unknown_visit_type` or `not_assigned`, beside the common codes.
   * @see `PUT /v1/visits/{visitId}/next-visit` (`proposeNextVisit`)
   */
  proposeNext(visitId: string, body: Body<'proposeNextVisit'>, options?: RequestOptions): Promise<VisitSummary>

  /**
   * The summary of a visit. Patients read it once it is published: when the note is signed.
   *
   * The caller needs the permission `summary:read`.
   *
   * @throws {VisitError} `not_published` or `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/visits/{visitId}/summary` (`getVisitSummary`)
   */
  ofVisit(visitId: string, options?: RequestOptions): Promise<VisitSummary>

  /**
   * A published summary to print or keep.
   *
   * The caller needs the permission `summary:read`.
   * Answers the file as a `Blob`.
   *
   * @throws {VisitError} `not_published` or `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/visits/{visitId}/summary/pdf` (`getVisitSummaryPdf`)
   */
  pdf(visitId: string, options?: RequestOptions): Promise<Blob>
}

export const summaries = (calls: Calls): SummariesApi => ({
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/summaries`, options, undefined, query),
  proposeNext: (visitId, body, options) => calls.call('put', path`visits/${visitId}/next-visit`, options, body),
  ofVisit: (visitId, options) => calls.call('get', path`visits/${visitId}/summary`, options),
  pdf: (visitId, options) => calls.call('get', path`visits/${visitId}/summary/pdf`, options),
})

export interface SurveysApi {
  /**
   * The survey of a visit.
   *
   * The caller needs the permission `survey:answer`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/visits/{visitId}/survey` (`getSurvey`)
   */
  ofVisit(visitId: string, options?: RequestOptions): Promise<Survey>

  /**
   * Answers the survey of a visit, once.
   *
   * The caller needs the permission `survey:answer`.
   *
   * @throws {VisitError} `already_answered`, `survey_closed` or `outside_proxy_scope`, beside the common codes.
   * @see `PUT /v1/visits/{visitId}/survey` (`answerSurvey`)
   */
  answer(visitId: string, body: Body<'answerSurvey'>, options?: RequestOptions): Promise<Survey>
}

export const surveys = (calls: Calls): SurveysApi => ({
  ofVisit: (visitId, options) => calls.call('get', path`visits/${visitId}/survey`, options),
  answer: (visitId, body, options) => calls.call('put', path`visits/${visitId}/survey`, options, body),
})

export interface TasksApi {
  /**
   * Adds a task.
   *
   * The caller needs the permission `task:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `unknown_member`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/tasks` (`addTask`)
   */
  add(patientId: string, body: Body<'addTask'>, options?: RequestOptions): Promise<CareTask>

  /**
   * Open tasks of the caller and of the caller's roles, what is due first.
   *
   * The caller needs the permission `task:read`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/tasks` (`listTasks`)
   */
  list(query?: ListTasksQuery | undefined, options?: RequestOptions): Pages<CareTask>

  /**
   * Takes a task over, gives it away, or ends it.
   *
   * The caller needs the permission `task:write`.
   *
   * @throws {VisitError} `version_conflict`, `unknown_member` or `task_ended`, beside the common codes.
   * @see `PATCH /v1/tasks/{taskId}` (`changeTask`)
   */
  change(taskId: string, body: Body<'changeTask'>, options?: RequestOptions): Promise<CareTask>
}

export const tasks = (calls: Calls): TasksApi => ({
  add: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/tasks`, options, body),
  list: (query, options) => calls.list('get', 'tasks', options, undefined, query),
  change: (taskId, body, options) => calls.call('patch', path`tasks/${taskId}`, options, body),
})

export interface ThreadsApi {
  /**
   * Begins a thread. It is routed by its topic.
   *
   * The caller needs the permission `thread:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope` or `unknown_attachment`, beside the common codes.
   * @see `POST /v1/patients/{patientId}/threads` (`beginThread`)
   */
  begin(patientId: string, body: Body<'beginThread'>, options?: RequestOptions): Promise<Thread>

  /**
   * How many threads hold something unread.
   *
   * The caller needs the permission `thread:read`.
   * Does not count as the person being active.
   *
   * @see `GET /v1/thread-counts` (`countThreads`)
   */
  counts(options?: RequestOptions): Promise<OperationResponse<'countThreads'>>

  /**
   * The caller's threads, the latest first: a patient's own, or those that wait for a member or their roles.
   *
   * The caller needs the permission `thread:read`.
   * Pages are fetched as you go through them.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/threads` (`listThreads`)
   */
  list(query?: ListThreadsQuery | undefined, options?: RequestOptions): Pages<ThreadSummary>

  /**
   * One thread with its latest messages.
   *
   * The caller needs the permission `thread:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/threads/{threadId}` (`getThread`)
   */
  get(threadId: string, query?: GetThreadQuery | undefined, options?: RequestOptions): Promise<Thread>

  /**
   * Takes a thread over, gives it away, or closes it. For members.
   *
   * The caller needs the permission `thread:manage`.
   *
   * @throws {VisitError} `version_conflict`, `unknown_member` or `role_not_assignable`, beside the common codes.
   * @see `PATCH /v1/threads/{threadId}` (`changeThread`)
   */
  change(threadId: string, body: Body<'changeThread'>, options?: RequestOptions): Promise<ThreadSummary>

  /**
   * Writes a message. A closed thread is opened again.
   *
   * The caller needs the permission `thread:write`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `unknown_attachment` or `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/threads/{threadId}/messages` (`postMessage`)
   */
  post(threadId: string, body: Body<'postMessage'>, options?: RequestOptions): Promise<Thread>

  /**
   * Says up to which message the caller has read.
   *
   * The caller needs the permission `thread:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/threads/{threadId}/read` (`markThreadRead`)
   */
  markRead(threadId: string, body: Body<'markThreadRead'>, options?: RequestOptions): Promise<OperationResponse<'markThreadRead'>>
}

export const threads = (calls: Calls): ThreadsApi => ({
  begin: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/threads`, options, body),
  counts: (options) => calls.call('get', 'thread-counts', options),
  list: (query, options) => calls.list('get', 'threads', options, undefined, query),
  get: (threadId, query, options) => calls.call('get', path`threads/${threadId}`, options, undefined, query),
  change: (threadId, body, options) => calls.call('patch', path`threads/${threadId}`, options, body),
  post: (threadId, body, options) => calls.call('repeat', path`threads/${threadId}/messages`, options, body),
  markRead: (threadId, body, options) => calls.call('post', path`threads/${threadId}/read`, options, body),
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
   * license.
   *
   * The caller needs the permission `visit:check-in`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `consent_missing`, `intake_missing`, `not_licensed`, `too_early`, `too_late`,
   * `check_in_not_allowed`, `visit_ended` or `outside_proxy_scope`, beside the common codes.
   * @see `POST /v1/appointments/{appointmentId}/check-in` (`checkIn`)
   */
  checkIn(appointmentId: string, body: CheckIn, options?: RequestOptions): Promise<Visit>

  /**
   * The visit of an appointment, once checked in.
   *
   * The caller needs the permission `visit:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/appointments/{appointmentId}/visit` (`getVisitOfAppointment`)
   */
  ofAppointment(appointmentId: string, options?: RequestOptions): Promise<Visit>

  /**
   * One visit.
   *
   * The caller needs the permission `visit:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/visits/{visitId}` (`getVisit`)
   */
  get(visitId: string, options?: RequestOptions): Promise<Visit>

  /**
   * Lets the patient into the room. Consent and license are checked once more.
   *
   * The caller needs the permission `visit:admit`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `consent_missing`, `not_licensed`, `not_waiting` or `not_assigned`, beside the common
   * codes.
   * @see `POST /v1/visits/{visitId}/admit` (`admitPatient`)
   */
  admit(visitId: string, options?: RequestOptions): Promise<Visit>

  /**
   * Keeps the result of the camera, sound and connection check.
   *
   * The caller needs the permission `visit:check-in`.
   *
   * @throws {VisitError} `visit_ended` or `outside_proxy_scope`, beside the common codes.
   * @see `PUT /v1/visits/{visitId}/device-check` (`recordDeviceCheck`)
   */
  recordDeviceCheck(visitId: string, body: DeviceCheck, options?: RequestOptions): Promise<Visit>

  /**
   * Ends the visit for everyone. For the practitioner.
   *
   * The caller needs the permission `visit:end`.
   * Safe to repeat: one idempotency key per call survives renewals and retries.
   *
   * @throws {VisitError} `visit_ended` or `not_assigned`, beside the common codes.
   * @see `POST /v1/visits/{visitId}/end` (`endVisit`)
   */
  end(visitId: string, body: EndVisit, options?: RequestOptions): Promise<Visit>

  /**
   * Corrects where the patient is, before or during the visit. The license is checked again.
   *
   * The caller needs the permission `visit:check-in`.
   *
   * @throws {VisitError} `not_licensed`, `visit_ended` or `outside_proxy_scope`, beside the common codes.
   * @see `PUT /v1/visits/{visitId}/location` (`changeVisitLocation`)
   */
  changeLocation(visitId: string, body: CheckIn, options?: RequestOptions): Promise<Visit>

  /**
   * The patient's place in line and how long it usually takes. Says that the waiting room is open on their screen,
   * and keeps the session
   * of anyone who waits: nobody is signed out for waiting.
   *
   * The caller needs the permission `visit:wait`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/visits/{visitId}/queue-position` (`getQueuePosition`)
   */
  queuePosition(visitId: string, options?: RequestOptions): Promise<QueuePosition>

  /**
   * A seat in the room: the right to join, with what the video vendor needs. Patients get one once admitted.
   *
   * The caller needs the permission `visit:join`.
   *
   * @throws {VisitError} `not_admitted`, `visit_ended`, `consent_missing`, `not_licensed`, `vendor_not_permitted`,
   * `capability_not_covered`, `vendor_unavailable`, `room_full`, `seat_invalid`, `outside_proxy_scope` or
   * `not_assigned`, beside the common codes.
   * @see `POST /v1/visits/{visitId}/seats` (`takeSeat`)
   */
  takeSeat(visitId: string, options?: RequestOptions): Promise<Seat>

  /**
   * Leaves the room. The visit goes on; the seat can be taken again.
   *
   * The caller needs the permission `visit:join`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
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
  queuePosition: (visitId, options) => calls.call('get', path`visits/${visitId}/queue-position`, options),
  takeSeat: (visitId, options) => calls.call('post', path`visits/${visitId}/seats`, options),
  leaveSeat: (visitId, seatId, options) => calls.call('post', path`visits/${visitId}/seats/${seatId}/leave`, options),
})

export interface VitalsApi {
  /**
   * The vitals of a patient's newest 20 signed notes, newest first; notes without any are left out.
   *
   * The caller needs the permission `note:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, beside the common codes.
   * @see `GET /v1/patients/{patientId}/vitals` (`listPatientVitals`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<OperationResponse<'listPatientVitals'>>
}

export const vitals = (calls: Calls): VitalsApi => ({
  ofPatient: (patientId, options) => calls.call('get', path`patients/${patientId}/vitals`, options),
})

export interface WebhookEndpointsApi {
  /**
   * The endpoints of this organization.
   *
   * The caller needs the permission `webhook:manage`.
   *
   * @see `GET /v1/webhook-endpoints` (`listWebhookEndpoints`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listWebhookEndpoints'>>

  /**
   * Adds an endpoint. The secret is shown once.
   *
   * The caller needs the permission `webhook:manage`.
   *
   * @throws {VisitError} `address_not_allowed`, `unknown_event`, `event_not_permitted` or `too_many_endpoints`,
   * beside the common codes.
   * @see `POST /v1/webhook-endpoints` (`addWebhookEndpoint`)
   */
  add(body: Body<'addWebhookEndpoint'>, options?: RequestOptions): Promise<OperationResponse<'addWebhookEndpoint'>>

  /**
   * Changes an endpoint, or turns it off and on.
   *
   * The caller needs the permission `webhook:manage`.
   *
   * @throws {VisitError} `address_not_allowed`, `unknown_event`, `event_not_permitted`, `version_conflict` or
   * `too_many_endpoints`, beside the common codes.
   * @see `PATCH /v1/webhook-endpoints/{endpointId}` (`changeWebhookEndpoint`)
   */
  change(endpointId: string, body: Body<'changeWebhookEndpoint'>, options?: RequestOptions): Promise<WebhookEndpoint>

  /**
   * What was sent to an endpoint, newest first.
   *
   * The caller needs the permission `webhook:manage`.
   * Pages are fetched as you go through them.
   *
   * @see `GET /v1/webhook-endpoints/{endpointId}/deliveries` (`listWebhookDeliveries`)
   */
  deliveries(endpointId: string, query?: ListWebhookDeliveriesQuery | undefined, options?: RequestOptions): Pages<WebhookDelivery>

  /**
   * Sends a delivery again under the same id.
   *
   * The caller needs the permission `webhook:manage`.
   *
   * @see `POST /v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/replay` (`replayWebhookDelivery`)
   */
  replay(endpointId: string, deliveryId: string, options?: RequestOptions): Promise<WebhookDelivery>

  /**
   * Sends a test event.
   *
   * The caller needs the permission `webhook:manage`.
   *
   * @see `POST /v1/webhook-endpoints/{endpointId}/test` (`testWebhookEndpoint`)
   */
  test(endpointId: string, options?: RequestOptions): Promise<WebhookDelivery>
}

export const webhookEndpoints = (calls: Calls): WebhookEndpointsApi => ({
  list: (options) => calls.call('get', 'webhook-endpoints', options),
  add: (body, options) => calls.call('post', 'webhook-endpoints', options, body),
  change: (endpointId, body, options) => calls.call('patch', path`webhook-endpoints/${endpointId}`, options, body),
  deliveries: (endpointId, query, options) => calls.list('get', path`webhook-endpoints/${endpointId}/deliveries`, options, undefined, query),
  replay: (endpointId, deliveryId, options) => calls.call('post', path`webhook-endpoints/${endpointId}/deliveries/${deliveryId}/replay`, options),
  test: (endpointId, options) => calls.call('post', path`webhook-endpoints/${endpointId}/test`, options),
})

/** Every resource of the contract. */
export interface Resources {
  readonly accesses: AccessesApi
  readonly allergies: AllergiesApi
  readonly appointments: AppointmentsApi
  readonly attachments: AttachmentsApi
  readonly availability: AvailabilityApi
  readonly carePlans: CarePlansApi
  readonly careTeams: CareTeamsApi
  readonly claims: ClaimsApi
  readonly conditions: ConditionsApi
  readonly consents: ConsentsApi
  readonly coverages: CoveragesApi
  readonly covers: CoversApi
  readonly estimates: EstimatesApi
  readonly favorites: FavoritesApi
  readonly fees: FeesApi
  readonly holds: HoldsApi
  readonly intake: IntakeApi
  readonly invitations: InvitationsApi
  readonly labs: LabsApi
  readonly mailbox: MailboxApi
  readonly me: MeApi
  readonly medications: MedicationsApi
  readonly members: MembersApi
  readonly notes: NotesApi
  readonly organization: OrganizationApi
  readonly outcomes: OutcomesApi
  readonly patients: PatientsApi
  readonly payers: PayersApi
  readonly payments: PaymentsApi
  readonly pharmacies: PharmaciesApi
  readonly practitioners: PractitionersApi
  readonly preferences: PreferencesApi
  readonly prescriptions: PrescriptionsApi
  readonly proxies: ProxiesApi
  readonly questionnaires: QuestionnairesApi
  readonly queue: QueueApi
  readonly referrals: ReferralsApi
  readonly remittances: RemittancesApi
  readonly sessions: SessionsApi
  readonly slots: SlotsApi
  readonly specialties: SpecialtiesApi
  readonly statements: StatementsApi
  readonly summaries: SummariesApi
  readonly surveys: SurveysApi
  readonly tasks: TasksApi
  readonly threads: ThreadsApi
  readonly visitTypes: VisitTypesApi
  readonly visits: VisitsApi
  readonly vitals: VitalsApi
  readonly webhookEndpoints: WebhookEndpointsApi
}

export const createResources = (calls: Calls): Resources => ({
  accesses: accesses(calls),
  allergies: allergies(calls),
  appointments: appointments(calls),
  attachments: attachments(calls),
  availability: availability(calls),
  carePlans: carePlans(calls),
  careTeams: careTeams(calls),
  claims: claims(calls),
  conditions: conditions(calls),
  consents: consents(calls),
  coverages: coverages(calls),
  covers: covers(calls),
  estimates: estimates(calls),
  favorites: favorites(calls),
  fees: fees(calls),
  holds: holds(calls),
  intake: intake(calls),
  invitations: invitations(calls),
  labs: labs(calls),
  mailbox: mailbox(calls),
  me: me(calls),
  medications: medications(calls),
  members: members(calls),
  notes: notes(calls),
  organization: organization(calls),
  outcomes: outcomes(calls),
  patients: patients(calls),
  payers: payers(calls),
  payments: payments(calls),
  pharmacies: pharmacies(calls),
  practitioners: practitioners(calls),
  preferences: preferences(calls),
  prescriptions: prescriptions(calls),
  proxies: proxies(calls),
  questionnaires: questionnaires(calls),
  queue: queue(calls),
  referrals: referrals(calls),
  remittances: remittances(calls),
  sessions: sessions(calls),
  slots: slots(calls),
  specialties: specialties(calls),
  statements: statements(calls),
  summaries: summaries(calls),
  surveys: surveys(calls),
  tasks: tasks(calls),
  threads: threads(calls),
  visitTypes: visitTypes(calls),
  visits: visits(calls),
  vitals: vitals(calls),
  webhookEndpoints: webhookEndpoints(calls),
})
