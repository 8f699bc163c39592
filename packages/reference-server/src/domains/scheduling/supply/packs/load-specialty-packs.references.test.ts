import { describe, expect, it, test } from 'vitest'
import { loadSpecialtyPacks } from './load-specialty-packs.ts'
import { validatePackReferences, type PackReferences } from '../model/validate-pack-references.ts'
import type { Specialties, SpecialtyPack } from '../../kernel/model/specialty-pack.ts'

test('each of the six specialties has its own settings', () => {
  const specialties = loadSpecialtyPacks('2026-11-24')
  const care = (code: string) => specialties.get(code)?.visitTypes.map((type) => type.care) ?? []
  expect(specialties.get('behavioral-health')?.psychotherapyNotes).toBe(true)
  expect(specialties.get('behavioral-health')?.visitTypes[0]?.questionnaires).toEqual(['phq-9', 'gad-7'])
  expect(specialties.get('behavioral-health')?.followUp.rules).toContainEqual(
    expect.objectContaining({ on: { alert: 'self-harm-thoughts' } }),
  )
  expect(specialties.get('pediatrics')?.proxy).toEqual({ belowAge: 18 })
  expect(care('dermatology').every(({ images }) => images !== undefined)).toBe(true)
  expect(care('urgent-care').every(({ onDemand }) => onDemand === true)).toBe(true)
  for (const code of specialties.keys())
    expect(care(code).every(({ noteTemplate }) => [code, 'soap'].includes(noteTemplate))).toBe(true)
})

describe('an unresolved reference is reported with its position', () => {
  const known: PackReferences = {
    noteTemplates: new Set(['soap']),
    orders: new Set(['4548-4']),
    questionnaires: new Map([['phq-9', { scores: new Set(['phq-9-total']), alerts: new Set(['self-harm-thoughts']) }]]),
    consents: new Set(['telehealth-treatment']),
  }
  const [original] = [...loadSpecialtyPacks('2026-11-24').values()]
  const pack = (change: object = {}, care: object = {}, rest: object = {}): SpecialtyPack =>
    ({
      ...original,
      code: 'sleep',
      visitTypes: [
        {
          ...original?.visitTypes[0],
          code: 'sleep-visit',
          requiredConsents: ['telehealth-treatment'],
          questionnaires: ['phq-9'],
          care: { noteTemplate: 'soap', suggestedOrders: ['4548-4'], survey: true, ...care },
          ...change,
        },
      ],
      followUp: { rules: [] },
      ...rest,
    }) as SpecialtyPack
  const task = { title: { en: 'x', es: 'x' }, priority: 'urgent', dueMinutes: 5, assignTo: 'nurse' }
  const on = (condition: object) => ({ followUp: { rules: [{ on: condition, task }] } })
  const check = (...given: SpecialtyPack[]): string[] =>
    validatePackReferences(new Map(given.map((each) => [each.code, each])) satisfies Specialties, known)

  it('reports nothing for a valid pack', () => {
    expect(check(pack({}, {}, on({ alert: 'self-harm-thoughts' })))).toEqual([])
    expect(check(pack({}, {}, on({ questionnaire: 'phq-9', score: 'phq-9-total', atLeast: 15 })))).toEqual([])
  })

  it.each([
    ['note template', pack({}, { noteTemplate: 'gone' }), /sleep\/sleep-visit names the note template gone/],
    ['laboratory test', pack({}, { suggestedOrders: ['1-1'] }), /laboratory test 1-1/],
    ['questionnaire', pack({ questionnaires: ['gone'] }), /questionnaire gone/],
    ['consent', pack({ requiredConsents: ['image-capture'] }), /consent image-capture/],
    ['alert', pack({}, {}, on({ alert: 'gone' })), /alert gone/],
    ['score', pack({}, {}, on({ questionnaire: 'phq-9', score: 'gone', atLeast: 1 })), /score gone/],
    [
      'questionnaire that no visit type uses',
      pack({ questionnaires: [] }, {}, on({ questionnaire: 'phq-9', score: 'phq-9-total', atLeast: 1 })),
      /none of its visit types asks/,
    ],
  ])('%s', (_, given, sentence) => {
    expect(check(given)).toEqual([expect.stringMatching(sentence)])
  })

  it('visit type of two packs', () => {
    expect(check(pack(), { ...pack(), code: 'dreams' })).toEqual([
      'sleep and dreams both have the visit type sleep-visit.',
    ])
  })
})
