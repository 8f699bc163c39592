import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { HeavyWork } from '../../platform/heavy/heavy-work.ts'
import type { FollowUpPolicy, Specialties } from './model/follow-up-policy.ts'
import type { PlainWords } from './model/plain-words.ts'

type Schemas = components['schemas']

export interface FollowedAppointment {
  readonly id: string
  readonly patientId: string
  readonly practitionerId: string
  readonly visitTypeId: string
  readonly start: Date
  readonly type: { readonly code: string; readonly specialty: string }
}

export interface FollowedVisit {
  readonly visitId: string
  readonly appointmentId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly seenBy: string | null
  readonly specialty: string
  readonly visitTypeCode: string
  readonly visitTypeName: Schemas['LocalizedText'][]
  /** The last one that the patient reported. */
  readonly location: Schemas['PatientLocation'] | null
  readonly callbackPhone: string
  readonly endedAt: Date | null
  readonly startedAt: Date | null
  readonly checkedInAt: Date
}

export interface Prescribed {
  readonly prescriptionId: string
  readonly name: string
  readonly directionsText: readonly Schemas['LocalizedText'][]
  readonly status: Schemas['PrescriptionStatus']
  readonly pharmacyName: string | null
}

export interface Ordered {
  readonly orderId: string
  readonly status: Schemas['LabOrderStatus']
  readonly tests: readonly {
    readonly name: Schemas['LocalizedText'][]
    readonly status: Schemas['OrderedTestStatus']
  }[]
}

/** What follow-up needs from upstream domains. Each function answers for the caller's organization and access. */
export interface FollowUpPorts {
  readonly directory: {
    /** Throws `not_found` or `outside_proxy_scope` when the caller may not (or no longer) act for the patient in this scope. */
    actingFor(context: ReadContext, patientId: string, scope: 'visit' | 'record'): Promise<unknown>
    /** Throws `not_found`, also for a patient who is not accessible to the caller. Decrypts nothing. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Decrypts the record. Throws `not_found`, also for a patient who is not accessible to the caller. */
    patient(
      context: ReadContext,
      patientId: string,
    ): Promise<Pick<Schemas['Patient'], 'call'> & { readonly ofRecord: Pick<Schemas['Patient'], 'address'> }>
    /** Decrypts each record and records the access. How patients are reached, by id. */
    reachable(
      context: ReadContext,
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, { readonly displayName: string; readonly letters: Schemas['HowToWrite'] }>>
    /** Decrypts each record and records the access. */
    patientSummaries(
      context: ReadContext,
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, Schemas['PatientSummary']>>
    /** Includes inactive practitioners. Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<{ readonly memberId: string | null }>
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, Schemas['PractitionerSummary']>>
    /** By `kind:id`. Unknown actors are left out. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    organization(
      context: ReadContext,
    ): Promise<Pick<Schemas['Organization'], 'name' | 'languages' | 'brand' | 'contact' | 'zone'>>
    /** Every organization of the deployment, for timers. */
    organizationIds(): Promise<readonly string[]>
  }
  readonly scheduling: {
    /** Throws `not_found`. Decrypts nothing. */
    appointment(context: ReadContext, appointmentId: string): Promise<FollowedAppointment>
    /** A patient's booked appointments from `from` to `to`. Decrypts nothing. */
    appointments(
      context: ReadContext,
      filter: { readonly patientId: string; readonly from: Date; readonly to: Date; readonly status: 'booked' },
    ): Promise<readonly FollowedAppointment[]>
    /** All visit types of the organization, including retired ones. */
    visitTypes(
      context: ReadContext,
    ): Promise<readonly Pick<Schemas['VisitType'], 'id' | 'code' | 'specialty' | 'name' | 'active'>[]>
  }
  readonly intake: {
    /** Decrypts the forms and records the access. */
    answersOf(
      context: ReadContext,
      appointmentId: string,
    ): Promise<
      readonly {
        readonly questionnaireCode: string
        readonly status: 'draft' | 'submitted'
        readonly submittedAt: Date | null
        readonly alerts: readonly Schemas['IntakeAlert'][]
        /** The questions whose rules raise the alerts. */
        readonly alertQuestions: readonly { readonly code: Schemas['IntakeAlert']; readonly linkId: string }[]
        readonly questions: readonly {
          readonly linkId: string
          readonly text: readonly Schemas['LocalizedText'][]
          readonly values: readonly Schemas['AnswerValue'][]
          readonly chosen: readonly Schemas['QuestionOption'][]
        }[]
        readonly scores: readonly { readonly code: string; readonly value: number }[]
      }[]
    >
  }
  readonly visits: {
    /** Decrypts the visit and records the access. Throws `not_found`. */
    visit(context: ReadContext, visitId: string): Promise<FollowedVisit>
    /** The same by appointment. Throws `not_found` also before check-in. */
    visitOfAppointment(context: ReadContext, appointmentId: string): Promise<FollowedVisit>
  }
  readonly documentation: {
    /** Null while the note of the visit is not signed. */
    signedNote(
      context: ReadContext,
      visitId: string,
    ): Promise<{
      readonly version: number
      readonly diagnoses: readonly { readonly code: string; readonly display?: string | undefined }[]
      /** The sections for the patient. */
      readonly instructions: readonly { readonly heading: readonly Schemas['LocalizedText'][]; readonly text: string }[]
      /** Addenda after the signature, with their authors. */
      readonly addenda: readonly { readonly text: string; readonly at: Date; readonly by: string }[]
    } | null>
  }
  readonly prescriptions: {
    prescriptionsOfVisit(context: ReadContext, visitId: string): Promise<readonly Prescribed[]>
  }
  /** Threads for documents and images. */
  readonly heavyWork: HeavyWork
  readonly labs: { ordersOfVisit(context: ReadContext, visitId: string): Promise<readonly Ordered[]> }
}

/** What the handlers of this domain receive in addition. */
export interface FollowUpContext extends FollowUpPorts {
  readonly policy: FollowUpPolicy
  readonly specialties: Specialties
  readonly plainWords: PlainWords
}
