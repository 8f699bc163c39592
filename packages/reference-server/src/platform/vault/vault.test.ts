import { createSecretKey } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Migration } from '../contracts/migration.ts'
import { createAccess } from '../audit/create-access.ts'
import { createTestPlatform, testCaller, type TestPlatform } from '../tests/create-platform.testing.ts'
import { domainSchema, grantErasure } from '../database/migrate/domain-schema.ts'
import { newId } from '../database/ids/new-id.ts'
import type { SealContext } from '../contracts/vault.ts'
import { normalizeForIndex } from './blind-index.ts'
import { createVault } from './create-vault.ts'
import { addMasterKey, loadFileKeyProvider } from './file-key-provider.ts'
import type { KeyProvider } from './key-provider.ts'
import { dataKeyContext } from './key-ring.ts'
import { DecryptionFailed, sealBytes, sealingOverhead } from './record-cipher.ts'
import { rewrapOrganizationKeys, rotateOrganizationKey } from './rotate-keys.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

const migrations: readonly Migration[] = [
  { id: 'gardens/0001-schema', statements: [...domainSchema('gardens'), ...grantErasure('gardens')] },
  { id: 'kitchens/0001-schema', statements: domainSchema('kitchens') },
]

const placeOf = (organizationId: string, patientId: string | null = newId()): SealContext => ({
  organizationId,
  table: 'gardens.beds',
  rowId: newId(),
  patientId,
})
const anyone = () => createAccess(testCaller(), 'organization')
const secret = { name: 'Jane Roe-Fictional', lines: ['one', 'two'] }

