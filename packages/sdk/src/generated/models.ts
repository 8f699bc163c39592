// Generated from packages/contract by `npm run generate`. Do not edit.
import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

export type AcceptInvitation = Schemas['AcceptInvitation']

/** One audited act on one patient's information. FHIR: AuditEvent. */
export type Access = Schemas['Access']

export type AccessOutcome = Schemas['AccessOutcome']

/** Why an access was made. */
export type AccessReason = Schemas['AccessReason']

export type Acknowledgment = Schemas['Acknowledgment']

/** The role under which an access was made. */
export type ActorRole = Schemas['ActorRole']

export type AddCoverage = Schemas['AddCoverage']

export type Address = Schemas['Address']

/** Claim adjustment group code (X12): who bears a difference. */
export type AdjustmentGroup = Schemas['AdjustmentGroup']

export type AgeRange = Schemas['AgeRange']

/** What a patient must not be given. FHIR: AllergyIntolerance. */
export type Allergy = Schemas['Allergy']

export type AllergySubstance = Schemas['AllergySubstance']

/** One given value; exactly one property is set. FHIR: QuestionnaireResponse.item.answer.value[x]. */
export type AnswerValue = Schemas['AnswerValue']

/** A booked time. FHIR: Appointment. */
export type Appointment = Schemas['Appointment']

export type AppointmentStatus = Schemas['AppointmentStatus']

/** A file of a message. Its kind is decided by its content, never by its name. */
export type Attachment = Schemas['Attachment']

/** What an access did. */
export type AuditAction = Schemas['AuditAction']

/** What an access touched. */
export type AuditedEntity = Schemas['AuditedEntity']

/** When a practitioner works, in their own zone. FHIR: Schedule. */
export type Availability = Schemas['Availability']

/** A date on which the week does not hold. */
export type AvailabilityException = Schemas['AvailabilityException']

export type AvailabilityWindow = Schemas['AvailabilityWindow']

export type BookAppointment = Schemas['BookAppointment']

/** How the health system looks. Elements take every color from here; nothing of ours shows. */
export type Brand = Schemas['Brand']

export type CancelAppointment = Schemas['CancelAppointment']

export type CancellationReason = Schemas['CancellationReason']

/** What patient and care team want to reach, and how. FHIR: CarePlan with Goal. */
export type CarePlan = Schemas['CarePlan']

/** Something that somebody has to do. FHIR: Task. */
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
 * Which charts clinicians read: of patients treated by them, their care teams or a colleague they cover, or all
 * charts.
 */
export type ChartReach = Schemas['ChartReach']

export type CheckIn = Schemas['CheckIn']

/** FHIR: Claim with ClaimResponse. */
export type Claim = Schemas['Claim']

/** A difference between what was charged and what was paid: CAS of the 835. */
export type ClaimAdjustment = Schemas['ClaimAdjustment']

export type ClaimEvent = Schemas['ClaimEvent']

/** What is wrong with a claim, and what to do. */
export type ClaimFinding = Schemas['ClaimFinding']

/** What may be wrong with a claim. */
export type ClaimFindingCode = Schemas['ClaimFindingCode']

export type ClaimLine = Schemas['ClaimLine']

export type ClaimMessage = Schemas['ClaimMessage']

/** X12 transaction set of a message. */
export type ClaimMessageKind = Schemas['ClaimMessageKind']

export type ClaimState = Schemas['ClaimState']

export type ClaimSummary = Schemas['ClaimSummary']

/** What any operation may answer. */
export type CommonProblemCode = Schemas['CommonProblemCode']

/** How a patient wants to be told. 45 CFR 164.522(b). */
export type CommunicationPreferences = Schemas['CommunicationPreferences']

/** One person's decision on one version. FHIR: Consent with Provenance. */
export type Consent = Schemas['Consent']

/** One version of a text in one language. Published texts never change. */
export type ConsentDocument = Schemas['ConsentDocument']

/**
 * What the server can prove about a decision. Signed with Ed25519 over canonical JSON; `visitkit-server`
 * verifies it offline.
 */
export type ConsentEvidence = Schemas['ConsentEvidence']

export type ConsentPurpose = Schemas['ConsentPurpose']

/** Why a consent is needed and where the person stands. */
export type ConsentRequirement = Schemas['ConsentRequirement']

export type ConsentRequirementReason = Schemas['ConsentRequirementReason']

/** One clause. */
export type ConsentSection = Schemas['ConsentSection']

