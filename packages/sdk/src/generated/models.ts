// Generated from packages/contract by `npm run generate`. Do not edit.
import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

export type AcceptInvitation = Schemas['AcceptInvitation']

/** One audited act on one patient's information. FHIR: AuditEvent. */
export type Access = Schemas['Access']

/** What one member did on one day. It names no patient. FHIR: DetectedIssue. */
export type AccessCase = Schemas['AccessCase']

/** What was found. */
export type AccessCaseDisposition = Schemas['AccessCaseDisposition']

/** One reason of a case: a code and numbers. Elements make the sentence. */
export type AccessCaseReason = Schemas['AccessCaseReason']

/** Why a case was opened. Each has its points in the policy of the monitor. */
export type AccessCaseReasonCode = Schemas['AccessCaseReasonCode']

/** A case with what its review needs. */
export type AccessCaseReport = Schemas['AccessCaseReport']

export type AccessCaseStatus = Schemas['AccessCaseStatus']

/** The decision of a review of one member's roles. */
export type AccessDecision = Schemas['AccessDecision']

/** What links a person to the patient whose record they opened, by the work of the organization. */
export type AccessExplanation = Schemas['AccessExplanation']

export type AccessOutcome = Schemas['AccessOutcome']

/** A patient asks about an access to their record. FHIR: Task. */
export type AccessQuestion = Schemas['AccessQuestion']

/** What the person who answered found. */
export type AccessQuestionOutcome = Schemas['AccessQuestionOutcome']

/** Why a patient asks about an access. */
export type AccessQuestionReason = Schemas['AccessQuestionReason']

export type AccessQuestionStatus = Schemas['AccessQuestionStatus']

/** The reason for an access. */
export type AccessReason = Schemas['AccessReason']

/** How often a reason was right: of the cases that have it and were closed. */
export type AccessReasonMeasure = Schemas['AccessReasonMeasure']

/** A field of a row of the ledger, by which the report is sorted. */
export type AccessReportField = Schemas['AccessReportField']

/** One row of the ledger, with each of its fields. */
export type AccessReportRow = Schemas['AccessReportRow']

/** When a colleague last looked at whether a member still needs their roles. 45 CFR 164.308(a)(4)(ii)(C). */
export type AccessReview = Schemas['AccessReview']

/** What a privacy officer found about an access in a case of the access monitor. */
export type AccessReviewOutcome = Schemas['AccessReviewOutcome']

/** For some time, one reason is not counted for one member. */
export type AccessSuppression = Schemas['AccessSuppression']

/**
 * Disclosures of an accounting that are alike in recipient, purpose and what was disclosed. The law asks for the
 * first, the number and the last.
 */
export type AccountedDisclosure = Schemas['AccountedDisclosure']

export type Acknowledgment = Schemas['Acknowledgment']

/** The role in which an access was made. */
export type ActorRole = Schemas['ActorRole']

export type AddCoverage = Schemas['AddCoverage']

export type AddTimeOff = Schemas['AddTimeOff']

/** Time off that was added. */
export type AddedTimeOff = Schemas['AddedTimeOff']

export type Address = Schemas['Address']

/** Contact data of the clinic outside the portal.A line of an address, as on an envelope. */
export type AddressLine = Schemas['AddressLine']

/** Claim adjustment group code (X12): who is responsible for the adjusted amount. */
export type AdjustmentGroup = Schemas['AdjustmentGroup']

export type AdmitInEmergency = Schemas['AdmitInEmergency']

/** A booked appointment that the change would strand. */
export type AffectedAppointment = Schemas['AffectedAppointment']

export type AgeRange = Schemas['AgeRange']

/** An alert with what a member of staff needs to act. FHIR: Flag. */
export type Alert = Schemas['Alert']

/** One answer that raised an alert, readable without the questionnaire. */
export type AlertAnswer = Schemas['AlertAnswer']

/** The progress of an alert. */
export type AlertState = Schemas['AlertState']

export type AlertStatus = Schemas['AlertStatus']

/** A substance to which the patient is allergic. FHIR: AllergyIntolerance. */
export type Allergy = Schemas['Allergy']

export type AllergySubstance = Schemas['AllergySubstance']

/** One value of an answer; exactly one property is set. FHIR: QuestionnaireResponse.item.answer.value[x]. */
export type AnswerValue = Schemas['AnswerValue']

/** A request to a payer to decide again about a claim. */
export type Appeal = Schemas['Appeal']

/** How the payer answered an appeal. The money arrives with a remittance. */
export type AppealAnswer = Schemas['AppealAnswer']

export type AppealState = Schemas['AppealState']

/** A booked visit. FHIR: Appointment. */
export type Appointment = Schemas['Appointment']

/** What happens to the booked appointments that time off overlaps. */
export type AppointmentHandling = Schemas['AppointmentHandling']

export type AppointmentSeries = Schemas['AppointmentSeries']

export type AppointmentSort = Schemas['AppointmentSort']

export type AppointmentStatus = Schemas['AppointmentStatus']

/** Whether a booked appointment can still take place as it was booked. */
export type AppointmentSupport = Schemas['AppointmentSupport']

export type AssessIncident = Schemas['AssessIncident']

/** A file of a message. Its type is detected from its content, never from its name. */
export type Attachment = Schemas['Attachment']

/** The act that an access performed. */
export type AuditAction = Schemas['AuditAction']

/** The type of data that an access touched. */
export type AuditedEntity = Schemas['AuditedEntity']

/** A practitioner's working hours and time off, in their own time zone. FHIR: Schedule. */
export type Availability = Schemas['Availability']

/** A date with other hours than the weekly schedule. */
export type AvailabilityException = Schemas['AvailabilityException']

export type AvailabilityWindow = Schemas['AvailabilityWindow']

/** Who said what is recorded. */
export type BackgroundSource = Schemas['BackgroundSource']

/** What a service is billed as when a payer does not accept its code. */
export type BillInstead = Schemas['BillInstead']

/** The sex on the birth certificate, as code of HL7 AdministrativeGender or null flavor. FHIR: us-core-birthsex. */
export type BirthSex = Schemas['BirthSex']

export type BookAppointment = Schemas['BookAppointment']

export type BookSeries = Schemas['BookSeries']

/**
 * How many visits of a practitioner may begin, in the zone of their availability. Appointments and live holds
 * count. Absent: any number.
 */
export type BookingLimits = Schemas['BookingLimits']

/** How patients and proxies book. Staff can always book. */
export type BookingMode = Schemas['BookingMode']

/** The brand of the health system. Elements take every color from it and show no brand of Visitkit. */
export type Brand = Schemas['Brand']

/** Hours of a day in the patient's time zone. */
export type CallHours = Schemas['CallHours']

/** By which number staff call a patient. */
export type CallRule = Schemas['CallRule']

/** What goes wrong in a call, as the browser of one participant knows it. */
export type CallTrouble = Schemas['CallTrouble']

export type CallTroubleCount = Schemas['CallTroubleCount']

export type CancelAppointment = Schemas['CancelAppointment']

export type CancelSeries = Schemas['CancelSeries']

export type CancellationReason = Schemas['CancellationReason']

/** An appointment that was cancelled together with others. */
export type CancelledAppointment = Schemas['CancelledAppointment']

export type CancelledSeries = Schemas['CancelledSeries']

/** A side of an insurance card. */
export type CardSide = Schemas['CardSide']

