import type { components } from '@visitkit/contract'
import type { Caller } from '../../platform/contracts/caller.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { VideoProvider } from '../../vendors/video/provider.ts'
import type { AppointmentAtCheckIn } from './model/check-in.ts'
import type { ConsentPurpose, Safeguards, VideoVendor } from './model/visit.ts'
import type { VisitsPolicy } from './model/visits-policy.ts'
import type { PresenceRegistry } from './store/presence-registry.ts'
import type { RoomOfVisit } from './workflows/room-of-visit.ts'

type Schemas = components['schemas']
export type Practitioner = Schemas['Practitioner']
export type PatientSummary = Schemas['PatientSummary']

/** An appointment as scheduling tells it to other domains. */
export interface VisitAppointment extends AppointmentAtCheckIn {
  readonly visitTypeId: string
  readonly version: number
  readonly type: AppointmentAtCheckIn['type'] & { readonly cancellationNoticeMinutes: number }
}

/** Something that an operator should know about a vendor. Codes and counts only. */
export interface VideoFinding {
  readonly code:
    | 'orphan_rooms_closed'
    | 'sweep_failed'
    | 'webhook_rearmed'
    | 'webhook_stopped'
    | 'webhook_missing'
    | 'webhooks_not_seen'
    | 'agreement_mode_differs'
  readonly vendor: VideoVendor
  readonly count: number
  /** The code of a refusal. */
  readonly reason?: string
}

/** A message between browsers of one room; the live hub carries it. */
export interface Signal {
  readonly organizationId: string
  readonly visitId: string
  /** The seat that speaks. */
  readonly from: string
  /** `session:<id>` of each who is to hear it. */
  readonly audience: readonly string[]
  /** Opaque: never stored, never logged. */
  readonly data: unknown
}

/** What visits ask of the domains before them and of the platform. Each function answers within the asker's organization and reach. */
export interface VisitsPorts {
  readonly scheduling: {
    /** Throws `not_found`. Opens nothing. */
    appointment(context: ReadContext, appointmentId: string): Promise<VisitAppointment>
    /** Opens nothing. */
    appointments(
      context: ReadContext,
      filter: { readonly practitionerId: string; readonly from: Date; readonly to: Date; readonly status: 'booked' },
    ): Promise<readonly VisitAppointment[]>
  }
  readonly directory: {
    /** Throws `not_found`. */
    practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
    licensedIn(practitioner: Practitioner, state: string, at: Date): { readonly licensed: boolean }
    /** Opens each record and notes the access. */
    patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
    /** Throws `not_found` or `outside_proxy_scope` when the caller may not act in the patient's visits (any longer). */
    actingFor(
      context: ReadContext,
      patientId: string,
      scope: 'visit',
    ): Promise<{ readonly as: 'patient' | 'proxy' | 'staff' }>
    organization(context: ReadContext): Promise<{ readonly videoVendor: VideoVendor }>
    /** Every organization of the deployment, for timers. */
    organizationIds(): Promise<readonly string[]>
  }
  readonly consent: {
    current(
      context: ReadContext,
      patientId: string,
      purposes: readonly ConsentPurpose[],
    ): Promise<Safeguards['consents']>
    /** Of many patients at once, by patient. */
    currentOfEach(
      context: ReadContext,
      asked: readonly { readonly patientId: string; readonly purposes: readonly ConsentPurpose[] }[],
    ): Promise<ReadonlyMap<string, Safeguards['consents']>>
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
    /** The vendor's provider as this organization may use it (vendor-gate.ts); null when this deployment has none. */
    providerOf(organizationId: string, vendor: VideoVendor): Promise<VideoProvider | null>
    /** Every vendor of this deployment, as the deployment itself may use it: for what concerns no single visit. */
    providers(): ReadonlyMap<VideoVendor, VideoProvider>
    /** Warns an operator, in the log. */
    report(finding: VideoFinding): void
  }
  readonly signals: { send(signal: Signal): void | Promise<void> }
}

/** What this domain's own handlers are given beside that. */
export interface VisitsContext extends VisitsPorts {
  readonly policy: VisitsPolicy
  readonly presence: PresenceRegistry
  readonly roomOfVisit: RoomOfVisit
}

/** Relays what a page says to others in its room; refuses by throwing. */
export type DeliverSignal = (caller: Caller, visitId: string, to: string | null, data: unknown) => Promise<void>
