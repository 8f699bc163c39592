import type { AnyKysely } from '../contracts/database.ts'
import type { Caller } from '../contracts/caller.ts'
import type { ProxyAccess } from '../identity/proxy-access.ts'

/** The sensitive visits of some patients. */
export interface SensitiveVisits {
  readonly patientIds: readonly string[]
  readonly appointmentIds: readonly string[]
  readonly visitIds: readonly string[]
}

/** What some patients have booked, and what they wait for, of which others may not learn. */
export interface SensitiveBookings {
  readonly appointmentIds: readonly string[]
  readonly waitlistEntryIds: readonly string[]
}

/** Lists the ids of what one domain recorded in these visits: notes, orders, threads, claims. `db` has the role of the domain. */
export type ListRecordsOfVisits = (db: AnyKysely, visits: SensitiveVisits) => Promise<readonly string[]>

/** Ports that read the domains directly. They decrypt nothing and record no access. */
export interface SensitivePorts {
  /** None for most patients. */
  readonly bookingsOf: (organizationId: string, patientIds: readonly string[]) => Promise<SensitiveBookings>
  readonly visitsOf: (organizationId: string, appointmentIds: readonly string[]) => Promise<readonly string[]>
  /** One for each domain that records something in a visit. */
  readonly recordSources: readonly ((organizationId: string, visits: SensitiveVisits) => Promise<readonly string[]>)[]
  /** What these patients asked about accesses to these ids, or to something that had no id yet. */
  readonly questionsAbout: (
    organizationId: string,
    patientIds: readonly string[],
    ids: ReadonlySet<string>,
  ) => Promise<readonly string[]>
  /** The rights that a person has accepted, in force today or later. */
  readonly proxyAccessOf: (caller: Caller) => Promise<readonly ProxyAccess[]>
}
