import type { components } from '@visitkit/contract'
import type { Caller, CallerKind } from '../../platform/contracts/caller.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { IssueIceServers } from '../../vendors/video/ice-servers.ts'
import type { VideoProvider } from '../../vendors/video/provider.ts'
import type { AppointmentAtCheckIn } from './model/check-in.ts'
import type { ConsentPurpose, Safeguards, VideoVendor } from './model/visit.ts'
import type { VisitsPolicy } from './model/visits-policy.ts'
import type { PresenceRegistry } from './store/presence-registry.ts'
import type { RoomOfVisit } from './workflows/room-of-visit.ts'

type Schemas = components['schemas']
export type Practitioner = Schemas['Practitioner']
export type PatientSummary = Schemas['PatientSummary']

/** Where and how care takes place; null where it is not known. */
export interface CareCircumstances {
  readonly state: string | null
  readonly profession: string | null
  readonly payer: string | null
  readonly modality: string | null
}

/** An appointment as scheduling provides it to other domains. */
export interface VisitAppointment extends AppointmentAtCheckIn {
  readonly visitTypeId: string
  readonly version: number
  readonly unsupportedReasons: readonly Schemas['SupportReason'][]
  readonly type: AppointmentAtCheckIn['type'] & { readonly cancellationNoticeMinutes: number }
}

/** A vendor incident for operators. Contains codes and counts only. */
export interface VideoFinding {
  readonly code:
    | 'orphan_rooms_closed'
    | 'sweep_failed'
    | 'webhook_rearmed'
    | 'webhook_stopped'
    | 'webhook_missing'
    | 'webhooks_not_seen'
    | 'agreement_mode_differs'
    | 'account_records'
  readonly vendor: VideoVendor
  readonly count: number
  /** The code of a problem. */
  readonly reason?: string
}

/** A message between browsers in one room, carried by the live hub. */
export interface Signal {
  readonly organizationId: string
  readonly visitId: string
  /** The seat of the sender. */
  readonly from: string
  /** `session:<id>` of each recipient. */
  readonly audience: readonly string[]
  /** Opaque: never stored, never logged. */
  readonly data: unknown
}

/** What visits need from upstream domains and the platform. Each function answers for the caller's organization and access. */
export interface VisitsPorts {
  readonly scheduling: {
    /** Throws `not_found`. Decrypts nothing. */
    appointment(context: ReadContext, appointmentId: string): Promise<VisitAppointment>
    /** What the patients wrote at booking, by appointment; those without a reason are left out. Decrypts each and records the access. */
    reasons(context: ReadContext, appointmentIds: readonly string[]): Promise<ReadonlyMap<string, string>>
    /** Decrypts nothing. */
    appointments(
      context: ReadContext,
      filter: { readonly practitionerId: string; readonly from: Date; readonly to: Date; readonly status: 'booked' },
    ): Promise<readonly VisitAppointment[]>
  }
  readonly directory: {
    /** Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    licensedIn(practitioner: Practitioner, state: string, at: Date): { readonly licensed: boolean }
    /** Decrypts each record and records the access. */
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    /** Throws `not_found` or `outside_proxy_scope` when the caller may not (or no longer) act for the patient in this. */
    actingFor(
      context: ReadContext,
      patientId: string,
      scope: 'visit' | 'record',
    ): Promise<{ readonly as: 'patient' | 'proxy' | 'staff' }>
    organization(context: ReadContext): Promise<{
      readonly name: string
      readonly videoVendor: VideoVendor
      readonly machineCaptions: boolean
      readonly callRecording: boolean
    }>
    /** By `kind:id`. Decrypts the names of patients, and records the access. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: CallerKind; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    /** Every organization of the deployment, for timers. */
    organizationIds(): Promise<readonly string[]>
  }
  readonly consent: {
    current(
      context: ReadContext,
      patientId: string,
      purposes: readonly ConsentPurpose[],
    ): Promise<Safeguards['consents']>
    /** For a visit, under the law of where and how it takes place. `onceSince`: it serves the first visit after this instant. */
    forVisit(
      context: ReadContext,
      visit: { readonly patientId: string; readonly appointmentId: string; readonly care: CareCircumstances },
      purposes: readonly ConsentPurpose[],
    ): Promise<
      ReadonlyMap<
        ConsentPurpose,
        {
          readonly status: 'granted' | 'declined' | 'required'
          readonly reason?: Schemas['ConsentRequirementReason']
          readonly consentId?: string
          readonly onceSince?: Date
        }
      >
    >
    /** Whether a spoken yes to treatment is enough under this law. */
    acceptsSpoken(care: CareCircumstances, now: Date): boolean
    /** For many patients at once, by patient. */
    currentOfEach(
      context: ReadContext,
      asked: readonly { readonly patientId: string; readonly purposes: readonly ConsentPurpose[] }[],
    ): Promise<ReadonlyMap<string, Safeguards['consents']>>
  }
  readonly payers: {
    /** As laws about consent name it; null where it is not known, or more than one. */
    kindOf(context: ReadContext, patientId: string, at: Date): Promise<string | null>
  }
  readonly intake: {
    statusesOf(
      context: ReadContext,
      needs: readonly { readonly appointmentId: string; readonly questionnaires: readonly string[] }[],
    ): Promise<
      ReadonlyMap<
        string,
        { readonly status: 'done' | 'open' | 'not-required'; readonly emergencies: readonly Schemas['IntakeAlert'][] }
      >
    >
  }
  readonly video: {
    /** The vendor's provider for this organization (vendor-gate.ts); null when this deployment has none. */
    providerOf(organizationId: string, vendor: VideoVendor): Promise<VideoProvider | null>
    /** Every vendor of this deployment, for work that concerns no single visit. */
    providers(): ReadonlyMap<VideoVendor, VideoProvider>
    /** The deployment's own STUN and TURN servers, with which a browser measures its connection, whatever the vendor. */
    testServers: IssueIceServers
    /** Logs a warning for operators. */
    report(finding: VideoFinding): void
  }
  /** Whether these roles review all accesses, and so all admissions in an emergency. */
  readonly reviewsAccesses: (of: Pick<Caller, 'roles'>) => boolean
  readonly signals: { send(signal: Signal): void | Promise<void> }
}

/** What the handlers of this domain receive in addition. */
export interface VisitsContext extends VisitsPorts {
  readonly policy: VisitsPolicy
  readonly presence: PresenceRegistry
  readonly roomOfVisit: RoomOfVisit
}

/** Relays a page's signal to the others in its room. Throws `no_seat` or `signal_too_large`. */
export type DeliverSignal = (caller: Caller, visitId: string, to: string | null, data: unknown) => Promise<void>
