import type { Delimiters } from '../vendors/clearinghouse/x12/delimiters.ts'

/** The partners that this deployment exchanges messages with. Each needs an agreement in force under the name given here. */
export interface PartnersConfig {
  /**
   * `VISITKIT_PHARMACY_URL`, `_ACCOUNT`, `_SECRETS` (comma-separated; the first signs, all verify), `_DIRECTIONS` (`structured`,
   * default in development, or `text`, default in production). Agreement: `pharmacy`.
   */
  readonly pharmacy: PharmacyConfig | null
  /**
   * `VISITKIT_LABORATORY_ADDRESS` (`host:port`), `_TLS` (`required`, default, or `none`), `_SENDER` and `_RECEIVER`
   * (`application/facility`), `_PROCESSING` (`P`, default, or `T`), `_LISTEN` (`host:port`), `_CERTIFICATE`, `_KEY` and
   * `_CLIENTS_CA` (PEM files), `_FACILITIES` (`application/facility/organization`, comma-separated; with `/latin-1` at its end for a sender
   * whose messages name no character set and are not UTF-8). Agreement: `laboratory`.
   * `_SENDER_CERTIFICATES` (`application/facility/sha-256`, comma-separated): the certificate with which each sender connects.
   * Several laboratories: `_NAME` of the first, and `_OTHERS` (`id/name/host:port/application/facility`, comma-separated), each with its
   * senders in `_FACILITIES` as `id=application/facility/organization`. An organization orders from the first, and from the others that
   * report to it. Agreement of each: `laboratory-<id>`.
   */
  readonly laboratory: LaboratoryConfig | null
  /**
   * `VISITKIT_CLEARINGHOUSE_URL`, `_API_KEY`, `_SUBMITTER` (`id/name/contact/phone`), `_RECEIVER` (`id/name`), `_USAGE`,
   * `_ORGANIZATION` (the owner of the mailbox), `_DELIMITERS` (element, repetition, component, segment, e.g. `*^:~`), `_SERVICE_TYPES`
   * (EQ01 of a 270, comma-separated). Agreement: `clearinghouse`.
   */
  readonly clearinghouse: ClearinghouseConfig | null
  /** `VISITKIT_STRIPE_API_KEY`, `_WEBHOOK_SECRET`, `_API_BASE`, `_ORGANIZATION` (the owner of the account). Agreement: `stripe`. */
  readonly stripe: StripeConfig | null
  /** `VISITKIT_SMTP_URL` (`smtps://`, `smtp://` with STARTTLS, or `smtp+plain://` to this machine), `VISITKIT_MAIL_FROM`. Agreement: `smtp`. */
  readonly smtp: SmtpConfig | null
  /** `VISITKIT_TELNYX_API_KEY`, `_FROM`, `_PUBLIC_KEY`, `_API_BASE`. Agreement: `telnyx`. */
  readonly telnyx: TelnyxConfig | null
}

export interface PharmacyConfig {
  readonly baseUrl: string
  readonly accountId: string
  readonly secrets: readonly [string, ...string[]]
  readonly directions: 'structured' | 'text'
}

export interface Address {
  readonly host: string
  readonly port: number
}
export interface Station {
  readonly application: string
  readonly facility: string
}
export interface LaboratoryConfig {
  /** Of the first laboratory, as clinicians read it. */
  readonly name: string
  readonly address: Address
  readonly tls: 'required' | 'none'
  readonly sender: Station
  readonly receiver: Station
  readonly processing: 'P' | 'T'
  /** Further laboratories. TLS, sender and processing are the same. */
  readonly others: readonly {
    readonly id: string
    readonly name: string
    readonly address: Address
    readonly receiver: Station
  }[]
  readonly listen: Address
  /** TLS of the listener; null for a listener without TLS, which production refuses. */
  readonly listenTls: {
    readonly certificateFile: string
    readonly keyFile: string
    readonly clientsCaFile: string | null
  } | null
  readonly facilities: readonly (Station & {
    readonly organizationId: string
    /** The laboratory that sends under this name. */
    readonly laboratoryId: string
    /** Of messages that name none. */
    readonly characterSet: 'utf-8' | 'latin-1'
    /** The SHA-256 of the certificate with which it connects, in hexadecimal digits. Absent: any of the authority. */
    readonly certificate?: string
  })[]
}

export interface ClearinghouseConfig {
  readonly organizationId: string
  readonly baseUrl: string
  readonly apiKey: string
  readonly submitter: { readonly id: string; readonly name: string; readonly contact: string; readonly phone: string }
  readonly receiver: { readonly id: string; readonly name: string }
  readonly usage: 'production' | 'test'
  /** Null: chosen to fit the text. */
  readonly delimiters: Delimiters | null
  readonly serviceTypes: readonly string[]
  /** ISA06 of responses. Empty: the receiver. */
  readonly senders: readonly string[]
}

export interface StripeConfig {
  /** Those that share the account. */
  readonly organizationIds: readonly string[]
  readonly apiKey: string
  readonly webhookSecret: string
  readonly apiBase: string | null
}

export interface SmtpConfig extends Address {
  readonly tls: 'implicit' | 'required' | 'none'
  readonly auth: { readonly user: string; readonly password: string } | null
  readonly from: string
  /** Each signs mail that comes back. Empty: none is received. */
  readonly reportSecrets: readonly string[]
}

export interface TelnyxConfig {
  readonly apiKey: string
  readonly from: string
  readonly publicKey: string
  readonly apiBase: string | null
}