/** How the person signed. */
export type ConsentSignature = Schemas['ConsentSignature']

/**
 * For a time a colleague acts in a practitioner's work: notes, orders, room, queue and calendar, and the charts
 * of their patients. Every
 * act under it is in the ledger, with the covered practitioner. FHIR: PractitionerRole.period,
 * Provenance.agent.onBehalfOf.
 */
export type Cover = Schemas['Cover']

export type CoverKind = Schemas['CoverKind']

/** Why a colleague acts in another's place. A closed list, so that it holds no PHI. */
export type CoverReason = Schemas['CoverReason']

/** Who pays for a patient. FHIR: Coverage. */
export type Coverage = Schemas['Coverage']

export type CreateCareTeam = Schemas['CreateCareTeam']

export type CreateFavorite = Schemas['CreateFavorite']

export type CreateMember = Schemas['CreateMember']

export type CreatePatient = Schemas['CreatePatient']

export type CreatePractitioner = Schemas['CreatePractitioner']

export type CreateProxy = Schemas['CreateProxy']

export type CreateVisitType = Schemas['CreateVisitType']

/** An invitation with its code, which is shown here and never again. */
export type CreatedInvitation = Schemas['CreatedInvitation']

/** A right that was just offered, with the invitation to it. */
export type CreatedProxy = Schemas['CreatedProxy']

/** The invitation to a right that was just offered. */
export type CreatedProxyInvitation = Schemas['CreatedProxyInvitation']

/** The clock of a critical value. */
export type CriticalValue = Schemas['CriticalValue']

export type DecideConsent = Schemas['DecideConsent']

/** One thing that was sent to a patient, or kept back, and why. Holds no text: templates cannot carry PHI. */
export type Delivery = Schemas['Delivery']

/** Why a notice was kept back or did not arrive. */
export type DeliveryReason = Schemas['DeliveryReason']

export type DeviceCheck = Schemas['DeviceCheck']

export type DiagnosisCode = Schemas['DiagnosisCode']

/** How a medicine is to be taken. FHIR: Dosage. */
export type Directions = Schemas['Directions']

/** In what a dose, or a quantity, is counted. */
export type DoseUnit = Schemas['DoseUnit']

/** What a payer said about a coverage. FHIR: CoverageEligibilityResponse. */
export type Eligibility = Schemas['Eligibility']

/** What a payer allows next. */
export type EligibilityFollowUp = Schemas['EligibilityFollowUp']

/** Why a payer did not answer a question, and what to do. FHIR: CoverageEligibilityResponse.error. */
export type EligibilityRefusal = Schemas['EligibilityRefusal']

/** What to look at first where a payer refused a question. */
export type EligibilityRefusalAbout = Schemas['EligibilityRefusalAbout']

export type EmergencyContact = Schemas['EmergencyContact']

/** An answer that must reach a person at once: the form stops and shows help, and the clinic is told. */
export type EmergencyRule = Schemas['EmergencyRule']

/** The question is asked only when this holds. */
export type EnableWhen = Schemas['EnableWhen']

export type EndVisit = Schemas['EndVisit']

/** Who is called about a critical value. */
export type EscalationRole = Schemas['EscalationRole']

/** What care will cost somebody without coverage. 45 CFR 149.610. */
export type Estimate = Schemas['Estimate']

/** What the server would have to know to issue an estimate by itself. */
export type EstimateGap = Schemas['EstimateGap']

/** What an estimate is made for. */
export type EstimateReason = Schemas['EstimateReason']

/** Where a line, or a whole payment, was dealt with when it was not posted here. */
export type ExternalResolution = Schemas['ExternalResolution']

/** One faulty property of a request. Never holds the value that was sent. */
export type FaultyProperty = Schemas['FaultyProperty']

/**
 * What a prescriber writes again and again, under a name of their own. It belongs to one practitioner and is
 * about no patient.
 */
export type FavoritePrescription = Schemas['FavoritePrescription']

/** The price of a service. */
export type FeeRow = Schemas['FeeRow']

export type HandOver = Schemas['HandOver']

/** A line that waits for a person, with the payment in which it came. */
export type HeldLine = Schemas['HeldLine']

/** What the payer said of a line, and the claims that it may be about. */
export type HeldLineDetail = Schemas['HeldLineDetail']

/** A time kept for minutes. */
export type Hold = Schemas['Hold']