/** Goals of the patient and the care team, and how to reach them. FHIR: CarePlan with Goal. */
export type CarePlan = Schemas['CarePlan']

/** A task for a member of staff. FHIR: Task. */
export type CareTask = Schemas['CareTask']

/**
 * People who treat patients together. Each may act in the others' work and read their patients' charts. FHIR:
 * CareTeam.
 */
export type CareTeam = Schemas['CareTeam']

/** Integer cents, e.g. 12550 for $125.50. */
export type Cents = Schemas['Cents']

export type ChangeClaim = Schemas['ChangeClaim']

/** A diagnosis of a signed note. FHIR: Condition. */
export type ChartCondition = Schemas['ChartCondition']

/**
 * The charts that clinicians can read: those of patients treated by them, their care teams or a colleague whom
 * they cover, or all charts.
 */
export type ChartReach = Schemas['ChartReach']

export type CheckIn = Schemas['CheckIn']

/** FHIR: Claim with ClaimResponse. */
export type Claim = Schemas['Claim']

/** The difference between the charge and the payment: CAS of the 835. */
export type ClaimAdjustment = Schemas['ClaimAdjustment']

/** Days since the visit. */
export type ClaimAge = Schemas['ClaimAge']

export type ClaimEvent = Schemas['ClaimEvent']

/** A part of a claim that a finding is about. */
export type ClaimField = Schemas['ClaimField']

/** A fault of a claim, and what to do. */
export type ClaimFinding = Schemas['ClaimFinding']

/** A possible fault of a claim. */
export type ClaimFindingCode = Schemas['ClaimFindingCode']

/** The values of the sentences of a finding. Which of them are present follows from the code of the finding. */
export type ClaimFindingValues = Schemas['ClaimFindingValues']

export type ClaimLine = Schemas['ClaimLine']

export type ClaimMessage = Schemas['ClaimMessage']

/** X12 transaction set of a message. */
export type ClaimMessageKind = Schemas['ClaimMessageKind']

/** A note of billing staff about a claim. Not sent, and never changed. */
export type ClaimNote = Schemas['ClaimNote']

export type ClaimState = Schemas['ClaimState']

/** One status of a claim at its payer. */
export type ClaimStatusAtPayer = Schemas['ClaimStatusAtPayer']

/** What a payer's status category code means (X12 code list 507). */
export type ClaimStatusMeaning = Schemas['ClaimStatusMeaning']

export type ClaimSummary = Schemas['ClaimSummary']

/** What the desk did about a claim and the other claims of its visit. */
export type ClaimWork = Schemas['ClaimWork']

/** A time at which the organization is closed for all of its practitioners. */
export type Closure = Schemas['Closure']

/** Holidays and other closures of the organization. FHIR: HealthcareService.notAvailable. */
export type Closures = Schemas['Closures']

/** The same directions in public codes, derived from them. FHIR: Dosage. */
export type CodedDirections = Schemas['CodedDirections']

/** Codes that any operation can return. */
export type CommonProblemCode = Schemas['CommonProblemCode']

/** How a patient wants to be contacted. 45 CFR 164.522(b). */
export type CommunicationPreferences = Schemas['CommunicationPreferences']

export type CompleteObligation = Schemas['CompleteObligation']

/** One person's decision on one version. FHIR: Consent with Provenance. */
export type Consent = Schemas['Consent']

/** One version of a text in one language. Published texts never change. */
export type ConsentDocument = Schemas['ConsentDocument']

/** The proof of a decision. Signed with Ed25519 over canonical JSON; `visitkit-server` verifies it offline. */
export type ConsentEvidence = Schemas['ConsentEvidence']

/**
 * The form that the law wants: `written` includes a typed name on a screen; with `verbal-documented` a spoken
 * decision is enough.
 */
export type ConsentForm = Schemas['ConsentForm']

export type ConsentPurpose = Schemas['ConsentPurpose']

/** Why a consent is required, and its current state for the patient. */
export type ConsentRequirement = Schemas['ConsentRequirement']

export type ConsentRequirementReason = Schemas['ConsentRequirementReason']

/** One clause. */
export type ConsentSection = Schemas['ConsentSection']

/** How the person signed. */
export type ConsentSignature = Schemas['ConsentSignature']

/** A step of a visit that relied on a consent. */
export type ConsentUse = Schemas['ConsentUse']

/** A visit for which a consent was used. It stays lawful after the consent is revoked. */
export type ConsentUseOfVisit = Schemas['ConsentUseOfVisit']

/** What relied on a consent. */
export type ConsentUseStep = Schemas['ConsentUseStep']

/** What the patient asked about calls, letters and the name. 45 CFR 164.522(b). */
export type ContactChoice = Schemas['ContactChoice']

/** The id of one of the sixty controls. */
export type ControlId = Schemas['ControlId']

/** A coverage as it should be: what is left out is not kept. */
export type CorrectCoverage = Schemas['CorrectCoverage']

/** What is right: a value with its unit and time, or that it was entered in error. */
export type CorrectVital = Schemas['CorrectVital']

/** A measurement after its correction. */
export type CorrectedVital = Schemas['CorrectedVital']

/** How a recipient was notified. */
export type CorrectionNotificationChannel = Schemas['CorrectionNotificationChannel']

/** A recipient of what is corrected. FHIR: Communication. */
export type CorrectionRecipient = Schemas['CorrectionRecipient']

/** Who was sent what is corrected, and has to know of it (45 CFR 164.526(c)(3)). */
export type CorrectionRecipientKind = Schemas['CorrectionRecipientKind']

export type CorrectionRecipientState = Schemas['CorrectionRecipientState']

/** The consent to substance use counseling notes that is in force, and what has to go with a copy (42 CFR 2.32). */
export type CounselingNotesConsent = Schemas['CounselingNotesConsent']

/** How many members must take a course, and how many of them have. */
export type CourseTotals = Schemas['CourseTotals']

/**
 * The right of a colleague to act in a practitioner's work for a limited time: notes, orders, room, queue and
 * calendar, and the charts of
 * their patients. Every act under it is in the access log, with the covered practitioner. FHIR:
 * PractitionerRole.period,
 * Provenance.agent.onBehalfOf.
 */
export type Cover = Schemas['Cover']

export type CoverKind = Schemas['CoverKind']

/** Why a colleague acts for another. A closed list, so that it contains no PHI. */
export type CoverReason = Schemas['CoverReason']

/** Insurance of a patient. FHIR: Coverage. */
export type Coverage = Schemas['Coverage']

/** The pictures of a patient's insurance card: at most one of each side. */
export type CoverageCard = Schemas['CoverageCard']

export type CreateCareTeam = Schemas['CreateCareTeam']

export type CreateFavorite = Schemas['CreateFavorite']

export type CreateMember = Schemas['CreateMember']

export type CreateObligation = Schemas['CreateObligation']

export type CreatePatient = Schemas['CreatePatient']

export type CreatePractitioner = Schemas['CreatePractitioner']

export type CreateProxy = Schemas['CreateProxy']

export type CreateResource = Schemas['CreateResource']

export type CreateRisk = Schemas['CreateRisk']

export type CreateTrainingCourse = Schemas['CreateTrainingCourse']

export type CreateVisitType = Schemas['CreateVisitType']

/** An invitation with its code, which is returned only once. */
export type CreatedInvitation = Schemas['CreatedInvitation']

