import type { components } from '@visitkit/contract'
import type { CarePolicy } from '../../platform/care/care-ports.ts'
import type { Caller } from '../../platform/contracts/caller.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'

/** What the directory needs from the platform. It stands at the head of the patient's journey and asks no other domain. */
export interface DirectoryPorts {
  /** The names of what the roles of a caller, or of a member who is asked about, permit. */
  readonly permissionsOf: (of: Pick<Caller, 'roles'>) => readonly string[]
  /** What the registered client is called, for services. */
  readonly clientName: (context: ReadContext, clientId: string) => Promise<string>
  /** Throws `vendor_not_permitted` unless an agreement with the vendor is in force in the region. */
  readonly requireVideoVendor: (
    vendor: components['schemas']['VideoVendor'],
    region: string,
    now: Date,
  ) => Promise<void>
  /** How long and how often colleagues may cover for each other. */
  readonly carePolicy: Omit<CarePolicy, 'relationshipDays'>
}
