import type { DomainModule } from '../../contracts/domain-module.ts'
import type { CareRegister } from '../../care/care-register.ts'
import type { PlatformDatabase } from '../../database/open/open-database.ts'
import type { SignInAssertion } from '../../identity/sign-in-strength.ts'
import type { Identity } from '../../identity/create-identity.ts'
import type { IdentityPorts } from '../../identity/identity-ports.ts'
import type { Session } from '../../identity/session.ts'
import type { Live } from '../../live/create-live.ts'
import type { DeliveredUpdate } from '../../live/live-hub.ts'
import type { LiveSignal } from '../../live/live-message.ts'
import type { SignalPort } from '../../live/live-socket.ts'
import type { AccessRow, Ledger } from '../../contracts/ledger.ts'
import type { Caller, CallerKind } from '../../contracts/caller.ts'
import type { WriteContext } from '../../contracts/context.ts'
import type { UnitOfWork } from '../../contracts/unit-of-work.ts'
import type { Vault } from '../../contracts/vault.ts'
import type { Contract } from '../contract.ts'
import type { HttpServer } from '../create-http-server.ts'
import type { Policies } from '../read-policies.ts'
import type { TestClient } from './http-client.testing.ts'
import type { TestClock } from './clock.testing.ts'

/** The platform as a domain's factory receives it. */
export interface TestPlatform {
  readonly database: PlatformDatabase
  readonly vault: Vault
  readonly ledger: Ledger
  readonly unitOfWork: UnitOfWork
  readonly clock: () => Date
  /** Sends a signal to the browsers of a room. */
  readonly signal: (signal: LiveSignal) => void
}

export interface TestServerOptions {
  readonly engine: 'pglite' | 'postgres'
  /** The domains under test: modules, or what a domain's factory returns. */
  readonly modules?: (platform: TestPlatform) => readonly (DomainModule | { readonly module: DomainModule })[]
  /** The initial time. Default: now. */
  readonly now?: string
  /** Replaces the contract of this release by one of the test. */
  readonly contract?: Contract
  readonly policies?: Partial<Policies>
  /** Maps sign-ins to people. By default no one signs in, and `as` creates sessions. */
  readonly identityPorts?: IdentityPorts
  readonly signal?: SignalPort
  /** Treatment relationships. Default: everyone is in one care team. */
  readonly care?: CareRegister
  /** Replaces the ledger, e.g. by one that fails. */
  readonly wrapLedger?: (ledger: Ledger) => Ledger
  /** Receives each log line of the server. */
  readonly onLog?: (line: string) => void
  readonly maxInFlight?: number
  readonly limitsRates?: boolean
  /** How many proxies in front of the server name the client's address. Default: none. */
  readonly trustedProxies?: number
}

export interface TestPerson {
  readonly personId?: string
  readonly patientIds?: readonly string[]
  readonly practitionerId?: string | null
  readonly organizationId?: string
  /** Null: not a browser. Default: the test portal. */
  readonly origin?: string | null
  readonly authenticatedAt?: Date
  /** How they signed in. Default: with a hardware key. */
  readonly signIn?: SignInAssertion
  readonly kind?: Exclude<CallerKind, 'system'>
}

export interface SignedInClient extends TestClient {
  readonly session: Session
  readonly caller: Caller
  /** The initial token. The client's own requests use a fresh one. */
  readonly accessToken: string
}

export interface TestServer {
  readonly url: string
  readonly organizationId: string
  /** The origin of the test portal, and its registered client. */
  readonly portal: { readonly origin: string; readonly clientId: string; readonly clientSecret: string }
  readonly platform: TestPlatform
  readonly identity: Identity
  readonly httpServer: HttpServer
  readonly clock: TestClock
  /** A signed-in person with these roles. A patient's own id is `personId`, and is in `patientIds` unless these are given. */
  as(role: string | readonly string[], person?: TestPerson): Promise<SignedInClient>
  /** A client without a session. */
  anonymous(): TestClient
  /** Runs in a transaction of one domain as the server itself, for the setup of a test. */
  keep<A>(domain: string, run: (context: WriteContext) => Promise<A>, organizationId?: string): Promise<A>
  /** Delivers events until none is left: reactions have run and live pages have their messages. */
  settle(): Promise<void>
  readonly live: { readonly hub: Live['hub']; readonly delivered: readonly DeliveredUpdate[] }
  /** The rows of the ledger, oldest first. */
  accessRows(only?: { patientId?: string; operation?: string }): Promise<AccessRow[]>
  stop(): Promise<void>
}