/** A new proxy right, with its invitation. */
export type CreatedProxy = Schemas['CreatedProxy']

/** The invitation to a new proxy right. */
export type CreatedProxyInvitation = Schemas['CreatedProxyInvitation']

/** An invitation with its code, which is returned only once. */
export type CreatedVisitGuest = Schemas['CreatedVisitGuest']

/** The escalation of a critical value. */
export type CriticalValue = Schemas['CriticalValue']

/** A part of the day by the start of the visit, in the practitioner's zone. */
export type DayPart = Schemas['DayPart']

export type DecideConsent = Schemas['DecideConsent']

export type DeclineAppointment = Schemas['DeclineAppointment']

/** Why a clinic declines a request. */
export type DeclineReason = Schemas['DeclineReason']

/** One notice to a patient, sent or not sent, with the reason. Contains no text: templates cannot contain PHI. */
export type Delivery = Schemas['Delivery']

/** Why a notice was not sent or not delivered. */
export type DeliveryReason = Schemas['DeliveryReason']

export type DeviceCheck = Schemas['DeviceCheck']

export type DiagnosisCode = Schemas['DiagnosisCode']

/** Why a search found a code. */
export type DiagnosisMatchKind = Schemas['DiagnosisMatchKind']

/** What a person seems to look for instead of a diagnosis. */
export type DiagnosisSearchHint = Schemas['DiagnosisSearchHint']

/** How to take a medication. FHIR: Dosage. */
export type Directions = Schemas['Directions']

/** What the server sent. */
export type DisclosedContent = Schemas['DisclosedContent']

/**
 * A disclosure that staff recorded: by telephone, on paper, to a court. It is corrected, and never deleted.
 * FHIR: AuditEvent.
 */
export type Disclosure = Schemas['Disclosure']

/** An accounting of disclosures of a patient's information in a period. */
export type DisclosureAccounting = Schemas['DisclosureAccounting']

/** Why information left the clinic, in an accounting. */
export type DisclosurePurpose = Schemas['DisclosurePurpose']

export type DisclosureRecipient = Schemas['DisclosureRecipient']

/** To what kind of recipient the server sent it. */
export type DisclosureRecipientKind = Schemas['DisclosureRecipientKind']

/** The unit of a dose or a quantity. */
export type DoseUnit = Schemas['DoseUnit']

export type DowntimeDay = Schemas['DowntimeDay']

/** The visits of today and tomorrow, in the zone of the organization. */
export type DowntimeList = Schemas['DowntimeList']

/** A visit as the front desk needs it to receive the patient, and no more. */
export type DowntimeVisit = Schemas['DowntimeVisit']

export type DraftField = Schemas['DraftField']

/** What the text becomes when it is sent. */
export type DraftPlace = Schemas['DraftPlace']

/** What a source of drug knowledge says. */
export type DrugKnowledgeKind = Schemas['DrugKnowledgeKind']

/** Where the knowledge of a check comes from. */
export type DrugKnowledgeSource = Schemas['DrugKnowledgeSource']

/** Sections of a published label of a medication, for a clinician to read. Nothing is concluded from them. */
export type DrugLabel = Schemas['DrugLabel']

export type DrugLabelSection = Schemas['DrugLabelSection']

/** A record whose time is over. A person decides what becomes of it. */
export type DueRecord = Schemas['DueRecord']

/** A payer's response about a coverage. FHIR: CoverageEligibilityResponse. */
export type Eligibility = Schemas['Eligibility']

/** The follow-up action that a payer allows. */
export type EligibilityFollowUp = Schemas['EligibilityFollowUp']

/** Why a response to an eligibility request is not used. Nothing of it is shown: it may be about another person. */
export type EligibilityHoldReason = Schemas['EligibilityHoldReason']

/** Why a payer rejected an eligibility request, and what to do. FHIR: CoverageEligibilityResponse.error. */
export type EligibilityRefusal = Schemas['EligibilityRefusal']

/** What to check first when a payer rejected an eligibility request. */
export type EligibilityRefusalAbout = Schemas['EligibilityRefusalAbout']

/** One e-mail address, e.g. `pat@portal.example`. */
export type Email = Schemas['Email']

/** The right of one member to read one patient's chart for a short time. FHIR: AuditEvent, purpose of use `BTG`. */
export type EmergencyAccess = Schemas['EmergencyAccess']

/** An emergency access with what its review needs. */
export type EmergencyAccessReport = Schemas['EmergencyAccessReport']

/** That a visit began in an emergency without the consent. */
export type EmergencyAdmission = Schemas['EmergencyAdmission']

/** Why a visit began without the consent. A closed list: the patient reads it, in plain words. */
export type EmergencyAdmissionReason = Schemas['EmergencyAdmissionReason']

/** An admission in an emergency, with what its review needs. */
export type EmergencyAdmissionReport = Schemas['EmergencyAdmissionReport']

export type EmergencyContact = Schemas['EmergencyContact']

/** What a privacy officer decided. */
export type EmergencyOutcome = Schemas['EmergencyOutcome']

/** Why a chart was opened in an emergency. A closed list: the patient reads it, in plain words. */
export type EmergencyReason = Schemas['EmergencyReason']

/**
 * An answer that requires immediate attention: the form stops and shows emergency contacts, and the clinic is
 * notified.
 */
export type EmergencyRule = Schemas['EmergencyRule']

/** The question is shown only when this condition is true. */
export type EnableWhen = Schemas['EnableWhen']

export type EndSelfPay = Schemas['EndSelfPay']

export type EndVisit = Schemas['EndVisit']

/** Why a record was erased. */
export type ErasureBasis = Schemas['ErasureBasis']

export type ErasureStatus = Schemas['ErasureStatus']

/** Who is notified of a critical value. */
export type EscalationRole = Schemas['EscalationRole']

/** A good faith estimate for a patient without coverage. 45 CFR 149.610. */
export type Estimate = Schemas['Estimate']

/** What the server lacks to issue an estimate automatically. */
export type EstimateGap = Schemas['EstimateGap']

/** The reason for an estimate. */
export type EstimateReason = Schemas['EstimateReason']

/** An ethnicity, as code of CDC or HL7 null flavor. FHIR: us-core-ethnicity, `ombCategory`. */
export type EthnicityCategory = Schemas['EthnicityCategory']

/** An appointment today without a check-in. */
export type ExpectedAppointment = Schemas['ExpectedAppointment']

/** What one person reached of one patient, in a time. */
export type Exposure = Schemas['Exposure']

/** How a line, or a whole payment, was resolved outside Visitkit. */
export type ExternalResolution = Schemas['ExternalResolution']

/** One faulty property of a request. Never contains the value that was sent. */
export type FaultyProperty = Schemas['FaultyProperty']

/**
 * A prescription that a prescriber saved under a name to use it again. It belongs to one practitioner and
 * contains no patient data.
 */
export type FavoritePrescription = Schemas['FavoritePrescription']

/** The price of a service. */
export type FeeRow = Schemas['FeeRow']

/** Something that is due or overdue. It disappears when it is done, and in no other way. */
export type Finding = Schemas['Finding']

export type FindingKind = Schemas['FindingKind']

/** A page of findings. */
export type FindingPage = Schemas['FindingPage']

export type FindingStatus = Schemas['FindingStatus']

export type FurtherName = Schemas['FurtherName']

