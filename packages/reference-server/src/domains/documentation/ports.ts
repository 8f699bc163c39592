import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { DiagnosisCatalog } from './model/diagnosis-catalog.ts'
import type { TemplateCatalog } from './model/note-template.ts'
import type { SpecialtyNotes } from './model/specialty-notes.ts'

type Schemas = components['schemas']
export type Practitioner = Schemas['Practitioner']
export type Patient = Schemas['Patient']
export type PatientSummary = Schemas['PatientSummary']

/** What a note needs to know of the visit that it documents. */
export interface DocumentedVisit {
  readonly visitId: string
  readonly appointmentId: string
  readonly patientId: string
  /** Who admitted the patient, and so treats; null before admission. */
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

/** One questionnaire as it was answered before the visit. */
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

/** What documentation asks of the domains before it. Each function answers within the asker's organization and reach. */
export interface DocumentationPorts {
  readonly visits: {
    /** Opens the visit. Throws `not_found`. */
    visit(context: ReadContext, visitId: string): Promise<DocumentedVisit>
  }
  readonly intake: {
    /** Opens the forms. */
    answersOf(context: ReadContext, appointmentId: string): Promise<readonly IntakeAnswers[]>
  }
  readonly scheduling: {
    /** What the organization offers: its specialties follow from it. */
    visitTypes(context: ReadContext): Promise<readonly { readonly specialty: string; readonly active: boolean }[]>
  }
  readonly directory: {
    /** Also one who no longer practices. Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    /** Opens the record. Throws `not_found`, also beyond the caller's reach. */
    patient(context: ReadContext, patientId: string): Promise<Patient>
    /** Opens each record. */
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    organization(context: ReadContext): Promise<{
      readonly languages: readonly string[]
      readonly zone: string
      readonly brand: { readonly name: string; readonly accentColor?: string }
    }>
    /** Throws `not_found` or `outside_proxy_scope` when the caller may not read the patient's record (any longer). */
    actingFor(context: ReadContext, patientId: string, scope: 'record'): Promise<unknown>
    /** Whether a member is active and has a role that permits this. */
    memberMay(context: ReadContext, memberId: string, permission: string): Promise<boolean>
    /** By `member:<id>`; unknown members are left out. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
  }
  readonly signer: {
    /** Ed25519 over `bytes`. May be a call to a key service, so it is asked before a transaction opens. */
    sign(bytes: Uint8Array): Promise<MadeSignature>
    /** Whether this raw public key is, or was, the deployment's own: a forger brings a key of their own. */
    isTrusted(publicKey: Uint8Array): Promise<boolean>
  }
}

/** What this domain's own handlers are given beside that. */
export interface DocumentationContext extends DocumentationPorts {
  readonly templates: TemplateCatalog
  readonly diagnoses: DiagnosisCatalog
  readonly specialties: SpecialtyNotes
}
