import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { elementsPage, elementsReference } from './write-elements-reference.ts'

it('the page of elements says what the elements say of themselves', async () => {
  expect(await readFile(elementsPage, 'utf8'), 'run: node scripts/write-elements-reference.ts').toBe(
    await elementsReference(),
  )
})