/** A gender identity, as code of SNOMED CT, HL7 null flavor or data-absent-reason. FHIR: us-core-genderIdentity. */
export type GenderIdentity = Schemas['GenderIdentity']

export type GuestKind = Schemas['GuestKind']

export type GuestStatus = Schemas['GuestStatus']

/** What a guest knows of the visit. */
export type GuestVisit = Schemas['GuestVisit']

export type HandOver = Schemas['HandOver']

/** A held line with its payment. */
export type HeldLine = Schemas['HeldLine']

/** The payer's data of a line, and the claims that may match it. */
export type HeldLineDetail = Schemas['HeldLineDetail']

/** A text or a report of a vendor that was not applied. FHIR: Communication. */
export type HeldPartnerMessage = Schemas['HeldPartnerMessage']

/** What it says, and its text as it came. */
export type HeldPartnerMessageDetail = Schemas['HeldPartnerMessageDetail']

/** A message of a pharmacy that was not applied. FHIR: Communication. */
export type HeldPharmacyMessage = Schemas['HeldPharmacyMessage']

/** What a message says about persons and medicines, and its text. */
export type HeldPharmacyMessageDetail = Schemas['HeldPharmacyMessageDetail']

/** A slot that is reserved for a few minutes. */
export type Hold = Schemas['Hold']

/** Why the server did not post a line automatically. A person decides. */
export type HoldReason = Schemas['HoldReason']

/** How staff call a patient. There is no other number for them. */
export type HowToCall = Schemas['HowToCall']

/** How staff write to a patient. There is no other address for them. */
export type HowToWrite = Schemas['HowToWrite']

export type IceErrorCode = Schemas['IceErrorCode']

/** A STUN or TURN server, in the form that browsers use. */
export type IceServer = Schemas['IceServer']

/** An opaque id. */
export type Id = Schemas['Id']

/**
 * What waits for the caller and the caller's roles, by kind: the numbers of the lists of the inbox, however long
 * they are. A task that another
 * kind counts, such as the review of a result, is not counted as a task. Nothing is decrypted.
 */
export type InboxCounts = Schemas['InboxCounts']

/** Something that may have exposed PHI, with its deadlines. FHIR: DetectedIssue. */
export type Incident = Schemas['Incident']

/** From 1, low, to 3, high: how likely one factor makes it that PHI was compromised. 45 CFR 164.402(2). */
export type IncidentFactors = Schemas['IncidentFactors']

export type IncidentNotice = Schemas['IncidentNotice']

/** Who is notified of a breach. 45 CFR 164.404, 164.406, 164.408. */
export type IncidentRecipient = Schemas['IncidentRecipient']

export type IncidentStatus = Schemas['IncidentStatus']

/** An instant in UTC, RFC 3339, e.g. `2026-11-25T15:30:00Z`. */
export type Instant = Schemas['Instant']

/** An alert that an answer raises before the visit. A closed list: every place that shows it has a text for each. */
export type IntakeAlert = Schemas['IntakeAlert']

export type IntakeAnswer = Schemas['IntakeAnswer']

/** One questionnaire of one appointment. FHIR: QuestionnaireResponse. */
export type IntakeForm = Schemas['IntakeForm']

/**
 * An offer to link a sign-in. Never contains the code, or anything that reveals whether the invited person is
 * known.
 */
export type Invitation = Schemas['Invitation']

export type InvitationKind = Schemas['InvitationKind']

export type InvitationStatus = Schemas['InvitationStatus']

export type InviteGuest = Schemas['InviteGuest']

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type IsoWeekday = Schemas['IsoWeekday']

export type JoinWaitlist = Schemas['JoinWaitlist']

export type LabAnswer = Schemas['LabAnswer']

/** A file in a result, such as the report as the laboratory printed it. FHIR: DiagnosticReport.presentedForm. */
export type LabDocument = Schemas['LabDocument']

/** What a file of a laboratory is. `other`: it is kept in the laboratory's message and cannot be opened here. */
export type LabDocumentKind = Schemas['LabDocumentKind']

/** A message of a laboratory, as it came. */
export type LabMessage = Schemas['LabMessage']

/** One measurement. FHIR: Observation, category laboratory. */
export type LabObservation = Schemas['LabObservation']

/** FHIR: ServiceRequest, category laboratory. */
export type LabOrder = Schemas['LabOrder']

export type LabOrderStatus = Schemas['LabOrderStatus']

export type LabPanelMember = Schemas['LabPanelMember']

/** A question that the laboratory requires with an order. */
export type LabQuestion = Schemas['LabQuestion']

/** What a laboratory says about an ordered test in a response (ORC-1). */
export type LabResponseStatus = Schemas['LabResponseStatus']

/** FHIR: DiagnosticReport, category LAB. */
export type LabResult = Schemas['LabResult']

/** A test that can be ordered. */
export type LabTest = Schemas['LabTest']

/** A laboratory that the organization orders from. */
export type Laboratory = Schemas['Laboratory']

/** A BCP 47 language tag, e.g. `en` or `es`. */
export type Language = Schemas['Language']

/** Why the server signs no more rows of the access log. */
export type LedgerFault = Schemas['LedgerFault']

/**
 * Whether the access log can be proven unchanged. The log, its checkpoints and the witness are those of the
 * deployment, for all its
 * organizations. Only `visitkit-server audit verify` proves it: this is what the server that answers knows.
 */
export type LedgerState = Schemas['LedgerState']

/** A patient's record must not be erased until this ends. */
export type LegalHold = Schemas['LegalHold']

/** Why a record may not be erased, whatever its age. */
export type LegalHoldBasis = Schemas['LegalHoldBasis']

/** To which address staff write a patient. */
export type LetterRule = Schemas['LetterRule']

/** The right to practice in one state. */
export type License = Schemas['License']

/** For lists: a published summary without its content. */
export type ListedSummary = Schemas['ListedSummary']

export type LiveTicket = Schemas['LiveTicket']

/** A text in one language. */
export type LocalizedText = Schemas['LocalizedText']

export type LoginStatus = Schemas['LoginStatus']

/** Typed as a dot and the word, e.g. `.ros`. */
export type MacroName = Schemas['MacroName']

/** The fault of a mailbox file. */
export type MailboxFault = Schemas['MailboxFault']

/**
 * A file of the clearinghouse's mailbox that needs a person, or did; or the part of one about a single claim or
 * transaction. What is right
 * next to it was used.
 */
export type MailboxFile = Schemas['MailboxFile']

/** The state of a file in the clearinghouse's mailbox. */
export type MailboxFileState = Schemas['MailboxFileState']

/** The person of the session. */
export type Me = Schemas['Me']

/** Why another payer pays before Medicare (insurance type code, SBR05 of the 837P). */
export type MedicareSecondaryReason = Schemas['MedicareSecondaryReason']

/** A medication that can be prescribed. FHIR: Medication. */
export type Medication = Schemas['Medication']

/** A unit in which a dose of a medication can be given. */
export type MedicationDoseUnit = Schemas['MedicationDoseUnit']

/** Who reported it first. FHIR: informationSource. */
export type MedicationReporter = Schemas['MedicationReporter']

/** The route of administration. */
export type MedicationRoute = Schemas['MedicationRoute']

/** A person who works for the organization. */
export type Member = Schemas['Member']

/** One member and one course that their roles require. */
export type MemberTraining = Schemas['MemberTraining']

