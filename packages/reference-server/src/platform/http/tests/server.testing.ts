import type { DomainModule } from '../../contracts/domain-module.ts'
import type { CareRegister } from '../../care/care-register.ts'
import type { PlatformDatabase } from '../../database/open/open-database.ts'
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

/** The platform as a domain's factory is given it. */
export interface TestPlatform {
  readonly database: PlatformDatabase
  readonly vault: Vault
  readonly ledger: Ledger
  readonly unitOfWork: UnitOfWork
  readonly clock: () => Date
  /** Hands a signal to the browsers of a room. */
  readonly signal: (signal: LiveSignal) => void
}

export interface TestServerOptions {
  readonly engine: 'pglite' | 'postgres'
  /** The domains under test; a module, or what a domain's factory returns. */
  readonly modules?: (platform: TestPlatform) => readonly (DomainModule | { readonly module: DomainModule })[]
  /** Where the clock stands at first. Default: now. */
  readonly now?: string
  /** Instead of the contract of this release: a table of the test's own. */
  readonly contract?: Contract
  readonly policies?: Partial<Policies>
  /** Who signs in with what; by default nobody does, and `as` opens sessions. */
  readonly identityPorts?: IdentityPorts
  readonly signal?: SignalPort
  /** Treatment relationships. Default: everyone is in one care team. */
  readonly care?: CareRegister
  /** Replaces the ledger, e.g. by one that fails. */
  readonly wrapLedger?: (ledger: Ledger) => Ledger
  /** What the server logs, line by line. */
  readonly onLog?: (line: string) => void
  readonly maxInFlight?: number
  readonly limitsRates?: boolean
}

export interface TestPerson {
  readonly personId?: string
  readonly patientIds?: readonly string[]
  readonly practitionerId?: string | null
  readonly organizationId?: string
  /** Null: not a browser. Default: the test portal. */
  readonly origin?: string | null
  readonly authenticatedAt?: Date
  readonly kind?: Exclude<CallerKind, 'system'>
}

export interface SignedInClient extends TestClient {
  readonly session: Session
  readonly caller: Caller
  /** As it was at first; the client's own requests carry a fresh one. */
  readonly accessToken: string
}

export interface TestServer {
  readonly url: string
  readonly organizationId: string
  /** Where the test portal is, and its registered client. */
  readonly portal: { readonly origin: string; readonly clientId: string; readonly clientSecret: string }
  readonly platform: TestPlatform
  readonly identity: Identity
  readonly httpServer: HttpServer
  readonly clock: TestClock
  /** Somebody who is signed in, in these roles. A patient's own id is `personId`, and is among `patientIds` unless these are given. */
  as(role: string | readonly string[], person?: TestPerson): Promise<SignedInClient>
  /** Nobody. */
  anonymous(): TestClient
  /** Runs in a transaction of one domain as the server itself: for what a test needs to be there. */
  keep<A>(domain: string, run: (context: WriteContext) => Promise<A>, organizationId?: string): Promise<A>
  /** Delivers events until none is left: reactions have run and live pages have been told. */
  settle(): Promise<void>
  readonly live: { readonly hub: Live['hub']; readonly delivered: readonly DeliveredUpdate[] }
  /** What the ledger holds, oldest first. */
  accessRows(only?: { patientId?: string; operation?: string }): Promise<AccessRow[]>
  stop(): Promise<void>
}
