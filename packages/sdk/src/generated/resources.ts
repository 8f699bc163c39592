// Generated from packages/contract by `npm run generate`. Do not edit.
import type { Calls } from '../core/calls.ts'
import type { Body, OperationResponse, Query, QueryWithCursor } from '../core/operation-types.ts'
import type { CountedPage, Pages } from '../core/pages.ts'
import { path } from '../core/path.ts'
import type { RequestOptions } from '../core/transport.ts'
import type {
  AcceptInvitation,
  Access,
  AccessCase,
  AccessCaseReport,
  AccessQuestion,
  AccessReportRow,
  AccessReview,
  AccessSuppression,
  AddCoverage,
  AddTimeOff,
  AddedTimeOff,
  AdmitInEmergency,
  AlertState,
  Allergy,
  Appeal,
  Appointment,
  AppointmentSeries,
  AssessIncident,
  Attachment,
  Availability,
  BookAppointment,
  BookSeries,
  CancelAppointment,
  CancelSeries,
  CancelledSeries,
  CarePlan,
  CareTask,
  CareTeam,
  ChangeClaim,
  ChartCondition,
  CheckIn,
  Claim,
  ClaimSummary,
  ClaimWork,
  Closures,
  CommunicationPreferences,
  CompleteObligation,
  Consent,
  ConsentDocument,
  ConsentEvidence,
  ConsentUseOfVisit,
  ContactChoice,
  CorrectCoverage,
  CorrectVital,
  CorrectedVital,
  Cover,
  Coverage,
  CoverageCard,
  CreateCareTeam,
  CreateFavorite,
  CreateMember,
  CreateObligation,
  CreatePatient,
  CreatePractitioner,
  CreateProxy,
  CreateResource,
  CreateRisk,
  CreateTrainingCourse,
  CreateVisitType,
  CreatedInvitation,
  CreatedProxy,
  CreatedVisitGuest,
  DecideConsent,
  DeclineAppointment,
  Delivery,
  DeviceCheck,
  Disclosure,
  DisclosureAccounting,
  DowntimeList,
  DueRecord,
  Eligibility,
  EmergencyAccess,
  EmergencyAccessReport,
  EmergencyAdmissionReport,
  EndSelfPay,
  EndVisit,
  Estimate,
  Exposure,
  FavoritePrescription,
  FindingPage,
  GuestVisit,
  HandOver,
  HeldLine,
  HeldLineDetail,
  HeldPartnerMessage,
  HeldPartnerMessageDetail,
  HeldPharmacyMessage,
  HeldPharmacyMessageDetail,
  Hold,
  InboxCounts,
  Incident,
  IntakeForm,
  Invitation,
  InviteGuest,
  JoinWaitlist,
  LabOrder,
  LabResult,
  LedgerState,
  LegalHold,
  ListedSummary,
  MailboxFile,
  Me,
  Member,
  MemberTraining,
  MonitorFact,
  NetworkTest,
  Note,
  NoteDifference,
  NoteSummary,
  NoteVerification,
  NoteVersion,
  Obligation,
  ObligationCompletion,
  OnDemandRequest,
  OpenEmergencyAccess,
  OrderSet,
  Organization,
  Outcome,
  OwnDraft,
  Patient,
  PatientBackground,
  PatientClaim,
  PatientLogin,
  PatientSummary,
  PatientText,
  Payment,
  PharmacyRequest,
  PlaceHold,
  PlaceLabOrder,
  PlaceSeveralHolds,
  Practitioner,
  PractitionerSummary,
  Prescription,
  PreviewSeries,
  PrivacyRequest,
  Proxy,
  PsychotherapyNote,
  PublishConsentDocument,
  PutAvailability,
  PutClosures,
  PutPatientBackground,
  PutTextMacro,
  Questionnaire,
  QuestionnaireSummary,
  Queue,
  QueueDay,
  QueuePosition,
  RecordErasure,
  RecordIncidentNotice,
  RecordRequest,
  RecordTraining,
  RecordingAnswer,
  Referral,
  RefillRequest,
  Remittance,
  RemittanceLine,
  ReportIncident,
  ReportedMedication,
  RequestOnDemand,
  RescheduleAppointment,
  Resource,
  RetentionSchedule,
  RetentionSummary,
  ReviewAccess,
  ReviewEmergencyAccess,
  Risk,
  SaveIntake,
  SaveNote,
  SearchPatients,
  Seat,
  SentFile,
  SeriesPreview,
  Session,
  SeveralHolds,
  SlotSearchResult,
  StartCover,
  Statement,
  SupplyChange,
  SupplyChangePreview,
  Survey,
  TextMacro,
  Thread,
  ThreadSummary,
  TrainingCourse,
  TrainingPage,
  UnmatchedResult,
  UpdateCareTeam,
  UpdateMember,
  UpdateObligation,
  UpdateOrganization,
  UpdatePatient,
  UpdatePractitioner,
  UpdateProxy,
  UpdateResource,
  UpdateRisk,
  UpdateTrainingCourse,
  UpdateVisitType,
  Visit,
  VisitGuest,
  VisitGuests,
  VisitRecording,
  VisitRecordings,
  VisitSummary,
  VisitThread,
  VisitType,
  WaitingBalance,
  WaitlistEntry,
  WebhookDelivery,
  WebhookEndpoint,
  WriteOff,
  WritePrescription,
} from './models.ts'

/** The query of `accessCases.list`. */
export type ListAccessCasesQuery = Query<'listAccessCases'>

/** The query of `accessQuestions.list`. */
export type ListAccessQuestionsQuery = Query<'listAccessQuestions'>

/** The query of `accesses.report`. */
export type ListAccessReportQuery = Query<'listAccessReport'>

/** The query of `accesses.reportPdf`. */
export type GetAccessReportPdfQuery = QueryWithCursor<'getAccessReportPdf'>

/** The query of `accessSuppressions.list`. */
export type ListAccessSuppressionsQuery = Query<'listAccessSuppressions'>

/** The query of `accesses.ofActor`. */
export type ListActorAccessesQuery = Query<'listActorAccesses'>

/** The query of `alerts.list`. */
export type ListAlertsQuery = QueryWithCursor<'listAlerts'>

/** The query of `appointments.list`. */
export type ListAppointmentsQuery = Query<'listAppointments'>

/** The query of `careTeams.list`. */
export type ListCareTeamsQuery = Query<'listCareTeams'>

/** The query of `claims.list`. */
export type ListClaimsQuery = Query<'listClaims'>

/** The query of `consents.listDocuments`. */
export type ListConsentDocumentsQuery = Query<'listConsentDocuments'>

/** The query of `consents.getDocument`. */
export type GetConsentDocumentQuery = QueryWithCursor<'getConsentDocument'>

/** The query of `covers.list`. */
export type ListCoversQuery = Query<'listCovers'>

/** The query of `notes.diagnosisCodes`. */
export type SearchDiagnosisCodesQuery = QueryWithCursor<'searchDiagnosisCodes'>

/** The query of `disclosures.accountingPdf`. */
export type GetDisclosureAccountingPdfQuery = QueryWithCursor<'getDisclosureAccountingPdf'>

/** The query of `disclosures.list`. */
export type ListDisclosuresQuery = Query<'listDisclosures'>

/** The query of `retention.due`. */
export type ListDueRecordsQuery = Query<'listDueRecords'>

/** The query of `emergencyAccesses.list`. */
export type ListEmergencyAccessesQuery = Query<'listEmergencyAccesses'>

/** The query of `emergencyAdmissions.list`. */
export type ListEmergencyAdmissionsQuery = Query<'listEmergencyAdmissions'>

/** The query of `estimates.due`. */
export type ListDueEstimatesQuery = Query<'listDueEstimates'>

/** The query of `exposures.ofActor`. */
export type ListExposuresQuery = Query<'listExposures'>

/** The query of `findings.list`. */
export type ListFindingsQuery = QueryWithCursor<'listFindings'>

/** The query of `remittances.heldLines`. */
export type ListHeldLinesQuery = Query<'listHeldLines'>

/** The query of `remittances.heldLine`. */
export type GetHeldLineQuery = QueryWithCursor<'getHeldLine'>

/** The query of `partnerMessages.list`. */
export type ListHeldPartnerMessagesQuery = Query<'listHeldPartnerMessages'>

/** The query of `prescriptions.heldMessages`. */
export type ListHeldPharmacyMessagesQuery = Query<'listHeldPharmacyMessages'>

/** The query of `incidents.list`. */
export type ListIncidentsQuery = Query<'listIncidents'>

/** The query of `invitations.list`. */
export type ListInvitationsQuery = Query<'listInvitations'>

/** The query of `labs.waiting`. */
export type ListWaitingLabResultsQuery = Query<'listWaitingLabResults'>

/** The query of `labs.tests`. */
export type SearchLabTestsQuery = QueryWithCursor<'searchLabTests'>

/** The query of `legalHolds.list`. */
export type ListLegalHoldsQuery = Query<'listLegalHolds'>

/** The query of `mailbox.list`. */
export type ListMailboxFilesQuery = Query<'listMailboxFiles'>

/** The query of `medications.search`. */
export type SearchMedicationsQuery = QueryWithCursor<'searchMedications'>

/** The query of `members.list`. */
export type ListMembersQuery = Query<'listMembers'>

/** The query of `monitorFacts.list`. */
export type ListMonitorFactsQuery = Query<'listMonitorFacts'>

/** The query of `notes.waiting`. */
export type ListWaitingNotesQuery = Query<'listWaitingNotes'>

/** The query of `notes.difference`. */
export type CompareNoteVersionsQuery = QueryWithCursor<'compareNoteVersions'>

/** The query of `notes.versions`. */
export type ListNoteVersionsQuery = Query<'listNoteVersions'>

/** The query of `obligations.list`. */
export type ListObligationsQuery = QueryWithCursor<'listObligations'>

/** The query of `obligations.completions`. */
export type ListObligationCompletionsQuery = Query<'listObligationCompletions'>

/** The query of `onDemand.list`. */
export type ListOnDemandQuery = Query<'listOnDemand'>

/** The query of `onDemand.listOwn`. */
export type ListOwnOnDemandQuery = Query<'listOwnOnDemand'>

/** The query of `patients.search`. */
export type SearchPatientsQuery = Query<'searchPatients'>

/** The query of `accesses.ofPatient`. */
export type ListPatientAccessesQuery = Query<'listPatientAccesses'>

/** The query of `attachments.ofPatient`. */
export type ListAttachmentsQuery = Query<'listAttachments'>

/** The query of `claims.ofPatient`. */
export type ListPatientClaimsQuery = Query<'listPatientClaims'>

/** The query of `conditions.ofPatient`. */
export type ListConditionsQuery = Query<'listConditions'>

/** The query of `consents.requirements`. */
export type ListConsentRequirementsQuery = QueryWithCursor<'listConsentRequirements'>

/** The query of `consents.list`. */
export type ListConsentsQuery = Query<'listConsents'>

/** The query of `consents.uses`. */
export type ListConsentUsesQuery = Query<'listConsentUses'>

/** The query of `preferences.deliveries`. */
export type ListDeliveriesQuery = Query<'listDeliveries'>

/** The query of `disclosures.accounting`. */
export type GetDisclosureAccountingQuery = QueryWithCursor<'getDisclosureAccounting'>

/** The query of `estimates.ofPatient`. */
export type ListEstimatesQuery = Query<'listEstimates'>

/** The query of `labs.ordersOfPatient`. */
export type ListLabOrdersQuery = Query<'listLabOrders'>

/** The query of `labs.resultsOfPatient`. */
export type ListLabResultsQuery = Query<'listLabResults'>

/** The query of `notes.ofPatient`. */
export type ListPatientNotesQuery = Query<'listPatientNotes'>

/** The query of `outcomes.ofPatient`. */
export type ListOutcomesQuery = Query<'listOutcomes'>

/** The query of `prescriptions.ofPatient`. */
export type ListPrescriptionsQuery = Query<'listPrescriptions'>

/** The query of `rights.list`. */
export type ListPrivacyRequestsQuery = Query<'listPrivacyRequests'>

/** The query of `proxies.list`. */
export type ListProxiesQuery = QueryWithCursor<'listProxies'>

/** The query of `statements.get`. */
export type GetStatementQuery = QueryWithCursor<'getStatement'>

/** The query of `summaries.ofPatient`. */
export type ListVisitSummariesQuery = Query<'listVisitSummaries'>

/** The query of `partnerMessages.ofPatient`. */
export type ListPatientTextsQuery = Query<'listPatientTexts'>

/** The query of `vitals.ofPatient`. */
export type ListPatientVitalsQuery = QueryWithCursor<'listPatientVitals'>

/** The query of `pharmacies.search`. */
export type SearchPharmaciesQuery = QueryWithCursor<'searchPharmacies'>

/** The query of `prescriptions.requests`. */
export type ListPharmacyRequestsQuery = Query<'listPharmacyRequests'>

/** The query of `practitioners.list`. */
export type ListPractitionersQuery = Query<'listPractitioners'>

/** The query of `rights.waiting`. */
export type ListWaitingPrivacyRequestsQuery = Query<'listWaitingPrivacyRequests'>

/** The query of `rights.letter`. */
export type GetCorrectionLetterPdfQuery = QueryWithCursor<'getCorrectionLetterPdf'>

/** The query of `questionnaires.list`. */
export type ListQuestionnairesQuery = Query<'listQuestionnaires'>

/** The query of `questionnaires.get`. */
export type GetQuestionnaireQuery = QueryWithCursor<'getQuestionnaire'>

/** The query of `rights.copy`. */
export type GetRecordCopyQuery = QueryWithCursor<'getRecordCopy'>

/** The query of `retention.erasures`. */
export type ListErasuresQuery = Query<'listErasures'>

/** The query of `recordRequests.list`. */
export type ListRecordRequestsQuery = Query<'listRecordRequests'>

/** The query of `referrals.list`. */
export type ListReferralsQuery = Query<'listReferrals'>

/** The query of `refills.list`. */
export type ListRefillRequestsQuery = Query<'listRefillRequests'>

/** The query of `remittances.list`. */
export type ListRemittancesQuery = Query<'listRemittances'>

/** The query of `resources.list`. */
export type ListResourcesQuery = Query<'listResources'>

/** The query of `risks.list`. */
export type ListRisksQuery = QueryWithCursor<'listRisks'>

/** The query of `fees.serviceCodes`. */
export type SearchServiceCodesQuery = QueryWithCursor<'searchServiceCodes'>

/** The query of `sessions.list`. */
export type ListSessionsQuery = Query<'listSessions'>

/** The query of `slots.search`. */
export type SearchSlotsQuery = QueryWithCursor<'searchSlots'>

/** The query of `supplyChanges.preview`. */
export type PreviewSupplyChangeQuery = QueryWithCursor<'previewSupplyChange'>

/** The query of `tasks.list`. */
export type ListTasksQuery = Query<'listTasks'>

/** The query of `threads.list`. */
export type ListThreadsQuery = Query<'listThreads'>

/** The query of `threads.get`. */
export type GetThreadQuery = QueryWithCursor<'getThread'>

/** The query of `training.list`. */
export type ListTrainingQuery = QueryWithCursor<'listTraining'>

/** The query of `labs.unmatched`. */
export type ListUnmatchedResultsQuery = Query<'listUnmatchedResults'>

/** The query of `visitTypes.list`. */
export type ListVisitTypesQuery = Query<'listVisitTypes'>

/** The query of `recordings.addPiece`. */
export type AddRecordingPieceQuery = QueryWithCursor<'addRecordingPiece'>

/** The query of `threads.ofVisit`. */
export type GetVisitThreadQuery = QueryWithCursor<'getVisitThread'>

/** The query of `claims.waitingBalances`. */
export type ListWaitingBalancesQuery = Query<'listWaitingBalances'>

/** The query of `waitlist.list`. */
export type ListWaitlistQuery = Query<'listWaitlist'>

/** The query of `webhookEndpoints.deliveries`. */
export type ListWebhookDeliveriesQuery = Query<'listWebhookDeliveries'>

/** The query of `writeOffs.list`. */
export type ListWriteOffsQuery = Query<'listWriteOffs'>

export interface AccessCasesApi {
  /**
   * How often each reason was right.
   *
   * Requires the permission `access-monitor:manage`.
   *
   * @see `GET /v1/access-case-measures` (`measureAccessCases`)
   */
  measure(options?: RequestOptions): Promise<OperationResponse<'measureAccessCases'>>

  /**
   * Cases, the highest score of the earliest deadline first; closed ones the newest first. For privacy officers;
   * administrators see those
   * that are overdue. No one sees a case about themselves.
   *
   * Requires the permission `access-case:handle`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/access-cases` (`listAccessCases`)
   */
  list(query?: ListAccessCasesQuery | undefined, options?: RequestOptions): Pages<AccessCase>

  /**
   * One case with the accesses behind it.
   *
   * Requires the permission `access-case:handle`.
   *
   * @see `GET /v1/access-cases/{caseId}` (`getAccessCase`)
   */
  get(caseId: string, options?: RequestOptions): Promise<AccessCaseReport>

  /**
   * Takes a case, or passes it on to another person who may handle it, and whom it is not about.
   *
   * Requires the permission `access-case:handle`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `case_closed`, `version_conflict`, `not_a_privacy_officer` or `own_case`, in addition to
   * the common codes.
   * @see `POST /v1/access-cases/{caseId}/assign` (`assignAccessCase`)
   */
  assign(caseId: string, body: Body<'assignAccessCase'>, options?: RequestOptions): Promise<AccessCase>

  /**
   * Decides on a case. With `needs-follow-up` it stays assigned; with any other disposition it is closed, and the
   * patients read the outcome
   * next to the accesses.
   *
   * Requires the permission `access-case:handle`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `case_closed` or `version_conflict`, in addition to the common codes.
   * @see `POST /v1/access-cases/{caseId}/close` (`closeAccessCase`)
   */
  close(caseId: string, body: Body<'closeAccessCase'>, options?: RequestOptions): Promise<AccessCase>

  /**
   * Stops counting one reason of a case for its member, for a time that the policy bounds.
   *
   * Requires the permission `access-monitor:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `suppression_refused`, in addition to the common codes.
   * @see `POST /v1/access-cases/{caseId}/suppressions` (`suppressAccessReason`)
   */
  suppress(caseId: string, body: Body<'suppressAccessReason'>, options?: RequestOptions): Promise<AccessSuppression>
}

export const accessCases = (calls: Calls): AccessCasesApi => ({
  measure: (options) => calls.call('get', 'access-case-measures', options),
  list: (query, options) => calls.list('get', 'access-cases', options, undefined, query),
  get: (caseId, options) => calls.call('get', path`access-cases/${caseId}`, options),
  assign: (caseId, body, options) => calls.call('post', path`access-cases/${caseId}/assign`, options, body),
  close: (caseId, body, options) => calls.call('post', path`access-cases/${caseId}/close`, options, body),
  suppress: (caseId, body, options) => calls.call('repeat', path`access-cases/${caseId}/suppressions`, options, body),
})

export interface AccessQuestionsApi {
  /**
   * Questions about accesses. Of one patient: all, the newest first. Without a patient, for privacy officers:
   * those with this status, the
   * earliest deadline first; answered ones the newest first. Administrators receive only those that no privacy
   * officer may answer: about an
   * access of the only privacy officer, or all while there is none, and never about an access of their own.
   *
   * Requires the permission `access-question:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/access-questions` (`listAccessQuestions`)
   */
  list(query?: ListAccessQuestionsQuery | undefined, options?: RequestOptions): Pages<AccessQuestion>

  /**
   * Answers a question: what was found, and words that the patient reads. The patient receives a notice. Never by
   * the person who made the
   * access.
   *
   * Requires the permission `access-question:answer`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `already_answered`, `version_conflict` or `own_access`, in addition to the common codes.
   * @see `POST /v1/access-questions/{questionId}/answer` (`answerAccessQuestion`)
   */
  answer(questionId: string, body: Body<'answerAccessQuestion'>, options?: RequestOptions): Promise<AccessQuestion>

  /**
   * A privacy officer takes a question, or passes it on to another one. Where no privacy officer may answer it, an
   * administrator does. No one
   * takes a question about their own access.
   *
   * Requires the permission `access-question:answer`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `already_answered`, `version_conflict`, `not_a_privacy_officer` or `own_access`, in
   * addition to the common codes.
   * @see `POST /v1/access-questions/{questionId}/assign` (`assignAccessQuestion`)
   */
  assign(questionId: string, body: Body<'assignAccessQuestion'>, options?: RequestOptions): Promise<AccessQuestion>

  /**
   * A patient, or a proxy who may see the record, asks about an access. The privacy officers see it at once, and
   * answer by a deadline of the
   * organization's policy. Where none of them may, because the access is of the only one or there is none, the
   * administrators see and answer it.
   *
   * Requires the permission `access-question:ask`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope`, `already_asked` or `too_many_questions`, in addition to the common
   * codes.
   * @see `POST /v1/patients/{patientId}/access-questions` (`askAboutAccess`)
   */
  ask(patientId: string, body: Body<'askAboutAccess'>, options?: RequestOptions): Promise<AccessQuestion>
}

export const accessQuestions = (calls: Calls): AccessQuestionsApi => ({
  list: (query, options) => calls.list('get', 'access-questions', options, undefined, query),
  answer: (questionId, body, options) => calls.call('post', path`access-questions/${questionId}/answer`, options, body),
  assign: (questionId, body, options) => calls.call('post', path`access-questions/${questionId}/assign`, options, body),
  ask: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/access-questions`, options, body),
})

export interface AccessReviewsApi {
  /**
   * Members with their roles, and when a colleague last looked at whether they still need them. The earliest due
   * date first.
   *
   * Requires the permission `obligation:read`.
   *
   * @see `GET /v1/access-reviews` (`listAccessReviews`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listAccessReviews'>>

  /**
   * Records that a member's roles were looked at. No one reviews their own.
   *
   * Requires the permission `obligation:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `own_roles` or `version_conflict`, in addition to the common codes.
   * @see `POST /v1/members/{memberId}/access-reviews` (`reviewAccess`)
   */
  record(memberId: string, body: ReviewAccess, options?: RequestOptions): Promise<AccessReview>
}

export const accessReviews = (calls: Calls): AccessReviewsApi => ({
  list: (options) => calls.call('get', 'access-reviews', options),
  record: (memberId, body, options) => calls.call('repeat', path`members/${memberId}/access-reviews`, options, body),
})

export interface AccessSuppressionsApi {
  /**
   * Suppressions that are in force or were, the newest first. Not those about the caller.
   *
   * Requires the permission `access-monitor:manage`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/access-suppressions` (`listAccessSuppressions`)
   */
  list(query?: ListAccessSuppressionsQuery | undefined, options?: RequestOptions): Pages<AccessSuppression>

  /**
   * Ends a suppression before its time.
   *
   * Requires the permission `access-monitor:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `POST /v1/access-suppressions/{suppressionId}/end` (`endAccessSuppression`)
   */
  end(suppressionId: string, body: Body<'endAccessSuppression'>, options?: RequestOptions): Promise<AccessSuppression>
}

export const accessSuppressions = (calls: Calls): AccessSuppressionsApi => ({
  list: (query, options) => calls.list('get', 'access-suppressions', options, undefined, query),
  end: (suppressionId, body, options) => calls.call('post', path`access-suppressions/${suppressionId}/end`, options, body),
})

export interface AccessesApi {
  /**
   * The rows of the ledger that fit. For privacy officers and auditors. Patients are named by id only.
   *
   * Requires the permission `access:review`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/access-report` (`listAccessReport`)
   */
  report(query?: ListAccessReportQuery | undefined, options?: RequestOptions): Pages<AccessReportRow>

  /**
   * The same rows as a document, at most the first 1,000; it says so where there are more. Names each patient in
   * the ledger, as having been
   * printed. Needs a fresh authentication.
   *
   * Requires the permission `access:review`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Returns the file as a `Blob`.
   *
   * @see `GET /v1/access-report/pdf` (`getAccessReportPdf`)
   */
  reportPdf(query?: GetAccessReportPdfQuery | undefined, options?: RequestOptions): Promise<Blob>

  /**
   * All accesses by one person, the newest first. For privacy officers and auditors; members see their own.
   *
   * Requires the permission `access:review`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/accesses` (`listActorAccesses`)
   */
  ofActor(query: ListActorAccessesQuery, options?: RequestOptions): Pages<Access>

  /**
   * Whether the access log can be proven unchanged: its newest signature, and what its witness has.
   *
   * Requires the permission `obligation:read`.
   *
   * @see `GET /v1/ledger-state` (`getLedgerState`)
   */
  ledgerState(options?: RequestOptions): Promise<LedgerState>

  /**
   * All accesses to this patient's information, the newest first. Patients see their own.
   *
   * Requires the permission `access:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/accesses` (`listPatientAccesses`)
   */
  ofPatient(patientId: string, query?: ListPatientAccessesQuery | undefined, options?: RequestOptions): Pages<Access>
}

export const accesses = (calls: Calls): AccessesApi => ({
  report: (query, options) => calls.list('get', 'access-report', options, undefined, query),
  reportPdf: (query, options) => calls.call('get', 'access-report/pdf', options, undefined, query),
  ofActor: (query, options) => calls.list('get', 'accesses', options, undefined, query),
  ledgerState: (options) => calls.call('get', 'ledger-state', options),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/accesses`, options, undefined, query),
})

export interface AlertsApi {
  /**
   * The open alerts, the oldest first, then those acknowledged last; at most 20 together. Not paged, because an
   * overloaded server refuses
   * lists first, and this one last.
   *
   * Requires the permission `alert:read`.
   *
   * @see `GET /v1/alerts` (`listAlerts`)
   */
  list(query?: ListAlertsQuery | undefined, options?: RequestOptions): Promise<OperationResponse<'listAlerts'>>

  /**
   * Acknowledges an alert: the caller takes it on, and the patient reads that the caller has seen it.
   *
   * Requires the permission `alert:acknowledge`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `alert_acknowledged`, in addition to the common codes.
   * @see `POST /v1/alerts/{alertId}/acknowledge` (`acknowledgeAlert`)
   */
  acknowledge(alertId: string, options?: RequestOptions): Promise<AlertState>

  /**
   * Reports that the alert is on the caller's screen. From then on the patient reads that the clinic knows.
   *
   * Requires the permission `alert:read`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   * Does not count as user activity.
   *
   * @see `POST /v1/alerts/{alertId}/shown` (`reportAlertShown`)
   */
  shown(alertId: string, options?: RequestOptions): Promise<AlertState>

  /**
   * The progress of an appointment's alerts, for the patient who raised them.
   *
   * Requires the permission `intake:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/appointments/{appointmentId}/alerts` (`listAppointmentAlerts`)
   */
  ofAppointment(appointmentId: string, options?: RequestOptions): Promise<OperationResponse<'listAppointmentAlerts'>>
}

export const alerts = (calls: Calls): AlertsApi => ({
  list: (query, options) => calls.call('get', 'alerts', options, undefined, query),
  acknowledge: (alertId, options) => calls.call('repeat', path`alerts/${alertId}/acknowledge`, options),
  shown: (alertId, options) => calls.call('repeat', path`alerts/${alertId}/shown`, options),
  ofAppointment: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}/alerts`, options),
})