/** Captions that the patient needs, while it is not known where they come from, or once it is. */
export type MissingCaptioner = Schemas['MissingCaptioner']

/** An interpreter whom the patient needs and the clinic does not hold for the visit. */
export type MissingInterpreter = Schemas['MissingInterpreter']

export type Modality = Schemas['Modality']

/** A fact about a patient, for the monitor. Only privacy officers read it. */
export type MonitorFact = Schemas['MonitorFact']

/** What the organization knows of people, and no other part of the record says. */
export type MonitorFactKind = Schemas['MonitorFactKind']

/**
 * A text of several lines. All other texts have one line. No text has control characters (except tabs and line
 * breaks here) or signs that
 * override or isolate the direction of writing; a line is empty or has a visible character.
 */
export type MultilineText = Schemas['MultilineText']

/** Why a person has another name than the official one. FHIR: HumanName.use. */
export type NameUse = Schemas['NameUse']

/** What stands between a browser and a good call. */
export type NetworkCause = Schemas['NetworkCause']

/**
 * What packets of this browser met on their way, for the record of the visit. Numbers and codes: never an
 * address, and never a candidate of
 * a connection.
 */
export type NetworkMeasurement = Schemas['NetworkMeasurement']

/**
 * The servers with which a browser measures its connection before the visit. The name and password of a relay
 * are valid for minutes.
 */
export type NetworkTest = Schemas['NetworkTest']

/** A claim to the payer that answers after another one, with what that one decided. */
export type NextClaim = Schemas['NextClaim']

/** Where a claim to a next payer is. */
export type NextClaimState = Schemas['NextClaimState']

/**
 * What the payer left to the patient while another coverage of the patient was in force. It is not the patient's
 * until that payer has
 * answered.
 */
export type NextPayer = Schemas['NextPayer']

/** What a next payer decided about what the payer before it left, from its 835 or as a person recorded it. */
export type NextPayerAnswer = Schemas['NextPayerAnswer']

/** The recommended next visit. */
export type NextVisit = Schemas['NextVisit']

/** Why a visit of a patient who needs captions takes place without a person of the clinic who types them. */
export type NoCaptionerReason = Schemas['NoCaptionerReason']

/** Why a patient names no one to call in an emergency. */
export type NoEmergencyContactReason = Schemas['NoEmergencyContactReason']

/** Why a visit of a patient who needs an interpreter takes place without one that the clinic holds. */
export type NoInterpreterReason = Schemas['NoInterpreterReason']

/** FHIR: DocumentReference with a Composition document. */
export type Note = Schemas['Note']

export type NoteAddendum = Schemas['NoteAddendum']

/** The changes in one section, or in one part that is not a section, in reading order. */
export type NoteChange = Schemas['NoteChange']

/** FHIR: Condition, and Encounter.diagnosis. */
export type NoteDiagnosis = Schemas['NoteDiagnosis']

export type NoteDifference = Schemas['NoteDifference']

/** How a stored note differs from what was signed. */
export type NoteFault = Schemas['NoteFault']

/** A part of a note that is not a section of its template. */
export type NotePart = Schemas['NotePart']

export type NoteSection = Schemas['NoteSection']

/** A service that was performed and will be charged. */
export type NoteService = Schemas['NoteService']

export type NoteSignature = Schemas['NoteSignature']

export type NoteStatus = Schemas['NoteStatus']

/** For lists: a note without its content. */
export type NoteSummary = Schemas['NoteSummary']

export type NoteTemplate = Schemas['NoteTemplate']

/** A section of a note. FHIR: Composition.section. */
export type NoteTemplateSection = Schemas['NoteTemplateSection']

/** Whether the stored note equals what was signed. */
export type NoteVerification = Schemas['NoteVerification']

export type NoteVersion = Schemas['NoteVersion']

/** The vital signs in the signed note of one visit. */
export type NoteVitals = Schemas['NoteVitals']

/** What a notice is about, and where its link leads. */
export type NoticeSubjectKind = Schemas['NoticeSubjectKind']

/** The template of a notice. */
export type NoticeTemplate = Schemas['NoticeTemplate']

export type NotificationKind = Schemas['NotificationKind']

/** A task that recurs after a number of days. FHIR: Task with Task.restriction.period. */
export type Obligation = Schemas['Obligation']

/** One time that it was done. It never changes. */
export type ObligationCompletion = Schemas['ObligationCompletion']

/** The kinds of work that an organization repeats. */
export type ObligationKind = Schemas['ObligationKind']

/** How much of one area is in time. */
export type ObligationTotals = Schemas['ObligationTotals']

/** A patient who waits for the next free practitioner. */
export type OnDemandRequest = Schemas['OnDemandRequest']

export type OnDemandStatus = Schemas['OnDemandStatus']

export type OpenEmergencyAccess = Schemas['OpenEmergencyAccess']

/** Codes that an operation can return if it lists them in `@problems`. */
export type OperationProblemCode = Schemas['OperationProblemCode']

export type OrderSet = Schemas['OrderSet']

export type OrderSetCode = Schemas['OrderSetCode']

/** The status of one test of an order, derived from its reports and the laboratory's own status. */
export type OrderedTestStatus = Schemas['OrderedTestStatus']

/**
 * A health system: the tenant. Belongs to one region. A deployment in another region answers 421 with the right
 * address.
 */
export type Organization = Schemas['Organization']

export type OrganizationContact = Schemas['OrganizationContact']

/** What a person says about a payment whose payer, payee or receiver is not that of the claim. */
export type OriginConfirmation = Schemas['OriginConfirmation']

/** A name of a person in addition to the official one. */
export type OtherName = Schemas['OtherName']

/** One score. FHIR: Observation, category survey. */
export type Outcome = Schemas['Outcome']

/** A text that only its author reads. It is deleted some weeks after it was last saved. */
export type OwnDraft = Schemas['OwnDraft']

/** Notes that only their author reads, kept separately from the record. */
export type OwnNoteKind = Schemas['OwnNoteKind']

/** A signed consent, with each element that 42 CFR 2.31 requires. Signature and date are those of the consent. */
export type PartTwoConsent = Schemas['PartTwoConsent']

/** When the consent ends (42 CFR 2.31(a)(7)). */
export type PartTwoExpiration = Schemas['PartTwoExpiration']

/** Kinds of information (42 CFR 2.31(a)(3)). */
export type PartTwoInformation = Schemas['PartTwoInformation']

export type PartTwoName = Schemas['PartTwoName']

/** What the records may be used for (42 CFR 2.31(a)(5)). */
export type PartTwoPurpose = Schemas['PartTwoPurpose']

/** Classes of persons that may receive the records (42 CFR 2.31(a)(4)). */
export type PartTwoRecipient = Schemas['PartTwoRecipient']

/** What the person chooses. A consent that lacks one of these, but for `namedRecipients`, is refused. */
export type PartTwoTerms = Schemas['PartTwoTerms']

export type Participant = Schemas['Participant']

/** Why a text or a report of a vendor waits for a person. */
export type PartnerHoldReason = Schemas['PartnerHoldReason']

/** What waits: the words of a person, or a report about a text or a mail that was sent, or about a room. */
export type PartnerMessageKind = Schemas['PartnerMessageKind']

/** How a person resolved a text or a report. */
export type PartnerMessageResolution = Schemas['PartnerMessageResolution']

export type Patient = Schemas['Patient']

