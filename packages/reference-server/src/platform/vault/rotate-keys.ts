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

/** How far a rotation is: data keys of an organization that are wrapped by its newest key, of all. */
export interface RotationProgress {
  readonly organizationId: string
  readonly rewrapped: number
  readonly total: number
}

/** Rows of a page are locked until its commit: a request that creates a key does not wait for them. */
const keysPerPage = 500

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
 * Gives an organization a new key and rewraps its patients' data keys under it, page by page. Records are not changed, because data keys
 * stay the same. Running servers load the new version when they first need it. After an interruption, the next call continues with the
 * version that was begun.
 */
export const rotateOrganizationKey = async (
  database: PlatformDatabase,
  provider: KeyProvider,
  organizationId: string,
  onProgress: (progress: RotationProgress) => void = () => undefined,
): Promise<{ version: number; rewrapped: number }> => {
  const version = await beginRotation(database, provider, organizationId)
  let rewrapped = 0
  for (;;) {
    const page = await rewrapPage(database, provider, organizationId, version)
    rewrapped += page.rewrapped
    if (page.rewrapped > 0) onProgress({ organizationId, rewrapped: page.total - page.left, total: page.total })
    if (page.rewrapped < keysPerPage) return { version, rewrapped }
  }
}

/** The version to rewrap under: a new one, unless data keys still wait for the newest. */
const beginRotation = (database: PlatformDatabase, provider: KeyProvider, organizationId: string): Promise<number> =>
  database.transactAcross('vault', async (tx) => {
    const keys = await loadRecordKeys(tx, provider, organizationId)
    const newest = Math.max(0, ...keys.keys())
    // Keys that a running server made with the older version since then are no reason to make none.
    const { rows } = await sql<{ isUnderWay: boolean }>`
      select exists (
        select from vault.data_keys as data join vault.organization_keys as newest
          on newest.organization_id = data.organization_id and newest.purpose = 'records' and newest.version = ${newest}
        where data.organization_id = ${organizationId} and data.organization_key < ${newest} and data.created_at < newest.created_at
      ) as "isUnderWay"`.execute(tx)
    if (rows[0]?.isUnderWay) return newest
    const version = newest + 1
    const made = await provider.wrap(randomBytes(32), organizationKeyContext(organizationId, 'records', version))
    await sql`insert into vault.organization_keys (organization_id, purpose, version, master_key, wrapped)
      values (${organizationId}, 'records', ${version}, ${made.masterKey}, ${made.wrapped})`.execute(tx)
    return version
  })

const rewrapPage = (
  database: PlatformDatabase,
  provider: KeyProvider,
  organizationId: string,
  version: number,
): Promise<{ readonly rewrapped: number; readonly left: number; readonly total: number }> =>
  database.transactAcross('vault', async (tx) => {
    const keys = await loadRecordKeys(tx, provider, organizationId)
    const keyOfVersion = (wanted: number): KeyObject => {
      const key = keys.get(wanted)
      if (!key) throw new Error(`Organization key version ${wanted} is missing.`)
      return key
    }
    const { rows } = await sql<{ subject: string; version: number; organization_key: number; wrapped: Buffer }>`
      select subject, version, organization_key, wrapped from vault.data_keys
      where organization_id = ${organizationId} and organization_key < ${version}
      order by subject, version limit ${keysPerPage} for update`.execute(tx)
    for (const row of rows) {
      const additionalContext = dataKeyContext(organizationId, row.subject, row.version)
      const plain = openBytes(keyOfVersion(row.organization_key), additionalContext, row.wrapped)
      const wrapped = sealBytes(keyOfVersion(version), version, additionalContext, plain)
      await sql`update vault.data_keys set organization_key = ${version}, wrapped = ${wrapped}
        where organization_id = ${organizationId} and subject = ${row.subject} and version = ${row.version}`.execute(tx)
    }
    const { rows: counts } = await sql<{ left: number; total: number }>`
      select count(*) filter (where organization_key < ${version})::integer as left, count(*)::integer as total
      from vault.data_keys where organization_id = ${organizationId}`.execute(tx)
    return { rewrapped: rows.length, left: counts[0]?.left ?? 0, total: counts[0]?.total ?? 0 }
  })

/**
 * Gives each patient of an organization a new data key. What is written from now on is encrypted with it; what was written before stays
 * readable with the older version, until it is written again.
 */
export const rotateDataKeys = (
  database: PlatformDatabase,
  provider: KeyProvider,
  organizationId: string,
): Promise<{ created: number }> =>
  database.transactAcross('vault', async (tx) => {
    const keys = await loadRecordKeys(tx, provider, organizationId)
    const newest = Math.max(0, ...keys.keys())
    const wrapping = keys.get(newest)
    if (wrapping === undefined) return { created: 0 }
    const { rows } = await sql<{ subject: string; version: number }>`
      select subject, max(version) as version from vault.data_keys where organization_id = ${organizationId} group by subject`.execute(
      tx,
    )
    for (const { subject, version } of rows) {
      const wrapped = sealBytes(wrapping, newest, dataKeyContext(organizationId, subject, version + 1), randomBytes(32))
      await sql`insert into vault.data_keys (organization_id, subject, version, organization_key, wrapped)
        values (${organizationId}, ${subject}, ${version + 1}, ${newest}, ${wrapped}) on conflict do nothing`.execute(
        tx,
      )
    }
    return { created: rows.length }
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
