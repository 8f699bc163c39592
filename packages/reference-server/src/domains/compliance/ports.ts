import type { CallerKind } from '../../platform/contracts/caller.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'

export interface ActorReference {
  readonly kind: CallerKind
  readonly id: string
}

/** What compliance needs from upstream domains. */
export interface CompliancePorts {
  readonly directory: {
    organizationIds(): Promise<readonly string[]>
    /** Throws `not_found` for a patient who does not exist or is not accessible to the caller. Decrypts nothing. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Throws `not_found` when no right is in effect and `outside_proxy_scope` when the right does not cover this scope. */
    actingFor(context: ReadContext, patientId: string, scope: 'record'): Promise<unknown>
    /** Names by `kind:id`. Patients and proxies are named only for the patients in `patientIds`. */
    actorNames(
      context: ReadContext,
      actors: readonly ActorReference[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    /** By id. Includes inactive practitioners. */
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, { readonly displayName: string }>>
  }
  /** Resolves when every access recorded so far can be read. */
  readonly settleAccesses: () => Promise<void>
  /** Names of registered clients by id. Unknown ids are left out. */
  readonly clientNames: (context: ReadContext, clientIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