/**
 * What a patient said about themselves. No answer is required, and no partner receives one. FHIR: extensions of
 * Patient (US Core).
 */
export type PatientBackground = Schemas['PatientBackground']

/**
 * A claim as the patient reads it: what was sent to a payer, and what the payer decided. FHIR: Claim with
 * ExplanationOfBenefit.
 */
export type PatientClaim = Schemas['PatientClaim']

/**
 * The patient's current location. Requested at every visit: it decides license, place of service and the
 * emergency contact.
 */
export type PatientLocation = Schemas['PatientLocation']

/** Whether a patient can sign in. */
export type PatientLogin = Schemas['PatientLogin']

export type PatientSummary = Schemas['PatientSummary']

/** What a patient wrote to the number of notices. FHIR: Communication. */
export type PatientText = Schemas['PatientText']

/** A patient whom staff may have to call. */
export type PatientToCall = Schemas['PatientToCall']

export type Payer = Schemas['Payer']

/** The patient of an adjudication, as the payer names them. */
export type PayerPatient = Schemas['PayerPatient']

/** A payment of a patient. FHIR: PaymentNotice. */
export type Payment = Schemas['Payment']

/** From whom and for whom a payment is, as the file says. */
export type PaymentOrigin = Schemas['PaymentOrigin']

/** A name in parts. FHIR: HumanName, whose `given` is `given` followed by `middle`. */
export type PersonName = Schemas['PersonName']

export type Pharmacy = Schemas['Pharmacy']

/** Why a message of a pharmacy was not applied. A person decides. */
export type PharmacyHoldReason = Schemas['PharmacyHoldReason']

/** What a message of a pharmacy is, by its element in SCRIPT. */
export type PharmacyMessageKind = Schemas['PharmacyMessageKind']

/** How a person resolved a message that was not applied. */
export type PharmacyMessageResolution = Schemas['PharmacyMessageResolution']

/** A request of a pharmacy to a prescriber. */
export type PharmacyRequest = Schemas['PharmacyRequest']

/**
 * A telephone number in any common format. Without a country code it is a number of the country of the
 * deployment's region. It must have the
 * length of a number of its country (E.164).
 */
export type Phone = Schemas['Phone']

export type PlaceHold = Schemas['PlaceHold']

export type PlaceLabOrder = Schemas['PlaceLabOrder']

/** Visits in a row, one for each patient, with one practitioner. */
export type PlaceSeveralHolds = Schemas['PlaceSeveralHolds']

export type Practitioner = Schemas['Practitioner']

/** The name of a practitioner in parts: as `PersonName`, and known to everyone who can book. */
export type PractitionerName = Schemas['PractitionerName']

/**
 * How many further practitioners of one specialty take part. They need a license where the visit type requires
 * one.
 */
export type PractitionerNeed = Schemas['PractitionerNeed']

/** A name of a practitioner in addition to the official one. */
export type PractitionerOtherName = Schemas['PractitionerOtherName']

export type PractitionerSummary = Schemas['PractitionerSummary']

/** FHIR: MedicationRequest; the dispensed medication: MedicationDispense. */
export type Prescription = Schemas['Prescription']

/** A finding of the checks that the prescriber must acknowledge. */
export type PrescriptionAlert = Schemas['PrescriptionAlert']

export type PrescriptionAlertKind = Schemas['PrescriptionAlertKind']

/** Why a person must telephone the pharmacy. */
export type PrescriptionAttention = Schemas['PrescriptionAttention']

export type PrescriptionCancelReason = Schemas['PrescriptionCancelReason']

export type PrescriptionEvent = Schemas['PrescriptionEvent']

/** A prescription for no patient yet. */
export type PrescriptionPattern = Schemas['PrescriptionPattern']

export type PrescriptionStatus = Schemas['PrescriptionStatus']

export type PreviewSeries = Schemas['PreviewSeries']

/** Why the law lets a clinic say no. Which of them fit depends on the kind. */
export type PrivacyDenialGround = Schemas['PrivacyDenialGround']

/** A patient's request about their own record, and its answer. FHIR: Task, with Communication for the texts. */
export type PrivacyRequest = Schemas['PrivacyRequest']

/** What the patient asks for. The clinic must answer by `dueAt`. */
export type PrivacyRequestKind = Schemas['PrivacyRequestKind']

export type PrivacyRequestStatus = Schemas['PrivacyRequestStatus']

/** What a request waits for. */
export type PrivacyRequestWait = Schemas['PrivacyRequestWait']

/** RFC 9457 problem details. */
export type Problem = Schemas['Problem']

/** The stable code of a problem. Programs must decide by this code only. */
export type ProblemCode = Schemas['ProblemCode']

/** What came with the request. */
export type ProceedingBasis = Schemas['ProceedingBasis']

export type ProceedingDecision = Schemas['ProceedingDecision']

/** Why the decision is as it is. */
export type ProceedingGround = Schemas['ProceedingGround']

export type ProceedingKind = Schemas['ProceedingKind']

/**
 * A member who treats. FHIR: Practitioner with PractitionerRole.For which a license was given. Some laws about
 * consent to telehealth are about one profession.
 */
export type Profession = Schemas['Profession']

/** A person who may act for a patient, with a scope and a period. FHIR: RelatedPerson. */
export type Proxy = Schemas['Proxy']

export type ProxyScope = Schemas['ProxyScope']

export type ProxyStatus = Schemas['ProxyStatus']

/** Psychotherapy notes, or substance use counseling notes, kept separately from the medical record. */
export type PsychotherapyNote = Schemas['PsychotherapyNote']

export type PublishConsentDocument = Schemas['PublishConsentDocument']

/**
 * The purpose of an access, as HL7 v3 ActReason (code system 2.16.840.1.113883.5.8). FHIR:
 * AuditEvent.authorization.
 */
export type PurposeOfUse = Schemas['PurposeOfUse']

export type PutAvailability = Schemas['PutAvailability']

export type PutClosures = Schemas['PutClosures']

export type PutPatientBackground = Schemas['PutPatientBackground']

export type PutTextMacro = Schemas['PutTextMacro']

/** One question, or a group of them. FHIR: Questionnaire.item. */
export type QuestionItem = Schemas['QuestionItem']

export type QuestionOption = Schemas['QuestionOption']

/** FHIR: Questionnaire. */
export type Questionnaire = Schemas['Questionnaire']

export type QuestionnaireSummary = Schemas['QuestionnaireSummary']

export type Queue = Schemas['Queue']

/** A practitioner's queue over one day. */
export type QueueDay = Schemas['QueueDay']

export type QueueEntry = Schemas['QueueEntry']

/** How many patients began to wait in one hour, and how long they waited. Numbers only. */
export type QueueHour = Schemas['QueueHour']

/** The patient's position in the queue. */
export type QueuePosition = Schemas['QueuePosition']

/**
 * A race, by the categories of OMB, as code of CDC (`urn:oid:2.16.840.1.113883.6.238`) or HL7 null flavor. FHIR:
 * us-core-race, `ombCategory`.
 */
export type RaceCategory = Schemas['RaceCategory']

/**
 * The path of a read as it would be requested, with its query:
 * `/v1/patients/{patientId}/conditions?active=true`.
 */
export type ReadPath = Schemas['ReadPath']

/** The response to one of the reads. */
export type ReadResponse = Schemas['ReadResponse']

export type ReadResponses = Schemas['ReadResponses']

