import type { Organization, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

type Changes = Omit<Parameters<VisitClient['organization']['update']>[0], 'version'>

/**
 * The organization, as a page of the settings reads and changes it. What a colleague has changed since is read again, and no failure replaces
 * the page.
 */
export class OrganizationForm {
  readonly loaded: Loader<Organization>
  readonly saving: Loader<true>
  readonly #again: Loader<Organization>
  #client: VisitClient | null = null

  constructor(host: VisitElement) {
    this.loaded = new Loader(host)
    this.saving = new Loader(host)
    this.#again = new Loader(host)
  }

  open(client: VisitClient): void {
    this.#client = client
    void this.loaded.run((signal) => client.organization.get({ signal }), { quietly: true })
  }

  reset(): void {
    this.#client = null
    for (const loader of [this.loaded, this.saving, this.#again]) loader.reset()
  }

  /** Whether a colleague changed the organization first, and `loaded` has what is saved now. */
  get hasTheirs(): boolean {
    return this.saving.problem?.code === 'version_conflict' && this.#again.value !== undefined
  }

  /** Resolves with whether it is saved. Never rejects: `saving` has the problem. */
  async save(changes: Changes): Promise<boolean> {
    const client = this.#client
    const { value } = this.loaded
    if (!client || !value || this.saving.busy) return false
    this.#again.reset()
    const done = await this.saving.run(async (signal) => {
      this.loaded.set(await client.organization.update({ ...changes, version: value.version }, { signal }))
      return true
    })
    if (this.saving.problem?.code === 'version_conflict') {
      const theirs = await this.#again.run((signal) => client.organization.get({ signal }))
      if (theirs) this.loaded.set(theirs)
    }
    return done === true
  }
}
