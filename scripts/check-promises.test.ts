import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { promiseFaults, type Proof } from './promise-faults.ts'
import { readFromRoot, textFiles } from './promise-texts.ts'

const planted = 'Your care team will answer within the hour.'

it.each(textFiles)('a new sentence in $name that claims an effect is found', async ({ name, proofs, load }) => {
  const listed = JSON.parse(readFromRoot(proofs) ?? '{}') as Record<string, Proof>
  const texts = { ...(await load('en')), planted }
  expect(promiseFaults({ name, texts, proofs: listed }, readFromRoot)).toEqual([
    `${name}.planted claims an effect without a test: "${planted}"`,
  ])
})

it.each(textFiles)('each sentence of $name that is proven is there in Spanish', async ({ proofs, load }) => {
  const listed = Object.keys(JSON.parse(readFromRoot(proofs) ?? '{}') as Record<string, Proof>)
  expect(Object.keys(await load('es'))).toEqual(expect.arrayContaining(listed))
})

it('every element has its texts in the check', () => {
  const elements = globSync('packages/elements/src/define/*.ts', { cwd: join(import.meta.dirname, '..') })
    .map((path) => basename(path, '.ts'))
    .filter((name) => name !== 'all')
  const names = textFiles.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(elements))
  // A name is that of one file.
  expect(new Set(names).size).toBe(names.length)
})