/** The completed and open requirements before the visit can start. */
export type Readiness = Schemas['Readiness']

export type ReadsTogether = Schemas['ReadsTogether']

/** A decision to erase a record, and what proves that it was. It names the patient by id only. */
export type RecordErasure = Schemas['RecordErasure']

export type RecordIncidentNotice = Schemas['RecordIncidentNotice']

/**
 * A request for the record of a patient in a legal proceeding, and what was decided by 42 CFR part 2. It is
 * never changed. FHIR: Task.
 */
export type RecordRequest = Schemas['RecordRequest']

export type RecordTraining = Schemas['RecordTraining']

/**
 * Why information left the clinic, as staff record it. The first ones are counted in an accounting, the others
 * are not.
 */
export type RecordedDisclosurePurpose = Schemas['RecordedDisclosurePurpose']

/** How a decision was spoken, and in which role a member of staff recorded it. */
export type RecordedSpokenDecision = Schemas['RecordedSpokenDecision']

/** A recorded text, as it is in the row. */
export type RecordedText = Schemas['RecordedText']

export type RecordingAnswer = Schemas['RecordingAnswer']

/** A clinician asks to record the call, or records it. It ends when someone refuses or when the clinician leaves. */
export type RecordingRequest = Schemas['RecordingRequest']

/** A referral to another provider, open until the report is received. FHIR: ServiceRequest with Task. */
export type Referral = Schemas['Referral']

export type ReferralStatus = Schemas['ReferralStatus']

/** A patient asks for more of a medicine. FHIR: MedicationRequest, intent `proposal`. */
export type RefillRequest = Schemas['RefillRequest']

/** One remittance of a payer. FHIR: PaymentReconciliation. */
export type Remittance = Schemas['Remittance']

export type RemittanceLine = Schemas['RemittanceLine']

/** The person who receives care. FHIR: Patient.Why there are two records of one person. */
export type ReplacementReason = Schemas['ReplacementReason']

export type ReportIncident = Schemas['ReportIncident']

/** How it is taken, in the words of the person who reports it. */
export type ReportedDirections = Schemas['ReportedDirections']

/**
 * A medicine that a patient takes and that was not prescribed here: of another clinic, or bought without a
 * prescription. FHIR:
 * MedicationStatement.
 */
export type ReportedMedication = Schemas['ReportedMedication']

/** How it is called, by the person who reports it. */
export type ReportedMedicine = Schemas['ReportedMedicine']

/** The notice that a report is about. */
export type ReportedNotice = Schemas['ReportedNotice']

export type RequestOnDemand = Schemas['RequestOnDemand']

export type RescheduleAppointment = Schemas['RescheduleAppointment']

/**
 * A room, an interpreter or a device that visits take. A visit takes it from its start to its end, without the
 * buffers of the practitioner.
 */
export type Resource = Schemas['Resource']

export type ResourceKind = Schemas['ResourceKind']

/** How many resources of one kind a visit takes. */
export type ResourceNeed = Schemas['ResourceNeed']

/** A window of each week, in the zone of the resource. */
export type ResourceWindow = Schemas['ResourceWindow']

/**
 * How a patient asked a member of staff to end a restriction (45 CFR 164.522(a)(2)). An oral request is
 * documented by this call.
 */
export type RestrictionEndRequest = Schemas['RestrictionEndRequest']

/** A class of records. Each table of the server is in one, or says what ends its growth. */
export type RetentionClass = Schemas['RetentionClass']

/** For how many years the organization keeps a class of records, after the last activity. */
export type RetentionPeriod = Schemas['RetentionPeriod']

/**
 * How long the organization keeps records. A patient's record is kept for the longer one of `medical` and
 * `financial`, after the last
 * activity in it, and of a minor after they come of age.
 */
export type RetentionSchedule = Schemas['RetentionSchedule']

/** How many records are due, held and erased. It names no one. */
export type RetentionSummary = Schemas['RetentionSummary']

export type ReviewAccess = Schemas['ReviewAccess']

export type ReviewEmergencyAccess = Schemas['ReviewEmergencyAccess']

/** One line of the risk register. No PHI. */
export type Risk = Schemas['Risk']

export type RiskTreatment = Schemas['RiskTreatment']

export type Role = Schemas['Role']

/** Why the rules of booking were lifted for one visit. */
export type RuleOverride = Schemas['RuleOverride']

export type SaveIntake = Schemas['SaveIntake']

export type SaveNote = Schemas['SaveNote']

export type Score = Schemas['Score']

export type ScoreBand = Schemas['ScoreBand']

/** A sum over answers, e.g. the PHQ-9 total. */
export type ScoreRule = Schemas['ScoreRule']

/**
 * Search by keyed hashes, so that the database does not reveal what is searched. A name finds the patients with
 * that name in any spelling,
 * also a former one or one in another script.
 */
export type SearchPatients = Schemas['SearchPatients']

/** One participant's right to be in a room. A page never stores it; it is lost when the page closes. */
export type Seat = Schemas['Seat']

export type SeatRole = Schemas['SeatRole']

export type SendSignal = Schemas['SendSignal']

/** A file of a message, and the thread in which it was sent. */
export type SentFile = Schemas['SentFile']

/** One visit of the rule. */
export type SeriesOccurrence = Schemas['SeriesOccurrence']

export type SeriesPreview = Schemas['SeriesPreview']

/** How a server that helps browsers to reach each other was reached. */
export type ServerReach = Schemas['ServerReach']

/** Services with a price, by code. */
export type ServiceCode = Schemas['ServiceCode']

/** Service codes from one to another, both inclusive. */
export type ServiceCodeRange = Schemas['ServiceCodeRange']

/** A telephone number, or a short number such as 911 or 988. */
export type ServiceNumber = Schemas['ServiceNumber']

/** The time limits of a session, by the server's clock. */
export type Session = Schemas['Session']

export type SeveralHolds = Schemas['SeveralHolds']

/** How staff have to sign in. What counts as each is policy, by the authentication methods of RFC 8176. */
export type SignInStrength = Schemas['SignInStrength']

/** A bookable start time. FHIR: Slot. */
export type Slot = Schemas['Slot']

/** Why a practitioner, or some of their slots, are not offered. */
export type SlotExclusion = Schemas['SlotExclusion']

export type SlotExclusionReason = Schemas['SlotExclusionReason']

export type SlotSearchResult = Schemas['SlotSearchResult']

export type Specialty = Schemas['Specialty']

/** Who spoke. */
export type SpokenBy = Schemas['SpokenBy']

/** How a decision was spoken. */
export type SpokenChannel = Schemas['SpokenChannel']

/** What a member of staff attests of a spoken decision. */
export type SpokenDecision = Schemas['SpokenDecision']

export type StartCover = Schemas['StartCover']

/** A state or territory of the United States, two letters, e.g. `OH`. */
export type StateCode = Schemas['StateCode']

/** A patient's balance with its details. */
export type Statement = Schemas['Statement']

export type StatementLine = Schemas['StatementLine']

export type StatementVisit = Schemas['StatementVisit']

/** Who asked a payer about a claim. */
export type StatusInquirer = Schemas['StatusInquirer']

/**
 * A question to a payer about a claim (276), and its answer (277). It changes neither the claim nor any money.
 * FHIR: Task.
 */
export type StatusInquiry = Schemas['StatusInquiry']

/** Where a question about a claim is. */
export type StatusInquiryState = Schemas['StatusInquiryState']