/** Why the server did not post a line by itself. A person decides. */
export type HoldReason = Schemas['HoldReason']

/** An opaque id. */
export type Id = Schemas['Id']

/** An instant in UTC, RFC 3339, e.g. `2026-11-25T15:30:00Z`. */
export type Instant = Schemas['Instant']

/** What an answer may warn of before the visit. A closed list: each has words wherever it is shown. */
export type IntakeAlert = Schemas['IntakeAlert']

export type IntakeAnswer = Schemas['IntakeAnswer']

/** One questionnaire of one appointment. FHIR: QuestionnaireResponse. */
export type IntakeForm = Schemas['IntakeForm']

/** An offer to link a sign-in. Never holds the code, and nothing that says whether the invited person is known. */
export type Invitation = Schemas['Invitation']

export type InvitationKind = Schemas['InvitationKind']

export type InvitationStatus = Schemas['InvitationStatus']

export type LabAnswer = Schemas['LabAnswer']

/** One measured thing. FHIR: Observation, category laboratory. */
export type LabObservation = Schemas['LabObservation']

/** FHIR: ServiceRequest, category laboratory. */
export type LabOrder = Schemas['LabOrder']

export type LabOrderStatus = Schemas['LabOrderStatus']

/** A question that the laboratory needs answered with an order. */
export type LabQuestion = Schemas['LabQuestion']

/** FHIR: DiagnosticReport, category LAB. */
export type LabResult = Schemas['LabResult']

/** What can be ordered. */
export type LabTest = Schemas['LabTest']

/** A BCP 47 language tag, e.g. `en` or `es`. */
export type Language = Schemas['Language']

/** The right to practice in one state. */
export type License = Schemas['License']

/** For lists: a published summary without its content. */
export type ListedSummary = Schemas['ListedSummary']

export type LiveTicket = Schemas['LiveTicket']

/** A text in one language. */
export type LocalizedText = Schemas['LocalizedText']

export type LoginStatus = Schemas['LoginStatus']

/** What is wrong with a file of the mailbox. */
export type MailboxFault = Schemas['MailboxFault']

/** A file of the clearinghouse's mailbox that waits for a person, or did. */
export type MailboxFile = Schemas['MailboxFile']

/** What became of a file of the clearinghouse's mailbox. */
export type MailboxFileState = Schemas['MailboxFileState']

/** The person behind the session. */
export type Me = Schemas['Me']

/** What can be prescribed. FHIR: Medication. */
export type Medication = Schemas['Medication']

/** The way a medicine is given. */
export type MedicationRoute = Schemas['MedicationRoute']

/** A person who works for the organization. */
export type Member = Schemas['Member']

export type Modality = Schemas['Modality']

/** A visit that should follow. */
export type NextVisit = Schemas['NextVisit']

/** FHIR: DocumentReference with a Composition document. */
export type Note = Schemas['Note']

export type NoteAddendum = Schemas['NoteAddendum']

/** What changed in one section, or in one part that is no section, in reading order. */
export type NoteChange = Schemas['NoteChange']

/** FHIR: Condition, and Encounter.diagnosis. */
export type NoteDiagnosis = Schemas['NoteDiagnosis']

export type NoteDifference = Schemas['NoteDifference']

/** In what a stored note is not what was signed. */
export type NoteFault = Schemas['NoteFault']

/** A part of a note that is no section of its template. */
export type NotePart = Schemas['NotePart']

export type NoteSection = Schemas['NoteSection']

/** What was done, as it will be charged. */
export type NoteService = Schemas['NoteService']

export type NoteSignature = Schemas['NoteSignature']

export type NoteStatus = Schemas['NoteStatus']

/** For lists: a note without its content. */
export type NoteSummary = Schemas['NoteSummary']

export type NoteTemplate = Schemas['NoteTemplate']

/** A part of a note. FHIR: Composition.section. */
export type NoteTemplateSection = Schemas['NoteTemplateSection']

/** Whether what is stored is what was signed. */
export type NoteVerification = Schemas['NoteVerification']

export type NoteVersion = Schemas['NoteVersion']

/** What was measured at one visit, as its signed note says it. */
export type NoteVitals = Schemas['NoteVitals']

/** The text of a notice. */
export type NoticeTemplate = Schemas['NoticeTemplate']

export type NotificationKind = Schemas['NotificationKind']

/** What the operations that name it with `@problems` may answer. */
export type OperationProblemCode = Schemas['OperationProblemCode']

