import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { AnyKysely } from '../contracts/database.ts'
import type { KeyProvider } from './key-provider.ts'
import { dataKeyContext, organizationKeyContext } from './key-ring.ts'
import { openBytes, sealBytes } from './record-cipher.ts'

interface OrganizationKeyRow {
  readonly organization_id: string
  readonly purpose: string
  readonly version: number
  readonly master_key: string
  readonly wrapped: Buffer
}

/** Rewraps every organization key under the provider's current master key. Afterwards older master keys are not needed. Can be repeated. */
export const rewrapOrganizationKeys = (
  database: PlatformDatabase,
  provider: KeyProvider,
): Promise<{ rewrapped: number }> =>
  database.transactAcross('vault', async (tx) => {
    const { rows } = await sql<OrganizationKeyRow>`
      select organization_id, purpose, version, master_key, wrapped from vault.organization_keys
      where master_key <> ${provider.currentMasterKey} for update`.execute(tx)
    for (const row of rows) {
      const keyContext = organizationKeyContext(row.organization_id, row.purpose, row.version)
      const key = await provider.unwrap({ masterKey: row.master_key, wrapped: row.wrapped }, keyContext)
      const next = await provider.wrap(key, keyContext)
      await sql`update vault.organization_keys set master_key = ${next.masterKey}, wrapped = ${next.wrapped}
        where organization_id = ${row.organization_id} and purpose = ${row.purpose} and version = ${row.version}`.execute(
        tx,
      )
    }
    return { rewrapped: rows.length }
  })

/**
 * Gives an organization a new key and rewraps its patients' data keys under it. Records are not changed, because data keys stay the same.
 * Running servers load the new version when they first need it.
 */
export const rotateOrganizationKey = (
  database: PlatformDatabase,
  provider: KeyProvider,
  organizationId: string,
): Promise<{ version: number; rewrapped: number }> =>
  database.transactAcross('vault', async (tx) => {
    const keys = await loadRecordKeys(tx, provider, organizationId)
    const version = Math.max(0, ...keys.keys()) + 1
    const fresh = randomBytes(32)
    const made = await provider.wrap(fresh, organizationKeyContext(organizationId, 'records', version))
    await sql`insert into vault.organization_keys (organization_id, purpose, version, master_key, wrapped)
      values (${organizationId}, 'records', ${version}, ${made.masterKey}, ${made.wrapped})`.execute(tx)
    const wrapping = createSecretKey(fresh)
    const { rows } = await sql<{ subject: string; version: number; organization_key: number; wrapped: Buffer }>`
      select subject, version, organization_key, wrapped from vault.data_keys
      where organization_id = ${organizationId} for update`.execute(tx)
    for (const row of rows) {
      const additionalContext = dataKeyContext(organizationId, row.subject, row.version)
      const old = keys.get(row.organization_key)
      if (!old) throw new Error(`Organization key version ${row.organization_key} is missing.`)
      const wrapped = sealBytes(wrapping, version, additionalContext, openBytes(old, additionalContext, row.wrapped))
      await sql`update vault.data_keys set organization_key = ${version}, wrapped = ${wrapped}
        where organization_id = ${organizationId} and subject = ${row.subject} and version = ${row.version}`.execute(tx)
    }
    return { version, rewrapped: rows.length }
  })

const loadRecordKeys = async (
  tx: AnyKysely,
  provider: KeyProvider,
  organizationId: string,
): Promise<Map<number, KeyObject>> => {
  const { rows } = await sql<OrganizationKeyRow>`
    select organization_id, purpose, version, master_key, wrapped from vault.organization_keys
    where organization_id = ${organizationId} and purpose = 'records' for update`.execute(tx)
  const keys = new Map<number, KeyObject>()
  for (const { version, master_key, wrapped } of rows) {
    const keyContext = organizationKeyContext(organizationId, 'records', version)
    keys.set(version, createSecretKey(await provider.unwrap({ masterKey: master_key, wrapped }, keyContext)))
  }
  return keys
}
