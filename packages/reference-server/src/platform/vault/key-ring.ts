import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { Problem } from '../problems/problem.ts'
import type { AnyKysely } from '../contracts/database.ts'
import { currentTransaction } from '../database/pool/transaction-context.ts'
import { KeyCache } from './key-cache.ts'
import type { KeyProvider } from './key-provider.ts'
import { openBytes, sealBytes } from './record-cipher.ts'

/** All versions of a key; the last one encrypts. */
export interface KeyVersions {
  readonly current: number
  readonly byVersion: ReadonlyMap<number, KeyObject>
}

/**
 * The master key (provider) wraps organization keys; an organization's key wraps the data key of each of its patients; a data key
 * encrypts that patient's records. So one patient can be erased, one organization can leave with its keys, and rotating a wrapping key
 * rewraps a few rows without changing records. Keys are loaded over the given connection, and row security restricts them to its
 * organization.
 */
export class KeyRing {
  readonly #provider: KeyProvider
  /** A thousand organizations with their index keys: a few dozen KB. */
  readonly #organizationKeys = new KeyCache<KeyVersions>(2_000, 3_600_000)
  /** About 300 bytes each. */
  readonly #dataKeys = new KeyCache<KeyVersions>(50_000, 300_000)
  readonly #loading = new Map<string, Promise<KeyVersions>>()

  constructor(provider: KeyProvider) {
    this.#provider = provider
  }

