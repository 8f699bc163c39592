import { describe, expect, it } from 'vitest'
import { loadQuestionnaires } from '../packs/load-questionnaires.ts'
import { itemsOf } from './questionnaire.ts'
import { questionnaireCatalog } from './questionnaire-catalog.ts'
import { readQuestionnairePack, type QuestionnairePack } from './read-questionnaire-pack.ts'

const text = { en: 'Text', es: 'Texto' }
const pack = (
  more: Partial<QuestionnairePack['questionnaire']> = {},
  dates: Partial<QuestionnairePack> = {},
): QuestionnairePack => ({
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: 'made up',
  optionSets: { scale: [{ code: 'a', score: 0, text }] },
  questionnaire: {
    code: 'made-up',
    version: 1,
    title: text,
    items: [
      { linkId: 'q1', type: 'choice', optionSet: 'scale', text, required: true },
      {
        linkId: 'q2',
        type: 'text',
        text,
        required: true,
        enableWhen: [{ question: 'q1', operator: '=', answer: { code: 'a' } }],
      },
    ],
    scores: [],
    emergencyRules: [],
    ...more,
  },
  ...dates,
})
const item = (linkId: string, more: object = {}) => ({
  linkId,
  type: 'boolean' as const,
  text,
  required: true,
  ...more,
})
const when = (question: string) => ({
  enableWhen: [{ question, operator: 'exists' as const, answer: { boolean: true } }],
})
const score = (bands: [number, number][]) => [
  { code: 's', name: text, linkIds: ['q1'], bands: bands.map(([from, to]) => ({ from, to, code: `b${from}`, text })) },
]

describe('a questionnaire pack', () => {
  it('is converted to the shape of the contract', () => {
    const { questionnaire } = readQuestionnairePack(pack())
    expect(questionnaire.id).toBe('made-up-1')
    expect(questionnaire.items[0]?.options).toEqual([
      {
        code: 'a',
        score: 0,
        text: [
          { language: 'en', text: 'Text' },
          { language: 'es', text: 'Texto' },
        ],
      },
    ])
    expect(questionnaire.items[0]).not.toHaveProperty('optionSet')
  })

  it.each([
    ['a text without Spanish', pack({ title: { en: 'Only English' } }), /lacks a text in es/],
    [
      'a duplicate linkId',
      pack({ items: [item('a'), item('g', { type: 'group', items: [item('a')] })] }),
      /occurs twice/,
    ],
    [
      'a condition on an unknown question',
      pack({ items: [item('a', when('b'))] }),
      /b is named by a rule and is no question/,
    ],
    ['a cycle of conditions', pack({ items: [item('a', when('b')), item('b', when('a'))] }), /circle/],
    [
      'a group that depends on its own question',
      pack({ items: [item('g', { type: 'group', items: [item('a')], ...when('a') })] }),
      /circle/,
    ],
    [
      'a rule on an unknown option',
      pack({ emergencyRules: [{ linkId: 'q1', operator: '=', answer: { code: 'z' }, code: 'other' }] }),
      /no option of q1/,
    ],
    [
      'an alert without a text',
      pack({ emergencyRules: [{ linkId: 'q1', operator: '=', answer: { code: 'a' }, code: 'x' as 'other' }] }),
      /x is no alert of the contract/,
    ],
    ['a choice without options', pack({ items: [item('a', { type: 'choice' })] }), /does not go with its options/],
    [
      'score bands with a gap',
      pack({
        scores: score([
          [0, 4],
          [6, 9],
        ]),
      }),
      /have a hole/,
    ],
  ])('is refused for %s', (_, faulty, message) => {
    expect(() => readQuestionnairePack(faulty)).toThrow(message)
  })

  it('is in effect between its dates, newest version first, and stays readable afterwards', () => {
    const catalog = questionnaireCatalog([
      readQuestionnairePack(pack({}, { effectiveTo: '2026-06-01' })),
      readQuestionnairePack(pack({ version: 2 }, { effectiveFrom: '2026-06-01' })),
    ])
    const on = (day: string) => catalog.current('made-up', new Date(day))?.version ?? null
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-05-31T23:59:59Z'), on('2026-06-01')]).toEqual([null, 1, 1, 2])
    expect(catalog.version('made-up', 1)?.version).toBe(1)
  })
})

describe('the questionnaires in the release', () => {
  it('are complete, with their copyright notices', async () => {
    const catalog = await loadQuestionnaires()
    const all = catalog.all(new Date('2026-11-25'))
    expect(all.map(({ code }) => code)).toEqual([
      'child-check',
      'gad-7',
      'general-check',
      'heart-check',
      'phq-9',
      'skin-check',
      'still-right',
      'urgent-check',
    ])
    expect(
      all.filter(({ copyright }) => copyright?.includes('No permission required')).map(({ code }) => code),
    ).toEqual(['gad-7', 'phq-9'])
    const emergencies = all.flatMap(({ emergencyRules }) => emergencyRules.map(({ code }) => code))
    expect(emergencies).toContain('self-harm-thoughts')
  })

  it('carry the LOINC codes of PHQ-9 and GAD-7', async () => {
    const catalog = await loadQuestionnaires()
    const codes = (code: string) => {
      const questionnaire = catalog.current(code, new Date('2026-11-25'))
      return [
        questionnaire?.loinc,
        questionnaire?.scores[0]?.loinc,
        ...itemsOf(questionnaire ?? { items: [] }).map(({ loinc }) => loinc),
      ]
    }
    expect(codes('phq-9')).toEqual([
      ...['44249-1', '44261-6'],
      ...['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8', '69722-7'],
    ])
    expect(codes('gad-7')).toEqual([
      '69737-5',
      '70274-6',
      '69725-0',
      '68509-9',
      '69733-4',
      '69734-2',
      '69735-9',
      '69689-8',
      '69736-7',
    ])
  })
})
