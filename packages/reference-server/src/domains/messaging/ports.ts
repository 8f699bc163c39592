import type { components } from '@visitkit/contract'
import type { ReadGate } from '../../platform/identity/read-gate.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { EmailProvider, SmsProvider } from '../../vendors/notifications/provider.ts'
import type { WebhookPoster } from '../../vendors/notifications/webhooks/post-webhook.ts'
import type { ActingProxy } from './model/decide-for-proxies.ts'
import type { ConsentDecision, MessagingPolicy } from './model/messaging-policy.ts'
import type { TemplatePack } from './model/template-pack.ts'

type PatientSummary = components['schemas']['PatientSummary']

/** What messaging needs of a person to write to them. */
export interface Addressee {
  readonly id: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly language: string
  readonly zone: string
}

/** What messaging asks of the domains before it. Each function answers within the asker's organization and reach. */
export interface MessagingPorts {
  readonly directory: {
    readonly organization: (context: ReadContext) => Promise<{ readonly brand: { readonly name: string } }>
    /** Opens the record. Throws `not_found`, also beyond the caller's reach. */
    readonly patient: (context: ReadContext, patientId: string) => Promise<Addressee>
    /** Opens nothing. Throws `not_found`, also beyond the caller's reach. */
    readonly patientZone: (context: ReadContext, patientId: string) => Promise<string>
    readonly patientSummaries: (
      context: ReadContext,
      patientIds: readonly string[],
    ) => Promise<ReadonlyMap<string, PatientSummary>>
    readonly actingFor: (context: ReadContext, patientId: string, scope: 'record' | 'schedule') => Promise<unknown>
    /** Those whose right over the patient holds now. Opens each right. */
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
    /** What the patient last said on a purpose: `refused` also when they took back a yes. Opens nothing. */
    readonly lastDecision: (context: ReadContext, patientId: string, purpose: 'messaging') => Promise<ConsentDecision>
  }
  readonly scheduling: {
    readonly appointment: (
      context: ReadContext,
      appointmentId: string,
    ) => Promise<{ readonly status: string; readonly start: Date }>
  }
  readonly visits: {
    readonly visit: (
      context: ReadContext,
      visitId: string,
    ) => Promise<{ readonly patientId: string; readonly practitionerId: string; readonly seenBy: string | null }>
  }
  /** What each person and each webhook may be told of. */
  readonly reads: ReadGate
  /** Null: this deployment sends none. */
  readonly email: EmailProvider | null
  readonly sms: SmsProvider | null
  readonly webhooks: WebhookPoster
  /** Where the organization's patients sign in; without a slash at the end. */
  readonly portalUrl: (organizationId: string) => Promise<string>
  /** Where the SMS vendor reports to: `receiveSmsWebhook` of this server, as the vendor reaches it. */
  readonly smsReportUrl: (organizationId: string) => string
}

/** What the handlers of this domain are given. */
export interface MessagingContext extends MessagingPorts {
  readonly policy: MessagingPolicy
  readonly templates: TemplatePack
}
