import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { BillInstead, Claim, ClaimFinding, ClaimFindingValues } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { englishIn, englishWords } from '../../test/english-words.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { sampled } from '../../test/sampled.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import { textsShown } from '../../test/texts-shown.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

/* Each finding of the contract, in each language. A new code without sentences does not compile; one that lacks a value fails here. */

afterEach(unmount)

type Code = ClaimFinding['code']
type Language = 'en' | 'es' | 'ar'

const fromServer = { message: 'What the server says.', remedy: 'What the server asks for.' }
const codes = [{ from: '98000', to: '98015' }]
const of = (code: Code, values: ClaimFindingValues = {}): ClaimFinding => ({
  ...fromServer,
  code,
  severity: 'error',
  pointer: '/lines',
  values,
})

/** The values of a code, and what of them must be readable in every language. Codes that are not here have none. */
const variants: Readonly<Partial<Record<Code, readonly (readonly [ClaimFindingValues, RegExp])[]>>> = {
  'modifier-differs': [[{ modifiers: ['93', 'FQ'] }, /93.+FQ/u]],
  'modifier-unwanted': [[{ modifiers: ['95', '93', 'GT', 'GQ', 'FQ'] }, /95.+93.+GT.+GQ.+FQ/u]],
  'filing-too-late': [1, 2, 5, 90, 365].map((days) => [{ days }, days > 2 ? new RegExp(String(days), 'u') : /./u]),
  'filing-soon': [[{ date: '2026-12-24' }, /24.*2026/u]],
  'place-of-service-differs': (['02', '10', '11'] as const).map((place) => [
    { placeOfService: place },
    new RegExp(`${place} \\(`, 'u'),
  ]),
  'code-not-accepted': (
    [
      { kind: 'code', code: '98016' },
      { kind: 'office-visit' },
      { kind: 'behavioral-health' },
      { kind: 'none' },
    ] satisfies BillInstead[]
  ).map((instead: BillInstead) => [
    { codes, date: '2025-01-01', instead },
    new RegExp(`${instead.code ?? ''}.*98000–98015`, 'u'),
  ]),
  'code-retired': [
    [
      { codes: [{ from: 'G2012', to: 'G2012' }], date: '2025-01-02', instead: { kind: 'code', code: '98016' } },
      /98016.*2.*2025.*G2012|98016.*G2012.*2.*2025/u,
    ],
  ],
  'field-too-long': [[{ field: 'group-number', limit: 50 }, /50/u]],
  'field-too-many': [[{ field: 'diagnoses', limit: 12 }, /12/u]],
  'field-missing': vocabularies.ClaimField.map((field) => [{ field }, /: \p{L}/u]),
}
for (const code of ['characters', 'delimiter', 'inconsistent', 'malformed', 'too-short'] as const)
  Object.assign(variants, { [`field-${code}`]: [[{ field: 'insured-name' }, /: \p{L}/u]] })

/** Codes, names of programs and the citation of a law are the same in every language. */
const names = /NPI|NPPES|HCPCS|Medicare|CMS-1500|45 CFR 164[.\w()]+|\b[A-Z]{2}\b|G2012/gu

const variantsOf = (code: Code): readonly (readonly [ClaimFindingValues, RegExp])[] => variants[code] ?? [[{}, /./u]]

/** The text of each finding, in the order of the page. */
const show = async (language: Language, findings: readonly ClaimFinding[]): Promise<string[]> => {
  const world = createSampleWorld()
  const { getClaim } = world.handlersFor('practitioner')
  const client = world.client('practitioner', {
    getClaim: async (input) => ({ ...((await getClaim?.(input)) as Claim), findings: [...findings] }),
  })
  await mount(withProvider(client, html`<visit-claim-desk claim-id="claim-blocked"></visit-claim-desk>`), language)
  await waitFor(() => deepQuery(document.body, '.findings'), 'the findings')
  await settled()
  const items = deepQuery(document.body, '.findings')?.querySelectorAll('li') ?? []
  return [...items].map(({ textContent }) =>
    textContent
      .replaceAll(/[\u2060\u2066-\u2069]/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  )
}

describe.each(sampled(vocabularies.ClaimFindingCode))('the finding %s', (code) => {
  const all = variantsOf(code)
  const findings = all.map(([values]) => of(code, values))

  test.each(['en', 'es', 'ar'] as const)(
    'says in %s what is wrong and what to do, with its values',
    async (language) => {
      const shown = await show(language, findings)
      expect(shown).toHaveLength(all.length)
      for (const [at, [, value]] of all.entries()) {
        const text = shown[at] ?? ''
        expect(text).toMatch(value)
        expect(text).not.toMatch(/[{}]|undefined|\s[.:]|: ?\.|What the server/u)
        const words = text.replaceAll(names, '')
        if (language === 'es') expect([words, englishIn(words, await englishWords())]).toEqual([words, []])
        if (language === 'ar') expect(words).not.toMatch(/[A-Za-z]/u)
      }
      expect(new Set(shown).size).toBe(all.length)
    },
  )
})

test('no two findings say the same', async () => {
  const shown = await show(
    'en',
    vocabularies.ClaimFindingCode.map((code) => of(code, variantsOf(code)[0]?.[0])),
  )
  expect(new Set(shown).size).toBe(vocabularies.ClaimFindingCode.length)
})

test.each(['es', 'ar'] as const)(
  'a finding without values is shown in the English of the server, in %s',
  async (language) => {
    const { values: _, ...stored } = of('filing-too-late')
    const [text] = await show(language, [stored])
    expect(text).toContain(fromServer.remedy)
    expect(text).toContain(fromServer.message)
    const own = textsShown(language).map(({ text: each }) => each)
    expect(own).not.toContain(fromServer.remedy)
    expect(pageText()).not.toContain('{')
  },
)

test('a code of a newer server is shown in the English of the server', async () => {
  const [text] = await show('es', [of('from-a-newer-server' as Code)])
  expect(text).toContain(fromServer.remedy)
})
