import { describe, expect, it } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { claimFindingsEn } from '../packages/elements/src/claim-desk/claim-findings.en.ts'
import { findingTexts } from '../packages/reference-server/src/domains/billing/kernel/model/finding-texts.ts'
import { findingWords } from '../packages/reference-server/src/domains/billing/kernel/model/finding-words.ts'

/* The API and the claim desk say the same about a claim. A placeholder is a value that the server is made to give. */

/** Elements count with `{count}`; the server has the name of the value. */
const shownAs = (text: string): string => text.replace('{days}', '{count}')
const sentence = (key: keyof typeof claimFindingsEn): string => {
  const text = claimFindingsEn[key]
  return typeof text === 'string' ? text : text.other
}

describe.each(vocabularies.ClaimFindingCode)('the finding %s', (code) => {
  const [message, remedy] = findingTexts[code]

  it('is the same sentence on the screen and in the API', () => {
    expect(sentence(`message_${code}`)).toBe(shownAs(message))
    expect(sentence(`remedy_${code}`)).toBe(shownAs(remedy))
  })
})

it.each(['field', 'place', 'instead'] as const)('the words of %s are the same on the screen and in the API', (kind) => {
  const shown = Object.entries(claimFindingsEn)
    .filter(([key]) => key.startsWith(`${kind}_`))
    .map(([key, text]) => [key.slice(kind.length + 1), text])
  expect(Object.fromEntries(shown)).toEqual(findingWords[kind])
})
