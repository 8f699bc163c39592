import type { components } from '@visitkit/contract'
import type { CarePolicy } from '../../platform/care/care-ports.ts'
import type { Caller } from '../../platform/contracts/caller.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { HeavyWork } from '../../platform/heavy/heavy-work.ts'

/**
 * What the directory needs. It is the most upstream domain and depends on no other: what a change means downstream is asked through a port that
 * the composition binds (decision 46).
 */
export interface DirectoryPorts {
  /** Permissions of the caller's roles, or of a given member's. */
  readonly permissionsOf: (of: Pick<Caller, 'roles'>) => readonly string[]
  /** Name of the registered client, for services. */
  readonly clientName: (context: ReadContext, clientId: string) => Promise<string>
  /** Throws `vendor_not_permitted` unless an agreement with the vendor is in effect in the region. */
  readonly requireVideoVendor: (
    vendor: components['schemas']['VideoVendor'],
    region: string,
    now: Date,
  ) => Promise<void>
  /** Throws `appointments_affected` if the practitioner, changed like this, strands more booked appointments than the caller has seen. */
  readonly requireStrandedSeen: (
    context: ReadContext,
    practitioner: components['schemas']['Practitioner'],
    seen: number | undefined,
  ) => Promise<void>
  /** Runs on worker threads: photos are redrawn. */
  readonly heavyWork: HeavyWork
  /** Limits for covers: how long and how many. */
  readonly carePolicy: Omit<CarePolicy, 'relationshipDays'>
}
