import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { dataMap, dataMapPage } from './write-data-map.ts'

it('the map of assets and data flows is as contract, code and database have it (node scripts/write-data-map.ts)', async () => {
  expect(await readFile(dataMapPage, 'utf8')).toBe(await dataMap())
  // A database is made from nothing.
})
