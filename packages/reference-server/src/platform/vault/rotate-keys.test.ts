import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccess } from '../audit/create-access.ts'
import { newId } from '../database/ids/new-id.ts'
import { domainSchema } from '../database/migrate/domain-schema.ts'
import { createTestPlatform, testCaller, type TestPlatform } from '../tests/create-platform.testing.ts'
import { createVault } from './create-vault.ts'
import { addMasterKey, loadFileKeyProvider } from './file-key-provider.ts'
import { rotateDataKeys, rotateOrganizationKey } from './rotate-keys.ts'

let kit: TestPlatform
beforeAll(async () => {
  kit = await createTestPlatform('postgres', [{ id: 'gardens/0001-schema', statements: domainSchema('gardens') }])
})
afterAll(() => kit.stop())

const organizationId = newId()
const db = () => kit.platform.database.reader({ domain: 'gardens', organizationId })
const placeOf = (patientId: string) => ({ organizationId, table: 'gardens.beds', rowId: patientId, patientId })
const countBy = async (column: 'organization_key' | 'version') => {
  const { rows } = await sql<{ key: number; n: number }>`
    select ${sql.ref(column)} as key, count(*)::integer as n from vault.data_keys
    where organization_id = ${organizationId} group by 1 order by 1`.execute(
    kit.platform.database.readerAcross('vault'),
  )
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]))
}

test('a running server reads a master key that was added to its file', async () => {
  const folder = join(kit.folder, 'keys')
  const running = await loadFileKeyProvider(folder)
  const added = await addMasterKey(folder)
  expect([running.currentMasterKey, added.currentMasterKey]).toEqual(['file:1', 'file:2'])
  const wrapped = await added.wrap(Buffer.alloc(32, 7), 'place')
  await expect(running.unwrap(wrapped, 'place')).resolves.toEqual(Buffer.alloc(32, 7))
  await expect(running.unwrap({ ...wrapped, masterKey: 'file:9' }, 'place')).rejects.toThrow(
    'file:9 is not in the key file',
  )
})

test('a rotation that was interrupted continues where it ended, and everything opens in between', async () => {
  const { database, keyProvider, vault } = kit.platform
  const patients = Array.from({ length: 1_100 }, () => newId())
  const sealed: Uint8Array[] = []
  for (const patientId of patients) sealed.push(await vault.seal(db(), placeOf(patientId), { patientId }))
  const openAll = async (): Promise<void> => {
    const fresh = createVault(keyProvider)
    for (const [index, patientId] of patients.entries()) {
      if (index % 50 !== 0) continue
      const access = createAccess(testCaller(organizationId), 'organization')
      expect(await fresh.open(db(), access, placeOf(patientId), sealed[index]!)).toEqual({ patientId })
    }
  }
  const pages: number[] = []
  const interrupted = rotateOrganizationKey(database, keyProvider, organizationId, ({ rewrapped }) => {
    pages.push(rewrapped)
    throw new Error('the power failed')
  })
  await expect(interrupted).rejects.toThrow('the power failed')
  expect(await countBy('organization_key')).toEqual({ 1: 600, 2: 500 })
  await openAll()
  const continued = await rotateOrganizationKey(database, keyProvider, organizationId, ({ rewrapped, total }) => {
    expect(total).toBe(1_100)
    pages.push(rewrapped)
  })
  expect(continued).toEqual({ version: 2, rewrapped: 600 })
  expect(pages).toEqual([500, 1_000, 1_100])
  expect(await countBy('organization_key')).toEqual({ 2: 1_100 })
  await openAll()
  expect(await rotateOrganizationKey(database, keyProvider, organizationId)).toEqual({ version: 3, rewrapped: 1_100 })

  expect(await rotateDataKeys(database, keyProvider, organizationId)).toEqual({ created: 1_100 })
  expect(await countBy('version')).toEqual({ 1: 1_100, 2: 1_100 })
  await openAll()
  const patientId = patients[0]!
  const later = await createVault(keyProvider).seal(db(), placeOf(patientId), 'later')
  expect([sealed[0]![2], later[2]], 'the version that encrypted it').toEqual([1, 2])
  // The process that has only the first version in memory.
  expect(
    await vault.open(db(), createAccess(testCaller(organizationId), 'organization'), placeOf(patientId), later),
  ).toBe('later')
})