/** What became of one test of an order, as its reports and the laboratory's own words say together. */
export type OrderedTestStatus = Schemas['OrderedTestStatus']

/** A health system: the tenant. Belongs to one region; every other deployment answers 421 with the right address. */
export type Organization = Schemas['Organization']

/** How people reach the clinic outside the portal. */
export type OrganizationContact = Schemas['OrganizationContact']

/** One score. FHIR: Observation, category survey. */
export type Outcome = Schemas['Outcome']

export type Participant = Schemas['Participant']

/** The person cared for. FHIR: Patient. */
export type Patient = Schemas['Patient']

/**
 * Where the patient is right now. Asked at every visit: it decides license, place of service and who is called
 * in an emergency.
 */
export type PatientLocation = Schemas['PatientLocation']

/** Whether a patient can sign in. */
export type PatientLogin = Schemas['PatientLogin']

export type PatientSummary = Schemas['PatientSummary']

export type Payer = Schemas['Payer']

/** Whom a payer decided about, as it calls them. */
export type PayerPatient = Schemas['PayerPatient']

/** Money from a patient. FHIR: PaymentNotice. */
export type Payment = Schemas['Payment']

export type PersonName = Schemas['PersonName']

export type Pharmacy = Schemas['Pharmacy']

/** What a pharmacy asks of a prescriber. */
export type PharmacyRequest = Schemas['PharmacyRequest']

/** A telephone number as a person writes it. */
export type Phone = Schemas['Phone']

export type PlaceHold = Schemas['PlaceHold']

export type PlaceLabOrder = Schemas['PlaceLabOrder']

/** A member who treats. FHIR: Practitioner with PractitionerRole. */
export type Practitioner = Schemas['Practitioner']

export type PractitionerSummary = Schemas['PractitionerSummary']

/** FHIR: MedicationRequest; what was handed out: MedicationDispense. */
export type Prescription = Schemas['Prescription']

/** A reason to think twice. */
export type PrescriptionAlert = Schemas['PrescriptionAlert']

export type PrescriptionAlertKind = Schemas['PrescriptionAlertKind']

/** Why a person has to telephone the pharmacy. */
export type PrescriptionAttention = Schemas['PrescriptionAttention']

export type PrescriptionCancelReason = Schemas['PrescriptionCancelReason']

export type PrescriptionEvent = Schemas['PrescriptionEvent']

export type PrescriptionStatus = Schemas['PrescriptionStatus']

/** RFC 9457 problem details. */
export type Problem = Schemas['Problem']

/** The stable code of a problem. Programs decide by this and by nothing else. */
export type ProblemCode = Schemas['ProblemCode']

/** A person who may act for a patient, within a scope and a time. FHIR: RelatedPerson. */
export type Proxy = Schemas['Proxy']

export type ProxyScope = Schemas['ProxyScope']

export type ProxyStatus = Schemas['ProxyStatus']

/** Notes of a therapist for themselves, apart from the record: 45 CFR 164.501 and 164.508(a)(2). */
export type PsychotherapyNote = Schemas['PsychotherapyNote']

export type PublishConsentDocument = Schemas['PublishConsentDocument']

/**
 * For what the access was made, as HL7 v3 ActReason (code system 2.16.840.1.113883.5.8) calls it. FHIR:
 * AuditEvent.authorization.
 */
export type PurposeOfUse = Schemas['PurposeOfUse']

export type PutAvailability = Schemas['PutAvailability']

/** One question, or a group of them. FHIR: Questionnaire.item. */
export type QuestionItem = Schemas['QuestionItem']

export type QuestionOption = Schemas['QuestionOption']

/** FHIR: Questionnaire. */
export type Questionnaire = Schemas['Questionnaire']

export type QuestionnaireSummary = Schemas['QuestionnaireSummary']

export type Queue = Schemas['Queue']

export type QueueEntry = Schemas['QueueEntry']

/** Where the patient stands in line. */
export type QueuePosition = Schemas['QueuePosition']

/** What is done and what is open before the visit can start. */
export type Readiness = Schemas['Readiness']

/** A patient handed to somebody else, until what they found has come back. FHIR: ServiceRequest with Task. */
export type Referral = Schemas['Referral']

export type ReferralStatus = Schemas['ReferralStatus']

/** One payment of a payer. FHIR: PaymentReconciliation. */
export type Remittance = Schemas['Remittance']

export type RemittanceLine = Schemas['RemittanceLine']

