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

it.each(textFiles)('a sentence that is added to a proven text of $name is found', async ({ name, proofs, load }) => {
  const listed = JSON.parse(readFromRoot(proofs) ?? '{}') as Record<string, Proof>
  const texts = await load('en')
  for (const key of Object.keys(listed))
    expect(
      promiseFaults({ name, texts: { ...texts, [key]: [texts[key], planted] }, proofs: listed }, readFromRoot),
      key,
    ).toEqual([expect.stringContaining(`${name}.${key}: `)])
})

it.each(textFiles)('each sentence of $name that is proven is there in Spanish', async ({ proofs, load }) => {
  const listed = Object.keys(JSON.parse(readFromRoot(proofs) ?? '{}') as Record<string, Proof>)
  expect(Object.keys(await load('es'))).toEqual(expect.arrayContaining(listed))
})

it('the scripts for staff, the documents and the consents are in the check, with their sentences', async () => {
  const sentenceOf = {
    'office-words': 'visitTypesHint',
    'clinic-words': 'allSigned',
    'summary-words': 'questions',
    'estimate-words': 'notices',
    'note-phrases': 'print',
    superbill: 'This is a receipt with codes and not a claim. Your plan decides whether it pays any of it.',
    'consent-texts': 'messaging.withdrawal',
  }
  for (const [file, sentence] of Object.entries(sentenceOf)) {
    const texts = await textFiles.find(({ name }) => name === file)?.load('en')
    expect(Object.keys(texts ?? {}), file).toContain(sentence)
  }
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
