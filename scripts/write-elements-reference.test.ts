import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { elementsPage, elementsReference } from './write-elements-reference.ts'

it('the reference of elements matches the source of the elements', async () => {
  expect(await readFile(elementsPage, 'utf8'), 'run: node scripts/write-elements-reference.ts').toBe(
    await elementsReference(),
  )
})