export interface AllergiesApi {
  /**
   * A patient's allergies. `asked` is false until the patient was asked about allergies: an empty list is not
   * meaningful before.
   *
   * Requires the permission `chart:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/allergies` (`listAllergies`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<OperationResponse<'listAllergies'>>

  /**
   * Adds an allergy.
   *
   * Requires the permission `chart:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @see `POST /v1/patients/{patientId}/allergies` (`addAllergy`)
   */
  add(patientId: string, body: Body<'addAllergy'>, options?: RequestOptions): Promise<Allergy>

  /**
   * Records that a patient was asked and has no known allergies.
   *
   * Requires the permission `chart:write`.
   *
   * @throws {VisitError} `has_allergies`, in addition to the common codes.
   * @see `PUT /v1/patients/{patientId}/allergies/none-known` (`noKnownAllergies`)
   */
  noneKnown(patientId: string, options?: RequestOptions): Promise<OperationResponse<'noKnownAllergies'>>

  /**
   * Ends an allergy, or marks it as entered in error.
   *
   * Requires the permission `chart:write`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
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
   * Appointments of a patient or of a practitioner, by start time.
   *
   * Requires the permission `appointment:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/appointments` (`listAppointments`)
   */
  list(query?: ListAppointmentsQuery | undefined, options?: RequestOptions): Pages<Appointment>

  /**
   * Books a held slot. A visit type with the booking mode `request` is requested if a patient or a proxy books it.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `hold_expired`, `already_booked`, `slot_taken`, `patient_busy`, `language_not_spoken`,
   * `not_licensed`, `age_out_of_range`, `slot_unavailable`, `outside_hours`, `too_many_appointments`,
   * `minor_consent_not_allowed` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/appointments` (`bookAppointment`)
   */
  book(body: BookAppointment, options?: RequestOptions): Promise<Appointment>

  /**
   * One appointment.
   *
   * Requires the permission `appointment:read`.
   *
   * @see `GET /v1/appointments/{appointmentId}` (`getAppointment`)
   */
  get(appointmentId: string, options?: RequestOptions): Promise<Appointment>

  /**
   * Approves a requested appointment: it is booked.
   *
   * Requires the permission `appointment:decide`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `not_requested`, `not_licensed`, `age_out_of_range`, `language_not_spoken`,
   * `slot_unavailable` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/appointments/{appointmentId}/approve` (`approveAppointment`)
   */
  approve(appointmentId: string, options?: RequestOptions): Promise<Appointment>

  /**
   * A calendar file (RFC 5545). Contains the time and a link, and no health information.
   *
   * Requires the permission `appointment:read`.
   * Returns the file as a `Blob`.
   *
   * @see `GET /v1/appointments/{appointmentId}/calendar` (`getAppointmentCalendar`)
   */
  calendar(appointmentId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Cancels an appointment. The slot is free at once.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `too_late_to_change`, `not_changeable` or `outside_proxy_scope`, in addition to the
   * common codes.
   * @see `POST /v1/appointments/{appointmentId}/cancel` (`cancelAppointment`)
   */
  cancel(appointmentId: string, body: CancelAppointment, options?: RequestOptions): Promise<Appointment>

  /**
   * Declines a requested appointment. The slot is free at once, and the patient receives a notice.
   *
   * Requires the permission `appointment:decide`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `not_requested` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/appointments/{appointmentId}/decline` (`declineAppointment`)
   */
  decline(appointmentId: string, body: DeclineAppointment, options?: RequestOptions): Promise<Appointment>

  /**
   * Says where the captions come from that the patient needs. Refused where none are needed.
   *
   * Requires the permission `appointment:book`.
   *
   * @throws {VisitError} `not_changeable`, `captioner_not_missing` or `outside_proxy_scope`, in addition to the
   * common codes.
   * @see `PUT /v1/appointments/{appointmentId}/missing-captioner` (`explainMissingCaptioner`)
   */
  explainCaptioner(appointmentId: string, body: Body<'explainMissingCaptioner'>, options?: RequestOptions): Promise<Appointment>

  /**
   * Says why the visit takes place without the interpreter whom the patient needs. Refused where none is missing.
   *
   * Requires the permission `appointment:book`.
   *
   * @throws {VisitError} `not_changeable`, `interpreter_not_missing` or `outside_proxy_scope`, in addition to the
   * common codes.
   * @see `PUT /v1/appointments/{appointmentId}/missing-interpreter` (`explainMissingInterpreter`)
   */
  explainInterpreter(appointmentId: string, body: Body<'explainMissingInterpreter'>, options?: RequestOptions): Promise<Appointment>

  /**
   * Changes what the patient wrote at booking, or adds it. The practitioner's queue, the chart and a note that is
   * not begun show it.
   *
   * Requires the permission `intake:answer`.
   *
   * @throws {VisitError} `not_changeable` or `outside_proxy_scope`, in addition to the common codes.
   * @see `PUT /v1/appointments/{appointmentId}/reason` (`changeAppointmentReason`)
   */
  changeReason(appointmentId: string, body: Body<'changeAppointmentReason'>, options?: RequestOptions): Promise<Appointment>

  /**
   * Reschedules an appointment to a held slot. The old slot is free at once.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `call_to_book`, `hold_expired`, `already_booked`, `slot_taken`, `patient_busy`,
   * `language_not_spoken`, `not_licensed`, `too_late_to_change`, `not_changeable`, `slot_unavailable`,
   * `age_out_of_range`, `outside_proxy_scope` or `outside_hours`, in addition to the common codes.
   * @see `POST /v1/appointments/{appointmentId}/reschedule` (`rescheduleAppointment`)
   */
  reschedule(appointmentId: string, body: RescheduleAppointment, options?: RequestOptions): Promise<Appointment>
}

export const appointments = (calls: Calls): AppointmentsApi => ({
  list: (query, options) => calls.list('get', 'appointments', options, undefined, query),
  book: (body, options) => calls.call('repeat', 'appointments', options, body),
  get: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}`, options),
  approve: (appointmentId, options) => calls.call('repeat', path`appointments/${appointmentId}/approve`, options),
  calendar: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}/calendar`, options),
  cancel: (appointmentId, body, options) => calls.call('repeat', path`appointments/${appointmentId}/cancel`, options, body),
  decline: (appointmentId, body, options) => calls.call('repeat', path`appointments/${appointmentId}/decline`, options, body),
  explainCaptioner: (appointmentId, body, options) => calls.call('put', path`appointments/${appointmentId}/missing-captioner`, options, body),
  explainInterpreter: (appointmentId, body, options) => calls.call('put', path`appointments/${appointmentId}/missing-interpreter`, options, body),
  changeReason: (appointmentId, body, options) => calls.call('put', path`appointments/${appointmentId}/reason`, options, body),
  reschedule: (appointmentId, body, options) => calls.call('repeat', path`appointments/${appointmentId}/reschedule`, options, body),
})

export interface AttachmentsApi {
  /**
   * A file of a message.
   *
   * Requires the permission `thread:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/attachments/{attachmentId}/content` (`getAttachmentContent`)
   */
  content(attachmentId: string, options?: RequestOptions): Promise<Blob>

  /**
   * The files in a patient's threads, the newest first: all of them for the patient and for treating members, for
   * other members those of the
   * threads that they may read. Files that no message has sent are not listed.
   *
   * Requires the permission `thread:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/attachments` (`listAttachments`)
   */
  ofPatient(patientId: string, query?: ListAttachmentsQuery | undefined, options?: RequestOptions): Pages<SentFile>

  /**
   * Uploads a file for a message: an image or a PDF, at most 10 MB. Camera metadata (location, device) is removed
   * from images.
   *
   * Requires the permission `thread:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `unsupported_attachment_type`, `body_too_large` or
   * `attachment_unreadable`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/attachments` (`addAttachment`)
   */
  add(patientId: string, body: Body<'addAttachment'>, options?: RequestOptions): Promise<Attachment>

  /**
   * Uploads a file for a message of a visit: an image or a PDF, at most 10 MB. Camera metadata (location, device)
   * is removed from images. For
   * those who may write in the room, also if they may not read the record.
   *
   * Requires the permission `visit:join`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `unsupported_attachment_type`, `body_too_large` or
   * `attachment_unreadable`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/attachments` (`addVisitAttachment`)
   */
  addInVisit(visitId: string, body: Body<'addVisitAttachment'>, options?: RequestOptions): Promise<Attachment>

  /**
   * A file of the messages of a visit. For those who may read the visit, also after it has ended.
   *
   * Requires the permission `visit:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/attachments/{attachmentId}/content` (`getVisitAttachmentContent`)
   */
  contentInVisit(visitId: string, attachmentId: string, options?: RequestOptions): Promise<Blob>
}

