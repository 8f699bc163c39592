import type { AnyKysely } from '../../contracts/database.ts'
import type { ConnectionScope } from '../pool/scope-statements.ts'

type ByOrganization = Map<string, AnyKysely>

/** A Kysely instance is small but not free. */
const maxReaders = 2_000

/** Readers by role and organization. Those that were not used while half of the maximum was added are dropped. */
export class ReaderCache {
  #recent = new Map<string, ByOrganization>()
  #earlier = new Map<string, ByOrganization>()
  #added = 0

  get(scope: ConnectionScope): AnyKysely | undefined {
    const recent = this.#recent.get(scope.role)?.get(scope.organization)
    if (recent) return recent
    const earlier = this.#earlier.get(scope.role)?.get(scope.organization)
    if (earlier) this.set(scope, earlier)
    return earlier
  }

  set({ role, organization }: ConnectionScope, reader: AnyKysely): void {
    if (this.#added >= maxReaders / 2) {
      this.#earlier = this.#recent
      this.#recent = new Map()
      this.#added = 0
    }
    const ofRole = this.#recent.get(role) ?? new Map<string, AnyKysely>()
    this.#recent.set(role, ofRole.set(organization, reader))
    this.#added += 1
  }
}
