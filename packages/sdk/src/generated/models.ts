// Generated from packages/contract by `npm run generate`. Do not edit.
import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** One audited act on one patient's information. FHIR: AuditEvent. */
export type Access = Schemas['Access']

export type Address = Schemas['Address']

export type AgeRange = Schemas['AgeRange']

/** One given value; exactly one property is set. FHIR: QuestionnaireResponse.item.answer.value[x]. */
export type AnswerValue = Schemas['AnswerValue']

/** A booked time. FHIR: Appointment. */
export type Appointment = Schemas['Appointment']

export type AppointmentStatus = Schemas['AppointmentStatus']

/** When a practitioner works, in their own zone. FHIR: Schedule. */
export type Availability = Schemas['Availability']

/** A date on which the week does not hold. */
export type AvailabilityException = Schemas['AvailabilityException']

export type AvailabilityWindow = Schemas['AvailabilityWindow']

export type BookAppointment = Schemas['BookAppointment']

/** How the health system looks. Elements take every colour from here; nothing of ours shows. */
export type Brand = Schemas['Brand']

export type CancelAppointment = Schemas['CancelAppointment']

export type CheckIn = Schemas['CheckIn']

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

/** One clause. */
export type ConsentSection = Schemas['ConsentSection']

/** How the person signed. */
export type ConsentSignature = Schemas['ConsentSignature']

export type CreateMember = Schemas['CreateMember']

export type CreatePatient = Schemas['CreatePatient']

export type CreatePractitioner = Schemas['CreatePractitioner']

export type CreateProxy = Schemas['CreateProxy']

export type CreateVisitType = Schemas['CreateVisitType']

export type DecideConsent = Schemas['DecideConsent']

export type DeviceCheck = Schemas['DeviceCheck']

export type EmergencyContact = Schemas['EmergencyContact']

/** An answer that must reach a person at once: the form stops and shows help, and the clinic is told. */
export type EmergencyRule = Schemas['EmergencyRule']

/** The question is asked only when this holds. */
export type EnableWhen = Schemas['EnableWhen']

export type EndVisit = Schemas['EndVisit']

/** One faulty property of a request. Never holds the value that was sent. */
export type FaultyProperty = Schemas['FaultyProperty']

/** A time kept for minutes. */
export type Hold = Schemas['Hold']

/** An opaque id. */
export type Id = Schemas['Id']

/** How a person signs in: the subject of the organization's registered issuer. */
export type Identity = Schemas['Identity']

/** An instant in UTC, RFC 3339, e.g. `2026-11-25T15:30:00Z`. */
export type Instant = Schemas['Instant']

export type IntakeAnswer = Schemas['IntakeAnswer']

/** One questionnaire of one appointment. FHIR: QuestionnaireResponse. */
export type IntakeForm = Schemas['IntakeForm']

/** A BCP 47 language tag, e.g. `en` or `es`. */
export type Language = Schemas['Language']

/** The right to practise in one state. */
export type Licence = Schemas['Licence']

export type LiveTicket = Schemas['LiveTicket']

/** A text in one language. */
export type LocalizedText = Schemas['LocalizedText']

/** The person behind the session. */
export type Me = Schemas['Me']

/** A person who works for the organization. */
export type Member = Schemas['Member']

export type Modality = Schemas['Modality']

/** A health system: the tenant. Belongs to one region; every other deployment answers 421 with the right address. */
export type Organization = Schemas['Organization']

/** How people reach the clinic outside the portal. */
export type OrganizationContact = Schemas['OrganizationContact']

export type Participant = Schemas['Participant']

/** The person cared for. FHIR: Patient. */
export type Patient = Schemas['Patient']

/**
 * Where the patient is right now. Asked at every visit: it decides licence, place of service and who is called
 * in an emergency.
 */
export type PatientLocation = Schemas['PatientLocation']

export type PatientSummary = Schemas['PatientSummary']

export type PersonName = Schemas['PersonName']

/** A telephone number as a person writes it. */
export type Phone = Schemas['Phone']

export type PlaceHold = Schemas['PlaceHold']

/** A member who treats. FHIR: Practitioner with PractitionerRole. */
export type Practitioner = Schemas['Practitioner']

export type PractitionerSummary = Schemas['PractitionerSummary']

/** RFC 9457 problem details. */
export type Problem = Schemas['Problem']

/** A person who may act for a patient, within a scope and a time. FHIR: RelatedPerson. */
export type Proxy = Schemas['Proxy']

export type ProxyScope = Schemas['ProxyScope']

export type PublishConsentDocument = Schemas['PublishConsentDocument']

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
export type QueuePlace = Schemas['QueuePlace']

/** What is done and what is open before the visit can start. */
export type Readiness = Schemas['Readiness']

export type RescheduleAppointment = Schemas['RescheduleAppointment']

export type Role = Schemas['Role']

export type SaveIntake = Schemas['SaveIntake']

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

/** The server's own clocks for this session. */
export type Session = Schemas['Session']

/** A bookable time. FHIR: Slot. */
export type Slot = Schemas['Slot']

/** Why a practitioner, or a time of theirs, is not offered. */
export type SlotExclusion = Schemas['SlotExclusion']

export type SlotSearchAnswer = Schemas['SlotSearchAnswer']

export type Specialty = Schemas['Specialty']

/** A state or territory of the United States, two letters, e.g. `OH`. */
export type StateCode = Schemas['StateCode']

export type TokenAnswer = Schemas['TokenAnswer']

/** RFC 6749 and RFC 8693 token request. Sent as a form, with the client's secret in HTTP Basic. */
export type TokenRequest = Schemas['TokenRequest']

export type UpdateMember = Schemas['UpdateMember']

export type UpdateOrganization = Schemas['UpdateOrganization']

export type UpdatePatient = Schemas['UpdatePatient']

export type UpdatePractitioner = Schemas['UpdatePractitioner']

export type VideoVendor = Schemas['VideoVendor']

/** What happens at the appointment. FHIR: Encounter, class VR. */
export type Visit = Schemas['Visit']

export type VisitOutcome = Schemas['VisitOutcome']

export type VisitStatus = Schemas['VisitStatus']

/** What can be booked. FHIR: HealthcareService. */
export type VisitType = Schemas['VisitType']

/** A wall-clock time, `HH:MM`, in the practitioner's zone. `24:00` ends a day. */
export type WallTime = Schemas['WallTime']

export type WeeklyWindow = Schemas['WeeklyWindow']

/** An IANA time zone, e.g. `America/New_York`. */
export type Zone = Schemas['Zone']