/** A change to preview. Exactly one of its properties is given. */
export type SupplyChange = Schemas['SupplyChange']

/** What a change would do. Nothing is stored. */
export type SupplyChangePreview = Schemas['SupplyChangePreview']

/** Why a booked appointment can no longer take place as it was booked. All are on the side of the clinic. */
export type SupportReason = Schemas['SupportReason']

export type SupportStatus = Schemas['SupportStatus']

/** The patient's rating of a visit. */
export type Survey = Schemas['Survey']

/** What an agency asked for, as it is recorded. */
export type SuspensionRequest = Schemas['SuspensionRequest']

/** How an agency asked not to account for a disclosure (164.528(a)(2)). */
export type SuspensionStatement = Schemas['SuspensionStatement']

/** A resource that a hold or an appointment has taken. */
export type TakenResource = Schemas['TakenResource']

export type TaskKind = Schemas['TaskKind']

/** The origin of a task. */
export type TaskSource = Schemas['TaskSource']

/**
 * A text that a short word stands for. It belongs to one person or to the organization and contains no patient
 * data.
 */
export type TextMacro = Schemas['TextMacro']

/** A conversation of a patient with the care team, the newest messages first. */
export type Thread = Schemas['Thread']

/** FHIR: Communication. */
export type ThreadMessage = Schemas['ThreadMessage']

export type ThreadSummary = Schemas['ThreadSummary']

export type ThreadTopic = Schemas['ThreadTopic']

/**
 * A time at which a practitioner does not work, whatever their hours. No visit is offered that would overlap it;
 * the time before and after a
 * visit may.
 */
export type TimeOff = Schemas['TimeOff']

export type TimeOffReason = Schemas['TimeOffReason']

/** RFC 6749 and RFC 8693 token request. Sent as a form, with the client's secret in HTTP Basic. */
export type TokenRequest = Schemas['TokenRequest']

export type TokenResponse = Schemas['TokenResponse']

/** A course that staff take again before it expires. */
export type TrainingCourse = Schemas['TrainingCourse']

/** A page of who must take which course. */
export type TrainingPage = Schemas['TrainingPage']

/** How a member stands with a course. */
export type TrainingStatus = Schemas['TrainingStatus']

/** An amount with its unit of UCUM: `mL`, `mg`, `[drp]`, and `{tablet}` for what UCUM only annotates. */
export type UcumAmount = Schemas['UcumAmount']

export type UnmatchedReason = Schemas['UnmatchedReason']

/** A response about an order (ORL), as the laboratory wrote it. */
export type UnmatchedResponse = Schemas['UnmatchedResponse']

/** A result that matches no order or no patient, or a response about an order that does not fit. */
export type UnmatchedResult = Schemas['UnmatchedResult']

/** Properties that are left out do not change. */
export type UpdateCareTeam = Schemas['UpdateCareTeam']

export type UpdateMember = Schemas['UpdateMember']

/** What to change. Properties that are left out do not change. */
export type UpdateObligation = Schemas['UpdateObligation']

export type UpdateOrganization = Schemas['UpdateOrganization']

export type UpdatePatient = Schemas['UpdatePatient']

export type UpdatePractitioner = Schemas['UpdatePractitioner']

/** Properties that are left out do not change; null removes a value. */
export type UpdateProxy = Schemas['UpdateProxy']

/** What to change. Booked visits keep what they have taken; without its hours they are `unsupported`. */
export type UpdateResource = Schemas['UpdateResource']

/** What to change. The date of the next review is set again with every change, and also by a change of nothing. */
export type UpdateRisk = Schemas['UpdateRisk']

export type UpdateTrainingCourse = Schemas['UpdateTrainingCourse']

/** What to change. Booked appointments keep their length and their time. */
export type UpdateVisitType = Schemas['UpdateVisitType']

export type VideoVendor = Schemas['VideoVendor']

/** A visit. FHIR: Encounter, class VR. */
export type Visit = Schemas['Visit']

/** A guest of one visit, as the patient and the clinic see them. */
export type VisitGuest = Schemas['VisitGuest']

export type VisitGuests = Schemas['VisitGuests']

export type VisitOutcome = Schemas['VisitOutcome']

/** A stretch of a call that was recorded, with the same people in it. FHIR: Media. */
export type VisitRecording = Schemas['VisitRecording']

export type VisitRecordings = Schemas['VisitRecordings']

/**
 * What a visit is about, if others may not learn of it. FHIR: `meta.security`, with the codes `SUD`, `SEX` and
 * `MH` of HL7 v3 ActCode. Records of
 * `substance-use` and `reproductive-health` are shown only to roles with `sensitive-record:read`, and to proxies
 * with the scope `sensitive`.
 * `mental-health` decides only whether a minor may consent alone.
 */
export type VisitSensitivity = Schemas['VisitSensitivity']

export type VisitStatus = Schemas['VisitStatus']

/** The summary of a visit for the patient. */
export type VisitSummary = Schemas['VisitSummary']

/** What is written in the room of a visit. */
export type VisitThread = Schemas['VisitThread']

/** A type of visit that can be booked. FHIR: HealthcareService. */
export type VisitType = Schemas['VisitType']

/** One measurement. FHIR: Observation, category vital-signs. */
export type Vital = Schemas['Vital']

/** What was corrected after the signature, by whom, and what it was before. FHIR: Provenance of the Observation. */
export type VitalChange = Schemas['VitalChange']

/** One measurement as it is known now. FHIR: Observation, category vital-signs. */
export type VitalObservation = Schemas['VitalObservation']

/** A vital sign, by LOINC code. */
export type VitalSign = Schemas['VitalSign']

/** FHIR: Observation.status. */
export type VitalStatus = Schemas['VitalStatus']

/** A balance that is not the patient's yet: another coverage has to answer first. */
export type WaitingBalance = Schemas['WaitingBalance']

/** A place in the line for times that become free. */
export type WaitlistEntry = Schemas['WaitlistEntry']

/** A time that is reserved for the patient for some minutes. */
export type WaitlistOffer = Schemas['WaitlistOffer']

export type WaitlistStatus = Schemas['WaitlistStatus']

/** A wall-clock date and time, `YYYY-MM-DDTHH:MM`, a multiple of five minutes, in the zone of what it belongs to. */
export type WallDateTime = Schemas['WallDateTime']

/** A wall-clock time, `HH:MM`, in the practitioner's zone. `24:00` ends a day. */
export type WallTime = Schemas['WallTime']

export type WebhookDelivery = Schemas['WebhookDelivery']

/** A URL of an integrator that receives events. */
export type WebhookEndpoint = Schemas['WebhookEndpoint']

/** Events to which a webhook may subscribe: every event model with `@webhook`. */
export type WebhookEventType = Schemas['WebhookEventType']

export type WeeklyWindow = Schemas['WeeklyWindow']

/** What the server knows of the witness. */
export type WitnessState = Schemas['WitnessState']

/**
 * What is open on the payer's side of a visit, and will not be collected. It takes effect when a second person
 * approves it.
 */
export type WriteOff = Schemas['WriteOff']

export type WriteOffReason = Schemas['WriteOffReason']

export type WriteOffState = Schemas['WriteOffState']

export type WritePrescription = Schemas['WritePrescription']

/** An IANA time zone, e.g. `America/New_York`. */
export type Zone = Schemas['Zone']