  /** The data key of a patient (or, with null, of the organization); created if there is none. 410 if the patient was erased. */
  async dataKey(db: AnyKysely, organizationId: string, patientId: string | null): Promise<KeyVersions> {
    const subject = patientId ?? ''
    const name = `${organizationId}|${subject}`
    return (
      this.#dataKeys.get(name) ??
      this.#once(`data|${name}`, async () => {
        const found = await this.#loadDataKey(db, organizationId, subject)
        this.#dataKeys.set(name, found)
        return found
      })
    )
  }

  /** Like `dataKey`, for a record encrypted under a version that this process has not loaded yet. */
  async reloadDataKey(db: AnyKysely, organizationId: string, patientId: string | null): Promise<KeyVersions> {
    this.#dataKeys.delete(`${organizationId}|${patientId ?? ''}`)
    return this.dataKey(db, organizationId, patientId)
  }

  async indexKey(db: AnyKysely, organizationId: string): Promise<KeyObject> {
    // A single version: under another key, no stored hash would be found again.
    return keyOf(await this.#organizationKey(db, organizationId, 'indexes'), 1)
  }

  /** Deletes a patient's data keys permanently: what they encrypted cannot be decrypted again, in any copy. */
  async erase(tx: AnyKysely, organizationId: string, patientId: string): Promise<void> {
    if (patientId === '') throw new Error("An organization's own key is not a patient's: nothing to erase.")
    await sql`insert into vault.erasures (organization_id, subject) values (${organizationId}, ${patientId}) on conflict do nothing`.execute(
      tx,
    )
    await sql`delete from vault.data_keys where organization_id = ${organizationId} and subject = ${patientId}`.execute(
      tx,
    )
    const evict = (): void => this.#dataKeys.delete(`${organizationId}|${patientId}`)
    evict()
    // Again after the commit: a concurrent request may have loaded the key in between.
    currentTransaction()?.onCommit(evict)
  }

  forget(organizationId: string, patientId: string): void {
    this.#dataKeys.delete(`${organizationId}|${patientId}`)
  }

  /** Concurrent callers that miss the same key share one load. Not across transactions: each sees its own rows. */
  #once(name: string, load: () => Promise<KeyVersions>): Promise<KeyVersions> {
    const loading = (currentTransaction()?.local ?? this.#loading) as Map<string, Promise<KeyVersions>>
    const known = loading.get(name)
    if (known) return known
    const promise = load().finally(() => loading.delete(name))
    loading.set(name, promise)
    return promise
  }

  async #loadDataKey(db: AnyKysely, organizationId: string, subject: string): Promise<KeyVersions> {
    const select = sql<{ version: number; organization_key: number; wrapped: Buffer }>`
      select version, organization_key, wrapped from vault.data_keys
      where organization_id = ${organizationId} and subject = ${subject} order by version`
    const organizationKey = await this.#organizationKey(db, organizationId, 'records')
    let { rows } = await select.execute(db)
    if (rows.length === 0) {
      await this.#requireNotErased(db, organizationId, subject)
      const { current } = organizationKey
      const wrapped = sealBytes(
        keyOf(organizationKey, current),
        current,
        dataKeyContext(organizationId, subject, 1),
        randomBytes(32),
      )
      await sql`insert into vault.data_keys (organization_id, subject, version, organization_key, wrapped)
        values (${organizationId}, ${subject}, 1, ${current}, ${wrapped}) on conflict do nothing`.execute(db)
      // Read back: if two transactions create the key at once, both must use the stored one.
      rows = (await select.execute(db)).rows
    }
    const byVersion = new Map<number, KeyObject>()
    for (const { version, organization_key, wrapped } of rows) {
      const wrapping = organizationKey.byVersion.has(organization_key)
        ? organizationKey
        : await this.#reloadOrganizationKey(db, organizationId)
      const key = openBytes(
        keyOf(wrapping, organization_key),
        dataKeyContext(organizationId, subject, version),
        wrapped,
      )
      byVersion.set(version, createSecretKey(key))
    }
    return versionsOf(byVersion)
  }

  async #requireNotErased(db: AnyKysely, organizationId: string, subject: string): Promise<void> {
    const erased =
      await sql`select 1 from vault.erasures where organization_id = ${organizationId} and subject = ${subject}`.execute(
        db,
      )
    if (erased.rows.length > 0) {
      throw new Problem(
        410,
        'record_erased',
        'These records were erased at the request of the person or the organization. They cannot be restored.',
      )
    }
  }

  #organizationKey(db: AnyKysely, organizationId: string, purpose: 'records' | 'indexes'): Promise<KeyVersions> {
    const name = `${organizationId}|${purpose}`
    const known = this.#organizationKeys.get(name)
    if (known) return Promise.resolve(known)
    return this.#once(`organization|${name}`, async () => {
      const found = await this.#loadOrganizationKey(db, organizationId, purpose)
      this.#organizationKeys.set(name, found)
      return found
    })
  }

  #reloadOrganizationKey(db: AnyKysely, organizationId: string): Promise<KeyVersions> {
    this.#organizationKeys.delete(`${organizationId}|records`)
    return this.#organizationKey(db, organizationId, 'records')
  }

  async #loadOrganizationKey(
    db: AnyKysely,
    organizationId: string,
    purpose: 'records' | 'indexes',
  ): Promise<KeyVersions> {
    const select = sql<{ version: number; master_key: string; wrapped: Buffer }>`
      select version, master_key, wrapped from vault.organization_keys
      where organization_id = ${organizationId} and purpose = ${purpose} order by version`
    let { rows } = await select.execute(db)
    if (rows.length === 0) {
      const made = await this.#provider.wrap(randomBytes(32), organizationKeyContext(organizationId, purpose, 1))
      await sql`insert into vault.organization_keys (organization_id, purpose, version, master_key, wrapped)
        values (${organizationId}, ${purpose}, 1, ${made.masterKey}, ${made.wrapped}) on conflict do nothing`.execute(
        db,
      )
      rows = (await select.execute(db)).rows
    }
    const byVersion = new Map<number, KeyObject>()
    for (const { version, master_key, wrapped } of rows) {
      const key = await this.#provider.unwrap(
        { masterKey: master_key, wrapped },
        organizationKeyContext(organizationId, purpose, version),
      )
      byVersion.set(version, createSecretKey(key))
    }
    return versionsOf(byVersion)
  }
}

export const organizationKeyContext = (organizationId: string, purpose: string, version: number): string =>
  `vault.organization_keys|${organizationId}|${purpose}|${version}`

export const dataKeyContext = (organizationId: string, subject: string, version: number): string =>
  `${organizationId}|vault.data_keys|${subject}|${version}`

export const keyOf = (versions: KeyVersions, version: number): KeyObject => {
  const key = versions.byVersion.get(version)
  if (!key) throw new Error(`Key version ${version} is missing.`)
  return key
}

const versionsOf = (byVersion: ReadonlyMap<number, KeyObject>): KeyVersions => ({
  current: Math.max(...byVersion.keys()),
  byVersion,
})
