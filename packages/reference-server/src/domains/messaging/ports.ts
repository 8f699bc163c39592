import type { components } from '@visitkit/contract'
import type { ReadGate } from '../../platform/identity/read-gate.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { HeavyWork } from '../../platform/heavy/heavy-work.ts'
import type { EmailProvider, SmsProvider } from '../../vendors/notifications/provider.ts'
import type { WebhookPoster } from '../../vendors/notifications/webhooks/post-webhook.ts'
import type { ActingProxy } from './model/decide-for-proxies.ts'
import type { ConsentDecision, MessagingPolicy } from './model/messaging-policy.ts'
import type { AddressWriter, AddressWriters } from './model/preferences.ts'
import type { TemplatePack } from './model/template-pack.ts'

type PatientSummary = components['schemas']['PatientSummary']

/** What messaging needs to know of a person to notify them. */
export interface Addressee {
  readonly id: string
  readonly email?: string | undefined
  /** Texts without a choice of their own go to the number at which the patient may be called. */
  readonly call: components['schemas']['HowToCall']
  /** Who wrote `email`, and the number of `call`. Left out where it is not known. */
  readonly writers: AddressWriters
  readonly birthDate: string
  readonly language: string
  readonly zone: string
}

/** What a thread needs to know of its visit. */
export interface VisitOfThread {
  readonly patientId: string
  readonly practitionerId: string
  readonly seenBy: string | null
  readonly endedAt: Date | null
}

/** What messaging requires from other domains. Each function is limited to the caller's organization and reach. */
export interface MessagingPorts {
  readonly directory: {
    readonly organization: (context: ReadContext) => Promise<{
      readonly brand: { readonly name: string }
      readonly languages: readonly string[]
    }>
    readonly activeMembers: (
      context: ReadContext,
    ) => Promise<readonly { readonly id: string; readonly roles: readonly components['schemas']['Role'][] }[]>
    /** E-mail addresses of active members who have one, by id. */
    readonly memberAddresses: (context: ReadContext) => Promise<ReadonlyMap<string, string>>
    /** Decrypts the record. Throws `not_found`, also outside the caller's reach. */
    readonly patient: (context: ReadContext, patientId: string) => Promise<Addressee>
    /** Decrypts nothing. Throws `not_found`, also outside the caller's reach. */
    readonly patientZone: (context: ReadContext, patientId: string) => Promise<string>
    readonly patientSummaries: (
      context: ReadContext,
      patientIds: readonly string[],
    ) => Promise<ReadonlyMap<string, PatientSummary>>
    /** Decrypts each record. How patients are called, by id. */
    readonly reachable: (
      context: ReadContext,
      patientIds: readonly string[],
    ) => Promise<ReadonlyMap<string, { readonly call: components['schemas']['HowToCall'] }>>
    /** Ids of patients whose record has this telephone number, at most `limit`. Decrypts nothing. */
    readonly patientIdsByPhone: (context: ReadContext, phone: string, limit: number) => Promise<readonly string[]>
    readonly actingFor: (
      context: ReadContext,
      patientId: string,
      scope: 'record' | 'schedule' | 'visit',
    ) => Promise<{ readonly as: AddressWriter }>
    /** Proxies whose right over the patient is in force now. Decrypts each right. */
    readonly proxiesOf: (context: ReadContext, patientId: string) => Promise<readonly ActingProxy[]>
    /** By `kind:id`. */
    readonly actorNames: (
      context: ReadContext,
      actors: readonly { readonly kind: 'patient' | 'proxy' | 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ) => Promise<ReadonlyMap<string, string>>
    readonly practitioner: (
      context: ReadContext,
      practitionerId: string,
    ) => Promise<{ readonly memberId: string | null }>
    readonly organizationIds: () => Promise<readonly string[]>
  }
  readonly consent: {
    /** The patient's latest decision for a purpose: `refused` also if they withdrew their consent. Decrypts nothing. */
    readonly lastDecision: (context: ReadContext, patientId: string, purpose: 'messaging') => Promise<ConsentDecision>
  }
  readonly scheduling: {
    readonly appointment: (
      context: ReadContext,
      appointmentId: string,
    ) => Promise<{ readonly status: string; readonly start: Date; readonly unsupportedReasons: readonly string[] }>
  }
  /** The numbers of the inbox. Each decrypts nothing. */
  readonly inbox: {
    readonly may: (context: ReadContext, memberId: string, permission: string) => Promise<boolean>
    readonly openTasks: (context: ReadContext) => Promise<
      readonly {
        readonly kind: components['schemas']['TaskKind']
        readonly isAboutResult: boolean
        readonly share: 'own' | 'role' | 'team'
        readonly count: number
      }[]
    >
    /** Whether the caller has colleagues whose tasks the caller may take over. */
    readonly hasTeam: (context: ReadContext) => boolean
    readonly notes: (context: ReadContext) => Promise<number>
    readonly results: (context: ReadContext) => Promise<number>
    readonly scheduling: (context: ReadContext) => Promise<{ readonly requests: number; readonly waitlist: number }>
  }
  readonly visits: {
    readonly visit: (context: ReadContext, visitId: string) => Promise<VisitOfThread>
    /** Those of the visits whose waiting room is open on the patient's screen. Decrypts nothing. */
    readonly openWaitingRooms: (context: ReadContext, visitIds: readonly string[]) => Promise<ReadonlySet<string>>
    /** A report of a video vendor that did not fit, as it came; null if it is no longer there. */
    readonly heldReport: (
      context: ReadContext,
      reportId: string,
    ) => Promise<{
      readonly vendor: string
      readonly reader: string
      readonly reason: components['schemas']['PartnerHoldReason']
      readonly subject: string
      readonly bytes: Uint8Array
    } | null>
    /** Whether the patient was called in and is not in the room. Decrypts nothing. Throws `not_found`. */
    readonly isPatientAwaited: (context: ReadContext, visitId: string) => Promise<boolean>
  }
  readonly compliance: {
    /** Whom these questions about accesses and cases of the monitor are about, by id. Decrypts nothing. */
    readonly concerned: (
      context: ReadContext,
      ids: readonly string[],
    ) => Promise<ReadonlyMap<string, { readonly memberId: string | null; readonly isSecondLook: boolean }>>
  }
  /** Which events each person and each webhook may receive. */
  readonly reads: ReadGate
  /** Threads for documents and images. */
  readonly heavyWork: HeavyWork
  /** Null if this deployment sends no e-mail. */
  readonly email: EmailProvider | null
  readonly sms: SmsProvider | null
  readonly webhooks: WebhookPoster
  /** The address at which the organization's patients sign in, without a trailing slash. */
  readonly portalUrl: (organizationId: string) => Promise<string>
  /** The address for the SMS vendor's reports: `receiveSmsWebhook` of this server, as the vendor reaches it. */
  readonly smsReportUrl: (organizationId: string) => string
}

/** What the handlers of this domain receive. */
export interface MessagingContext extends MessagingPorts {
  readonly policy: MessagingPolicy
  readonly templates: TemplatePack
}