export const attachments = (calls: Calls): AttachmentsApi => ({
  content: (attachmentId, options) => calls.call('get', path`attachments/${attachmentId}/content`, options),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/attachments`, options, undefined, query),
  add: (patientId, body, options) =>
    calls.call('post', path`patients/${patientId}/attachments`, {
      ...options,
      body,
      headers: { ...options?.headers, 'content-type': 'application/octet-stream' },
    }),
  addInVisit: (visitId, body, options) =>
    calls.call('post', path`visits/${visitId}/attachments`, {
      ...options,
      body,
      headers: { ...options?.headers, 'content-type': 'application/octet-stream' },
    }),
  contentInVisit: (visitId, attachmentId, options) => calls.call('get', path`visits/${visitId}/attachments/${attachmentId}/content`, options),
})

export interface AvailabilityApi {
  /**
   * A practitioner's weekly schedule and its exceptions.
   *
   * Requires the permission `availability:read`.
   *
   * @see `GET /v1/practitioners/{practitionerId}/availability` (`getAvailability`)
   */
  get(practitionerId: string, options?: RequestOptions): Promise<Availability>

  /**
   * Replaces a practitioner's weekly schedule and exceptions. Time off stays. Booked appointments outside the new
   * hours stay booked as
   * `unsupported`; `appointments_affected` names their number: preview them, then send the number.
   *
   * Requires the permission `availability:manage`.
   *
   * @throws {VisitError} `version_conflict`, `windows_overlap`, `unknown_zone`, `appointments_affected` or
   * `not_assigned`, in addition to the common codes.
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
   * Requires the permission `care-plan:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/care-plan` (`getCarePlan`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<CarePlan>

  /**
   * Replaces a patient's care plan.
   *
   * Requires the permission `care-plan:write`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
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
   * Care teams. Administrators see all of them, other callers their own.
   *
   * Requires the permission `care-team:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/care-teams` (`listCareTeams`)
   */
  list(query?: ListCareTeamsQuery | undefined, options?: RequestOptions): Pages<CareTeam>

  /**
   * Creates a care team. This is a privilege change: its members can access each other's patients. For
   * administrators.
   *
   * Requires the permission `care-team:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @see `POST /v1/care-teams` (`createCareTeam`)
   */
  create(body: CreateCareTeam, options?: RequestOptions): Promise<CareTeam>

  /**
   * Renames a care team or changes its members. Takes effect with the next request. For administrators.
   *
   * Requires the permission `care-team:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `PATCH /v1/care-teams/{careTeamId}` (`updateCareTeam`)
   */
  update(careTeamId: string, body: UpdateCareTeam, options?: RequestOptions): Promise<CareTeam>

  /**
   * Retires a care team: it grants no access from the next request on. For administrators.
   *
   * Requires the permission `care-team:manage`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
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
   * Changes the text of an appeal that was not sent, or records that it was sent or answered.
   *
   * Requires the permission `claim:write`.
   *
   * @throws {VisitError} `version_conflict` or `appeal_sent`, in addition to the common codes.
   * @see `PUT /v1/appeals/{appealId}` (`changeAppeal`)
   */
  changeAppeal(appealId: string, body: Body<'changeAppeal'>, options?: RequestOptions): Promise<Appeal>

  /**
   * What is open on the payers' side, by the state of the visit's latest claim and by age.
   *
   * Requires the permission `claim:read`.
   * Does not count as user activity.
   *
   * @see `GET /v1/claim-aging` (`getClaimAging`)
   */
  aging(options?: RequestOptions): Promise<OperationResponse<'getClaimAging'>>

  /**
   * The number of claims in each state.
   *
   * Requires the permission `claim:read`.
   * Does not count as user activity.
   *
   * @see `GET /v1/claim-counts` (`countClaims`)
   */
  counts(options?: RequestOptions): Promise<OperationResponse<'countClaims'>>

  /**
   * The organization's claims in one state, the earliest filing deadline first.
   *
   * Requires the permission `claim:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/claims` (`listClaims`)
   */
  list(query?: ListClaimsQuery | undefined, options?: RequestOptions): Pages<ClaimSummary>

  /**
   * Finds claims by the patient's name, the claim's number or the charge. A POST, so that no name is in a URL.
   *
   * Requires the permission `claim:read`.
   *
   * @see `POST /v1/claims/search` (`searchClaims`)
   */
  search(body: Body<'searchClaims'>, options?: RequestOptions): Promise<OperationResponse<'searchClaims'>>

  /**
   * One claim with its full history.
   *
   * Requires the permission `claim:read`.
   *
   * @see `GET /v1/claims/{claimId}` (`getClaim`)
   */
  get(claimId: string, options?: RequestOptions): Promise<Claim>

  /**
   * Changes a claim that has not been sent. It is checked again.
   *
   * Requires the permission `claim:write`.
   *
   * @throws {VisitError} `claim_sent`, `version_conflict`, `unknown_code` or `note_not_signed`, in addition to the
   * common codes.
   * @see `PUT /v1/claims/{claimId}` (`changeClaim`)
   */
  change(claimId: string, body: ChangeClaim, options?: RequestOptions): Promise<Claim>

  /**
   * Writes an appeal. A claim has one open appeal at a time.
   *
   * Requires the permission `claim:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `claim_not_adjudicated` or `appeal_open`, in addition to the common codes.
   * @see `POST /v1/claims/{claimId}/appeals` (`addAppeal`)
   */
  appeal(claimId: string, body: Body<'addAppeal'>, options?: RequestOptions): Promise<Appeal>

  /**
   * The boxes of the CMS-1500 (02/12) form, for payers that accept paper. A claim that has not been sent can be
   * printed only when it could be
   * sent; a sent claim is printed as it was sent. The form's artwork is not included.
   *
   * Requires the permission `claim:read`.
   *
   * @throws {VisitError} `claim_blocked`, `claim_sent` or `note_not_signed`, in addition to the common codes.
   * @see `GET /v1/claims/{claimId}/cms-1500` (`getClaimForm`)
   */
  form(claimId: string, options?: RequestOptions): Promise<OperationResponse<'getClaimForm'>>

  /**
   * Creates a claim that replaces one which the payer has adjudicated (frequency 7). When another payer's coverage
   * is chosen it is an
   * original claim (frequency 1), because a payer cannot replace another payer's claim. For a voided claim it
   * bills the visit again, once, as
   * an original claim.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `claim_not_adjudicated`, `version_conflict` or `note_not_signed`, in addition to the
   * common codes.
   * @see `POST /v1/claims/{claimId}/correct` (`correctClaim`)
   */
  correct(claimId: string, options?: RequestOptions): Promise<Claim>

  /**
   * The messages sent and received about a claim, in their original format.
   *
   * Requires the permission `claim:read`.
   *
   * @see `GET /v1/claims/{claimId}/messages` (`listClaimMessages`)
   */
  messages(claimId: string, options?: RequestOptions): Promise<OperationResponse<'listClaimMessages'>>

  /**
   * Records what the next payer decided about the balance that waits for it, to the cent: what it paid, what it
   * took off, and what it left to
   * the patient. An answer whose 835 is certain is posted by the server.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `next_payer_not_awaited`, `next_payer_amounts_differ` or `balance_billing_prohibited`, in
   * addition to the common codes.
   * @see `POST /v1/claims/{claimId}/next-payer-answers` (`answerNextPayer`)
   */
  answerNextPayer(claimId: string, body: Body<'answerNextPayer'>, options?: RequestOptions): Promise<Claim>

  /**
   * Undoes the latest recorded answer of a next payer: the balance waits for that payer again.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `next_payer_not_awaited`, in addition to the common codes.
   * @see `POST /v1/claims/{claimId}/next-payer-answers/undo` (`undoNextPayer`)
   */
  undoNextPayer(claimId: string, body: Body<'undoNextPayer'>, options?: RequestOptions): Promise<Claim>

  /**
   * Sends the claim to the payer that is awaited, the second or the third, with what each payer before it decided
   * (837P with coordination of
   * benefits). Its answer is posted when it arrives, if it is certain. Blocked if the answer of a payer before was
   * posted by hand, without its
   * reasons, and if Medicare is the third: a person sends these. Blocked too if the payer before says that it has
   * forwarded the claim, unless
   * `sendForwarded` says that a person wants to send it all the same.
   *
   * Requires the permission `claim:submit`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `next_payer_not_awaited`, `next_claim_sent`, `claim_blocked` or `vendor_not_permitted`,
   * in addition to the common codes.
   * @see `POST /v1/claims/{claimId}/next-payer-claims` (`sendToNextPayer`)
   */
  sendToNextPayer(claimId: string, body: Body<'sendToNextPayer'>, options?: RequestOptions): Promise<Claim>

  /**
   * Adds a note to a claim, in any state of the claim.
   *
   * Requires the permission `claim:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @see `POST /v1/claims/{claimId}/notes` (`addClaimNote`)
   */
  addNote(claimId: string, body: Body<'addClaimNote'>, options?: RequestOptions): Promise<OperationResponse<'addClaimNote'>>

  /**
   * Updates a claim that has not been sent from the current visit and note.
   *
   * Requires the permission `claim:write`.
   *
   * @throws {VisitError} `claim_sent`, `version_conflict` or `note_not_signed`, in addition to the common codes.
   * @see `POST /v1/claims/{claimId}/refresh` (`refreshClaim`)
   */
  refresh(claimId: string, options?: RequestOptions): Promise<Claim>

  /**
   * The questions to the payer about a claim, and their answers: the latest first.
   *
   * Requires the permission `claim:read`.
   *
   * @see `GET /v1/claims/{claimId}/status-inquiries` (`listStatusInquiries`)
   */
  statusInquiries(claimId: string, options?: RequestOptions): Promise<OperationResponse<'listStatusInquiries'>>

  /**
   * Asks the payer where a claim is (276). The answer (277) arrives later.
   *
   * Requires the permission `claim:submit`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `status_not_asked`, `claim_blocked` or `vendor_not_permitted`, in addition to the common
   * codes.
   * @see `POST /v1/claims/{claimId}/status-inquiries` (`askClaimStatus`)
   */
  askStatus(claimId: string, options?: RequestOptions): Promise<OperationResponse<'askClaimStatus'>>

  /**
   * Sends a claim to the payer. Refused while a finding blocks it.
   *
   * Requires the permission `claim:submit`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `claim_blocked`, `claim_sent`, `version_conflict`, `vendor_not_permitted` or
   * `note_not_signed`, in addition to the common codes.
   * @see `POST /v1/claims/{claimId}/submit` (`submitClaim`)
   */
  submit(claimId: string, body: Body<'submitClaim'>, options?: RequestOptions): Promise<Claim>

  /**
   * Voids a claim (frequency 8). Its state is `voided` when the payer confirms.
   *
   * Requires the permission `claim:submit`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `claim_not_adjudicated`, `version_conflict`, `claim_blocked` or `vendor_not_permitted`,
   * in addition to the common codes.
   * @see `POST /v1/claims/{claimId}/void` (`voidClaim`)
   */
  void(claimId: string, options?: RequestOptions): Promise<Claim>

  /**
   * What the desk did about a claim.
   *
   * Requires the permission `claim:read`.
   *
   * @see `GET /v1/claims/{claimId}/work` (`getClaimWork`)
   */
  work(claimId: string, options?: RequestOptions): Promise<ClaimWork>

  /**
   * Asks to write off what is open on the payer's side of the claim's visit. No money moves before a second person
   * approves it.
   *
   * Requires the permission `claim:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `write_off_not_possible` or `write_off_asked`, in addition to the common codes.
   * @see `POST /v1/claims/{claimId}/write-offs` (`askWriteOff`)
   */
  askWriteOff(claimId: string, body: Body<'askWriteOff'>, options?: RequestOptions): Promise<WriteOff>

  /**
   * The claims of a patient that were sent to a payer, the newest first. Claims that are not sent are work of the
   * clinic.
   *
   * Requires the permission `patient-claim:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/claims` (`listPatientClaims`)
   */
  ofPatient(patientId: string, query?: ListPatientClaimsQuery | undefined, options?: RequestOptions): Pages<PatientClaim>

  /**
   * The claim of a visit. It is created when the visit's note is signed.
   *
   * Requires the permission `claim:read`.
   *
   * @see `GET /v1/visits/{visitId}/claim` (`getClaimOfVisit`)
   */
  ofVisit(visitId: string, options?: RequestOptions): Promise<Claim>

  /**
   * Records that the patient pays for the whole visit and that no payer is informed: 45 CFR 164.522(a)(1)(vi).
   *
   * Requires the permission `payment:make`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope` or `claim_sent`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/self-pay` (`chooseSelfPay`)
   */
  selfPay(visitId: string, options?: RequestOptions): Promise<OperationResponse<'chooseSelfPay'>>

  /**
   * Ends the restriction of a visit, by the patient or at their request: a claim may be sent to a payer again.
   * Sends nothing and moves no money:
   * a claim that became self-pay does both when it is refreshed.
   *
   * Requires the permission `payment:make`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope` or `restriction_request_missing`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/self-pay/end` (`endSelfPay`)
   */
  endSelfPay(visitId: string, body: EndSelfPay, options?: RequestOptions): Promise<OperationResponse<'endSelfPay'>>

  /**
   * Balances that wait for the next payer, the oldest first.
   *
   * Requires the permission `claim:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/waiting-balances` (`listWaitingBalances`)
   */
  waitingBalances(query?: ListWaitingBalancesQuery | undefined, options?: RequestOptions): Pages<WaitingBalance>
}

export const claims = (calls: Calls): ClaimsApi => ({
  changeAppeal: (appealId, body, options) => calls.call('put', path`appeals/${appealId}`, options, body),
  aging: (options) => calls.call('get', 'claim-aging', options),
  counts: (options) => calls.call('get', 'claim-counts', options),
  list: (query, options) => calls.list('get', 'claims', options, undefined, query),
  search: (body, options) => calls.call('ask', 'claims/search', options, body),
  get: (claimId, options) => calls.call('get', path`claims/${claimId}`, options),
  change: (claimId, body, options) => calls.call('put', path`claims/${claimId}`, options, body),
  appeal: (claimId, body, options) => calls.call('repeat', path`claims/${claimId}/appeals`, options, body),
  form: (claimId, options) => calls.call('get', path`claims/${claimId}/cms-1500`, options),
  correct: (claimId, options) => calls.call('repeat', path`claims/${claimId}/correct`, options),
  messages: (claimId, options) => calls.call('get', path`claims/${claimId}/messages`, options),
  answerNextPayer: (claimId, body, options) => calls.call('repeat', path`claims/${claimId}/next-payer-answers`, options, body),
  undoNextPayer: (claimId, body, options) => calls.call('repeat', path`claims/${claimId}/next-payer-answers/undo`, options, body),
  sendToNextPayer: (claimId, body, options) => calls.call('repeat', path`claims/${claimId}/next-payer-claims`, options, body),
  addNote: (claimId, body, options) => calls.call('repeat', path`claims/${claimId}/notes`, options, body),
  refresh: (claimId, options) => calls.call('post', path`claims/${claimId}/refresh`, options),
  statusInquiries: (claimId, options) => calls.call('get', path`claims/${claimId}/status-inquiries`, options),
  askStatus: (claimId, options) => calls.call('repeat', path`claims/${claimId}/status-inquiries`, options),
  submit: (claimId, body, options) => calls.call('repeat', path`claims/${claimId}/submit`, options, body),
  void: (claimId, options) => calls.call('repeat', path`claims/${claimId}/void`, options),
  work: (claimId, options) => calls.call('get', path`claims/${claimId}/work`, options),
  askWriteOff: (claimId, body, options) => calls.call('repeat', path`claims/${claimId}/write-offs`, options, body),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/claims`, options, undefined, query),
  ofVisit: (visitId, options) => calls.call('get', path`visits/${visitId}/claim`, options),
  selfPay: (visitId, options) => calls.call('repeat', path`visits/${visitId}/self-pay`, options),
  endSelfPay: (visitId, body, options) => calls.call('repeat', path`visits/${visitId}/self-pay/end`, options, body),
  waitingBalances: (query, options) => calls.list('get', 'waiting-balances', options, undefined, query),
})

export interface ClosuresApi {
  /**
   * The organization's closures.
   *
   * Requires the permission `availability:read`.
   *
   * @see `GET /v1/closures` (`getClosures`)
   */
  get(options?: RequestOptions): Promise<Closures>

  /**
   * Replaces the organization's closures. For administrators and the front desk.
   *
   * Requires the permission `closure:manage`.
   *
   * @throws {VisitError} `version_conflict`, `windows_overlap` or `appointments_affected`, in addition to the
   * common codes.
   * @see `PUT /v1/closures` (`putClosures`)
   */
  put(body: PutClosures, options?: RequestOptions): Promise<Closures>
}

export const closures = (calls: Calls): ClosuresApi => ({
  get: (options) => calls.call('get', 'closures', options),
  put: (body, options) => calls.call('put', 'closures', options, body),
})

export interface ConditionsApi {
  /**
   * The problems from signed notes, the latest first. Patients do not see those entered in error.
   *
   * Requires the permission `chart:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/conditions` (`listConditions`)
   */
  ofPatient(patientId: string, query?: ListConditionsQuery | undefined, options?: RequestOptions): Pages<ChartCondition>

  /**
   * Marks a problem as resolved, entered in error or active. For anyone who may sign notes, because problems come
   * from signed notes. The
   * notes do not change; a later note with the problem makes it active again.
   *
   * Requires the permission `note:sign`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
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
   * Requires the permission `consent-document:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/consent-documents` (`listConsentDocuments`)
   */
  listDocuments(query?: ListConsentDocumentsQuery | undefined, options?: RequestOptions): Pages<ConsentDocument>

  /**
   * Publishes a text, a new version or a translation. Refused without the clauses that its purpose requires.
   *
   * Requires the permission `consent-document:publish`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `clause_missing`, `translation_unreviewed`, `document_exists`, `version_conflict` or
   * `translation_mismatch`, in addition to the common codes.
   * @see `POST /v1/consent-documents` (`publishConsentDocument`)
   */
  publishDocument(body: PublishConsentDocument, options?: RequestOptions): Promise<ConsentDocument>

  /**
   * One text, by default in its current version.
   *
   * Requires the permission `consent-document:read`.
   *
   * @see `GET /v1/consent-documents/{documentId}` (`getConsentDocument`)
   */
  getDocument(documentId: string, query?: GetConsentDocumentQuery | undefined, options?: RequestOptions): Promise<ConsentDocument>

  /**
   * The signed evidence of one decision.
   *
   * Requires the permission `consent:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/consents/{consentId}/evidence` (`getConsentEvidence`)
   */
  evidence(consentId: string, options?: RequestOptions): Promise<ConsentEvidence>

  /**
   * Revokes a consent. Takes effect at once in a visit in progress; earlier acts remain lawful. For the patient
   * and who acts for them: staff record
   * what a patient says with `decideConsent`, which keeps who recorded it.
   *
   * Requires the permission `consent:revoke`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `already_revoked`, `not_granted`, `consent_superseded` or `outside_proxy_scope`, in
   * addition to the common codes.
   * @see `POST /v1/consents/{consentId}/revoke` (`revokeConsent`)
   */
  revoke(consentId: string, options?: RequestOptions): Promise<Consent>

  /**
   * Decisions that the patient must make before a visit of this type.
   *
   * Requires the permission `consent:read`.
   *
   * @throws {VisitError} `consent_document_missing` or `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/consent-requirements` (`listConsentRequirements`)
   */
  requirements(patientId: string, query: ListConsentRequirementsQuery, options?: RequestOptions): Promise<OperationResponse<'listConsentRequirements'>>

  /**
   * The patient's decisions, the newest first.
   *
   * Requires the permission `consent:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/consents` (`listConsents`)
   */
  list(patientId: string, query?: ListConsentsQuery | undefined, options?: RequestOptions): Pages<Consent>

  /**
   * Records a decision with its evidence. Declining is also a decision, and does not end access to care.
   *
   * Requires the permission `consent:decide`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `consent_combined`, `consent_element_missing`, `document_changed`, `outside_proxy_scope`,
   * `sections_not_read`, `signature_missing` or `written_signature_required`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/consents` (`decideConsent`)
   */
  decide(patientId: string, body: DecideConsent, options?: RequestOptions): Promise<Consent>

  /**
   * The visits for which a consent was used, the newest first. Revoking it does not change them.
   *
   * Requires the permission `consent:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/consents/{consentId}/uses` (`listConsentUses`)
   */
  uses(patientId: string, consentId: string, query?: ListConsentUsesQuery | undefined, options?: RequestOptions): Pages<ConsentUseOfVisit>
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
  uses: (patientId, consentId, query, options) => calls.list('get', path`patients/${patientId}/consents/${consentId}/uses`, options, undefined, query),
})

export interface CoveragesApi {
  /**
   * A picture of an insurance card. A picture that was replaced is not there any more.
   *
   * Requires the permission `coverage:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/coverage-card-pictures/{pictureId}/content` (`getCoverageCardPicture`)
   */
  cardPicture(pictureId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Corrects a coverage. Unsent claims take it when they are validated again; what was sent stays as it was sent.
   * Payer and order stay once a
   * payer has received a claim with this coverage: end it, and add another one. If anything changed that the payer
   * compares, an answer from
   * before is not shown any more, and the payer is asked again.
   *
   * Requires the permission `coverage:write`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `version_conflict`, `unknown_payer`, `subscriber_missing`,
   * `coverage_overlaps` or `coverage_in_use`, in addition to the common codes.
   * @see `PUT /v1/coverages/{coverageId}` (`correctCoverage`)
   */
  correct(coverageId: string, body: CorrectCoverage, options?: RequestOptions): Promise<Coverage>

  /**
   * Changes the name that is on the card of a coverage, and why Medicare is not the first payer. Unsent claims
   * take both when they are
   * validated again. If the name changed, an answer of the payer from before is not shown any more, and the payer
   * is asked again.
   *
   * Requires the permission `coverage:write`.
   *
   * @throws {VisitError} `outside_proxy_scope` or `version_conflict`, in addition to the common codes.
   * @see `PATCH /v1/coverages/{coverageId}` (`updateCoverage`)
   */
  update(coverageId: string, body: Body<'updateCoverage'>, options?: RequestOptions): Promise<Coverage>

  /**
   * Checks the eligibility of a coverage with the payer. The response arrives later: `coverage.changed` on the
   * live stream.
   *
   * Requires the permission `coverage:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `vendor_not_permitted` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/coverages/{coverageId}/eligibility-checks` (`checkEligibility`)
   */
  checkEligibility(coverageId: string, options?: RequestOptions): Promise<Eligibility>

  /**
   * Ends a coverage.
   *
   * Requires the permission `coverage:write`.
   *
   * @throws {VisitError} `version_conflict` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/coverages/{coverageId}/end` (`endCoverage`)
   */
  end(coverageId: string, body: Body<'endCoverage'>, options?: RequestOptions): Promise<Coverage>

  /**
   * The pictures that there are of a patient's insurance card.
   *
   * Requires the permission `coverage:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/coverage-card` (`getCoverageCard`)
   */
  card(patientId: string, options?: RequestOptions): Promise<CoverageCard>

  /**
   * Puts a picture of one side of the insurance card in place of the one before. The bytes decide the type. The
   * picture is redrawn upright,
   * without camera metadata (location, device).
   *
   * Requires the permission `coverage:write`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `unsupported_attachment_type`, `body_too_large` or
   * `attachment_unreadable`, in addition to the common codes.
   * @see `PUT /v1/patients/{patientId}/coverage-card/{side}` (`putCoverageCardSide`)
   */
  putCardSide(patientId: string, side: string, body: Body<'putCoverageCardSide'>, options?: RequestOptions): Promise<CoverageCard>

  /**
   * Removes the picture of one side.
   *
   * Requires the permission `coverage:write`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `DELETE /v1/patients/{patientId}/coverage-card/{side}` (`removeCoverageCardSide`)
   */
  removeCardSide(patientId: string, side: string, options?: RequestOptions): Promise<CoverageCard>

  /**
   * A patient's coverages.
   *
   * Requires the permission `coverage:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/coverages` (`listCoverages`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<OperationResponse<'listCoverages'>>

  /**
   * Adds a coverage and checks its eligibility with the payer.
   *
   * Requires the permission `coverage:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope`, `unknown_payer`, `subscriber_missing` or `coverage_overlaps`, in
   * addition to the common codes.
   * @see `POST /v1/patients/{patientId}/coverages` (`addCoverage`)
   */
  add(patientId: string, body: AddCoverage, options?: RequestOptions): Promise<Coverage>
}

export const coverages = (calls: Calls): CoveragesApi => ({
  cardPicture: (pictureId, options) => calls.call('get', path`coverage-card-pictures/${pictureId}/content`, options),
  correct: (coverageId, body, options) => calls.call('put', path`coverages/${coverageId}`, options, body),
  update: (coverageId, body, options) => calls.call('patch', path`coverages/${coverageId}`, options, body),
  checkEligibility: (coverageId, options) => calls.call('repeat', path`coverages/${coverageId}/eligibility-checks`, options),
  end: (coverageId, body, options) => calls.call('post', path`coverages/${coverageId}/end`, options, body),
  card: (patientId, options) => calls.call('get', path`patients/${patientId}/coverage-card`, options),
  putCardSide: (patientId, side, body, options) =>
    calls.call('put', path`patients/${patientId}/coverage-card/${side}`, {
      ...options,
      body,
      headers: { ...options?.headers, 'content-type': 'application/octet-stream' },
    }),
  removeCardSide: (patientId, side, options) => calls.call('delete', path`patients/${patientId}/coverage-card/${side}`, options),
  ofPatient: (patientId, options) => calls.call('get', path`patients/${patientId}/coverages`, options),
  add: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/coverages`, options, body),
})

export interface CoversApi {
  /**
   * Covers, the latest first.
   *
   * Requires the permission `cover:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/covers` (`listCovers`)
   */
  list(query?: ListCoversQuery | undefined, options?: RequestOptions): Pages<Cover>

  /**
   * Takes cover for a colleague who is not available: from now on the caller may act in their work and read their
   * patients' charts. The
   * reason and every act under the cover are in the access log. The colleague sees the cover at once, and patients
   * see it in their access
   * log.
   *
   * Requires the permission `cover:take`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `cover_exists` or `too_many_covers`, in addition to the common codes.
   * @see `POST /v1/covers` (`startCover`)
   */
  start(body: StartCover, options?: RequestOptions): Promise<Cover>

  /**
   * Ends a cover early. For both colleagues and administrators.
   *
   * Requires the permission `cover:end`.
   *
   * @throws {VisitError} `cover_ended` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/covers/{coverId}/end` (`endCover`)
   */
  end(coverId: string, options?: RequestOptions): Promise<Cover>

  /**
   * Hands a practitioner's work over to a colleague for a limited time, or places it under a supervisor. For the
   * practitioner themselves and
   * administrators.
   *
   * Requires the permission `cover:give`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `cover_exists` or `not_assigned`, in addition to the common codes.
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

export interface DisclosuresApi {
  /**
   * The accounting as a document, to print or save.
   *
   * Requires the permission `disclosure:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope` or `period_refused`, in addition to the common codes.
   * @see `GET /v1/disclosure-accounting/pdf` (`getDisclosureAccountingPdf`)
   */
  accountingPdf(query: GetDisclosureAccountingPdfQuery, options?: RequestOptions): Promise<Blob>

  /**
   * Disclosures of a patient that staff recorded, the newest first, also those that the patient does not read yet.
   *
   * Requires the permission `disclosure:record`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/disclosures` (`listDisclosures`)
   */
  list(query: ListDisclosuresQuery, options?: RequestOptions): Pages<Disclosure>

  /**
   * Records a disclosure that was made outside the server: by telephone, on paper, to a court.
   *
   * Requires the permission `disclosure:record`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `day_refused` or `suspension_refused`, in addition to the common codes.
   * @see `POST /v1/disclosures` (`recordDisclosure`)
   */
  record(body: Body<'recordDisclosure'>, options?: RequestOptions): Promise<Disclosure>

  /**
   * Replaces what was recorded, with a reason. What it said before stays.
   *
   * Requires the permission `disclosure:record`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `day_refused` or `version_conflict`, in addition to the common codes.
   * @see `POST /v1/disclosures/{disclosureId}/correction` (`correctDisclosure`)
   */
  correct(disclosureId: string, body: Body<'correctDisclosure'>, options?: RequestOptions): Promise<Disclosure>

  /**
   * Holds a disclosure back from the patient until a day, because the agency that received it asks for it
   * (164.528(a)(2)). Only of disclosures
   * to law enforcement and health oversight. It replaces a suspension that was recorded before, and ends by
   * itself.
   *
   * Requires the permission `disclosure:record`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `suspension_refused` or `version_conflict`, in addition to the common codes.
   * @see `POST /v1/disclosures/{disclosureId}/suspension` (`suspendDisclosure`)
   */
  suspend(disclosureId: string, body: Body<'suspendDisclosure'>, options?: RequestOptions): Promise<Disclosure>

  /**
   * To whom information about this patient was sent, of at most six years: what the server recorded as sent, and
   * what staff recorded by hand.
   * Free of charge, and complete at once. Without what an agency has asked to hold back for some time.
   *
   * Requires the permission `disclosure:read`.
   *
   * @throws {VisitError} `outside_proxy_scope` or `period_refused`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/disclosure-accounting` (`getDisclosureAccounting`)
   */
  accounting(patientId: string, query?: GetDisclosureAccountingQuery | undefined, options?: RequestOptions): Promise<DisclosureAccounting>
}

export const disclosures = (calls: Calls): DisclosuresApi => ({
  accountingPdf: (query, options) => calls.call('get', 'disclosure-accounting/pdf', options, undefined, query),
  list: (query, options) => calls.list('get', 'disclosures', options, undefined, query),
  record: (body, options) => calls.call('repeat', 'disclosures', options, body),
  correct: (disclosureId, body, options) => calls.call('post', path`disclosures/${disclosureId}/correction`, options, body),
  suspend: (disclosureId, body, options) => calls.call('post', path`disclosures/${disclosureId}/suspension`, options, body),
  accounting: (patientId, query, options) => calls.call('get', path`patients/${patientId}/disclosure-accounting`, options, undefined, query),
})

export interface DowntimeListApi {
  /**
   * The visits of today and tomorrow, to be printed before the system is down. Each patient in it has a row of an
   * export in the audit. If the
   * operator has set it up, the server stores the same list once an hour as an encrypted file. Needs a fresh
   * authentication.
   *
   * Requires the permission `downtime-list:export`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @see `GET /v1/downtime-list` (`exportDowntimeList`)
   */
  export(options?: RequestOptions): Promise<DowntimeList>
}

export const downtimeList = (calls: Calls): DowntimeListApi => ({
  export: (options) => calls.call('get', 'downtime-list', options),
})

export interface DraftsApi {
  /**
   * What the caller has written at this place and not sent. Without fields if nothing is kept.
   *
   * Requires the permission `draft:own`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @see `GET /v1/own-drafts/{place}/{about}` (`getOwnDraft`)
   */
  get(place: string, about: string, options?: RequestOptions): Promise<OperationResponse<'getOwnDraft'>>

  /**
   * Keeps what the caller has written. Replaces what was kept before: of two open pages, the last one that writes
   * counts.
   *
   * Requires the permission `draft:own`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @see `PUT /v1/own-drafts/{place}/{about}` (`putOwnDraft`)
   */
  put(place: string, about: string, body: Body<'putOwnDraft'>, options?: RequestOptions): Promise<OwnDraft>

  /**
   * Deletes what was kept: it was sent, or is not wanted any more. Succeeds if nothing was kept.
   *
   * Requires the permission `draft:own`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @see `DELETE /v1/own-drafts/{place}/{about}` (`removeOwnDraft`)
   */
  remove(place: string, about: string, options?: RequestOptions): Promise<void>
}

export const drafts = (calls: Calls): DraftsApi => ({
  get: (place, about, options) => calls.call('get', path`own-drafts/${place}/${about}`, options),
  put: (place, about, body, options) => calls.call('put', path`own-drafts/${place}/${about}`, options, body),
  remove: (place, about, options) => calls.call('delete', path`own-drafts/${place}/${about}`, options),
})

export interface EmergencyAccessesApi {
  /**
   * Emergency accesses, the latest first. For people who review accesses; other reviewers see those that were not
   * reviewed in time.
   *
   * Requires the permission `emergency-access:review`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/emergency-accesses` (`listEmergencyAccesses`)
   */
  list(query?: ListEmergencyAccessesQuery | undefined, options?: RequestOptions): Pages<EmergencyAccessReport>

  /**
   * Ends the caller's own emergency access before its time.
   *
   * Requires the permission `emergency-access:open`.
   *
   * @throws {VisitError} `emergency_access_ended`, in addition to the common codes.
   * @see `POST /v1/emergency-accesses/{emergencyAccessId}/end` (`endEmergencyAccess`)
   */
  end(emergencyAccessId: string, options?: RequestOptions): Promise<EmergencyAccess>

  /**
   * Reviews an emergency access. Never by the member who opened it. A finished review is not changed.
   *
   * Requires the permission `emergency-access:review`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `own_emergency_access`, `emergency_access_reviewed` or `version_conflict`, in addition to
   * the common codes.
   * @see `POST /v1/emergency-accesses/{emergencyAccessId}/review` (`reviewEmergencyAccess`)
   */
  review(emergencyAccessId: string, body: ReviewEmergencyAccess, options?: RequestOptions): Promise<EmergencyAccessReport>

  /**
   * The caller's own emergency accesses that are open now. Says nothing about the patients but their ids.
   *
   * Requires the permission `emergency-access:open`.
   *
   * @see `GET /v1/own-emergency-accesses` (`listOwnEmergencyAccesses`)
   */
  listOwn(options?: RequestOptions): Promise<OperationResponse<'listOwnEmergencyAccesses'>>

  /**
   * Opens the chart of a patient whom the caller does not treat, for at most the policy's number of minutes (60).
   * The patient and the privacy
   * officer are notified at once. Every access under it is in the access log with the reason. It gives no access
   * to a colleague's own work.
   *
   * Requires the permission `emergency-access:open`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `emergency_access_open`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/emergency-accesses` (`openEmergencyAccess`)
   */
  open(patientId: string, body: OpenEmergencyAccess, options?: RequestOptions): Promise<EmergencyAccess>
}

export const emergencyAccesses = (calls: Calls): EmergencyAccessesApi => ({
  list: (query, options) => calls.list('get', 'emergency-accesses', options, undefined, query),
  end: (emergencyAccessId, options) => calls.call('post', path`emergency-accesses/${emergencyAccessId}/end`, options),
  review: (emergencyAccessId, body, options) => calls.call('post', path`emergency-accesses/${emergencyAccessId}/review`, options, body),
  listOwn: (options) => calls.call('get', 'own-emergency-accesses', options),
  open: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/emergency-accesses`, options, body),
})

export interface EmergencyAdmissionsApi {
  /**
   * Admissions in an emergency, the latest first. Administrators see those that were not reviewed in time.
   *
   * Requires the permission `emergency-admission:review`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/emergency-admissions` (`listEmergencyAdmissions`)
   */
  list(query?: ListEmergencyAdmissionsQuery | undefined, options?: RequestOptions): Pages<EmergencyAdmissionReport>

  /**
   * Reviews an admission in an emergency. Never by the member who admitted. A finished review is not changed.
   *
   * Requires the permission `emergency-admission:review`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `own_emergency_admission`, `emergency_admission_reviewed` or `version_conflict`, in
   * addition to the common codes.
   * @see `POST /v1/emergency-admissions/{emergencyAdmissionId}/review` (`reviewEmergencyAdmission`)
   */
  review(emergencyAdmissionId: string, body: ReviewEmergencyAccess, options?: RequestOptions): Promise<EmergencyAdmissionReport>
}

export const emergencyAdmissions = (calls: Calls): EmergencyAdmissionsApi => ({
  list: (query, options) => calls.list('get', 'emergency-admissions', options, undefined, query),
  review: (emergencyAdmissionId, body, options) => calls.call('post', path`emergency-admissions/${emergencyAdmissionId}/review`, options, body),
})

export interface EstimatesApi {
  /**
   * Estimates that are due and that the server cannot issue automatically, the earliest deadline first.
   *
   * Requires the permission `claim:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/estimates` (`listDueEstimates`)
   */
  due(query?: ListDueEstimatesQuery | undefined, options?: RequestOptions): Pages<Estimate>

  /**
   * Issues an estimate. The later bill is compared with it.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict`, `unknown_code` or `already_issued`, in addition to the common codes.
   * @see `POST /v1/estimates/{estimateId}/issue` (`issueEstimate`)
   */
  issue(estimateId: string, body: Body<'issueEstimate'>, options?: RequestOptions): Promise<Estimate>

  /**
   * An issued estimate, to print or save.
   *
   * Requires the permission `statement:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `not_issued` or `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/estimates/{estimateId}/pdf` (`getEstimatePdf`)
   */
  pdf(estimateId: string, options?: RequestOptions): Promise<Blob>

  /**
   * A patient's estimates, the newest first.
   *
   * Requires the permission `statement:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/estimates` (`listEstimates`)
   */
  ofPatient(patientId: string, query?: ListEstimatesQuery | undefined, options?: RequestOptions): Pages<Estimate>

  /**
   * Requests an estimate. The server issues it at once when it has all data; otherwise a person issues it before
   * its deadline.
   *
   * Requires the permission `estimate:request`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
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

export interface ExposuresApi {
  /**
   * Which patients' information one person reached in a time, for an incident: a stolen session, a lost device, a
   * colleague who looked. From
   * the audit ledger, by patient.
   *
   * Requires the permission `incident:manage`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/exposures` (`listExposures`)
   */
  ofActor(query: ListExposuresQuery, options?: RequestOptions): Pages<Exposure>
}

export const exposures = (calls: Calls): ExposuresApi => ({
  ofActor: (query, options) => calls.list('get', 'exposures', options, undefined, query),
})

export interface FavoritesApi {
  /**
   * The caller's favorites, by name. At most 100.
   *
   * Requires the permission `prescription:write`.
   *
   * @see `GET /v1/favorite-prescriptions` (`listFavorites`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listFavorites'>>

  /**
   * Creates a favorite of the caller.
   *
   * Requires the permission `prescription:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `favorite_name_taken`, `too_many_favorites`, `unknown_medication`,
   * `controlled_substance`, `quantity_implausible` or `not_a_prescriber`, in addition to the common codes.
   * @see `POST /v1/favorite-prescriptions` (`createFavorite`)
   */
  create(body: CreateFavorite, options?: RequestOptions): Promise<FavoritePrescription>

  /**
   * Replaces or renames a favorite. Its current medication remains allowed, even if it can no longer be
   * prescribed.
   *
   * Requires the permission `prescription:write`.
   *
   * @throws {VisitError} `version_conflict`, `favorite_name_taken`, `unknown_medication`, `controlled_substance`
   * or `quantity_implausible`, in addition to the common codes.
   * @see `PUT /v1/favorite-prescriptions/{favoriteId}` (`replaceFavorite`)
   */
  replace(favoriteId: string, body: Body<'replaceFavorite'>, options?: RequestOptions): Promise<FavoritePrescription>

  /**
   * Deletes a favorite. Prescriptions made from it do not change.
   *
   * Requires the permission `prescription:write`.
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
   * The organization's fee schedule.
   *
   * Requires the permission `fee-schedule:read`.
   *
   * @see `GET /v1/fee-schedule` (`getFeeSchedule`)
   */
  get(options?: RequestOptions): Promise<OperationResponse<'getFeeSchedule'>>

  /**
   * Replaces the fee schedule. CPT codes need the organization's license.
   *
   * Requires the permission `fee-schedule:write`.
   *
   * @throws {VisitError} `version_conflict` or `code_set_not_licensed`, in addition to the common codes.
   * @see `PUT /v1/fee-schedule` (`putFeeSchedule`)
   */
  put(body: Body<'putFeeSchedule'>, options?: RequestOptions): Promise<OperationResponse<'putFeeSchedule'>>

  /**
   * Finds services by code or word, with their prices.
   *
   * Requires the permission `service-code:read`.
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

export interface FindingsApi {
  /**
   * What is due or overdue, the earliest first, and how much of each area is in time.
   *
   * Requires the permission `obligation:read`.
   *
   * @see `GET /v1/findings` (`listFindings`)
   */
  list(query?: ListFindingsQuery | undefined, options?: RequestOptions): Promise<FindingPage>
}

export const findings = (calls: Calls): FindingsApi => ({
  list: (query, options) => calls.call('get', 'findings', options, undefined, query),
})

export interface GuestVisitApi {
  /**
   * The guest's own visit. Each call extends the session, so that a guest who waits is not signed out.
   *
   * Requires the permission `guest-visit:own`.
   *
   * @see `GET /v1/guest-visit` (`getGuestVisit`)
   */
  get(options?: RequestOptions): Promise<GuestVisit>

  /**
   * The same for a guest.
   *
   * Requires the permission `guest-visit:own`.
   *
   * @throws {VisitError} `visit_ended`, `no_seat` or `recording_not_requested`, in addition to the common codes.
   * @see `POST /v1/guest-visit/recording-answers` (`answerRecordingAsGuest`)
   */
  answerRecording(body: RecordingAnswer, options?: RequestOptions): Promise<GuestVisit>

  /**
   * Takes the guest's seat in the room, after the clinician has admitted them. It replaces the seat that they
   * hold.
   *
   * Requires the permission `guest-visit:own`.
   *
   * @throws {VisitError} `not_admitted`, `visit_ended`, `consent_missing`, `not_licensed`, `vendor_not_permitted`,
   * `capability_not_covered`, `vendor_unavailable`, `room_full` or `seat_invalid`, in addition to the common
   * codes.
   * @see `POST /v1/guest-visit/seats` (`takeGuestSeat`)
   */
  takeSeat(options?: RequestOptions): Promise<Seat>

  /**
   * Leaves the room. The guest can come back until they are removed or the visit ends.
   *
   * Requires the permission `guest-visit:own`.
   *
   * @see `POST /v1/guest-visit/seats/{seatId}/leave` (`leaveGuestSeat`)
   */
  leaveSeat(seatId: string, options?: RequestOptions): Promise<GuestVisit>
}

export const guestVisit = (calls: Calls): GuestVisitApi => ({
  get: (options) => calls.call('get', 'guest-visit', options),
  answerRecording: (body, options) => calls.call('post', 'guest-visit/recording-answers', options, body),
  takeSeat: (options) => calls.call('post', 'guest-visit/seats', options),
  leaveSeat: (seatId, options) => calls.call('post', path`guest-visit/seats/${seatId}/leave`, options),
})

export interface GuestsApi {
  /**
   * Every guest who was invited to a visit.
   *
   * Requires the permission `guest:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/appointments/{appointmentId}/guests` (`listGuests`)
   */
  list(appointmentId: string, options?: RequestOptions): Promise<VisitGuests>

  /**
   * Invites a guest to one visit, and returns the code once. For the patient, a person who acts for them, the
   * clinicians of the visit and the
   * front desk. The guest has no rights until the clinician admits them.
   *
   * Requires the permission `guest:manage`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `not_assigned`, `too_many_invitations` or `visit_ended`, in
   * addition to the common codes.
   * @see `POST /v1/appointments/{appointmentId}/guests` (`inviteGuest`)
   */
  invite(appointmentId: string, body: InviteGuest, options?: RequestOptions): Promise<CreatedVisitGuest>

  /**
   * Lets a guest who asks to join into the room. For the clinician. The response is the same when the guest is
   * admitted already.
   *
   * Requires the permission `guest:admit`.
   *
   * @throws {VisitError} `not_assigned`, `guest_not_waiting`, `not_admitted` or `visit_ended`, in addition to the
   * common codes.
   * @see `POST /v1/guests/{guestId}/admit` (`admitGuest`)
   */
  admit(guestId: string, options?: RequestOptions): Promise<VisitGuest>

  /**
   * Withdraws an invitation, refuses a guest who asks to join, or removes one from the room: their session and
   * their seat end. For the patient
   * as well: no one hears a visit against their will. The response is the same when it is over for the guest
   * already.
   *
   * Requires the permission `guest:manage`.
   *
   * @throws {VisitError} `outside_proxy_scope` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/guests/{guestId}/remove` (`removeGuest`)
   */
  remove(guestId: string, options?: RequestOptions): Promise<VisitGuest>
}

export const guests = (calls: Calls): GuestsApi => ({
  list: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}/guests`, options),
  invite: (appointmentId, body, options) => calls.call('post', path`appointments/${appointmentId}/guests`, options, body),
  admit: (guestId, options) => calls.call('post', path`guests/${guestId}/admit`, options),
  remove: (guestId, options) => calls.call('post', path`guests/${guestId}/remove`, options),
})

export interface HoldsApi {
  /**
   * The caller's own holds that have not expired.
   *
   * Requires the permission `appointment:book`.
   *
   * @see `GET /v1/holds` (`listHolds`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listHolds'>>

  /**
   * Holds a slot for five minutes. What a search offered can be held for two minutes. The caller's own holds for
   * the same patient do not block:
   * one that overlaps is replaced.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `call_to_book`, `slot_taken`, `resources_taken`, `held_by_you`, `patient_busy`,
   * `notice_too_short`, `beyond_horizon`, `outside_hours`, `day_full`, `week_full`, `slot_unavailable`,
   * `language_not_spoken`, `not_licensed`, `age_out_of_range`, `too_many_holds`, `too_many_appointments`,
   * `not_changeable`, `too_late_to_change`, `not_assigned` or `outside_proxy_scope`, in addition to the common
   * codes.
   * @see `POST /v1/holds` (`holdSlot`)
   */
  place(body: PlaceHold, options?: RequestOptions): Promise<Hold>

  /**
   * Holds visits in a row for several patients, for example a family: all of them, or none. Each is booked,
   * renewed and released as any other
   * hold. A person may have six holds when they place them together, in all.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `day_full`, `week_full`, `call_to_book`, `slot_taken`, `resources_taken`, `held_by_you`,
   * `patient_busy`, `notice_too_short`, `beyond_horizon`, `outside_hours`, `slot_unavailable`,
   * `language_not_spoken`, `not_licensed`, `age_out_of_range`, `too_many_holds`, `too_many_appointments`,
   * `not_assigned` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/holds/several` (`placeSeveralHolds`)
   */
  placeSeveral(body: PlaceSeveralHolds, options?: RequestOptions): Promise<SeveralHolds>

  /**
   * Releases a hold.
   *
   * Requires the permission `appointment:book`.
   *
   * @see `DELETE /v1/holds/{holdId}` (`releaseHold`)
   */
  release(holdId: string, options?: RequestOptions): Promise<void>

  /**
   * Ends a hold in half a minute, because its page was closed. A page that was only reloaded lists the hold and
   * renews it.
   *
   * Requires the permission `appointment:book`.
   *
   * @see `POST /v1/holds/{holdId}/leave` (`leaveHold`)
   */
  leave(holdId: string, options?: RequestOptions): Promise<void>

  /**
   * Extends a hold by five minutes. A hold that was left keeps its previous time and uses no renewal.
   *
   * Requires the permission `appointment:book`.
   *
   * @throws {VisitError} `hold_expired`, `already_booked` or `renewals_used_up`, in addition to the common codes.
   * @see `POST /v1/holds/{holdId}/renew` (`renewHold`)
   */
  renew(holdId: string, options?: RequestOptions): Promise<Hold>
}

export const holds = (calls: Calls): HoldsApi => ({
  list: (options) => calls.call('get', 'holds', options),
  place: (body, options) => calls.call('repeat', 'holds', options, body),
  placeSeveral: (body, options) => calls.call('repeat', 'holds/several', options, body),
  release: (holdId, options) => calls.call('delete', path`holds/${holdId}`, options),
  leave: (holdId, options) => calls.call('post', path`holds/${holdId}/leave`, options),
  renew: (holdId, options) => calls.call('post', path`holds/${holdId}/renew`, options),
})

export interface InboxApi {
  /**
   * What waits for the caller, by kind, in one read.
   *
   * Requires the permission `task:read`.
   * Does not count as user activity.
   *
   * @see `GET /v1/inbox-counts` (`countInbox`)
   */
  counts(options?: RequestOptions): Promise<InboxCounts>
}

export const inbox = (calls: Calls): InboxApi => ({
  counts: (options) => calls.call('get', 'inbox-counts', options),
})

export interface IncidentsApi {
  /**
   * Incidents, the newest first. For privacy officers.
   *
   * Requires the permission `incident:manage`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/incidents` (`listIncidents`)
   */
  list(query?: ListIncidentsQuery | undefined, options?: RequestOptions): Pages<Incident>

  /**
   * Reports that PHI may have been exposed. Every member can, and the deadlines count from the day of discovery.
   *
   * Requires the permission `incident:report`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @see `POST /v1/incidents` (`reportIncident`)
   */
  report(body: ReportIncident, options?: RequestOptions): Promise<OperationResponse<'reportIncident'>>

  /**
   * Assesses an incident by the four factors. It is a breach unless each factor is low. The notices that the law
   * requires then have a due
   * date. It can be assessed again; a notice that was sent stays.
   *
   * Requires the permission `incident:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `PUT /v1/incidents/{incidentId}/assessment` (`assessIncident`)
   */
  assess(incidentId: string, body: AssessIncident, options?: RequestOptions): Promise<Incident>

  /**
   * Records that a notice was sent. After the last one the incident is closed.
   *
   * Requires the permission `incident:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict` or `notice_not_due`, in addition to the common codes.
   * @see `POST /v1/incidents/{incidentId}/notices` (`recordIncidentNotice`)
   */
  recordNotice(incidentId: string, body: RecordIncidentNotice, options?: RequestOptions): Promise<Incident>
}

export const incidents = (calls: Calls): IncidentsApi => ({
  list: (query, options) => calls.list('get', 'incidents', options, undefined, query),
  report: (body, options) => calls.call('repeat', 'incidents', options, body),
  assess: (incidentId, body, options) => calls.call('put', path`incidents/${incidentId}/assessment`, options, body),
  recordNotice: (incidentId, body, options) => calls.call('repeat', path`incidents/${incidentId}/notices`, options, body),
})

export interface IntakeApi {
  /**
   * The questionnaires of an appointment, with the answers so far.
   *
   * Requires the permission `intake:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/appointments/{appointmentId}/intake` (`listIntake`)
   */
  list(appointmentId: string, options?: RequestOptions): Promise<OperationResponse<'listIntake'>>

  /**
   * Saves a draft. Incomplete answers are allowed. An answer that matches an emergency rule notifies the clinic at
   * once.
   *
   * Requires the permission `intake:answer`.
   *
   * @throws {VisitError} `version_conflict`, `already_submitted`, `unknown_question`, `answers_invalid`,
   * `appointment_closed` or `outside_proxy_scope`, in addition to the common codes.
   * @see `PUT /v1/appointments/{appointmentId}/intake/{questionnaireCode}` (`saveIntake`)
   */
  save(appointmentId: string, questionnaireCode: string, body: SaveIntake, options?: RequestOptions): Promise<IntakeForm>

  /**
   * Submits the answers: they must be complete, are scored, and are stored with who answered and when.
   *
   * Requires the permission `intake:answer`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict`, `already_submitted`, `answers_missing`, `answers_invalid`,
   * `unknown_question`, `appointment_closed` or `outside_proxy_scope`, in addition to the common codes.
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
   * Invitations, the newest first. A patient sees those to their own proxies, the front desk those of patients and
   * proxies, administrators
   * those of members. Closed ones are kept for the policy's retention time.
   *
   * Requires the permission `invitation:manage`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/invitations` (`listInvitations`)
   */
  list(query?: ListInvitationsQuery | undefined, options?: RequestOptions): Pages<Invitation>

  /**
   * Accepts the right to act for a patient. For a person who is already signed in: the patient is accessible after
   * the next renewal of the
   * session. A person who is not known yet accepts with the token exchange (`sessions.exchange`).
   *
   * Requires the permission `invitation:accept`.
   *
   * @throws {VisitError} `unknown_invitation`, `invitation_used`, `invitation_expired`, `invitation_revoked` or
   * `invitation_wrong_person`, in addition to the common codes.
   * @see `POST /v1/invitations/accept` (`acceptInvitation`)
   */
  accept(body: AcceptInvitation, options?: RequestOptions): Promise<Invitation>

  /**
   * Revokes an invitation: its code is refused from now on. The response is the same when it was revoked before or
   * has expired.
   *
   * Requires the permission `invitation:manage`.
   *
   * @throws {VisitError} `invitation_accepted` or `unknown_invitation`, in addition to the common codes.
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
   * Requires the permission `lab-order:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/lab-orders/{orderId}` (`getLabOrder`)
   */
  getOrder(orderId: string, options?: RequestOptions): Promise<LabOrder>

  /**
   * Requests cancellation from the laboratory. The order is cancelled when the laboratory confirms.
   *
   * Requires the permission `lab-order:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `not_cancellable` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/lab-orders/{orderId}/cancel` (`cancelLabOrder`)
   */
  cancelOrder(orderId: string, options?: RequestOptions): Promise<LabOrder>

  /**
   * Results to review: critical ones first, then the oldest. Default: those of the caller's own orders.
   *
   * Requires the permission `lab-result:review`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `not_assigned`, in addition to the common codes.
   * @see `GET /v1/lab-results` (`listWaitingLabResults`)
   */
  waiting(query?: ListWaitingLabResultsQuery | undefined, options?: RequestOptions): Pages<LabResult>

  /**
   * One result.
   *
   * Requires the permission `lab-result:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/lab-results/{resultId}` (`getLabResult`)
   */
  getResult(resultId: string, options?: RequestOptions): Promise<LabResult>

  /**
   * Acknowledges a critical value and ends its escalation.
   *
   * Requires the permission `lab-result:review`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `not_critical` or `version_conflict`, in addition to the common codes.
   * @see `POST /v1/lab-results/{resultId}/acknowledge` (`acknowledgeCriticalValue`)
   */
  acknowledge(resultId: string, body: Body<'acknowledgeCriticalValue'>, options?: RequestOptions): Promise<LabResult>

  /**
   * A file of a result, as the laboratory sent it. Patients read files of released results.
   *
   * Requires the permission `lab-result:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/lab-results/{resultId}/documents/{documentId}` (`getLabDocument`)
   */
  document(resultId: string, documentId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Reviews a result and can release it to the patient with a comment.
   *
   * Requires the permission `lab-result:review`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/lab-results/{resultId}/review` (`reviewLabResult`)
   */
  review(resultId: string, body: Body<'reviewLabResult'>, options?: RequestOptions): Promise<LabResult>

  /**
   * Finds tests that can be ordered, by word or code.
   *
   * Requires the permission `lab-test:read`.
   *
   * @see `GET /v1/lab-tests` (`searchLabTests`)
   */
  tests(query?: SearchLabTestsQuery | undefined, options?: RequestOptions): Promise<OperationResponse<'searchLabTests'>>

  /**
   * A patient's orders, the newest first.
   *
   * Requires the permission `lab-order:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/lab-orders` (`listLabOrders`)
   */
  ordersOfPatient(patientId: string, query?: ListLabOrdersQuery | undefined, options?: RequestOptions): Pages<LabOrder>

  /**
   * Places an order. It is sent to the laboratory at once.
   *
   * Requires the permission `lab-order:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `unknown_test`, `answer_missing`, `answer_invalid`, `unknown_code`, `not_licensed`,
   * `npi_missing` or `vendor_not_permitted`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/lab-orders` (`placeLabOrder`)
   */
  order(patientId: string, body: PlaceLabOrder, options?: RequestOptions): Promise<LabOrder>

  /**
   * A patient's results, the newest first. Patients see released results.
   *
   * Requires the permission `lab-result:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/lab-results` (`listLabResults`)
   */
  resultsOfPatient(patientId: string, query?: ListLabResultsQuery | undefined, options?: RequestOptions): Pages<LabResult>

  /**
   * Results that match no order or patient: critical ones first, then the oldest. They are never assigned
   * automatically.
   *
   * Requires the permission `lab-result:match`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/unmatched-results` (`listUnmatchedResults`)
   */
  unmatched(query?: ListUnmatchedResultsQuery | undefined, options?: RequestOptions): Pages<UnmatchedResult>

  /**
   * Applies a response about an order to an order that a person chose: to the test that it names, or to the only
   * one.
   *
   * Requires the permission `lab-result:match`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_matched`, `unknown_test` or `response_not_applicable`, in addition to the common
   * codes.
   * @see `POST /v1/unmatched-results/{unmatchedId}/apply` (`applyResponse`)
   */
  applyResponse(unmatchedId: string, body: Body<'applyResponse'>, options?: RequestOptions): Promise<LabOrder>

  /**
   * Assigns a result to an order that a person chose.
   *
   * Requires the permission `lab-result:match`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_matched`, `unknown_test` or `response_not_applicable`, in addition to the common
   * codes.
   * @see `POST /v1/unmatched-results/{unmatchedId}/match` (`matchResult`)
   */
  match(unmatchedId: string, body: Body<'matchResult'>, options?: RequestOptions): Promise<LabResult>

  /**
   * What the laboratory sent about an unmatched result, the oldest message first.
   *
   * Requires the permission `lab-result:match`.
   *
   * @see `GET /v1/unmatched-results/{unmatchedId}/messages` (`listUnmatchedMessages`)
   */
  unmatchedMessages(unmatchedId: string, options?: RequestOptions): Promise<OperationResponse<'listUnmatchedMessages'>>

  /**
   * Records that a result or a response belongs to no order of the organization. The laboratory must be informed.
   *
   * Requires the permission `lab-result:match`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `already_matched`, in addition to the common codes.
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
  document: (resultId, documentId, options) => calls.call('get', path`lab-results/${resultId}/documents/${documentId}`, options),
  review: (resultId, body, options) => calls.call('repeat', path`lab-results/${resultId}/review`, options, body),
  tests: (query, options) => calls.call('get', 'lab-tests', options, undefined, query),
  ordersOfPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/lab-orders`, options, undefined, query),
  order: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/lab-orders`, options, body),
  resultsOfPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/lab-results`, options, undefined, query),
  unmatched: (query, options) => calls.list('get', 'unmatched-results', options, undefined, query),
  applyResponse: (unmatchedId, body, options) => calls.call('repeat', path`unmatched-results/${unmatchedId}/apply`, options, body),
  match: (unmatchedId, body, options) => calls.call('repeat', path`unmatched-results/${unmatchedId}/match`, options, body),
  unmatchedMessages: (unmatchedId, options) => calls.call('get', path`unmatched-results/${unmatchedId}/messages`, options),
  returnResult: (unmatchedId, options) => calls.call('post', path`unmatched-results/${unmatchedId}/return`, options),
})

export interface LegalHoldsApi {
  /**
   * Legal holds, the newest first.
   *
   * Requires the permission `legal-hold:manage`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/legal-holds` (`listLegalHolds`)
   */
  list(query?: ListLegalHoldsQuery | undefined, options?: RequestOptions): Pages<LegalHold>

  /**
   * Keeps a patient's record from being erased, from now on. Refused once its erasure was decided.
   *
   * Requires the permission `legal-hold:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `erasure_approved`, in addition to the common codes.
   * @see `POST /v1/legal-holds` (`placeLegalHold`)
   */
  place(body: Body<'placeLegalHold'>, options?: RequestOptions): Promise<LegalHold>

  /**
   * Ends a legal hold, with a reason. Needs a fresh authentication.
   *
   * Requires the permission `legal-hold:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `already_released` or `version_conflict`, in addition to the common codes.
   * @see `POST /v1/legal-holds/{holdId}/release` (`releaseLegalHold`)
   */
  release(holdId: string, body: Body<'releaseLegalHold'>, options?: RequestOptions): Promise<LegalHold>
}

export const legalHolds = (calls: Calls): LegalHoldsApi => ({
  list: (query, options) => calls.list('get', 'legal-holds', options, undefined, query),
  place: (body, options) => calls.call('repeat', 'legal-holds', options, body),
  release: (holdId, body, options) => calls.call('post', path`legal-holds/${holdId}/release`, options, body),
})

export interface MailboxApi {
  /**
   * Files that could not be parsed or processed, the oldest first. Nothing in them has been posted. With `all`,
   * every file that was received.
   *
   * Requires the permission `claim:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/mailbox-files` (`listMailboxFiles`)
   */
  list(query?: ListMailboxFilesQuery | undefined, options?: RequestOptions): Pages<MailboxFile>

  /**
   * One file as received, for a person to read. It may name many patients. Those of a file that was read are named
   * by the audit rows of this
   * access; of a file that the server cannot parse, no one knows them.
   *
   * Requires the permission `claim:read`.
   *
   * @see `GET /v1/mailbox-files/{fileId}` (`getMailboxFile`)
   */
  get(fileId: string, options?: RequestOptions): Promise<OperationResponse<'getMailboxFile'>>

  /**
   * Queues a file to be processed again, e.g. after an update of the server. The response has the state `waiting`;
   * then the file is read, or
   * is in the list again.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, in addition to the common codes.
   * @see `POST /v1/mailbox-files/{fileId}/reprocess` (`reprocessMailboxFile`)
   */
  reprocess(fileId: string, options?: RequestOptions): Promise<MailboxFile>

  /**
   * Marks a file as resolved outside Visitkit. Posts nothing, and the file is not processed again. Its text is
   * kept until
   * `textRetainedUntil`.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, in addition to the common codes.
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
   * The person of the session, with the patients for whom they may act.
   *
   * Requires the permission `me:read`.
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
   * Finds medications by word or RxNorm code.
   *
   * Requires the permission `medication:read`.
   *
   * @see `GET /v1/medications` (`searchMedications`)
   */
  search(query: SearchMedicationsQuery, options?: RequestOptions): Promise<OperationResponse<'searchMedications'>>

  /**
   * The medications that the caller prescribes most often.
   *
   * Requires the permission `prescription:write`.
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
   * The members of the organization. For administrators.
   *
   * Requires the permission `member:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/members` (`listMembers`)
   */
  list(query?: ListMembersQuery | undefined, options?: RequestOptions): Pages<Member>

  /**
   * Adds a member with roles. The member cannot sign in until invited (`members.invite`). This is a privilege
   * change and is always audited.
   *
   * Requires the permission `member:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @see `POST /v1/members` (`createMember`)
   */
  create(body: CreateMember, options?: RequestOptions): Promise<Member>

  /**
   * Changes the roles of a member or disables a member. Disabling a member or removing a role ends the person's
   * sessions at once.
   *
   * Requires the permission `member:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `version_conflict` or `last_administrator`, in addition to the common codes.
   * @see `PATCH /v1/members/{memberId}` (`updateMember`)
   */
  update(memberId: string, body: UpdateMember, options?: RequestOptions): Promise<Member>

  /**
   * Invites a member to link a sign-in, and returns the code once. Replaces a pending invitation. For
   * administrators; requires step-up
   * authentication.
   *
   * Requires the permission `member:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `login_exists` or `member_disabled`, in addition to the common codes.
   * @see `POST /v1/members/{memberId}/invitations` (`inviteMember`)
   */
  invite(memberId: string, options?: RequestOptions): Promise<CreatedInvitation>

  /**
   * Unlinks a member's sign-in: their sessions end at once, and a new invitation can link the sign-in again. For
   * administrators; requires
   * step-up authentication. The response is the same when no sign-in is linked.
   *
   * Requires the permission `member:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `last_administrator`, in addition to the common codes.
   * @see `POST /v1/members/{memberId}/login/release` (`releaseMemberLogin`)
   */
  releaseLogin(memberId: string, options?: RequestOptions): Promise<Member>

  /**
   * Ends every session of a member at once, e.g. after a phone was lost, with their live streams and seats. The
   * sign-in stays linked: the
   * member can sign in again. For administrators. The response is the same when no session was open.
   *
   * Requires the permission `member:manage`.
   *
   * @see `POST /v1/members/{memberId}/sign-out` (`signOutMember`)
   */
  signOut(memberId: string, options?: RequestOptions): Promise<Member>
}

export const members = (calls: Calls): MembersApi => ({
  list: (query, options) => calls.list('get', 'members', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'members', options, body),
  update: (memberId, body, options) => calls.call('patch', path`members/${memberId}`, options, body),
  invite: (memberId, options) => calls.call('post', path`members/${memberId}/invitations`, options),
  releaseLogin: (memberId, options) => calls.call('post', path`members/${memberId}/login/release`, options),
  signOut: (memberId, options) => calls.call('post', path`members/${memberId}/sign-out`, options),
})

export interface MonitorFactsApi {
  /**
   * What the organization knows of patients and its members, for the monitor. The newest first.
   *
   * Requires the permission `access-monitor:manage`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/monitor-facts` (`listMonitorFacts`)
   */
  list(query?: ListMonitorFactsQuery | undefined, options?: RequestOptions): Pages<MonitorFact>

  /**
   * Adds a fact. The monitor uses it from the next accesses on.
   *
   * Requires the permission `access-monitor:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `fact_exists` or `member_required`, in addition to the common codes.
   * @see `POST /v1/monitor-facts` (`addMonitorFact`)
   */
  add(body: Body<'addMonitorFact'>, options?: RequestOptions): Promise<MonitorFact>

  /**
   * Removes a fact that is not true any more. Cases that were opened stay. No one removes a fact about themselves.
   *
   * Requires the permission `access-monitor:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `own_fact`, in addition to the common codes.
   * @see `DELETE /v1/monitor-facts/{factId}` (`removeMonitorFact`)
   */
  remove(factId: string, options?: RequestOptions): Promise<void>
}

export const monitorFacts = (calls: Calls): MonitorFactsApi => ({
  list: (query, options) => calls.list('get', 'monitor-facts', options, undefined, query),
  add: (body, options) => calls.call('repeat', 'monitor-facts', options, body),
  remove: (factId, options) => calls.call('delete', path`monitor-facts/${factId}`, options),
})

export interface NotesApi {
  /**
   * ICD-10-CM codes by code, words, synonyms and similar spelling, the best first.
   *
   * Requires the permission `note-template:read`.
   *
   * @see `GET /v1/diagnosis-codes` (`searchDiagnosisCodes`)
   */
  diagnosisCodes(query: SearchDiagnosisCodesQuery, options?: RequestOptions): Promise<OperationResponse<'searchDiagnosisCodes'>>

  /**
   * The note templates of this organization's specialties.
   *
   * Requires the permission `note-template:read`.
   *
   * @see `GET /v1/note-templates` (`listNoteTemplates`)
   */
  templates(options?: RequestOptions): Promise<OperationResponse<'listNoteTemplates'>>

  /**
   * Notes that the caller must complete: their drafts, and notes to co-sign. The oldest first.
   *
   * Requires the permission `note:write`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/notes` (`listWaitingNotes`)
   */
  waiting(query?: ListWaitingNotesQuery | undefined, options?: RequestOptions): Pages<NoteSummary>

  /**
   * One note. Patients can read their own after it is signed.
   *
   * Requires the permission `note:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/notes/{noteId}` (`getNote`)
   */
  get(noteId: string, options?: RequestOptions): Promise<Note>

  /**
   * Saves a draft. Elements call it while the person types.
   *
   * Requires the permission `note:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `note_signed`, `version_conflict`, `unknown_code` or `not_assigned`, in addition to the
   * common codes.
   * @see `PUT /v1/notes/{noteId}` (`saveNote`)
   */
  save(noteId: string, body: SaveNote, options?: RequestOptions): Promise<Note>

  /**
   * Adds an addendum to a signed note. The note itself does not change.
   *
   * Requires the permission `note:sign`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `note_not_signed`, `version_conflict` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/notes/{noteId}/addenda` (`addendNote`)
   */
  addend(noteId: string, body: Body<'addendNote'>, options?: RequestOptions): Promise<Note>

  /**
   * Co-signs a note of a supervised author.
   *
   * Requires the permission `note:sign`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `not_awaiting_cosign`, `not_the_supervisor` or `version_conflict`, in addition to the
   * common codes.
   * @see `POST /v1/notes/{noteId}/co-sign` (`cosignNote`)
   */
  cosign(noteId: string, options?: RequestOptions): Promise<Note>

  /**
   * What changed between two versions of a note, word by word.
   *
   * Requires the permission `note:write`.
   *
   * @see `GET /v1/notes/{noteId}/difference` (`compareNoteVersions`)
   */
  difference(noteId: string, query: CompareNoteVersionsQuery, options?: RequestOptions): Promise<NoteDifference>

  /**
   * A signed note, to print or save.
   *
   * Requires the permission `note:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `note_not_signed` or `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/notes/{noteId}/pdf` (`getNotePdf`)
   */
  pdf(noteId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Signs a note. A signed note cannot be changed by any user; addenda can be added. For its author.
   *
   * Requires the permission `note:sign`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `note_signed`, `note_incomplete`, `version_conflict`, `visit_not_ended` or
   * `not_the_author`, in addition to the common codes.
   * @see `POST /v1/notes/{noteId}/sign` (`signNote`)
   */
  sign(noteId: string, body: Body<'signNote'>, options?: RequestOptions): Promise<Note>

  /**
   * Changes the supervisor of a note that awaits a co-signature. For its author and the current supervisor. When
   * that supervisor can no
   * longer sign, for anyone who may sign notes.
   *
   * Requires the permission `note:sign`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `not_awaiting_cosign`, `supervisor_available`, `version_conflict` or `not_assigned`, in
   * addition to the common codes.
   * @see `PUT /v1/notes/{noteId}/supervisor` (`nameSupervisor`)
   */
  nameSupervisor(noteId: string, body: Body<'nameSupervisor'>, options?: RequestOptions): Promise<Note>

  /**
   * Compares the stored note with what was signed.
   *
   * Requires the permission `note:verify`.
   *
   * @throws {VisitError} `note_not_signed`, in addition to the common codes.
   * @see `GET /v1/notes/{noteId}/verification` (`verifyNote`)
   */
  verify(noteId: string, options?: RequestOptions): Promise<NoteVerification>

  /**
   * The versions of a note, the newest first.
   *
   * Requires the permission `note:write`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/notes/{noteId}/versions` (`listNoteVersions`)
   */
  versions(noteId: string, query?: ListNoteVersionsQuery | undefined, options?: RequestOptions): Pages<NoteVersion>

  /**
   * A patient's notes, the newest first. Patients see signed notes.
   *
   * Requires the permission `note:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/notes` (`listPatientNotes`)
   */
  ofPatient(patientId: string, query?: ListPatientNotesQuery | undefined, options?: RequestOptions): Pages<NoteSummary>

  /**
   * The note of a visit. The draft is created when a practitioner first opens it, or when the visit ends.
   *
   * Requires the permission `note:write`.
   *
   * @throws {VisitError} `visit_not_started` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/note` (`openNote`)
   */
  open(visitId: string, options?: RequestOptions): Promise<Note>

  /**
   * The caller's own psychotherapy note of a visit. No other user can read it, and no other document contains it.
   *
   * Requires the permission `psychotherapy-note:own`.
   *
   * @see `GET /v1/visits/{visitId}/psychotherapy-note` (`getPsychotherapyNote`)
   */
  psychotherapy(visitId: string, options?: RequestOptions): Promise<PsychotherapyNote>

  /**
   * Saves the caller's own psychotherapy note of a visit.
   *
   * Requires the permission `psychotherapy-note:own`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
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

export interface ObligationsApi {
  /**
   * Obligations, the earliest due date first.
   *
   * Requires the permission `obligation:read`.
   *
   * @see `GET /v1/obligations` (`listObligations`)
   */
  list(query?: ListObligationsQuery | undefined, options?: RequestOptions): Promise<OperationResponse<'listObligations'>>

  /**
   * Adds a recurring task: a policy to review, a vendor to ask, a scan to make.
   *
   * Requires the permission `obligation:manage`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `too_many_entries`, in addition to the common codes.
   * @see `POST /v1/obligations` (`createObligation`)
   */
  create(body: CreateObligation, options?: RequestOptions): Promise<Obligation>

  /**
   * Changes the name, interval or owner of an obligation, or ends it.
   *
   * Requires the permission `obligation:manage`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `PATCH /v1/obligations/{obligationId}` (`updateObligation`)
   */
  update(obligationId: string, body: UpdateObligation, options?: RequestOptions): Promise<Obligation>

  /**
   * Each time that it was done, the newest first.
   *
   * Requires the permission `obligation:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/obligations/{obligationId}/completions` (`listObligationCompletions`)
   */
  completions(obligationId: string, query?: ListObligationCompletionsQuery | undefined, options?: RequestOptions): Pages<ObligationCompletion>

  /**
   * Records that it was done, and where the proof is. The next due date counts from that day.
   *
   * Requires the permission `obligation:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `POST /v1/obligations/{obligationId}/completions` (`completeObligation`)
   */
  complete(obligationId: string, body: CompleteObligation, options?: RequestOptions): Promise<Obligation>
}

export const obligations = (calls: Calls): ObligationsApi => ({
  list: (query, options) => calls.call('get', 'obligations', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'obligations', options, body),
  update: (obligationId, body, options) => calls.call('patch', path`obligations/${obligationId}`, options, body),
  completions: (obligationId, query, options) => calls.list('get', path`obligations/${obligationId}/completions`, options, undefined, query),
  complete: (obligationId, body, options) => calls.call('repeat', path`obligations/${obligationId}/completions`, options, body),
})

export interface OnDemandApi {
  /**
   * Who waits for the next free practitioner: the requests that the caller can take, the first in line first. For
   * practitioners.
   *
   * Requires the permission `on-demand:take`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/on-demand` (`listOnDemand`)
   */
  list(query?: ListOnDemandQuery | undefined, options?: RequestOptions): Pages<OnDemandRequest>

  /**
   * Waits for the next free practitioner. A patient has one request at a time. Renew it while the patient waits.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_requested`, `slot_unavailable`, `language_not_spoken`, `not_licensed`,
   * `age_out_of_range` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/on-demand` (`requestOnDemand`)
   */
  request(body: RequestOnDemand, options?: RequestOptions): Promise<OnDemandRequest>

  /**
   * One request, with its position.
   *
   * Requires the permission `appointment:book`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/on-demand/{requestId}` (`getOnDemand`)
   */
  get(requestId: string, options?: RequestOptions): Promise<OnDemandRequest>

  /**
   * Leaves the line.
   *
   * Requires the permission `appointment:book`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `DELETE /v1/on-demand/{requestId}` (`leaveOnDemand`)
   */
  leave(requestId: string, options?: RequestOptions): Promise<void>

  /**
   * Keeps the place in line: the patient still waits.
   *
   * Requires the permission `appointment:book`.
   *
   * @throws {VisitError} `request_ended` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/on-demand/{requestId}/renew` (`renewOnDemand`)
   */
  renew(requestId: string, options?: RequestOptions): Promise<OnDemandRequest>

  /**
   * Takes a request: an appointment with the caller that begins within five minutes. For practitioners.
   *
   * Requires the permission `on-demand:take`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `request_ended`, `practitioner_busy`, `patient_busy`, `slot_unavailable`,
   * `language_not_spoken`, `not_licensed` or `age_out_of_range`, in addition to the common codes.
   * @see `POST /v1/on-demand/{requestId}/take` (`takeOnDemand`)
   */
  take(requestId: string, options?: RequestOptions): Promise<Appointment>

  /**
   * The requests of the caller: those that wait, and those that were taken in the last minutes. A page that is
   * reloaded shows its place again.
   * At most one for each patient for whom the caller books.
   *
   * Requires the permission `appointment:book`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/own-on-demand` (`listOwnOnDemand`)
   */
  listOwn(query?: ListOwnOnDemandQuery | undefined, options?: RequestOptions): Pages<OnDemandRequest>
}

export const onDemand = (calls: Calls): OnDemandApi => ({
  list: (query, options) => calls.list('get', 'on-demand', options, undefined, query),
  request: (body, options) => calls.call('repeat', 'on-demand', options, body),
  get: (requestId, options) => calls.call('get', path`on-demand/${requestId}`, options),
  leave: (requestId, options) => calls.call('delete', path`on-demand/${requestId}`, options),
  renew: (requestId, options) => calls.call('post', path`on-demand/${requestId}/renew`, options),
  take: (requestId, options) => calls.call('repeat', path`on-demand/${requestId}/take`, options),
  listOwn: (query, options) => calls.list('get', 'own-on-demand', options, undefined, query),
})

export interface OrderSetsApi {
  /**
   * The order sets of the organization, by name: those of the product and its own. Inactive ones too.
   *
   * Requires the permission `note-template:read`.
   *
   * @see `GET /v1/order-sets` (`listOrderSets`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listOrderSets'>>

  /**
   * Creates or rewrites an order set of the organization. One with the code of an order set of the product
   * replaces it.
   *
   * Requires the permission `note-template:manage`.
   *
   * @throws {VisitError} `version_conflict`, `unknown_code` or `too_many_order_sets`, in addition to the common
   * codes.
   * @see `PUT /v1/order-sets/{code}` (`putOrderSet`)
   */
  put(code: string, body: Body<'putOrderSet'>, options?: RequestOptions): Promise<OrderSet>
}

export const orderSets = (calls: Calls): OrderSetsApi => ({
  list: (options) => calls.call('get', 'order-sets', options),
  put: (code, body, options) => calls.call('put', path`order-sets/${code}`, options, body),
})

export interface OrganizationApi {
  /**
   * The health system of this session: brand, languages, contact.
   *
   * Requires the permission `organization:read`.
   * Does not count as user activity.
   *
   * @see `GET /v1/organization` (`getOrganization`)
   */
  get(options?: RequestOptions): Promise<Organization>

  /**
   * Changes brand, languages, contact, video vendor or the charts that clinicians can read. For administrators.
   * Opening all charts to all
   * clinicians needs an authentication within the last five minutes, or fails with `step_up_required`.
   *
   * Requires the permission `organization:update`.
   *
   * @throws {VisitError} `version_conflict` or `vendor_not_permitted`, in addition to the common codes.
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
   * Requires the permission `chart:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/outcomes` (`listOutcomes`)
   */
  ofPatient(patientId: string, query: ListOutcomesQuery, options?: RequestOptions): Pages<Outcome>
}

export const outcomes = (calls: Calls): OutcomesApi => ({
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/outcomes`, options, undefined, query),
})

export interface PartnerMessagesApi {
  /**
   * What waits for a person: those with a word of an emergency first, then the oldest first.
   *
   * Requires the permission `partner-message:resolve`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/held-partner-messages` (`listHeldPartnerMessages`)
   */
  list(query?: ListHeldPartnerMessagesQuery | undefined, options?: RequestOptions): Pages<HeldPartnerMessage, CountedPage<HeldPartnerMessage>>

  /**
   * One text or report, as it came.
   *
   * Requires the permission `partner-message:resolve`.
   *
   * @see `GET /v1/held-partner-messages/{messageId}` (`getHeldPartnerMessage`)
   */
  get(messageId: string, options?: RequestOptions): Promise<HeldPartnerMessageDetail>

  /**
   * Ends the wait, with what was done. With `patientId` the text is kept with this patient from then on.
   *
   * Requires the permission `partner-message:resolve`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, in addition to the common codes.
   * @see `POST /v1/held-partner-messages/{messageId}/resolve` (`resolveHeldPartnerMessage`)
   */
  resolve(messageId: string, body: Body<'resolveHeldPartnerMessage'>, options?: RequestOptions): Promise<OperationResponse<'resolveHeldPartnerMessage'>>

  /**
   * What a patient wrote to the number of notices, the newest first: from a number at which one patient receives
   * texts, or as staff found.
   *
   * Requires the permission `patient-text:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/texts` (`listPatientTexts`)
   */
  ofPatient(patientId: string, query?: ListPatientTextsQuery | undefined, options?: RequestOptions): Pages<PatientText>
}

export const partnerMessages = (calls: Calls): PartnerMessagesApi => ({
  list: (query, options) => calls.list('get', 'held-partner-messages', options, undefined, query),
  get: (messageId, options) => calls.call('get', path`held-partner-messages/${messageId}`, options),
  resolve: (messageId, body, options) => calls.call('repeat', path`held-partner-messages/${messageId}/resolve`, options, body),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/texts`, options, undefined, query),
})

export interface PatientsApi {
  /**
   * Registers a patient. The patient cannot sign in until invited (`patients.invite`).
   *
   * Requires the permission `patient:create`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `record_number_taken`, in addition to the common codes.
   * @see `POST /v1/patients` (`createPatient`)
   */
  create(body: CreatePatient, options?: RequestOptions): Promise<Patient>

  /**
   * Finds patients by name, birth date, record number or telephone number. A POST, so that no name is in a URL.
   *
   * Requires the permission `patient:search`.
   * Requests each page when the iteration reaches it.
   *
   * @see `POST /v1/patients/search` (`searchPatients`)
   */
  search(body: SearchPatients, query?: SearchPatientsQuery | undefined, options?: RequestOptions): Pages<PatientSummary>

  /**
   * One patient's demographics.
   *
   * Requires the permission `patient:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}` (`getPatient`)
   */
  get(patientId: string, options?: RequestOptions): Promise<Patient>

  /**
   * Changes a patient's demographics. Another e-mail address, telephone number or address than the one that was
   * known needs an authentication
   * within the last five minutes, or fails with `step_up_required`.
   *
   * Requires the permission `patient:update`.
   *
   * @throws {VisitError} `version_conflict` or `outside_proxy_scope`, in addition to the common codes.
   * @see `PATCH /v1/patients/{patientId}` (`updatePatient`)
   */
  update(patientId: string, body: UpdatePatient, options?: RequestOptions): Promise<Patient>

  /**
   * What a patient said about themselves. For the patient, the clinicians who treat them and the front desk, never
   * for proxies.
   *
   * Requires the permission `patient-background:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/background` (`getPatientBackground`)
   */
  background(patientId: string, options?: RequestOptions): Promise<PatientBackground>

  /**
   * Replaces all answers: what is left out is cleared. For the patient, and for staff who write it down on their
   * behalf and name the source.
   *
   * Requires the permission `patient-background:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `version_conflict` or `outside_proxy_scope`, in addition to the common codes.
   * @see `PUT /v1/patients/{patientId}/background` (`putPatientBackground`)
   */
  putBackground(patientId: string, body: PutPatientBackground, options?: RequestOptions): Promise<PatientBackground>

  /**
   * What the patient asked about calls, letters and the name. For the patient, proxies with the scope `record`,
   * and the front desk.
   *
   * Requires the permission `preferences:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/contact-choice` (`getContactChoice`)
   */
  contactChoice(patientId: string, options?: RequestOptions): Promise<ContactChoice>

  /**
   * Changes what the patient asked about calls, letters and the name. In force at once, on each screen of staff
   * and in each letter. No reason
   * is asked for (45 CFR 164.522(b)(2)(iii)). Another number or address than the one that was used needs an
   * authentication within the last five
   * minutes, or fails with `step_up_required`.
   *
   * Requires the permission `preferences:write`.
   *
   * @throws {VisitError} `outside_proxy_scope` or `version_conflict`, in addition to the common codes.
   * @see `PUT /v1/patients/{patientId}/contact-choice` (`putContactChoice`)
   */
  putContactChoice(patientId: string, body: Body<'putContactChoice'>, options?: RequestOptions): Promise<ContactChoice>

  /**
   * Invites a patient to link a sign-in, and returns the code once. Replaces a pending invitation. For the front
   * desk; requires step-up
   * authentication.
   *
   * Requires the permission `patient-login:invite`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `login_exists`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/invitations` (`invitePatient`)
   */
  invite(patientId: string, options?: RequestOptions): Promise<CreatedInvitation>

  /**
   * Says that a record was replaced by another record of the same person, or with null that it was not. Nothing is
   * moved, and both records
   * stay readable. New visits are booked for the other record. Needs a recent sign-in. For the front desk.
   *
   * Requires the permission `patient:link`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `PUT /v1/patients/{patientId}/link` (`linkPatient`)
   */
  link(patientId: string, body: Body<'linkPatient'>, options?: RequestOptions): Promise<Patient>

  /**
   * Whether a patient can sign in. For the front desk.
   *
   * Requires the permission `patient-login:invite`.
   *
   * @see `GET /v1/patients/{patientId}/login` (`getPatientLogin`)
   */
  login(patientId: string, options?: RequestOptions): Promise<PatientLogin>

  /**
   * Unlinks a patient's sign-in: their sessions end at once, and a new invitation can link the sign-in again. The
   * patient keeps rights to act
   * for others. For the front desk; requires step-up authentication. The response is the same when no sign-in is
   * linked.
   *
   * Requires the permission `patient-login:release`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @see `POST /v1/patients/{patientId}/login/release` (`releasePatientLogin`)
   */
  releaseLogin(patientId: string, options?: RequestOptions): Promise<PatientLogin>

  /**
   * Ends every session of a patient at once, e.g. when they call because a phone was lost, with their live streams
   * and seats. The sign-in
   * stays linked: the patient can sign in again. For the front desk. The response is the same when no session was
   * open.
   *
   * Requires the permission `patient-login:release`.
   *
   * @see `POST /v1/patients/{patientId}/sign-out` (`signOutPatient`)
   */
  signOut(patientId: string, options?: RequestOptions): Promise<PatientLogin>
}

export const patients = (calls: Calls): PatientsApi => ({
  create: (body, options) => calls.call('repeat', 'patients', options, body),
  search: (body, query, options) => calls.list('ask', 'patients/search', options, body, query),
  get: (patientId, options) => calls.call('get', path`patients/${patientId}`, options),
  update: (patientId, body, options) => calls.call('patch', path`patients/${patientId}`, options, body),
  background: (patientId, options) => calls.call('get', path`patients/${patientId}/background`, options),
  putBackground: (patientId, body, options) => calls.call('put', path`patients/${patientId}/background`, options, body),
  contactChoice: (patientId, options) => calls.call('get', path`patients/${patientId}/contact-choice`, options),
  putContactChoice: (patientId, body, options) => calls.call('put', path`patients/${patientId}/contact-choice`, options, body),
  invite: (patientId, options) => calls.call('post', path`patients/${patientId}/invitations`, options),
  link: (patientId, body, options) => calls.call('put', path`patients/${patientId}/link`, options, body),
  login: (patientId, options) => calls.call('get', path`patients/${patientId}/login`, options),
  releaseLogin: (patientId, options) => calls.call('post', path`patients/${patientId}/login/release`, options),
  signOut: (patientId, options) => calls.call('post', path`patients/${patientId}/sign-out`, options),
})

export interface PayersApi {
  /**
   * The payers of this organization.
   *
   * Requires the permission `payer:read`.
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
   * Starts a payment. The response has the processor's page.
   *
   * Requires the permission `payment:make`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope`, `nothing_due`, `amount_too_large`, `payment_in_progress`,
   * `vendor_unavailable` or `vendor_not_permitted`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/payments` (`beginPayment`)
   */
  begin(patientId: string, body: Body<'beginPayment'>, options?: RequestOptions): Promise<Payment>

  /**
   * One payment.
   *
   * Requires the permission `statement:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/payments/{paymentId}` (`getPayment`)
   */
  get(paymentId: string, options?: RequestOptions): Promise<Payment>

  /**
   * Refunds a payment.
   *
   * Requires the permission `payment:refund`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `amount_too_large`, `payment_not_paid`, `vendor_unavailable` or `vendor_not_permitted`,
   * in addition to the common codes.
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
   * Requires the permission `patient-pharmacy:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/pharmacy` (`getPatientPharmacy`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<OperationResponse<'getPatientPharmacy'>>

  /**
   * Sets the pharmacy that a patient chose.
   *
   * Requires the permission `patient-pharmacy:write`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `unknown_pharmacy` or `vendor_unavailable`, in addition to the
   * common codes.
   * @see `PUT /v1/patients/{patientId}/pharmacy` (`choosePharmacy`)
   */
  choose(patientId: string, body: Body<'choosePharmacy'>, options?: RequestOptions): Promise<OperationResponse<'choosePharmacy'>>

  /**
   * Finds pharmacies by name, town or postal code.
   *
   * Requires the permission `pharmacy:read`.
   *
   * @throws {VisitError} `vendor_unavailable` or `vendor_not_permitted`, in addition to the common codes.
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
   * A photo of a practitioner. A photo that was replaced is not there any more.
   *
   * Requires the permission `practitioner:read`.
   * Returns the file as a `Blob`.
   *
   * @see `GET /v1/practitioner-photos/{photoId}/content` (`getPractitionerPhoto`)
   */
  photo(photoId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Practitioners, by specialty, language or state of license.
   *
   * Requires the permission `practitioner:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/practitioners` (`listPractitioners`)
   */
  list(query?: ListPractitionersQuery | undefined, options?: RequestOptions): Pages<PractitionerSummary>

  /**
   * Adds a practitioner. For administrators.
   *
   * Requires the permission `practitioner:manage`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `member_taken`, in addition to the common codes.
   * @see `POST /v1/practitioners` (`createPractitioner`)
   */
  create(body: CreatePractitioner, options?: RequestOptions): Promise<Practitioner>

  /**
   * One practitioner, with licenses.
   *
   * Requires the permission `practitioner:read`.
   *
   * @see `GET /v1/practitioners/{practitionerId}` (`getPractitioner`)
   */
  get(practitionerId: string, options?: RequestOptions): Promise<Practitioner>

  /**
   * Changes a practitioner. The offered slots change within a second. Booked appointments that the change strands
   * stay booked as
   * `unsupported`; `appointments_affected` names their number: preview them, then send the number. For
   * administrators.
   *
   * Requires the permission `practitioner:manage`.
   *
   * @throws {VisitError} `version_conflict` or `appointments_affected`, in addition to the common codes.
   * @see `PATCH /v1/practitioners/{practitionerId}` (`updatePractitioner`)
   */
  update(practitionerId: string, body: UpdatePractitioner, options?: RequestOptions): Promise<Practitioner>

  /**
   * Puts a photo of a practitioner in place of the one before. Patients see it where they choose and meet the
   * practitioner. The bytes decide the
   * type. The photo is redrawn as an upright square without camera metadata (location, device). For
   * administrators.
   *
   * Requires the permission `practitioner:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `unsupported_attachment_type`, `body_too_large`, `attachment_unreadable` or
   * `version_conflict`, in addition to the common codes.
   * @see `PUT /v1/practitioners/{practitionerId}/photo` (`putPractitionerPhoto`)
   */
  putPhoto(practitionerId: string, body: Body<'putPractitionerPhoto'>, options?: RequestOptions): Promise<Practitioner>

  /**
   * Removes the photo of a practitioner, if there is one. For administrators.
   *
   * Requires the permission `practitioner:manage`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `DELETE /v1/practitioners/{practitionerId}/photo` (`removePractitionerPhoto`)
   */
  removePhoto(practitionerId: string, options?: RequestOptions): Promise<Practitioner>
}

export const practitioners = (calls: Calls): PractitionersApi => ({
  photo: (photoId, options) => calls.call('get', path`practitioner-photos/${photoId}/content`, options),
  list: (query, options) => calls.list('get', 'practitioners', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'practitioners', options, body),
  get: (practitionerId, options) => calls.call('get', path`practitioners/${practitionerId}`, options),
  update: (practitionerId, body, options) => calls.call('patch', path`practitioners/${practitionerId}`, options, body),
  putPhoto: (practitionerId, body, options) =>
    calls.call('put', path`practitioners/${practitionerId}/photo`, {
      ...options,
      body,
      headers: { ...options?.headers, 'content-type': 'application/octet-stream' },
    }),
  removePhoto: (practitionerId, options) => calls.call('delete', path`practitioners/${practitionerId}/photo`, options),
})

export interface PreferencesApi {
  /**
   * A patient's communication preferences.
   *
   * Requires the permission `preferences:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/communication-preferences` (`getPreferences`)
   */
  get(patientId: string, options?: RequestOptions): Promise<CommunicationPreferences>

  /**
   * Changes a patient's communication preferences. Where notices went to one channel or address and go to another
   * one, or to none, it needs an
   * authentication within the last five minutes, or fails with `step_up_required`.
   *
   * Requires the permission `preferences:write`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `version_conflict`, `address_missing` or `patient_decides`, in
   * addition to the common codes.
   * @see `PUT /v1/patients/{patientId}/communication-preferences` (`putPreferences`)
   */
  put(patientId: string, body: Body<'putPreferences'>, options?: RequestOptions): Promise<CommunicationPreferences>

  /**
   * Notices to a patient, the newest first.
   *
   * Requires the permission `preferences:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
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
   * Messages of pharmacies that were not applied, the oldest first.
   *
   * Requires the permission `pharmacy-message:resolve`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/held-pharmacy-messages` (`listHeldPharmacyMessages`)
   */
  heldMessages(query?: ListHeldPharmacyMessagesQuery | undefined, options?: RequestOptions): Pages<HeldPharmacyMessage>

  /**
   * One message that was not applied, as it came.
   *
   * Requires the permission `pharmacy-message:resolve`.
   *
   * @see `GET /v1/held-pharmacy-messages/{messageId}` (`getHeldPharmacyMessage`)
   */
  heldMessage(messageId: string, options?: RequestOptions): Promise<HeldPharmacyMessageDetail>

  /**
   * Applies a message to the prescription that a person chose. It has the effect that it would have had by itself.
   * A message whose patient,
   * pharmacy or medicine is not that of the prescription, or that is for another receiver, is refused unless the
   * person confirms it.
   *
   * Requires the permission `pharmacy-message:resolve`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, `message_not_applicable` or `message_differs`, in addition to the
   * common codes.
   * @see `POST /v1/held-pharmacy-messages/{messageId}/apply` (`applyHeldPharmacyMessage`)
   */
  applyMessage(messageId: string, body: Body<'applyHeldPharmacyMessage'>, options?: RequestOptions): Promise<OperationResponse<'applyHeldPharmacyMessage'>>

  /**
   * Marks a message as resolved outside Visitkit. It changes no prescription.
   *
   * Requires the permission `pharmacy-message:resolve`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, in addition to the common codes.
   * @see `POST /v1/held-pharmacy-messages/{messageId}/resolve` (`resolveHeldPharmacyMessage`)
   */
  resolveMessage(messageId: string, body: Body<'resolveHeldPharmacyMessage'>, options?: RequestOptions): Promise<OperationResponse<'resolveHeldPharmacyMessage'>>

  /**
   * Checks a medication for a patient: allergies, duplicates and interactions. A check that cannot be performed is
   * itself an alert. `sources`
   * are what it was checked with; none if nothing could be checked, or if the service does not say. `label` is the
   * medication's, if one is
   * imported.
   *
   * Requires the permission `prescription:write`.
   *
   * @throws {VisitError} `unknown_medication` or `controlled_substance`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/prescription-checks` (`checkPrescription`)
   */
  check(patientId: string, body: Body<'checkPrescription'>, options?: RequestOptions): Promise<OperationResponse<'checkPrescription'>>

  /**
   * A patient's prescriptions, the newest first. Patients see signed prescriptions.
   *
   * Requires the permission `prescription:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/prescriptions` (`listPrescriptions`)
   */
  ofPatient(patientId: string, query?: ListPrescriptionsQuery | undefined, options?: RequestOptions): Pages<Prescription>

  /**
   * Creates a draft. Directions that do not fit the medication, and a quantity that cannot be compared with them,
   * are alerts.
   *
   * Requires the permission `prescription:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `unknown_medication`, `unknown_code`, `unknown_pharmacy`, `quantity_implausible`,
   * `controlled_substance`, `not_a_prescriber` or `vendor_unavailable`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/prescriptions` (`writePrescription`)
   */
  write(patientId: string, body: WritePrescription, options?: RequestOptions): Promise<Prescription>

  /**
   * Requests of pharmacies for the caller, or for a colleague whom the caller covers. The oldest first.
   *
   * Requires the permission `prescription:write`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `not_assigned`, in addition to the common codes.
   * @see `GET /v1/pharmacy-requests` (`listPharmacyRequests`)
   */
  requests(query?: ListPharmacyRequestsQuery | undefined, options?: RequestOptions): Pages<PharmacyRequest>

  /**
   * Responds to a pharmacy. Approving a renewal signs a new prescription.
   *
   * Requires the permission `prescription:sign`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_answered`, `controlled_substance`, `not_licensed`, `alerts_open`,
   * `unknown_code`, `medications_changed`, `npi_missing`, `not_renewable`, `quantity_implausible`,
   * `not_a_prescriber`, `version_conflict`, `vendor_unavailable` or `not_assigned`, in addition to the common
   * codes.
   * @see `POST /v1/pharmacy-requests/{requestId}/response` (`respondToPharmacyRequest`)
   */
  respond(requestId: string, body: Body<'respondToPharmacyRequest'>, options?: RequestOptions): Promise<PharmacyRequest>

  /**
   * One prescription.
   *
   * Requires the permission `prescription:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/prescriptions/{prescriptionId}` (`getPrescription`)
   */
  get(prescriptionId: string, options?: RequestOptions): Promise<Prescription>

  /**
   * Changes a draft.
   *
   * Requires the permission `prescription:write`.
   *
   * @throws {VisitError} `prescription_signed`, `version_conflict`, `unknown_medication`, `unknown_code`,
   * `unknown_pharmacy`, `quantity_implausible`, `controlled_substance`, `vendor_unavailable`, `not_a_prescriber`
   * or `not_assigned`, in addition to the common codes.
   * @see `PUT /v1/prescriptions/{prescriptionId}` (`changePrescription`)
   */
  change(prescriptionId: string, body: Body<'changePrescription'>, options?: RequestOptions): Promise<Prescription>

  /**
   * Requests cancellation from the pharmacy. The prescription is cancelled when the pharmacy confirms.
   *
   * Requires the permission `prescription:sign`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `not_cancellable`, `version_conflict` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/cancel` (`cancelPrescription`)
   */
  cancel(prescriptionId: string, body: Body<'cancelPrescription'>, options?: RequestOptions): Promise<Prescription>

  /**
   * Discards a draft.
   *
   * Requires the permission `prescription:write`.
   *
   * @throws {VisitError} `prescription_signed`, `version_conflict` or `not_assigned`, in addition to the common
   * codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/discard` (`discardPrescription`)
   */
  discard(prescriptionId: string, options?: RequestOptions): Promise<OperationResponse<'discardPrescription'>>

  /**
   * Records that a person has telephoned the pharmacy, and what was agreed: the prescription no longer needs
   * attention. Refused with
   * `version_conflict` if something else needs attention by now.
   *
   * Requires the permission `prescription:sign`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/pharmacy-calls` (`recordPharmacyCall`)
   */
  recordCall(prescriptionId: string, body: Body<'recordPharmacyCall'>, options?: RequestOptions): Promise<Prescription>

  /**
   * Creates a draft from this prescription.
   *
   * Requires the permission `prescription:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `not_renewable`, `not_a_prescriber`, `quantity_implausible`, `controlled_substance` or
   * `not_assigned`, in addition to the common codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/renew` (`renewPrescription`)
   */
  renew(prescriptionId: string, options?: RequestOptions): Promise<Prescription>

  /**
   * Signs a draft and sends it to the pharmacy. Every alert must be acknowledged with a reason.
   *
   * Requires the permission `prescription:sign`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `prescription_signed`, `version_conflict`, `alerts_open`, `unknown_code`,
   * `medications_changed`, `controlled_substance`, `not_licensed`, `npi_missing`, `pharmacy_missing`,
   * `vendor_not_permitted`, `not_a_prescriber`, `vendor_unavailable` or `not_assigned`, in addition to the common
   * codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/sign` (`signPrescription`)
   */
  sign(prescriptionId: string, body: Body<'signPrescription'>, options?: RequestOptions): Promise<Prescription>
}

export const prescriptions = (calls: Calls): PrescriptionsApi => ({
  heldMessages: (query, options) => calls.list('get', 'held-pharmacy-messages', options, undefined, query),
  heldMessage: (messageId, options) => calls.call('get', path`held-pharmacy-messages/${messageId}`, options),
  applyMessage: (messageId, body, options) => calls.call('repeat', path`held-pharmacy-messages/${messageId}/apply`, options, body),
  resolveMessage: (messageId, body, options) => calls.call('repeat', path`held-pharmacy-messages/${messageId}/resolve`, options, body),
  check: (patientId, body, options) => calls.call('post', path`patients/${patientId}/prescription-checks`, options, body),
  ofPatient: (patientId, query, options) => calls.list('get', path`patients/${patientId}/prescriptions`, options, undefined, query),
  write: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/prescriptions`, options, body),
  requests: (query, options) => calls.list('get', 'pharmacy-requests', options, undefined, query),
  respond: (requestId, body, options) => calls.call('repeat', path`pharmacy-requests/${requestId}/response`, options, body),
  get: (prescriptionId, options) => calls.call('get', path`prescriptions/${prescriptionId}`, options),
  change: (prescriptionId, body, options) => calls.call('put', path`prescriptions/${prescriptionId}`, options, body),
  cancel: (prescriptionId, body, options) => calls.call('repeat', path`prescriptions/${prescriptionId}/cancel`, options, body),
  discard: (prescriptionId, options) => calls.call('post', path`prescriptions/${prescriptionId}/discard`, options),
  recordCall: (prescriptionId, body, options) => calls.call('repeat', path`prescriptions/${prescriptionId}/pharmacy-calls`, options, body),
  renew: (prescriptionId, options) => calls.call('repeat', path`prescriptions/${prescriptionId}/renew`, options),
  sign: (prescriptionId, body, options) => calls.call('repeat', path`prescriptions/${prescriptionId}/sign`, options, body),
})

export interface ProxiesApi {
  /**
   * The proxies of the patient. The patient and staff also see invited proxies.
   *
   * Requires the permission `proxy:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/proxies` (`listProxies`)
   */
  list(patientId: string, query?: ListProxiesQuery | undefined, options?: RequestOptions): Promise<OperationResponse<'listProxies'>>

  /**
   * Offers a person the right to act for the patient, and returns the code of the invitation once. The right
   * grants no access until the
   * person signs in and accepts it. The response does not reveal whether the organization knows the person.
   * Requires step-up authentication.
   * A retry with the same idempotency key is answered without the code: `proxies.invite` creates a new one.
   *
   * Requires the permission `proxy:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `too_many_proxies` or `too_many_invitations`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/proxies` (`createProxy`)
   */
  create(patientId: string, body: CreateProxy, options?: RequestOptions): Promise<CreatedProxy>

  /**
   * Changes the email address for messages to a proxy. Requires step-up authentication, because the messages are
   * about the patient's care.
   *
   * Requires the permission `proxy:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @see `PATCH /v1/patients/{patientId}/proxies/{proxyId}` (`updateProxy`)
   */
  update(patientId: string, proxyId: string, body: UpdateProxy, options?: RequestOptions): Promise<Proxy>

  /**
   * Ends a proxy's right today. Their sessions for this patient end at once. For an invited proxy it also revokes
   * the invitation. When a
   * person's last right has ended, a new invitation can link their sign-in again.
   *
   * Requires the permission `proxy:manage`.
   *
   * @see `POST /v1/patients/{patientId}/proxies/{proxyId}/end` (`endProxy`)
   */
  end(patientId: string, proxyId: string, options?: RequestOptions): Promise<Proxy>

  /**
   * Creates a new invitation for a proxy right that was not accepted yet, and returns its code once. Replaces the
   * previous one. Requires
   * step-up authentication.
   *
   * Requires the permission `proxy:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `proxy_not_invited` or `too_many_invitations`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/proxies/{proxyId}/invitations` (`inviteProxy`)
   */
  invite(patientId: string, proxyId: string, options?: RequestOptions): Promise<CreatedInvitation>

  /**
   * Ends every session of the person who acts for a patient at once, e.g. when they call because a phone was lost,
   * also those for other
   * patients. The right and the sign-in stay: the person can sign in again. For the front desk. The response is
   * the same when no session
   * was open.
   *
   * Requires the permission `patient-login:release`.
   *
   * @see `POST /v1/patients/{patientId}/proxies/{proxyId}/sign-out` (`signOutProxy`)
   */
  signOut(patientId: string, proxyId: string, options?: RequestOptions): Promise<Proxy>
}

export const proxies = (calls: Calls): ProxiesApi => ({
  list: (patientId, query, options) => calls.call('get', path`patients/${patientId}/proxies`, options, undefined, query),
  create: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/proxies`, options, body),
  update: (patientId, proxyId, body, options) => calls.call('patch', path`patients/${patientId}/proxies/${proxyId}`, options, body),
  end: (patientId, proxyId, options) => calls.call('post', path`patients/${patientId}/proxies/${proxyId}/end`, options),
  invite: (patientId, proxyId, options) => calls.call('post', path`patients/${patientId}/proxies/${proxyId}/invitations`, options),
  signOut: (patientId, proxyId, options) => calls.call('post', path`patients/${patientId}/proxies/${proxyId}/sign-out`, options),
})

export interface QuestionnairesApi {
  /**
   * The organization's questionnaires.
   *
   * Requires the permission `questionnaire:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/questionnaires` (`listQuestionnaires`)
   */
  list(query?: ListQuestionnairesQuery | undefined, options?: RequestOptions): Pages<QuestionnaireSummary>

  /**
   * One questionnaire, by its code.
   *
   * Requires the permission `questionnaire:read`.
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
   * The patients who wait for a practitioner.
   *
   * Requires the permission `queue:read`.
   *
   * @throws {VisitError} `not_assigned`, in addition to the common codes.
   * @see `GET /v1/practitioners/{practitionerId}/queue` (`getQueue`)
   */
  get(practitionerId: string, options?: RequestOptions): Promise<Queue>

  /**
   * Informs waiting patients that the practitioner pauses or resumes the queue.
   *
   * Requires the permission `queue:manage`.
   *
   * @throws {VisitError} `not_assigned`, in addition to the common codes.
   * @see `PATCH /v1/practitioners/{practitionerId}/queue` (`pauseQueue`)
   */
  pause(practitionerId: string, body: Body<'pauseQueue'>, options?: RequestOptions): Promise<OperationResponse<'pauseQueue'>>

  /**
   * How many patients waited for a practitioner today, and how long, by hour.
   *
   * Requires the permission `queue:read`.
   * Does not count as user activity.
   *
   * @throws {VisitError} `not_assigned`, in addition to the common codes.
   * @see `GET /v1/practitioners/{practitionerId}/queue-day` (`getQueueDay`)
   */
  day(practitionerId: string, options?: RequestOptions): Promise<QueueDay>
}

export const queue = (calls: Calls): QueueApi => ({
  get: (practitionerId, options) => calls.call('get', path`practitioners/${practitionerId}/queue`, options),
  pause: (practitionerId, body, options) => calls.call('patch', path`practitioners/${practitionerId}/queue`, options, body),
  day: (practitionerId, options) => calls.call('get', path`practitioners/${practitionerId}/queue-day`, options),
})

export interface RecordRequestsApi {
  /**
   * Requests for the record of a patient in legal proceedings, the newest first.
   *
   * Requires the permission `disclosure:record`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/record-requests` (`listRecordRequests`)
   */
  list(query: ListRecordRequestsQuery, options?: RequestOptions): Pages<RecordRequest>

  /**
   * Records a request and decides it: of a patient with substance use records it is refused unless the patient
   * consented to proceedings, or a
   * court ordered it with a subpoena. Nothing is sent.
   *
   * Requires the permission `disclosure:record`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `day_refused`, in addition to the common codes.
   * @see `POST /v1/record-requests` (`decideRecordRequest`)
   */
  decide(body: Body<'decideRecordRequest'>, options?: RequestOptions): Promise<RecordRequest>
}

export const recordRequests = (calls: Calls): RecordRequestsApi => ({
  list: (query, options) => calls.list('get', 'record-requests', options, undefined, query),
  decide: (body, options) => calls.call('repeat', 'record-requests', options, body),
})

export interface RecordingsApi {
  /**
   * Agrees to the recording, or refuses or stops it. For everyone in the room. The patient, or a person who acts
   * for the patient, needs the
   * consent to recording to agree. A refusal ends the recording for everyone, and is accepted when there is none.
   *
   * Requires the permission `visit:join`.
   *
   * @throws {VisitError} `visit_ended`, `no_seat`, `consent_missing`, `recording_not_requested` or
   * `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/recording-answers` (`answerRecording`)
   */
  answer(visitId: string, body: RecordingAnswer, options?: RequestOptions): Promise<Visit>

  /**
   * Asks everyone in the room whether the call may be recorded. For a clinician who is in it; asking is their own
   * yes. Nothing is recorded until
   * each person has agreed. The response is the same when this clinician has asked already.
   *
   * Requires the permission `recording:make`.
   *
   * @throws {VisitError} `visit_ended`, `no_seat`, `recording_not_offered` or `recording_requested`, in addition
   * to the common codes.
   * @see `PUT /v1/visits/{visitId}/recording-request` (`askToRecord`)
   */
  ask(visitId: string, options?: RequestOptions): Promise<Visit>

  /**
   * The recordings of a visit. Each is at most 40 MB, which is about ten minutes.
   *
   * Requires the permission `recording:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/recordings` (`listRecordings`)
   */
  ofVisit(visitId: string, options?: RequestOptions): Promise<VisitRecordings>

  /**
   * Picture and sound of a recording, to play or to save.
   *
   * Requires the permission `recording:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/recordings/{recordingId}/content` (`getRecordingContent`)
   */
  content(visitId: string, recordingId: string, options?: RequestOptions): Promise<Blob>

  /**
   * Stores the next piece of a recording: at most 2 MB, numbered from 0. The client chooses the id, and a new one
   * for each number of seats. Sent
   * again, a piece that is stored is not stored twice. Refused with `recording_paused` unless the organization
   * records calls, everyone in the
   * room has agreed and no one has come in since; then this recording is over, and what was sent before is kept.
   * WebM or MP4, by the content of
   * the first piece.
   *
   * Requires the permission `recording:make`.
   *
   * @throws {VisitError} `visit_ended`, `no_seat`, `recording_paused`, `recording_full`, `piece_out_of_order`,
   * `unsupported_attachment_type` or `body_too_large`, in addition to the common codes.
   * @see `PUT /v1/visits/{visitId}/recordings/{recordingId}/pieces/{number}` (`addRecordingPiece`)
   */
  addPiece(visitId: string, recordingId: string, number: string, body: Body<'addRecordingPiece'>, query: AddRecordingPieceQuery, options?: RequestOptions): Promise<VisitRecording>
}

export const recordings = (calls: Calls): RecordingsApi => ({
  answer: (visitId, body, options) => calls.call('post', path`visits/${visitId}/recording-answers`, options, body),
  ask: (visitId, options) => calls.call('put', path`visits/${visitId}/recording-request`, options),
  ofVisit: (visitId, options) => calls.call('get', path`visits/${visitId}/recordings`, options),
  content: (visitId, recordingId, options) => calls.call('get', path`visits/${visitId}/recordings/${recordingId}/content`, options),
  addPiece: (visitId, recordingId, number, body, query, options) =>
    calls.call('put', path`visits/${visitId}/recordings/${recordingId}/pieces/${number}`, {
      ...options,
      body,
      headers: { ...options?.headers, 'content-type': 'application/octet-stream' },
    }, undefined, query),
})

export interface ReferralsApi {
  /**
   * Refers a patient.
   *
   * Requires the permission `referral:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @see `POST /v1/patients/{patientId}/referrals` (`sendReferral`)
   */
  send(patientId: string, body: Body<'sendReferral'>, options?: RequestOptions): Promise<Referral>

  /**
   * Open referrals, overdue ones first; with `patientId`, those of one patient.
   *
   * Requires the permission `referral:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/referrals` (`listReferrals`)
   */
  list(query?: ListReferralsQuery | undefined, options?: RequestOptions): Pages<Referral>

  /**
   * Records the next step of a referral.
   *
   * Requires the permission `referral:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict` or `invalid_step`, in addition to the common codes.
   * @see `POST /v1/referrals/{referralId}/steps` (`stepReferral`)
   */
  step(referralId: string, body: Body<'stepReferral'>, options?: RequestOptions): Promise<Referral>
}

export const referrals = (calls: Calls): ReferralsApi => ({
  send: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/referrals`, options, body),
  list: (query, options) => calls.list('get', 'referrals', options, undefined, query),
  step: (referralId, body, options) => calls.call('repeat', path`referrals/${referralId}/steps`, options, body),
})

export interface RefillsApi {
  /**
   * Asks for a refill of a prescription. The prescriber and the nurses see it until one of them answers.
   *
   * Requires the permission `refill:request`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `refill_open`, `not_refillable` or `outside_proxy_scope`, in addition to the common
   * codes.
   * @see `POST /v1/prescriptions/{prescriptionId}/refill-requests` (`requestRefill`)
   */
  request(prescriptionId: string, options?: RequestOptions): Promise<RefillRequest>

  /**
   * With `patientId` the requests of a patient, the newest first. Without it those that are open among the
   * patients whom the caller treats,
   * the oldest first.
   *
   * Requires the permission `prescription:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/refill-requests` (`listRefillRequests`)
   */
  list(query?: ListRefillRequestsQuery | undefined, options?: RequestOptions): Pages<RefillRequest>

  /**
   * Declines a refill. To approve it, renew the prescription (`renewPrescription`) and sign.
   *
   * Requires the permission `refill:decline`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_answered`, in addition to the common codes.
   * @see `POST /v1/refill-requests/{refillRequestId}/decline` (`declineRefill`)
   */
  decline(refillRequestId: string, body: Body<'declineRefill'>, options?: RequestOptions): Promise<RefillRequest>
}

export const refills = (calls: Calls): RefillsApi => ({
  request: (prescriptionId, options) => calls.call('repeat', path`prescriptions/${prescriptionId}/refill-requests`, options),
  list: (query, options) => calls.list('get', 'refill-requests', options, undefined, query),
  decline: (refillRequestId, body, options) => calls.call('repeat', path`refill-requests/${refillRequestId}/decline`, options, body),
})

export interface RemittancesApi {
  /**
   * Held lines of payments, the oldest first.
   *
   * Requires the permission `claim:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/held-lines` (`listHeldLines`)
   */
  heldLines(query?: ListHeldLinesQuery | undefined, options?: RequestOptions): Pages<HeldLine>

  /**
   * One held line, and the claims that may match it.
   *
   * Requires the permission `claim:read`.
   *
   * @see `GET /v1/held-lines/{lineId}` (`getHeldLine`)
   */
  heldLine(lineId: string, query?: GetHeldLineQuery | undefined, options?: RequestOptions): Promise<HeldLineDetail>

  /**
   * Posts a held line to a claim that a person chose. The rules are the same as for automatic posting, to the
   * cent; a violation is refused.
   * A payment of another payer, payee or receiver is refused unless the person confirms it.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_resolved` or `line_not_postable`, in addition to the common codes.
   * @see `POST /v1/held-lines/{lineId}/match` (`matchHeldLine`)
   */
  matchLine(lineId: string, body: Body<'matchHeldLine'>, options?: RequestOptions): Promise<RemittanceLine>

  /**
   * Marks a held line as resolved outside Visitkit. Posts no money, and the line is no longer held.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, in addition to the common codes.
   * @see `POST /v1/held-lines/{lineId}/resolve` (`resolveHeldLine`)
   */
  resolveLine(lineId: string, body: Body<'resolveHeldLine'>, options?: RequestOptions): Promise<RemittanceLine>

  /**
   * Payments of payers, the newest first.
   *
   * Requires the permission `claim:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/remittances` (`listRemittances`)
   */
  list(query?: ListRemittancesQuery | undefined, options?: RequestOptions): Pages<Remittance>

  /**
   * The lines of one payment.
   *
   * Requires the permission `claim:read`.
   *
   * @see `GET /v1/remittances/{remittanceId}` (`getRemittance`)
   */
  get(remittanceId: string, options?: RequestOptions): Promise<OperationResponse<'getRemittance'>>

  /**
   * Marks all held lines of a payment as resolved outside Visitkit. This is the only way to resolve a payment that
   * does not balance.
   *
   * Requires the permission `claim:write`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `already_resolved`, in addition to the common codes.
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

export interface ReportedMedicationsApi {
  /**
   * What a patient takes that was not prescribed here, active ones first. An empty list means that nothing was
   * reported, not that nothing is
   * taken.
   *
   * Requires the permission `chart:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/reported-medications` (`listReportedMedications`)
   */
  ofPatient(patientId: string, options?: RequestOptions): Promise<OperationResponse<'listReportedMedications'>>

  /**
   * Reports a medicine. The checks of later prescriptions compare with it. For the patient, and for clinicians to
   * whom the patient says it.
   *
   * Requires the permission `reported-medication:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope` or `too_many_reported_medications`, in addition to the common
   * codes.
   * @see `POST /v1/patients/{patientId}/reported-medications` (`addReportedMedication`)
   */
  add(patientId: string, body: Body<'addReportedMedication'>, options?: RequestOptions): Promise<ReportedMedication>

  /**
   * Replaces name, code, directions and status: what is left out is cleared.
   *
   * Requires the permission `reported-medication:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `outside_proxy_scope` or `version_conflict`, in addition to the common codes.
   * @see `PUT /v1/patients/{patientId}/reported-medications/{reportedMedicationId}` (`changeReportedMedication`)
   */
  change(patientId: string, reportedMedicationId: string, body: Body<'changeReportedMedication'>, options?: RequestOptions): Promise<ReportedMedication>
}

export const reportedMedications = (calls: Calls): ReportedMedicationsApi => ({
  ofPatient: (patientId, options) => calls.call('get', path`patients/${patientId}/reported-medications`, options),
  add: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/reported-medications`, options, body),
  change: (patientId, reportedMedicationId, body, options) => calls.call('put', path`patients/${patientId}/reported-medications/${reportedMedicationId}`, options, body),
})

export interface ResourcesApi {
  /**
   * The resources of the organization, by kind and name.
   *
   * Requires the permission `resource:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/resources` (`listResources`)
   */
  list(query?: ListResourcesQuery | undefined, options?: RequestOptions): Pages<Resource>

  /**
   * Adds a room, an interpreter or a device. For the front desk and administrators.
   *
   * Requires the permission `resource:manage`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `windows_overlap` or `unknown_zone`, in addition to the common codes.
   * @see `POST /v1/resources` (`createResource`)
   */
  create(body: CreateResource, options?: RequestOptions): Promise<Resource>

  /**
   * Changes or retires a resource. Booked visits keep it. Those outside its new hours, or of a retired resource,
   * stay booked as `unsupported`;
   * `appointments_affected` names their number: preview them, then send the number.
   *
   * Requires the permission `resource:manage`.
   *
   * @throws {VisitError} `version_conflict`, `windows_overlap`, `unknown_zone` or `appointments_affected`, in
   * addition to the common codes.
   * @see `PATCH /v1/resources/{resourceId}` (`updateResource`)
   */
  update(resourceId: string, body: UpdateResource, options?: RequestOptions): Promise<Resource>
}

export const resources = (calls: Calls): ResourcesApi => ({
  list: (query, options) => calls.list('get', 'resources', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'resources', options, body),
  update: (resourceId, body, options) => calls.call('patch', path`resources/${resourceId}`, options, body),
})

export interface RetentionApi {
  /**
   * Records whose time is over, the one that was registered first first. A job looks for them once a day.
   *
   * Requires the permission `record-erasure:approve`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/due-records` (`listDueRecords`)
   */
  due(query?: ListDueRecordsQuery | undefined, options?: RequestOptions): Pages<DueRecord>

  /**
   * Decisions to erase, with their certificates, the newest first.
   *
   * Requires the permission `record-erasure:approve`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/record-erasures` (`listErasures`)
   */
  erasures(query?: ListErasuresQuery | undefined, options?: RequestOptions): Pages<RecordErasure>

  /**
   * Decides that a record is erased. The server deletes the keys that encrypt it, so that no one can read it
   * again, also not in a backup; the
   * accesses to it stay until their own time. Refused while a legal hold is in force, and before the time of the
   * record is over. Needs a fresh
   * authentication.
   *
   * Requires the permission `record-erasure:approve`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `record_held`, `record_must_be_kept` or `erasure_approved`, in addition to the common
   * codes.
   * @see `POST /v1/record-erasures` (`approveErasure`)
   */
  approveErasure(body: Body<'approveErasure'>, options?: RequestOptions): Promise<RecordErasure>

  /**
   * How long the organization keeps records.
   *
   * Requires the permission `retention:read`.
   *
   * @see `GET /v1/retention-schedule` (`getRetentionSchedule`)
   */
  schedule(options?: RequestOptions): Promise<RetentionSchedule>

  /**
   * Changes how long the organization keeps records; never for fewer years than the law's floor. Needs a fresh
   * authentication.
   *
   * Requires the permission `retention:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `retention_too_short` or `version_conflict`, in addition to the common codes.
   * @see `PUT /v1/retention-schedule` (`changeRetentionSchedule`)
   */
  changeSchedule(body: Body<'changeRetentionSchedule'>, options?: RequestOptions): Promise<RetentionSchedule>

  /**
   * How many records are due, held and erased.
   *
   * Requires the permission `retention:read`.
   *
   * @see `GET /v1/retention-summary` (`getRetentionSummary`)
   */
  summary(options?: RequestOptions): Promise<RetentionSummary>
}

export const retention = (calls: Calls): RetentionApi => ({
  due: (query, options) => calls.list('get', 'due-records', options, undefined, query),
  erasures: (query, options) => calls.list('get', 'record-erasures', options, undefined, query),
  approveErasure: (body, options) => calls.call('repeat', 'record-erasures', options, body),
  schedule: (options) => calls.call('get', 'retention-schedule', options),
  changeSchedule: (body, options) => calls.call('put', 'retention-schedule', options, body),
  summary: (options) => calls.call('get', 'retention-summary', options),
})

export interface RightsApi {
  /**
   * The patient's requests with their answers, the newest first. Also for those who treat the patient: a
   * disagreement belongs to the note.
   *
   * Requires the permission `privacy-request:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/privacy-requests` (`listPrivacyRequests`)
   */
  list(patientId: string, query?: ListPrivacyRequestsQuery | undefined, options?: RequestOptions): Pages<PrivacyRequest>

  /**
   * A request of the patient, or of a person who acts for them.
   *
   * Requires the permission `privacy-request:make`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope`, `too_many_open_requests` or `note_not_signed`, in addition to the
   * common codes.
   * @see `POST /v1/patients/{patientId}/privacy-requests` (`createPrivacyRequest`)
   */
  ask(patientId: string, body: Body<'createPrivacyRequest'>, options?: RequestOptions): Promise<PrivacyRequest>

  /**
   * Requests that wait for an answer, or for a recipient to be notified, the oldest first.
   *
   * Requires the permission `privacy-request:decide`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/privacy-requests` (`listWaitingPrivacyRequests`)
   */
  waiting(query?: ListWaitingPrivacyRequestsQuery | undefined, options?: RequestOptions): Pages<PrivacyRequest>

  /**
   * Accepts or denies. A denial needs a ground that fits the kind. A correction of a note is accepted once the
   * note has an addendum that is
   * newer than the request: the note itself never changes. An erasure is accepted once the time of the record is
   * over and no legal hold is in
   * force; a privacy officer erases the record then (`retention.approveErasure`).
   *
   * Requires the permission `privacy-request:decide`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `version_conflict`, `request_answered`, `ground_missing`, `correction_missing`,
   * `record_held` or `record_must_be_kept`, in addition to the common codes.
   * @see `POST /v1/privacy-requests/{requestId}/decision` (`decidePrivacyRequest`)
   */
  decide(requestId: string, body: Body<'decidePrivacyRequest'>, options?: RequestOptions): Promise<PrivacyRequest>

  /**
   * What the patient says to a denied correction (45 CFR 164.526(d)(2)). It can be said once.
   *
   * Requires the permission `privacy-request:make`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `version_conflict` or `disagreement_refused`, in addition to the
   * common codes.
   * @see `POST /v1/privacy-requests/{requestId}/disagreement` (`disagreeWithDenial`)
   */
  disagree(requestId: string, body: Body<'disagreeWithDenial'>, options?: RequestOptions): Promise<PrivacyRequest>

  /**
   * Takes 30 more days, once, before the time is over.
   *
   * Requires the permission `privacy-request:decide`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `version_conflict`, `request_answered` or `extension_refused`, in addition to the common
   * codes.
   * @see `POST /v1/privacy-requests/{requestId}/extension` (`extendPrivacyRequest`)
   */
  extend(requestId: string, body: Body<'extendPrivacyRequest'>, options?: RequestOptions): Promise<PrivacyRequest>

  /**
   * The patient says who of the recipients may know of the correction, and names others (45 CFR 164.526(c)(2)).
   * Who is not in `notify` is not
   * notified. It can be said again; who was notified by then stays so.
   *
   * Requires the permission `privacy-request:make`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `outside_proxy_scope`, `version_conflict` or `nothing_to_notify`, in addition to the
   * common codes.
   * @see `POST /v1/privacy-requests/{requestId}/recipients` (`chooseCorrectionRecipients`)
   */
  chooseRecipients(requestId: string, body: Body<'chooseCorrectionRecipients'>, options?: RequestOptions): Promise<PrivacyRequest>

  /**
   * A letter to a recipient that the patient agreed to: what was asked, what was added to the note since then, the
   * answer, and what the patient
   * says to a denial. In English or Spanish.
   *
   * Requires the permission `privacy-request:decide`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `nothing_to_notify`, in addition to the common codes.
   * @see `GET /v1/privacy-requests/{requestId}/recipients/{recipientId}/letter` (`getCorrectionLetterPdf`)
   */
  letter(requestId: string, recipientId: string, query?: GetCorrectionLetterPdfQuery | undefined, options?: RequestOptions): Promise<Blob>

  /**
   * That a recipient was notified of a correction, or why it was not possible. Only of one that the patient agreed
   * to.
   *
   * Requires the permission `privacy-request:decide`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `version_conflict`, `nothing_to_notify`, `day_refused` or `reason_missing`, in addition
   * to the common codes.
   * @see `POST /v1/privacy-requests/{requestId}/recipients/{recipientId}/notification`
   * (`recordCorrectionNotification`)
   */
  recordNotification(requestId: string, recipientId: string, body: Body<'recordCorrectionNotification'>, options?: RequestOptions): Promise<PrivacyRequest>

  /**
   * A copy of the whole record, as a zip file: `record.html` to read and print, `record.pdf`, `record.fhir.json`
   * (a FHIR R4 Bundle),
   * `record.json` (every answer of this API as it is), and in `files/` the patient's documents and the recordings
   * of calls, the newest first,
   * as long as all files together have at most 100 MB. It contains what the caller may read: no drafts, no results
   * that were not released, no
   * psychotherapy notes. What is left out is listed in it. The server makes it for this request and keeps nothing
   * of it. Needs a fresh
   * authentication.
   *
   * Requires the permission `record-copy:make`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/record-copy` (`getRecordCopy`)
   */
  copy(query: GetRecordCopyQuery, options?: RequestOptions): Promise<Blob>
}

export const rights = (calls: Calls): RightsApi => ({
  list: (patientId, query, options) => calls.list('get', path`patients/${patientId}/privacy-requests`, options, undefined, query),
  ask: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/privacy-requests`, options, body),
  waiting: (query, options) => calls.list('get', 'privacy-requests', options, undefined, query),
  decide: (requestId, body, options) => calls.call('post', path`privacy-requests/${requestId}/decision`, options, body),
  disagree: (requestId, body, options) => calls.call('post', path`privacy-requests/${requestId}/disagreement`, options, body),
  extend: (requestId, body, options) => calls.call('post', path`privacy-requests/${requestId}/extension`, options, body),
  chooseRecipients: (requestId, body, options) => calls.call('post', path`privacy-requests/${requestId}/recipients`, options, body),
  letter: (requestId, recipientId, query, options) => calls.call('get', path`privacy-requests/${requestId}/recipients/${recipientId}/letter`, options, undefined, query),
  recordNotification: (requestId, recipientId, body, options) => calls.call('post', path`privacy-requests/${requestId}/recipients/${recipientId}/notification`, options, body),
  copy: (query, options) => calls.call('get', 'record-copy', options, undefined, query),
})

export interface RisksApi {
  /**
   * The risk register, the greatest risk first.
   *
   * Requires the permission `obligation:read`.
   *
   * @see `GET /v1/risks` (`listRisks`)
   */
  list(query?: ListRisksQuery | undefined, options?: RequestOptions): Promise<OperationResponse<'listRisks'>>

  /**
   * Adds a risk to the register.
   *
   * Requires the permission `obligation:manage`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `too_many_entries`, in addition to the common codes.
   * @see `POST /v1/risks` (`createRisk`)
   */
  create(body: CreateRisk, options?: RequestOptions): Promise<Risk>

  /**
   * Assesses a risk again, or removes it from the register. Its next review counts from today.
   *
   * Requires the permission `obligation:manage`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `PATCH /v1/risks/{riskId}` (`updateRisk`)
   */
  update(riskId: string, body: UpdateRisk, options?: RequestOptions): Promise<Risk>
}

export const risks = (calls: Calls): RisksApi => ({
  list: (query, options) => calls.call('get', 'risks', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'risks', options, body),
  update: (riskId, body, options) => calls.call('patch', path`risks/${riskId}`, options, body),
})

export interface SeriesApi {
  /**
   * Books all of these visits, or none. Those that no longer work are named, each by its place in `starts`.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `call_to_book`, `occurrences_unavailable`, `slot_unavailable`, `too_many_appointments`,
   * `minor_consent_not_allowed` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/appointment-series` (`bookSeries`)
   */
  book(body: BookSeries, options?: RequestOptions): Promise<AppointmentSeries>

  /**
   * What a series would be: every occurrence of the rule, judged by the same rules as a hold. Nothing is reserved.
   *
   * Requires the permission `appointment:book`.
   *
   * @throws {VisitError} `windows_overlap`, `call_to_book`, `unknown_zone`, `slot_unavailable` or
   * `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/appointment-series/preview` (`previewSeries`)
   */
  preview(body: PreviewSeries, options?: RequestOptions): Promise<SeriesPreview>

  /**
   * Cancels the visits of a series that are still to come. Those that are too soon to cancel are kept and named.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `not_changeable`, `too_late_to_change` or `outside_proxy_scope`, in addition to the
   * common codes.
   * @see `POST /v1/appointment-series/{seriesId}/cancel` (`cancelSeries`)
   */
  cancel(seriesId: string, body: CancelSeries, options?: RequestOptions): Promise<CancelledSeries>
}

export const series = (calls: Calls): SeriesApi => ({
  book: (body, options) => calls.call('repeat', 'appointment-series', options, body),
  preview: (body, options) => calls.call('ask', 'appointment-series/preview', options, body),
  cancel: (seriesId, body, options) => calls.call('repeat', path`appointment-series/${seriesId}/cancel`, options, body),
})

export interface SessionsApi {
  /**
   * The session of this request, with its limits. The call is no user activity.
   *
   * Requires the permission `session:own`.
   * Does not count as user activity.
   *
   * @see `GET /v1/session` (`getSession`)
   */
  current(options?: RequestOptions): Promise<Session>

  /**
   * Signs out: the session, its live stream and its seats end at once.
   *
   * Requires the permission `session:own`.
   *
   * @see `DELETE /v1/session` (`endSession`)
   */
  end(options?: RequestOptions): Promise<void>

  /**
   * Records activity of the person, which extends the idle timeout.
   *
   * Requires the permission `session:own`.
   *
   * @see `POST /v1/session/extend` (`extendSession`)
   */
  extend(options?: RequestOptions): Promise<Session>

  /**
   * The caller's active sessions.
   *
   * Requires the permission `session:own`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/sessions` (`listSessions`)
   */
  list(query?: ListSessionsQuery | undefined, options?: RequestOptions): Pages<Session>

  /**
   * Ends another session of the same person, e.g. on a lost phone.
   *
   * Requires the permission `session:own`.
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
   * Free slots, by visit type, practitioner, language, and the patient's state and age. At most 31 days per call.
   * A page has fewer than
   * `limit` start times when many practitioners are searched.
   *
   * Requires the permission `slot:search`.
   *
   * @throws {VisitError} `window_too_long`, `slot_unavailable` or `outside_proxy_scope`, in addition to the common
   * codes.
   * @see `GET /v1/slots` (`searchSlots`)
   */
  search(query: SearchSlotsQuery, options?: RequestOptions): Promise<SlotSearchResult>
}

export const slots = (calls: Calls): SlotsApi => ({
  search: (query, options) => calls.call('get', 'slots', options, undefined, query),
})

export interface SpecialtiesApi {
  /**
   * The specialties with visit types that can be booked.
   *
   * Requires the permission `visit-type:read`.
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
   * The bill as a document, in the patient's language: what each visit cost, who paid, what is left, how to pay,
   * whom to call. An account has
   * the id of its patient.
   *
   * Requires the permission `statement:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/accounts/{accountId}/statement/pdf` (`getStatementPdf`)
   */
  pdf(accountId: string, options?: RequestOptions): Promise<Blob>

  /**
   * A patient's balance, with details for each visit.
   *
   * Requires the permission `statement:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/statement` (`getStatement`)
   */
  get(patientId: string, query?: GetStatementQuery | undefined, options?: RequestOptions): Promise<Statement>

  /**
   * A receipt with codes that a patient may submit to a payer.
   *
   * Requires the permission `statement:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `note_not_signed` or `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/superbill` (`getSuperbill`)
   */
  superbill(visitId: string, options?: RequestOptions): Promise<Blob>
}

export const statements = (calls: Calls): StatementsApi => ({
  pdf: (accountId, options) => calls.call('get', path`accounts/${accountId}/statement/pdf`, options),
  get: (patientId, query, options) => calls.call('get', path`patients/${patientId}/statement`, options, undefined, query),
  superbill: (visitId, options) => calls.call('get', path`visits/${visitId}/superbill`, options),
})

export interface SummariesApi {
  /**
   * The published summaries of a patient, the newest first.
   *
   * Requires the permission `summary:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/summaries` (`listVisitSummaries`)
   */
  ofPatient(patientId: string, query?: ListVisitSummariesQuery | undefined, options?: RequestOptions): Pages<ListedSummary>

  /**
   * Proposes the next visit. The patient's booking starts from the proposal.
   *
   * Requires the permission `care-plan:write`.
   *
   * @throws {VisitError} `unknown_visit_type` or `not_assigned`, in addition to the common codes.
   * @see `PUT /v1/visits/{visitId}/next-visit` (`proposeNextVisit`)
   */
  proposeNext(visitId: string, body: Body<'proposeNextVisit'>, options?: RequestOptions): Promise<VisitSummary>

  /**
   * The summary of a visit. Patients can read it after it is published, which is when the note is signed.
   *
   * Requires the permission `summary:read`.
   *
   * @throws {VisitError} `not_published` or `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/summary` (`getVisitSummary`)
   */
  ofVisit(visitId: string, options?: RequestOptions): Promise<VisitSummary>

  /**
   * A published summary, to print or save.
   *
   * Requires the permission `summary:read`.
   * Returns the file as a `Blob`.
   *
   * @throws {VisitError} `not_published` or `outside_proxy_scope`, in addition to the common codes.
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

export interface SupplyChangesApi {
  /**
   * The booked appointments that a change of hours, time off, closures, a practitioner, a visit type or a resource
   * would strand. Stores nothing.
   *
   * Requires the permission `availability:manage`.
   *
   * @throws {VisitError} `version_conflict`, `windows_overlap`, `unknown_zone`, `too_much_time_off` or
   * `not_assigned`, in addition to the common codes.
   * @see `POST /v1/supply-changes/preview` (`previewSupplyChange`)
   */
  preview(body: SupplyChange, query?: PreviewSupplyChangeQuery | undefined, options?: RequestOptions): Promise<SupplyChangePreview>
}

export const supplyChanges = (calls: Calls): SupplyChangesApi => ({
  preview: (body, query, options) => calls.call('ask', 'supply-changes/preview', options, body, query),
})

export interface SurveysApi {
  /**
   * The survey of a visit.
   *
   * Requires the permission `survey:answer`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/survey` (`getSurvey`)
   */
  ofVisit(visitId: string, options?: RequestOptions): Promise<Survey>

  /**
   * Submits the survey of a visit, once.
   *
   * Requires the permission `survey:answer`.
   *
   * @throws {VisitError} `already_answered`, `survey_closed` or `outside_proxy_scope`, in addition to the common
   * codes.
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
   * Requires the permission `task:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `unknown_member`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/tasks` (`addTask`)
   */
  add(patientId: string, body: Body<'addTask'>, options?: RequestOptions): Promise<CareTask>

  /**
   * Open tasks of the caller and of the caller's roles, by due date.
   *
   * Requires the permission `task:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/tasks` (`listTasks`)
   */
  list(query?: ListTasksQuery | undefined, options?: RequestOptions): Pages<CareTask>

  /**
   * Assigns a task to the caller or to another member, or completes it.
   *
   * Requires the permission `task:write`.
   *
   * @throws {VisitError} `version_conflict`, `unknown_member` or `task_ended`, in addition to the common codes.
   * @see `PATCH /v1/tasks/{taskId}` (`changeTask`)
   */
  change(taskId: string, body: Body<'changeTask'>, options?: RequestOptions): Promise<CareTask>
}

export const tasks = (calls: Calls): TasksApi => ({
  add: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/tasks`, options, body),
  list: (query, options) => calls.list('get', 'tasks', options, undefined, query),
  change: (taskId, body, options) => calls.call('patch', path`tasks/${taskId}`, options, body),
})

export interface TextMacrosApi {
  /**
   * Creates or rewrites a text macro of the organization.
   *
   * Requires the permission `note-template:manage`.
   *
   * @throws {VisitError} `version_conflict` or `too_many_macros`, in addition to the common codes.
   * @see `PUT /v1/shared-text-macros/{name}` (`putSharedTextMacro`)
   */
  putShared(name: string, body: PutTextMacro, options?: RequestOptions): Promise<TextMacro>

  /**
   * Deletes a text macro of the organization.
   *
   * Requires the permission `note-template:manage`.
   *
   * @see `DELETE /v1/shared-text-macros/{name}` (`removeSharedTextMacro`)
   */
  removeShared(name: string, options?: RequestOptions): Promise<void>

  /**
   * The caller's own text macros and the organization's, by name. At most 200 of each.
   *
   * Requires the permission `note-template:read`.
   *
   * @see `GET /v1/text-macros` (`listTextMacros`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listTextMacros'>>

  /**
   * Creates or rewrites one of the caller's own text macros.
   *
   * Requires the permission `text-macro:own`.
   *
   * @throws {VisitError} `version_conflict` or `too_many_macros`, in addition to the common codes.
   * @see `PUT /v1/text-macros/{name}` (`putTextMacro`)
   */
  put(name: string, body: PutTextMacro, options?: RequestOptions): Promise<TextMacro>

  /**
   * Deletes one of the caller's own text macros.
   *
   * Requires the permission `text-macro:own`.
   *
   * @see `DELETE /v1/text-macros/{name}` (`removeTextMacro`)
   */
  remove(name: string, options?: RequestOptions): Promise<void>
}

export const textMacros = (calls: Calls): TextMacrosApi => ({
  putShared: (name, body, options) => calls.call('put', path`shared-text-macros/${name}`, options, body),
  removeShared: (name, options) => calls.call('delete', path`shared-text-macros/${name}`, options),
  list: (options) => calls.call('get', 'text-macros', options),
  put: (name, body, options) => calls.call('put', path`text-macros/${name}`, options, body),
  remove: (name, options) => calls.call('delete', path`text-macros/${name}`, options),
})

export interface ThreadsApi {
  /**
   * Creates a thread. Its topic decides the assignee.
   *
   * Requires the permission `thread:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `outside_proxy_scope` or `unknown_attachment`, in addition to the common codes.
   * @see `POST /v1/patients/{patientId}/threads` (`beginThread`)
   */
  begin(patientId: string, body: Body<'beginThread'>, options?: RequestOptions): Promise<Thread>

  /**
   * The number of threads with unread messages.
   *
   * Requires the permission `thread:read`.
   * Does not count as user activity.
   *
   * @see `GET /v1/thread-counts` (`countThreads`)
   */
  counts(options?: RequestOptions): Promise<OperationResponse<'countThreads'>>

  /**
   * The caller's threads, the latest first: a patient's own, or those assigned to a member or their roles.
   *
   * Requires the permission `thread:read`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/threads` (`listThreads`)
   */
  list(query?: ListThreadsQuery | undefined, options?: RequestOptions): Pages<ThreadSummary>

  /**
   * One thread with its latest messages.
   *
   * Requires the permission `thread:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/threads/{threadId}` (`getThread`)
   */
  get(threadId: string, query?: GetThreadQuery | undefined, options?: RequestOptions): Promise<Thread>

  /**
   * Assigns a thread to the caller or to another member, or closes it. For members.
   *
   * Requires the permission `thread:manage`.
   *
   * @throws {VisitError} `version_conflict`, `unknown_member` or `role_not_assignable`, in addition to the common
   * codes.
   * @see `PATCH /v1/threads/{threadId}` (`changeThread`)
   */
  change(threadId: string, body: Body<'changeThread'>, options?: RequestOptions): Promise<ThreadSummary>

  /**
   * Posts a message. Reopens a closed thread.
   *
   * Requires the permission `thread:write`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `unknown_attachment` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/threads/{threadId}/messages` (`postMessage`)
   */
  post(threadId: string, body: Body<'postMessage'>, options?: RequestOptions): Promise<Thread>

  /**
   * Marks messages as read up to this one.
   *
   * Requires the permission `thread:read`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/threads/{threadId}/read` (`markThreadRead`)
   */
  markRead(threadId: string, body: Body<'markThreadRead'>, options?: RequestOptions): Promise<OperationResponse<'markThreadRead'>>

  /**
   * Posts a message to the other people of a visit. The first one creates the thread of the visit. A message that
   * arrives after the visit
   * has ended is kept like any other, and waits for an answer.
   *
   * Requires the permission `visit:join`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `unknown_attachment` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/messages` (`postVisitMessage`)
   */
  postInVisit(visitId: string, body: Body<'postVisitMessage'>, options?: RequestOptions): Promise<Thread>

  /**
   * The messages of a visit's room, the newest first. For those who may read the visit, also after it has ended.
   *
   * Requires the permission `visit:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/thread` (`getVisitThread`)
   */
  ofVisit(visitId: string, query?: GetVisitThreadQuery | undefined, options?: RequestOptions): Promise<VisitThread>

  /**
   * Marks the messages of a visit's room as read up to this one. While the visit lasts, a message that was read
   * needs no answer.
   *
   * Requires the permission `visit:read`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/thread/read` (`markVisitThreadRead`)
   */
  markReadInVisit(visitId: string, body: Body<'markVisitThreadRead'>, options?: RequestOptions): Promise<OperationResponse<'markVisitThreadRead'>>
}

export const threads = (calls: Calls): ThreadsApi => ({
  begin: (patientId, body, options) => calls.call('repeat', path`patients/${patientId}/threads`, options, body),
  counts: (options) => calls.call('get', 'thread-counts', options),
  list: (query, options) => calls.list('get', 'threads', options, undefined, query),
  get: (threadId, query, options) => calls.call('get', path`threads/${threadId}`, options, undefined, query),
  change: (threadId, body, options) => calls.call('patch', path`threads/${threadId}`, options, body),
  post: (threadId, body, options) => calls.call('repeat', path`threads/${threadId}/messages`, options, body),
  markRead: (threadId, body, options) => calls.call('post', path`threads/${threadId}/read`, options, body),
  postInVisit: (visitId, body, options) => calls.call('repeat', path`visits/${visitId}/messages`, options, body),
  ofVisit: (visitId, query, options) => calls.call('get', path`visits/${visitId}/thread`, options, undefined, query),
  markReadInVisit: (visitId, body, options) => calls.call('post', path`visits/${visitId}/thread/read`, options, body),
})

export interface TimeOffApi {
  /**
   * Adds time off of a practitioner, for a range of days or a part of a day. `appointments_affected` names the
   * number of booked appointments
   * in it: preview them, then send the number.
   *
   * Requires the permission `availability:manage`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `windows_overlap`, `too_much_time_off`, `appointments_affected`, `too_many_to_cancel` or
   * `not_assigned`, in addition to the common codes.
   * @see `POST /v1/practitioners/{practitionerId}/time-off` (`addTimeOff`)
   */
  add(practitionerId: string, body: AddTimeOff, options?: RequestOptions): Promise<AddedTimeOff>

  /**
   * Removes time off. Its starts are offered again, and appointments within it are supported again.
   *
   * Requires the permission `availability:manage`.
   *
   * @throws {VisitError} `not_assigned`, in addition to the common codes.
   * @see `DELETE /v1/practitioners/{practitionerId}/time-off/{timeOffId}` (`removeTimeOff`)
   */
  remove(practitionerId: string, timeOffId: string, options?: RequestOptions): Promise<Availability>
}

export const timeOff = (calls: Calls): TimeOffApi => ({
  add: (practitionerId, body, options) => calls.call('repeat', path`practitioners/${practitionerId}/time-off`, options, body),
  remove: (practitionerId, timeOffId, options) => calls.call('delete', path`practitioners/${practitionerId}/time-off/${timeOffId}`, options),
})

export interface TrainingApi {
  /**
   * Who must take which course, and until when. What is missing or expires first comes first.
   *
   * Requires the permission `obligation:read`.
   *
   * @see `GET /v1/training` (`listTraining`)
   */
  list(query?: ListTrainingQuery | undefined, options?: RequestOptions): Promise<TrainingPage>

  /**
   * Courses that staff must take.
   *
   * Requires the permission `obligation:read`.
   *
   * @see `GET /v1/training-courses` (`listTrainingCourses`)
   */
  courses(options?: RequestOptions): Promise<OperationResponse<'listTrainingCourses'>>

  /**
   * Adds a course, for everybody with one of these roles.
   *
   * Requires the permission `obligation:manage`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `too_many_entries`, in addition to the common codes.
   * @see `POST /v1/training-courses` (`createTrainingCourse`)
   */
  createCourse(body: CreateTrainingCourse, options?: RequestOptions): Promise<TrainingCourse>

  /**
   * Changes a course, or ends it.
   *
   * Requires the permission `obligation:manage`.
   *
   * @throws {VisitError} `version_conflict`, in addition to the common codes.
   * @see `PATCH /v1/training-courses/{courseId}` (`updateTrainingCourse`)
   */
  updateCourse(courseId: string, body: UpdateTrainingCourse, options?: RequestOptions): Promise<TrainingCourse>

  /**
   * Records that a member completed a course.
   *
   * Requires the permission `obligation:manage`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @see `POST /v1/training-courses/{courseId}/completions` (`recordTraining`)
   */
  record(courseId: string, body: RecordTraining, options?: RequestOptions): Promise<MemberTraining>
}

export const training = (calls: Calls): TrainingApi => ({
  list: (query, options) => calls.call('get', 'training', options, undefined, query),
  courses: (options) => calls.call('get', 'training-courses', options),
  createCourse: (body, options) => calls.call('repeat', 'training-courses', options, body),
  updateCourse: (courseId, body, options) => calls.call('patch', path`training-courses/${courseId}`, options, body),
  record: (courseId, body, options) => calls.call('repeat', path`training-courses/${courseId}/completions`, options, body),
})

export interface VisitTypesApi {
  /**
   * The visit types.
   *
   * Requires the permission `visit-type:read`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/visit-types` (`listVisitTypes`)
   */
  list(query?: ListVisitTypesQuery | undefined, options?: RequestOptions): Pages<VisitType>

  /**
   * Adds a visit type. For administrators.
   *
   * Requires the permission `visit-type:manage`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `code_taken`, in addition to the common codes.
   * @see `POST /v1/visit-types` (`createVisitType`)
   */
  create(body: CreateVisitType, options?: RequestOptions): Promise<VisitType>

  /**
   * Changes, retires or reinstates a visit type. For administrators.
   *
   * Requires the permission `visit-type:manage`.
   *
   * @throws {VisitError} `version_conflict` or `appointments_affected`, in addition to the common codes.
   * @see `PATCH /v1/visit-types/{visitTypeId}` (`updateVisitType`)
   */
  update(visitTypeId: string, body: UpdateVisitType, options?: RequestOptions): Promise<VisitType>
}

export const visitTypes = (calls: Calls): VisitTypesApi => ({
  list: (query, options) => calls.list('get', 'visit-types', options, undefined, query),
  create: (body, options) => calls.call('repeat', 'visit-types', options, body),
  update: (visitTypeId, body, options) => calls.call('patch', path`visit-types/${visitTypeId}`, options, body),
})

export interface VisitsApi {
  /**
   * Checks in: records the patient's location and callback number, and joins the queue. Refused where the
   * practitioner has no license.
   *
   * Requires the permission `visit:check-in`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `consent_missing`, `intake_missing`, `emergency_contact_missing`, `not_licensed`,
   * `too_early`, `too_late`, `check_in_not_allowed`, `visit_ended` or `outside_proxy_scope`, in addition to the
   * common codes.
   * @see `POST /v1/appointments/{appointmentId}/check-in` (`checkIn`)
   */
  checkIn(appointmentId: string, body: CheckIn, options?: RequestOptions): Promise<Visit>

  /**
   * Admits a patient without the consent to telehealth treatment, in an emergency. Every other condition of a
   * visit stays. A refusal of the
   * patient stays in force, unless they cannot decide now. What the patient decides afterwards applies at once.
   *
   * Requires the permission `visit:admit-in-emergency`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `consent_refused`, `consent_missing`, `consent_given`, `check_in_required`,
   * `not_licensed`, `not_waiting`, `too_early`, `too_late`, `check_in_not_allowed` or `not_assigned`, in addition
   * to the common codes.
   * @see `POST /v1/appointments/{appointmentId}/emergency-admission` (`admitInEmergency`)
   */
  admitInEmergency(appointmentId: string, body: AdmitInEmergency, options?: RequestOptions): Promise<Visit>

  /**
   * The visit of an appointment, after check-in.
   *
   * Requires the permission `visit:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/appointments/{appointmentId}/visit` (`getVisitOfAppointment`)
   */
  ofAppointment(appointmentId: string, options?: RequestOptions): Promise<Visit>

  /**
   * One visit.
   *
   * Requires the permission `visit:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}` (`getVisit`)
   */
  get(visitId: string, options?: RequestOptions): Promise<Visit>

  /**
   * Admits the patient to the room. Consent and license are checked again.
   *
   * Requires the permission `visit:admit`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `consent_missing`, `not_licensed`, `not_waiting` or `not_assigned`, in addition to the
   * common codes.
   * @see `POST /v1/visits/{visitId}/admit` (`admitPatient`)
   */
  admit(visitId: string, options?: RequestOptions): Promise<Visit>

  /**
   * Saves the result of the camera, sound and connection check.
   *
   * Requires the permission `visit:check-in`.
   *
   * @throws {VisitError} `visit_ended` or `outside_proxy_scope`, in addition to the common codes.
   * @see `PUT /v1/visits/{visitId}/device-check` (`recordDeviceCheck`)
   */
  recordDeviceCheck(visitId: string, body: DeviceCheck, options?: RequestOptions): Promise<Visit>

  /**
   * Ends the visit for everyone. For the practitioner.
   *
   * Requires the permission `visit:end`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `visit_ended` or `not_assigned`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/end` (`endVisit`)
   */
  end(visitId: string, body: EndVisit, options?: RequestOptions): Promise<Visit>

  /**
   * Corrects the patient's location, before or during the visit. The license is checked again.
   *
   * Requires the permission `visit:check-in`.
   *
   * @throws {VisitError} `not_licensed`, `consent_missing`, `visit_ended` or `outside_proxy_scope`, in addition to
   * the common codes.
   * @see `PUT /v1/visits/{visitId}/location` (`changeVisitLocation`)
   */
  changeLocation(visitId: string, body: CheckIn, options?: RequestOptions): Promise<Visit>

  /**
   * The servers with which the browser of the patient or a proxy measures its connection, before there is a seat.
   *
   * Requires the permission `visit:check-in`.
   *
   * @throws {VisitError} `visit_ended` or `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/network-test` (`getNetworkTest`)
   */
  networkTest(visitId: string, options?: RequestOptions): Promise<NetworkTest>

  /**
   * The patient's position in the queue and the usual wait. Each call records that the waiting room is open, and
   * extends the session, so that
   * a waiting patient is not signed out.
   *
   * Requires the permission `visit:wait`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/visits/{visitId}/queue-position` (`getQueuePosition`)
   */
  queuePosition(visitId: string, options?: RequestOptions): Promise<QueuePosition>

  /**
   * Takes a seat in the room: the right to join, with the video vendor's data. Patients get one after admission. A
   * person has one seat: it
   * replaces the one that they hold, on any device.
   *
   * Requires the permission `visit:join`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `not_admitted`, `visit_ended`, `consent_missing`, `not_licensed`, `vendor_not_permitted`,
   * `capability_not_covered`, `vendor_unavailable`, `room_full`, `seat_invalid`, `outside_proxy_scope` or
   * `not_assigned`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/seats` (`takeSeat`)
   */
  takeSeat(visitId: string, options?: RequestOptions): Promise<Seat>

  /**
   * Leaves the room. The visit continues; the seat can be taken again.
   *
   * Requires the permission `visit:join`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/visits/{visitId}/seats/{seatId}/leave` (`leaveSeat`)
   */
  leaveSeat(visitId: string, seatId: string, options?: RequestOptions): Promise<Visit>

  /**
   * Records what has gone wrong so far in the call of one seat, as the browser that holds it knows it. Replaces
   * what was recorded for the seat
   * before, so that a repeated request changes nothing. Accepted after the visit as well: a browser may report
   * late. A seat that is held is the
   * session's that reports from then on: a person who signed in again during a call reports at once, also with no
   * troubles.
   *
   * Requires the permission `visit:join`.
   * Does not count as user activity.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `PUT /v1/visits/{visitId}/seats/{seatId}/troubles` (`recordCallTroubles`)
   */
  recordTroubles(visitId: string, seatId: string, body: Body<'recordCallTroubles'>, options?: RequestOptions): Promise<Visit>
}

export const visits = (calls: Calls): VisitsApi => ({
  checkIn: (appointmentId, body, options) => calls.call('repeat', path`appointments/${appointmentId}/check-in`, options, body),
  admitInEmergency: (appointmentId, body, options) => calls.call('repeat', path`appointments/${appointmentId}/emergency-admission`, options, body),
  ofAppointment: (appointmentId, options) => calls.call('get', path`appointments/${appointmentId}/visit`, options),
  get: (visitId, options) => calls.call('get', path`visits/${visitId}`, options),
  admit: (visitId, options) => calls.call('repeat', path`visits/${visitId}/admit`, options),
  recordDeviceCheck: (visitId, body, options) => calls.call('put', path`visits/${visitId}/device-check`, options, body),
  end: (visitId, body, options) => calls.call('repeat', path`visits/${visitId}/end`, options, body),
  changeLocation: (visitId, body, options) => calls.call('put', path`visits/${visitId}/location`, options, body),
  networkTest: (visitId, options) => calls.call('get', path`visits/${visitId}/network-test`, options),
  queuePosition: (visitId, options) => calls.call('get', path`visits/${visitId}/queue-position`, options),
  takeSeat: (visitId, options) => calls.call('post', path`visits/${visitId}/seats`, options),
  leaveSeat: (visitId, seatId, options) => calls.call('post', path`visits/${visitId}/seats/${seatId}/leave`, options),
  recordTroubles: (visitId, seatId, body, options) => calls.call('put', path`visits/${visitId}/seats/${seatId}/troubles`, options, body),
})

export interface VitalsApi {
  /**
   * Corrects a measurement of a signed note. The note stays as it was signed, and the old value stays readable;
   * the chart shows the right one.
   * For the practitioner of the note, their care team and who covers them.
   *
   * Requires the permission `note:sign`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   *
   * @throws {VisitError} `version_conflict`, `note_not_signed` or `not_assigned`, in addition to the common codes.
   * @see `PATCH /v1/notes/{noteId}/vitals/{vitalId}` (`correctVital`)
   */
  correct(noteId: string, vitalId: string, body: CorrectVital, options?: RequestOptions): Promise<CorrectedVital>

  /**
   * The vitals of 20 signed notes of a patient, the newest first. Notes without vitals are left out.
   *
   * Requires the permission `note:read`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/patients/{patientId}/vitals` (`listPatientVitals`)
   */
  ofPatient(patientId: string, query?: ListPatientVitalsQuery | undefined, options?: RequestOptions): Promise<OperationResponse<'listPatientVitals'>>
}

export const vitals = (calls: Calls): VitalsApi => ({
  correct: (noteId, vitalId, body, options) => calls.call('patch', path`notes/${noteId}/vitals/${vitalId}`, options, body),
  ofPatient: (patientId, query, options) => calls.call('get', path`patients/${patientId}/vitals`, options, undefined, query),
})

export interface WaitlistApi {
  /**
   * Who waits, in the order of the line. Patients and proxies see their own entries.
   *
   * Requires the permission `appointment:book`.
   * Requests each page when the iteration reaches it.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `GET /v1/waitlist` (`listWaitlist`)
   */
  list(query?: ListWaitlistQuery | undefined, options?: RequestOptions): Pages<WaitlistEntry>

  /**
   * Waits for a time that becomes free. The first in line whom it suits is offered it: the time is reserved for
   * them for some minutes. A
   * patient waits once for a visit type and a practitioner.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `call_to_book`, `already_waiting`, `too_many_waitlist_entries`, `too_many_appointments`,
   * `slot_unavailable`, `language_not_spoken`, `not_licensed`, `age_out_of_range`, `not_changeable`,
   * `too_late_to_change`, `minor_consent_not_allowed` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/waitlist` (`joinWaitlist`)
   */
  join(body: JoinWaitlist, options?: RequestOptions): Promise<WaitlistEntry>

  /**
   * Leaves the line. An offered time is free at once.
   *
   * Requires the permission `appointment:book`.
   *
   * @throws {VisitError} `outside_proxy_scope`, in addition to the common codes.
   * @see `DELETE /v1/waitlist/{entryId}` (`leaveWaitlist`)
   */
  leave(entryId: string, options?: RequestOptions): Promise<void>

  /**
   * Takes the offered time: books it, or moves the appointment to it.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `offer_ended`, `hold_expired`, `already_booked`, `outside_hours`, `patient_busy`,
   * `slot_unavailable`, `language_not_spoken`, `not_licensed`, `age_out_of_range`, `too_many_appointments`,
   * `not_changeable`, `too_late_to_change` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/waitlist/{entryId}/accept` (`acceptWaitlistOffer`)
   */
  accept(entryId: string, options?: RequestOptions): Promise<Appointment>

  /**
   * Declines the offered time. The patient keeps the place in line, and is not offered this time again.
   *
   * Requires the permission `appointment:book`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `offer_ended` or `outside_proxy_scope`, in addition to the common codes.
   * @see `POST /v1/waitlist/{entryId}/decline` (`declineWaitlistOffer`)
   */
  decline(entryId: string, options?: RequestOptions): Promise<WaitlistEntry>
}

export const waitlist = (calls: Calls): WaitlistApi => ({
  list: (query, options) => calls.list('get', 'waitlist', options, undefined, query),
  join: (body, options) => calls.call('repeat', 'waitlist', options, body),
  leave: (entryId, options) => calls.call('delete', path`waitlist/${entryId}`, options),
  accept: (entryId, options) => calls.call('repeat', path`waitlist/${entryId}/accept`, options),
  decline: (entryId, options) => calls.call('repeat', path`waitlist/${entryId}/decline`, options),
})

export interface WebhookEndpointsApi {
  /**
   * The webhook endpoints of this organization.
   *
   * Requires the permission `webhook:manage`.
   *
   * @see `GET /v1/webhook-endpoints` (`listWebhookEndpoints`)
   */
  list(options?: RequestOptions): Promise<OperationResponse<'listWebhookEndpoints'>>

  /**
   * Adds an endpoint. The secret is returned once. Needs a fresh authentication.
   *
   * Requires the permission `webhook:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `address_not_allowed`, `unknown_event`, `event_not_permitted` or `too_many_endpoints`, in
   * addition to the common codes.
   * @see `POST /v1/webhook-endpoints` (`addWebhookEndpoint`)
   */
  add(body: Body<'addWebhookEndpoint'>, options?: RequestOptions): Promise<OperationResponse<'addWebhookEndpoint'>>

  /**
   * Changes, disables or enables an endpoint. Needs a fresh authentication.
   *
   * Requires the permission `webhook:manage`.
   * Requires authentication within the last five minutes, or fails with `step_up_required`.
   *
   * @throws {VisitError} `address_not_allowed`, `unknown_event`, `event_not_permitted`, `version_conflict` or
   * `too_many_endpoints`, in addition to the common codes.
   * @see `PATCH /v1/webhook-endpoints/{endpointId}` (`changeWebhookEndpoint`)
   */
  change(endpointId: string, body: Body<'changeWebhookEndpoint'>, options?: RequestOptions): Promise<WebhookEndpoint>

  /**
   * Deliveries to an endpoint, the newest first.
   *
   * Requires the permission `webhook:manage`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/webhook-endpoints/{endpointId}/deliveries` (`listWebhookDeliveries`)
   */
  deliveries(endpointId: string, query?: ListWebhookDeliveriesQuery | undefined, options?: RequestOptions): Pages<WebhookDelivery>

  /**
   * Sends a delivery again under the same id.
   *
   * Requires the permission `webhook:manage`.
   *
   * @see `POST /v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/replay` (`replayWebhookDelivery`)
   */
  replay(endpointId: string, deliveryId: string, options?: RequestOptions): Promise<WebhookDelivery>

  /**
   * Sends a test event.
   *
   * Requires the permission `webhook:manage`.
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

export interface WriteOffsApi {
  /**
   * Write-offs that wait for a second person, the oldest first.
   *
   * Requires the permission `write-off:approve`.
   * Requests each page when the iteration reaches it.
   *
   * @see `GET /v1/write-offs` (`listWriteOffs`)
   */
  list(query?: ListWriteOffsQuery | undefined, options?: RequestOptions): Pages<WriteOff>

  /**
   * Approves or refuses a write-off. Who asked for it cannot approve it.
   *
   * Requires the permission `write-off:approve`.
   * A person does it: a client that signed in for itself is refused with `person_required`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict`, `second_person_needed` or `write_off_not_possible`, in addition to
   * the common codes.
   * @see `POST /v1/write-offs/{writeOffId}/decision` (`decideWriteOff`)
   */
  decide(writeOffId: string, body: Body<'decideWriteOff'>, options?: RequestOptions): Promise<WriteOff>

  /**
   * Undoes an approved write-off: the amount is open again, and the claim has the state that it had before.
   *
   * Requires the permission `write-off:approve`.
   * Safe to retry: one idempotency key per call is kept through renewals and retries.
   *
   * @throws {VisitError} `version_conflict` or `write_off_not_possible`, in addition to the common codes.
   * @see `POST /v1/write-offs/{writeOffId}/undo` (`undoWriteOff`)
   */
  undo(writeOffId: string, body: Body<'undoWriteOff'>, options?: RequestOptions): Promise<WriteOff>
}

export const writeOffs = (calls: Calls): WriteOffsApi => ({
  list: (query, options) => calls.list('get', 'write-offs', options, undefined, query),
  decide: (writeOffId, body, options) => calls.call('repeat', path`write-offs/${writeOffId}/decision`, options, body),
  undo: (writeOffId, body, options) => calls.call('repeat', path`write-offs/${writeOffId}/undo`, options, body),
})

/** Every resource of the contract. */
export interface Resources {
  readonly accessCases: AccessCasesApi
  readonly accessQuestions: AccessQuestionsApi
  readonly accessReviews: AccessReviewsApi
  readonly accessSuppressions: AccessSuppressionsApi
  readonly accesses: AccessesApi
  readonly alerts: AlertsApi
  readonly allergies: AllergiesApi
  readonly appointments: AppointmentsApi
  readonly attachments: AttachmentsApi
  readonly availability: AvailabilityApi
  readonly carePlans: CarePlansApi
  readonly careTeams: CareTeamsApi
  readonly claims: ClaimsApi
  readonly closures: ClosuresApi
  readonly conditions: ConditionsApi
  readonly consents: ConsentsApi
  readonly coverages: CoveragesApi
  readonly covers: CoversApi
  readonly disclosures: DisclosuresApi
  readonly downtimeList: DowntimeListApi
  readonly drafts: DraftsApi
  readonly emergencyAccesses: EmergencyAccessesApi
  readonly emergencyAdmissions: EmergencyAdmissionsApi
  readonly estimates: EstimatesApi
  readonly exposures: ExposuresApi
  readonly favorites: FavoritesApi
  readonly fees: FeesApi
  readonly findings: FindingsApi
  readonly guestVisit: GuestVisitApi
  readonly guests: GuestsApi
  readonly holds: HoldsApi
  readonly inbox: InboxApi
  readonly incidents: IncidentsApi
  readonly intake: IntakeApi
  readonly invitations: InvitationsApi
  readonly labs: LabsApi
  readonly legalHolds: LegalHoldsApi
  readonly mailbox: MailboxApi
  readonly me: MeApi
  readonly medications: MedicationsApi
  readonly members: MembersApi
  readonly monitorFacts: MonitorFactsApi
  readonly notes: NotesApi
  readonly obligations: ObligationsApi
  readonly onDemand: OnDemandApi
  readonly orderSets: OrderSetsApi
  readonly organization: OrganizationApi
  readonly outcomes: OutcomesApi
  readonly partnerMessages: PartnerMessagesApi
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
  readonly recordRequests: RecordRequestsApi
  readonly recordings: RecordingsApi
  readonly referrals: ReferralsApi
  readonly refills: RefillsApi
  readonly remittances: RemittancesApi
  readonly reportedMedications: ReportedMedicationsApi
  readonly resources: ResourcesApi
  readonly retention: RetentionApi
  readonly rights: RightsApi
  readonly risks: RisksApi
  readonly series: SeriesApi
  readonly sessions: SessionsApi
  readonly slots: SlotsApi
  readonly specialties: SpecialtiesApi
  readonly statements: StatementsApi
  readonly summaries: SummariesApi
  readonly supplyChanges: SupplyChangesApi
  readonly surveys: SurveysApi
  readonly tasks: TasksApi
  readonly textMacros: TextMacrosApi
  readonly threads: ThreadsApi
  readonly timeOff: TimeOffApi
  readonly training: TrainingApi
  readonly visitTypes: VisitTypesApi
  readonly visits: VisitsApi
  readonly vitals: VitalsApi
  readonly waitlist: WaitlistApi
  readonly webhookEndpoints: WebhookEndpointsApi
  readonly writeOffs: WriteOffsApi
}

export const createResources = (calls: Calls): Resources => ({
  accessCases: accessCases(calls),
  accessQuestions: accessQuestions(calls),
  accessReviews: accessReviews(calls),
  accessSuppressions: accessSuppressions(calls),
  accesses: accesses(calls),
  alerts: alerts(calls),
  allergies: allergies(calls),
  appointments: appointments(calls),
  attachments: attachments(calls),
  availability: availability(calls),
  carePlans: carePlans(calls),
  careTeams: careTeams(calls),
  claims: claims(calls),
  closures: closures(calls),
  conditions: conditions(calls),
  consents: consents(calls),
  coverages: coverages(calls),
  covers: covers(calls),
  disclosures: disclosures(calls),
  downtimeList: downtimeList(calls),
  drafts: drafts(calls),
  emergencyAccesses: emergencyAccesses(calls),
  emergencyAdmissions: emergencyAdmissions(calls),
  estimates: estimates(calls),
  exposures: exposures(calls),
  favorites: favorites(calls),
  fees: fees(calls),
  findings: findings(calls),
  guestVisit: guestVisit(calls),
  guests: guests(calls),
  holds: holds(calls),
  inbox: inbox(calls),
  incidents: incidents(calls),
  intake: intake(calls),
  invitations: invitations(calls),
  labs: labs(calls),
  legalHolds: legalHolds(calls),
  mailbox: mailbox(calls),
  me: me(calls),
  medications: medications(calls),
  members: members(calls),
  monitorFacts: monitorFacts(calls),
  notes: notes(calls),
  obligations: obligations(calls),
  onDemand: onDemand(calls),
  orderSets: orderSets(calls),
  organization: organization(calls),
  outcomes: outcomes(calls),
  partnerMessages: partnerMessages(calls),
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
  recordRequests: recordRequests(calls),
  recordings: recordings(calls),
  referrals: referrals(calls),
  refills: refills(calls),
  remittances: remittances(calls),
  reportedMedications: reportedMedications(calls),
  resources: resources(calls),
  retention: retention(calls),
  rights: rights(calls),
  risks: risks(calls),
  series: series(calls),
  sessions: sessions(calls),
  slots: slots(calls),
  specialties: specialties(calls),
  statements: statements(calls),
  summaries: summaries(calls),
  supplyChanges: supplyChanges(calls),
  surveys: surveys(calls),
  tasks: tasks(calls),
  textMacros: textMacros(calls),
  threads: threads(calls),
  timeOff: timeOff(calls),
  training: training(calls),
  visitTypes: visitTypes(calls),
  visits: visits(calls),
  vitals: vitals(calls),
  waitlist: waitlist(calls),
  webhookEndpoints: webhookEndpoints(calls),
  writeOffs: writeOffs(calls),
})