describe.each(platformEngines)('the vault on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
  })
  afterAll(() => kit.stop())
  const reader = (organizationId: string, domain = 'gardens') =>
    kit.platform.database.reader({ domain, organizationId })
  /** Like another process, with an empty cache. */
  const freshVault = () => createVault(kit.platform.keyProvider)

  test('decrypts what it encrypted, in another process too, and adds at most 40 bytes', async () => {
    const organizationId = newId()
    const sealContext = placeOf(organizationId)
    const sealed = await kit.platform.vault.seal(reader(organizationId), sealContext, secret)
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('Jane')
    expect(sealed.length - JSON.stringify(secret).length).toBe(sealingOverhead)
    expect(sealingOverhead).toBeLessThanOrEqual(40)
    expect(await freshVault().open(reader(organizationId, 'kitchens'), anyone(), sealContext, sealed)).toEqual(secret)
  })

  test('does not decrypt a row that was moved to another organization, table, row or patient', async () => {
    const organizationId = newId()
    const sealContext = placeOf(organizationId)
    const { vault } = kit.platform
    const sealed = await vault.seal(reader(organizationId), sealContext, secret)
    const elsewhere: Partial<SealContext>[] = [
      { table: 'gardens.visits' },
      { rowId: newId() },
      { patientId: newId() },
      { patientId: null },
    ]
    for (const change of elsewhere) {
      await expect(
        vault.open(reader(organizationId), anyone(), { ...sealContext, ...change }, sealed),
      ).rejects.toBeInstanceOf(DecryptionFailed)
    }
    const other = newId()
    await expect(
      vault.open(reader(other), anyone(), { ...sealContext, organizationId: other }, sealed),
    ).rejects.toBeInstanceOf(DecryptionFailed)
    // Even with the context of the first organization, a vault over a connection of the second finds no key.
    const foreign = freshVault().open(reader(other), anyone(), sealContext, sealed)
    await expect(foreign).rejects.toMatchObject({ code: '42501' })
  })

  test('does not decrypt a value with any changed bit', async () => {
    const organizationId = newId()
    const sealContext = placeOf(organizationId)
    const sealed = await kit.platform.vault.seal(reader(organizationId), sealContext, { n: 1 })
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed)
      changed[index] = (changed[index] as number) ^ (1 << (index % 8))
      const opened = kit.platform.vault.open(reader(organizationId), anyone(), sealContext, changed)
      await expect(opened, `byte ${index}`).rejects.toThrow()
    }
  })

  test('records the access before it decrypts anything, and refuses a patient beyond reach', async () => {
    const caller = { ...testCaller(), patientIds: [newId()] }
    const sealContext = placeOf(caller.organizationId)
    const sealed = await kit.platform.vault.seal(reader(caller.organizationId), sealContext, secret)
    const own = createAccess(caller, 'own')
    await expect(
      kit.platform.vault.open(reader(caller.organizationId), own, sealContext, sealed),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(own.touched.size).toBe(0)
    const wide = createAccess(caller, 'organization')
    await expect(
      kit.platform.vault.open(reader(caller.organizationId), wide, sealContext, Buffer.alloc(60, 1)),
    ).rejects.toThrow()
    expect([...wide.touched]).toEqual([sealContext.patientId])
  })

  test('drops a key that a transaction created and rolled back', async () => {
    const organizationId = newId()
    const sealContext = placeOf(organizationId)
    const { database, vault } = kit.platform
    const failing = database.transact({ domain: 'gardens', organizationId }, async (tx) => {
      await Promise.all([vault.seal(tx, sealContext, secret), vault.seal(tx, sealContext, secret)])
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    const sealed = await vault.seal(reader(organizationId), sealContext, secret)
    expect(await freshVault().open(reader(organizationId), anyone(), sealContext, sealed)).toEqual(secret)
  })

  test('creates one key for many concurrent first uses', async () => {
    const organizationId = newId()
    const sealContext = placeOf(organizationId)
    const vaults = Array.from({ length: 6 }, freshVault)
    const sealed = await Promise.all(
      vaults.map((vault, index) =>
        index % 2
          ? vault.seal(reader(organizationId), sealContext, index)
          : kit.platform.database.transact({ domain: 'gardens', organizationId }, (tx) =>
              vault.seal(tx, sealContext, index),
            ),
      ),
    )
    const context = freshVault()
    const opened = await Promise.all(
      sealed.map((value) => context.open(reader(organizationId), anyone(), sealContext, value)),
    )
    expect(opened).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('finds equal values by their hash, within one organization and one index', async () => {
    const organizationId = newId()
    const hash = async (value: string, index = 'name', organization = organizationId) =>
      Buffer.from(await freshVault().blindIndex(reader(organization), organization, index, value)).toString('hex')
    const jose = await hash('José  ROE')
    expect(await hash('jose roe')).toBe(jose)
    expect(await hash('joseph roe')).not.toBe(jose)
    expect(await hash('jose roe', 'street')).not.toBe(jose)
    expect(await hash('jose roe', 'name', newId())).not.toBe(jose)
    expect(normalizeForIndex('A.B@Example.test')).not.toBe(normalizeForIndex('AB@Example.test'))
  })

  test('erases a patient permanently and leaves others readable', async () => {
    const organizationId = newId()
    const { database, vault } = kit.platform
    const [gone, stays] = [placeOf(organizationId), placeOf(organizationId)]
    const [sealedGone, sealedStays] = await Promise.all(
      [gone, stays].map((sealContext) => vault.seal(reader(organizationId), sealContext, secret)),
    )
    const scope = { domain: 'gardens', organizationId }
    await database.transact(scope, (tx) => vault.erase(tx, organizationId, gone.patientId as string))
    for (const each of [vault, freshVault()]) {
      const opened = each.open(reader(organizationId), anyone(), gone, sealedGone as Uint8Array)
      await expect(opened).rejects.toMatchObject({ status: 410, code: 'record_erased' })
      await expect(each.seal(reader(organizationId), gone, secret)).rejects.toMatchObject({ code: 'record_erased' })
    }
    expect(await vault.open(reader(organizationId), anyone(), stays, sealedStays as Uint8Array)).toEqual(secret)
    const unentitled = database.transact({ domain: 'kitchens', organizationId }, (tx) =>
      vault.erase(tx, organizationId, newId()),
    )
    await expect(unentitled).rejects.toMatchObject({ code: '42501' })
  })

  test('reads old records after organization keys were rotated and master keys replaced', async () => {
    const organizationId = newId()
    const { database, vault } = kit.platform
    const sealContext = placeOf(organizationId)
    const sealed = await vault.seal(reader(organizationId), sealContext, secret)
    const folder = join(kit.folder, 'keys')
    expect(await rotateOrganizationKey(database, kit.platform.keyProvider, organizationId)).toEqual({
      version: 2,
      rewrapped: 1,
    })
    // This process has the first version in memory. A new patient's key and the rewrapped ones must both work.
    const later = placeOf(organizationId)
    const sealedLater = await vault.seal(reader(organizationId), later, secret)
    const next = await addMasterKey(folder)
    expect((await rewrapOrganizationKeys(database, next)).rewrapped).toBeGreaterThan(0)
    expect((await rewrapOrganizationKeys(database, next)).rewrapped).toBe(0)
    const context = createVault(next)
    expect(await context.open(reader(organizationId), anyone(), sealContext, sealed)).toEqual(secret)
    expect(await context.open(reader(organizationId), anyone(), later, sealedLater)).toEqual(secret)
  })

  test('keys of one organization decrypt nothing in another, even if copied', async () => {
    const [one, other] = [newId(), newId()]
    const sealContext = placeOf(one)
    const sealed = await kit.platform.vault.seal(reader(one), sealContext, secret)
    await kit.platform.vault.blindIndex(reader(one), one, 'name', 'x')
    const owner = kit.platform.database.owner()
    await sql`insert into vault.organization_keys (organization_id, purpose, version, master_key, wrapped)
      select ${other}, purpose, version, master_key, wrapped from vault.organization_keys where organization_id = ${one}`.execute(
      owner,
    )
    const elsewhere = { ...sealContext, organizationId: other }
    await expect(freshVault().open(reader(other), anyone(), elsewhere, sealed)).rejects.toBeInstanceOf(DecryptionFailed)
    await expect(freshVault().blindIndex(reader(other), other, 'name', 'x')).rejects.toBeInstanceOf(DecryptionFailed)
  })

  /** A provider that gives every organization the same key, so that only the binding of each value protects it. */
  const oneKeyForAll: KeyProvider = {
    currentMasterKey: 'one',
    wrap: async () => ({ masterKey: 'one', wrapped: Buffer.alloc(32) }),
    unwrap: async () => Buffer.alloc(32, 7),
  }
  test('data keys of one organization decrypt nothing in another, even with the same key', async () => {
    const [one, other] = [newId(), newId()]
    const sealContext = placeOf(one)
    await createVault(oneKeyForAll).seal(reader(one), sealContext, secret)
    await sql`insert into vault.data_keys (organization_id, subject, version, organization_key, wrapped)
      select ${other}, subject, version, organization_key, wrapped from vault.data_keys where organization_id = ${one}`.execute(
      kit.platform.database.owner(),
    )
    const sealing = createVault(oneKeyForAll).seal(reader(other), { ...sealContext, organizationId: other }, secret)
    await expect(sealing).rejects.toBeInstanceOf(DecryptionFailed)
  })

  test('does not decrypt a value that was moved to another organization, even with the same key', async () => {
    const [one, other] = [newId(), newId()]
    const sealContext = placeOf(one)
    const organizationKey = createSecretKey(Buffer.alloc(32, 7))
    const subject = sealContext.patientId ?? ''
    for (const organizationId of [one, other]) {
      const wrapped = sealBytes(organizationKey, 1, dataKeyContext(organizationId, subject, 1), Buffer.alloc(32, 9))
      await sql`insert into vault.data_keys (organization_id, subject, version, organization_key, wrapped)
        values (${organizationId}, ${subject}, 1, 1, ${wrapped})`.execute(kit.platform.database.owner())
    }
    const vault = createVault(oneKeyForAll)
    const sealed = await vault.seal(reader(one), sealContext, secret)
    expect(await vault.open(reader(one), anyone(), sealContext, sealed)).toEqual(secret)
    const moved = vault.open(reader(other), anyone(), { ...sealContext, organizationId: other }, sealed)
    await expect(moved).rejects.toBeInstanceOf(DecryptionFailed)
  })

  test('stores no plain key in the database', async () => {
    await sql`delete from vault.organization_keys where master_key = 'one'`.execute(kit.platform.database.owner())
    const { rows } = await sql<{ n: number }>`
      select length(wrapped)::integer as n from vault.data_keys union select length(wrapped)::integer from vault.organization_keys`.execute(
      kit.platform.database.owner(),
    )
    expect(rows).toEqual([{ n: 32 + sealingOverhead }])
  })
})

describe('the key file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-keys-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('is created once, private, by several simultaneous first starts, and refused if others may read it', async () => {
    const keys = join(folder, 'keys')
    const providers = await Promise.all([1, 2, 3].map(() => loadFileKeyProvider(keys)))
    const wrapped = await providers[0]!.wrap(Buffer.alloc(32, 7), 'context')
    for (const provider of providers)
      expect(Buffer.from(await provider.unwrap(wrapped, 'context'))).toEqual(Buffer.alloc(32, 7))
    await expect(providers[0]!.unwrap(wrapped, 'another context')).rejects.toBeInstanceOf(DecryptionFailed)
    const path = join(keys, 'master-keys.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(path, 'utf8')).keys).toHaveLength(1)
    await chmod(path, 0o644)
    await expect(loadFileKeyProvider(keys)).rejects.toThrow('chmod 600')
  })
})
