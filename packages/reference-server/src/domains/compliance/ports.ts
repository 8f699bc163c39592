import type { CallerKind } from '../../platform/contracts/caller.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'

export interface ActorReference {
  readonly kind: CallerKind
  readonly id: string
}

/** What compliance asks of the domains before it. */
export interface CompliancePorts {
  readonly directory: {
    /** Throws `not_found` for a patient who does not exist or is beyond the caller's reach. Opens nothing. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Throws `not_found` when no right holds (any longer) and `outside_proxy_scope` when it does not cover the matter. */
    actingFor(context: ReadContext, patientId: string, scope: 'record'): Promise<unknown>
    /** By `kind:id`. Patients and proxies are named only as far as `patientIds` goes. */
    actorNames(
      context: ReadContext,
      actors: readonly ActorReference[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    /** By id, also of those who no longer practice. */
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, { readonly displayName: string }>>
  }
  /** Resolves when every access shown so far can be read. */
  readonly settleAccesses: () => Promise<void>
  /** What registered clients are called, by id; unknown ids are left out. */
  readonly clientNames: (context: ReadContext, clientIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
