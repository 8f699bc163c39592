import type Koa from 'koa'
import type { AftercareProvides } from './compose-aftercare.ts'
import type { CareProvides } from './compose-care.ts'
import type { Packs } from './packs.ts'
import type { DomainJob } from '../platform/contracts/domain-job.ts'
import type { SensitiveRegister } from '../platform/sensitive/sensitive-register.ts'
import type { CareRegister } from '../platform/care/care-register.ts'
import type { DomainModule } from '../platform/contracts/domain-module.ts'
import type { Platform } from '../platform/create-platform.ts'
import type { UndeclaredProblem } from '../platform/http/create-http-server.ts'
import type { Policies } from '../platform/http/read-policies.ts'
import type { Identity } from '../platform/identity/create-identity.ts'
import type { HeavyWork } from '../platform/heavy/heavy-work.ts'
import type { Live } from '../platform/live/create-live.ts'
import type { DrugChecks } from '../vendors/drug-checks/provider.ts'
import type { Resolve } from '../platform/egress/permitted-address.ts'
import type { Logger } from '../platform/logging/logger.ts'

/** Replacements for parts of the configuration, for tests, benchmarks and the command line. */
export interface Overrides {
  readonly clock?: () => Date
  readonly logger?: Logger
  readonly policies?: Partial<Policies>
  /** Replaces the machine's DNS lookup of recipients. */
  readonly resolve?: Resolve
  /** Replaces packs that ship. */
  readonly packs?: Partial<Packs>
  readonly drugChecks?: DrugChecks
  /** Replaces the care register that the domains provide. Tests of one domain have no care teams; tests of whole servers do. */
  readonly care?: CareRegister
  /** Treats these pharmacy certifications as granted. */
  readonly certifications?: readonly string[]
  /** Default: true. False for benchmarks that send everything from a few sessions. */
  readonly limitsRates?: boolean
  /**
   * Default: true. False: events are not delivered, jobs and checkpoints do not run, and sessions are not swept until a test does
   * so. For a clock that is moved by hand.
   */
  readonly timed?: boolean
  /** Called for refusals that the contract does not declare for their operation. */
  readonly onUndeclared?: UndeclaredProblem
}

export interface ComposedServer {
  /** Starts event delivery, jobs, checkpoints and the HTTP server. */
  listen(): Promise<{
    readonly port: number
    readonly url: string
    /** Port for results from the laboratory; null where none are received. */
    readonly resultsPort: number | null
  }>
  /** With TLS: reads the certificate again, for connections from now on. */
  reloadCertificate(): void
  /** Refuses new requests, waits for requests under way, and writes everything that is in memory. */
  close(): Promise<void>
  readonly app: Koa
  readonly platform: Platform
  readonly identity: Identity
  readonly live: Live
  readonly care: CareRegister
  readonly sensitive: SensitiveRegister
  /** Threads for documents and images. */
  readonly heavyWork: HeavyWork
  readonly modules: readonly DomainModule[]
  /** The jobs of all domains, and of the composition. */
  readonly jobs: readonly DomainJob[]
  /** The ports that the domains provide to the domains after them. */
  readonly provides: CareProvides & AftercareProvides
}