export type RescheduleAppointment = Schemas['RescheduleAppointment']

export type Role = Schemas['Role']

export type SaveIntake = Schemas['SaveIntake']

export type SaveNote = Schemas['SaveNote']

export type Score = Schemas['Score']

export type ScoreBand = Schemas['ScoreBand']

/** A sum over answers, e.g. the PHQ-9 total. */
export type ScoreRule = Schemas['ScoreRule']

/** Exact search over keyed hashes: names in full, never parts, so that the database learns nothing. */
export type SearchPatients = Schemas['SearchPatients']

/** One participant's right to be in a room. Never stored by a page; gone when the page is. */
export type Seat = Schemas['Seat']

export type SeatRole = Schemas['SeatRole']

export type SendSignal = Schemas['SendSignal']

/** Services that can be charged, by code. */
export type ServiceCode = Schemas['ServiceCode']

/** The server's own clocks for this session. */
export type Session = Schemas['Session']

/** A bookable time. FHIR: Slot. */
export type Slot = Schemas['Slot']

/** Why a practitioner, or a time of theirs, is not offered. */
export type SlotExclusion = Schemas['SlotExclusion']

export type SlotExclusionReason = Schemas['SlotExclusionReason']

export type SlotSearchResult = Schemas['SlotSearchResult']

export type Specialty = Schemas['Specialty']

export type StartCover = Schemas['StartCover']

/** A state or territory of the United States, two letters, e.g. `OH`. */
export type StateCode = Schemas['StateCode']

/** What a patient owes, and why. */
export type Statement = Schemas['Statement']

export type StatementLine = Schemas['StatementLine']

export type StatementVisit = Schemas['StatementVisit']

/** How a visit was, for the patient. */
export type Survey = Schemas['Survey']

export type TaskKind = Schemas['TaskKind']

/** What may bring a task about. */
export type TaskSource = Schemas['TaskSource']

/** A conversation of a patient with the care team; newest messages first. */
export type Thread = Schemas['Thread']

/** FHIR: Communication. */
export type ThreadMessage = Schemas['ThreadMessage']

export type ThreadSummary = Schemas['ThreadSummary']

export type ThreadTopic = Schemas['ThreadTopic']

/** RFC 6749 and RFC 8693 token request. Sent as a form, with the client's secret in HTTP Basic. */
export type TokenRequest = Schemas['TokenRequest']

export type TokenResponse = Schemas['TokenResponse']

export type UnmatchedReason = Schemas['UnmatchedReason']

/** A result that fits no order or no patient. */
export type UnmatchedResult = Schemas['UnmatchedResult']

/** What is left out stays. */
export type UpdateCareTeam = Schemas['UpdateCareTeam']

export type UpdateMember = Schemas['UpdateMember']

export type UpdateOrganization = Schemas['UpdateOrganization']

export type UpdatePatient = Schemas['UpdatePatient']

export type UpdatePractitioner = Schemas['UpdatePractitioner']

/** What is left out stays; null takes it away. */
export type UpdateProxy = Schemas['UpdateProxy']

export type VideoVendor = Schemas['VideoVendor']

/** What happens at the appointment. FHIR: Encounter, class VR. */
export type Visit = Schemas['Visit']

export type VisitOutcome = Schemas['VisitOutcome']

export type VisitStatus = Schemas['VisitStatus']

/** What the patient takes home from a visit. */
export type VisitSummary = Schemas['VisitSummary']

/** What can be booked. FHIR: HealthcareService. */
export type VisitType = Schemas['VisitType']

/** One measurement. FHIR: Observation, category vital-signs. */
export type Vital = Schemas['Vital']

/** What can be measured at a visit, by its LOINC code. */
export type VitalSign = Schemas['VitalSign']

/** A wall-clock time, `HH:MM`, in the practitioner's zone. `24:00` ends a day. */
export type WallTime = Schemas['WallTime']

export type WebhookDelivery = Schemas['WebhookDelivery']

/** Where an integrator receives events. */
export type WebhookEndpoint = Schemas['WebhookEndpoint']

/** Events to which a webhook may subscribe: every event model with `@webhook`. */
export type WebhookEventType = Schemas['WebhookEventType']

export type WeeklyWindow = Schemas['WeeklyWindow']

export type WritePrescription = Schemas['WritePrescription']

/** An IANA time zone, e.g. `America/New_York`. */
export type Zone = Schemas['Zone']
