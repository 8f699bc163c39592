import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { Laboratory } from '../../vendors/laboratory/provider.ts'
import type { LabCatalog } from './model/lab-catalog.ts'
import type { LabsPolicy } from './model/labs-policy.ts'

type Schemas = components['schemas']
export type Patient = Schemas['Patient']
export type PatientSummary = Schemas['PatientSummary']
export type Practitioner = Schemas['Practitioner']
export type PractitionerSummary = Schemas['PractitionerSummary']

/** A visit as far as an order rests on it. */
export interface OrderedInVisit {
  readonly visitId: string
  readonly patientId: string
  /** Where the patient said that they are. */
  readonly location: { readonly state: string } | null
}

/** What labs ask of the domains before them. Each function answers within the asker's organization and reach. */
export interface LabsPorts {
  readonly directory: {
    organization(context: ReadContext): Promise<{ readonly zone: string }>
    /** Without opening the record. Throws `not_found` for somebody who is no patient here. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Opens the record and notes the access. Throws `not_found`. */
    patient(context: ReadContext, patientId: string): Promise<Patient>
    /** Opens each record and notes the access. */
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    /** Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    /** By id, also of those who no longer practice. */
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, PractitionerSummary>>
    licensedIn(practitioner: Practitioner, state: string, at: Date): { readonly licensed: boolean }
    /** Throws `not_found`, or `outside_proxy_scope` for a proxy who may not read the record. */
    actingFor(context: ReadContext, patientId: string, scope: 'record'): Promise<unknown>
    /** By `member:id`. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    /** Every organization of the deployment, for timers. */
    organizationIds(): Promise<readonly string[]>
  }
  readonly visits: {
    /** Throws `not_found`. */
    visit(context: ReadContext, visitId: string): Promise<OrderedInVisit>
  }
  readonly documentation: {
    /** The wording of each ICD-10-CM code that is in use on the day of `at` in a place; codes that are not are left out. */
    diagnosisNames(codes: readonly string[], at: Date, zone: string): ReadonlyMap<string, string>
  }
  readonly laboratory: Laboratory
}

/** What this domain's own handlers are given beside that. */
export interface LabsContext extends LabsPorts {
  readonly catalog: LabCatalog
  readonly policy: LabsPolicy
}
