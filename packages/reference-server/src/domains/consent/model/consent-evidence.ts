import type { components } from '@visitkit/contract'
import type { ConsentText } from './consent-text.ts'
import type { DecidedByKind } from './require-valid-decision.ts'

type DecideConsent = components['schemas']['DecideConsent']

/** The circumstances of a decision, as known to the server. */
export interface DecisionCircumstances {
  readonly consentId: string
  readonly organizationId: string
  readonly patientId: string
  readonly decidedAt: Date
  readonly decidedBy: { readonly kind: DecidedByKind; readonly id: string; readonly relationship: string | null }
  readonly session: {
    readonly id: string
    readonly clientId: string
    readonly origin: string | null
    readonly authenticatedAt: Date
    /** As the identity provider asserted; empty if it asserted nothing. */
    readonly methods: readonly string[]
    readonly contextClass: string | null
  }
  readonly userAgent: string | null
  /** The role of the member of staff who attests a spoken decision; null otherwise. */
  readonly attestedAs: components['schemas']['ActorRole'] | null
  /** Pack rules that decided which form was required. Empty if no rule was evaluated. */
  readonly lawSources: readonly string[]
}

/**
 * The signed evidence of a decision: which text, how it was presented, who decided, how they were authenticated, and when (15 USC 7001(c):
 * intent, attribution, association with the record). `format` changes whenever a property does.
 */
export const consentEvidence = (
  text: ConsentText,
  body: DecideConsent,
  partTwo: components['schemas']['PartTwoConsent'] | null,
  about: DecisionCircumstances,
) => ({
  format: 'visitkit.consent-statement/5',
  consentId: about.consentId,
  organizationId: about.organizationId,
  patientId: about.patientId,
  document: {
    id: text.documentId,
    version: text.version,
    language: text.language,
    purpose: text.purpose,
    title: text.title,
    contentHash: text.contentHash,
  },
  decision: body.decision,
  appointmentId: body.appointmentId ?? null,
  sectionsSeen: [...new Set(body.sectionsSeen)],
  signature: body.signature ? { kind: body.signature.kind, name: body.signature.name } : null,
  spoken: body.spoken
    ? {
        saidBy: body.spoken.saidBy,
        proxyId: body.spoken.proxyId ?? null,
        channel: body.spoken.channel,
        state: body.spoken.state,
        textRead: body.spoken.textRead,
        attestedAs: about.attestedAs,
      }
    : null,
  decidedBy: about.decidedBy,
  decidedAt: about.decidedAt.toISOString(),
  zone: body.zone,
  partTwo,
  session: {
    id: about.session.id,
    clientId: about.session.clientId,
    origin: about.session.origin,
    authenticatedAt: about.session.authenticatedAt.toISOString(),
    methods: [...about.session.methods],
    contextClass: about.session.contextClass,
  },
  userAgent: about.userAgent,
  lawSources: [...about.lawSources],
})
