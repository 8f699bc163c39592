import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { HeavyWork } from '../../platform/heavy/heavy-work.ts'
import type { PartTwoGate } from '../../platform/sensitive/part-two-gate.ts'
import type { DiagnosisCatalog } from './model/diagnosis-catalog.ts'
import type { TemplateCatalog } from './model/note-template.ts'
import type { OrderSet } from './model/order-set.ts'
import type { SpecialtyNotes } from './model/specialty-notes.ts'

type Schemas = components['schemas']
export type Practitioner = Schemas['Practitioner']
export type Patient = Omit<Schemas['Patient'], 'phone' | 'address'>
export type PatientSummary = Schemas['PatientSummary']

/** The properties of a visit that its note needs. */
export interface DocumentedVisit {
  readonly visitId: string
  readonly appointmentId: string
  readonly patientId: string
  /** The practitioner who admitted the patient and so treats them; null before admission. */
  readonly seenBy: string | null
  readonly specialty: string
  readonly visitTypeCode: string
  readonly visitTypeName: Schemas['LocalizedText'][]
  readonly modality: Schemas['Modality']
  readonly status: Schemas['VisitStatus']
  readonly location: Schemas['PatientLocation'] | null
  readonly checkedInAt: Date
  readonly startedAt: Date | null
}

/** What the patient said to a denied correction of the note, with what was asked and answered (45 CFR 164.526(d)(5)). */
export interface StatementOfDisagreement {
  readonly text: string
  readonly at: Date
  /** Null if it is not known. */
  readonly byKind: 'patient' | 'proxy' | null
  readonly asked: string
  readonly answer: string
}

/** One questionnaire that was answered before the visit. */
export interface IntakeAnswers {
  readonly title: Schemas['LocalizedText'][]
  readonly questions: readonly {
    readonly linkId: string
    readonly loinc: string | null
    readonly text: Schemas['LocalizedText'][]
    readonly values: readonly Schemas['AnswerValue'][]
    readonly chosen: readonly Schemas['QuestionOption'][]
  }[]
  readonly scores: readonly {
    readonly name: Schemas['LocalizedText'][]
    readonly value: number
    readonly bandText: Schemas['LocalizedText'][]
  }[]
  readonly alerts: readonly Schemas['IntakeAlert'][]
}

export interface MadeSignature {
  readonly signature: Uint8Array
  readonly keyId: string
  /** The raw 32 bytes. */
  readonly publicKey: Uint8Array
}

/** What documentation needs from upstream domains. Each function answers for the caller's organization and access. */
export interface DocumentationPorts {
  readonly visits: {
    /** Decrypts the visit. Throws `not_found`. */
    visit(context: ReadContext, visitId: string): Promise<DocumentedVisit>
  }
  readonly intake: {
    /** Decrypts the forms. */
    answersOf(context: ReadContext, appointmentId: string): Promise<readonly IntakeAnswers[]>
  }
  readonly scheduling: {
    /** The visit types of the organization, which determine its specialties. */
    visitTypes(context: ReadContext): Promise<readonly { readonly specialty: string; readonly active: boolean }[]>
    /** What the patients wrote at booking, by appointment. Decrypts each. */
    reasons(context: ReadContext, appointmentIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  }
  readonly directory: {
    /** Includes inactive practitioners. Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    /** Decrypts the record. Throws `not_found`, also for a patient who is not accessible to the caller. */
    patient(context: ReadContext, patientId: string): Promise<Patient>
    /** Decrypts each record. */
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    organization(context: ReadContext): Promise<{
      readonly languages: readonly string[]
      readonly zone: string
      readonly brand: { readonly name: string; readonly accentColor?: string }
    }>
    /** Throws `not_found` or `outside_proxy_scope` when the caller may not (or no longer) read the patient's record. */
    actingFor(context: ReadContext, patientId: string, scope: 'record'): Promise<unknown>
    /** Whether a member is active and has a role that permits this. */
    memberMay(context: ReadContext, memberId: string, permission: string): Promise<boolean>
    /** By `member:<id>`. Unknown members are left out. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
  }
  readonly partTwo: Pick<PartTwoGate, 'isProtected' | 'counselingNotes'>
  readonly rights: {
    /** What the patient said about this note after its correction was denied, the oldest first. Decrypts them, and records the access. */
    statementsAbout(
      context: ReadContext,
      about: { readonly patientId: string; readonly visitId: string },
    ): Promise<readonly StatementOfDisagreement[]>
  }
  /** Threads for documents and images. */
  readonly heavyWork: HeavyWork
  readonly signer: {
    /** Ed25519 signature of `bytes`. May call a key service, so call it before a transaction begins. */
    sign(bytes: Uint8Array): Promise<MadeSignature>
    /** Whether this raw public key is, or was, a key of the deployment. A forged signature carries the forger's key. */
    isTrusted(publicKey: Uint8Array): Promise<boolean>
  }
}

/** What the handlers of this domain receive in addition. */
export interface DocumentationContext extends DocumentationPorts {
  readonly templates: TemplateCatalog
  readonly diagnoses: DiagnosisCatalog
  readonly specialties: SpecialtyNotes
  /** Those of the product. */
  readonly orderSets: readonly OrderSet[]
}
