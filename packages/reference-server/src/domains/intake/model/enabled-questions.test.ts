import { describe, expect, it } from 'vitest'
import { enabledAnswers, enabledItems } from './enabled-questions.ts'
import { answersOf, type AnswerValue, type QuestionItem, type Questionnaire } from './questionnaire.ts'

const text = [{ language: 'en', text: 'Question' }]
const ask = (linkId: string, type: QuestionItem['type'], more: Partial<QuestionItem> = {}): QuestionItem => ({
  linkId,
  type,
  text,
  required: true,
  ...more,
})
const scale = ['none', 'some', 'much'].map((code, score) => ({ code, score, text }))
const form = (...items: QuestionItem[]): Questionnaire => ({
  id: 'made-up-1',
  code: 'made-up',
  version: 1,
  title: text,
  items,
  scores: [],
  emergencyRules: [],
})
const given = (answers: Record<string, AnswerValue | AnswerValue[]>) =>
  answersOf(Object.entries(answers).map(([linkId, values]) => ({ linkId, values: [values].flat() })))
const shown = (questionnaire: Questionnaire, answers: Record<string, AnswerValue | AnswerValue[]>) =>
  [...enabledItems(questionnaire, given(answers))].map(({ linkId }) => linkId)

describe('enabled questions', () => {
  const smokes = ask('smokes', 'boolean')
  const much = ask('much', 'integer', {
    enableWhen: [{ question: 'smokes', operator: '=', answer: { boolean: true } }],
  })

  it('include every question without conditions', () => {
    expect(shown(form(smokes), {})).toEqual(['smokes'])
  })

  it('include a follow-up question only after the answer that enables it', () => {
    expect(shown(form(smokes, much), {})).toEqual(['smokes'])
    expect(shown(form(smokes, much), { smokes: { boolean: false } })).toEqual(['smokes'])
    expect(shown(form(smokes, much), { smokes: { boolean: true } })).toEqual(['smokes', 'much'])
  })

  it('include a question when all of its conditions are true or, with `any`, one of them', () => {
    const conditions = [
      { question: 'smokes', operator: '=' as const, answer: { boolean: true } },
      { question: 'age', operator: '>=' as const, answer: { integer: 50 } },
    ]
    const age = ask('age', 'integer')
    const all = form(smokes, age, ask('scan', 'boolean', { enableWhen: conditions }))
    const any = form(smokes, age, ask('scan', 'boolean', { enableWhen: conditions, enableBehavior: 'any' }))
    const smoker = { smokes: { boolean: true }, age: { integer: 49 } }
    expect(shown(all, smoker)).not.toContain('scan')
    expect(shown(any, smoker)).toContain('scan')
    expect(shown(all, { smokes: { boolean: true }, age: { integer: 50 } })).toContain('scan')
    expect(shown(any, { smokes: { boolean: false }, age: { integer: 30 } })).not.toContain('scan')
  })

  it('exclude everything inside a hidden group', () => {
    const group = ask('details', 'group', { enableWhen: much.enableWhen ?? [], items: [ask('brand', 'string')] })
    expect(shown(form(smokes, group), { brand: { text: 'typed earlier' } })).toEqual(['smokes'])
    expect(shown(form(smokes, group), { smokes: { boolean: true } })).toEqual(['smokes', 'details', 'brand'])
  })

  it('drop the answer of a question that is hidden again, and what depended on it', () => {
    const worried = ask('worried', 'boolean', {
      enableWhen: [{ question: 'much', operator: '>', answer: { integer: 20 } }],
    })
    const chain = form(smokes, much, worried)
    const typed = { smokes: { boolean: true }, much: { integer: 30 }, worried: { boolean: true } }
    expect(shown(chain, typed)).toEqual(['smokes', 'much', 'worried'])
    const changed = { ...typed, smokes: { boolean: false } }
    expect(shown(chain, changed)).toEqual(['smokes'])
    expect([...enabledAnswers(chain, given(changed)).keys()]).toEqual(['smokes'])
  })

  it('do not count a missing answer as "not equal"', () => {
    const pack = form(
      ask('since', 'choice', { options: scale }),
      ask('what', 'text', {
        enableWhen: [{ question: 'since', operator: '!=', answer: { code: 'none' } }],
      }),
    )
    expect(shown(pack, {})).toEqual(['since'])
    expect(shown(pack, { since: { code: 'none' } })).toEqual(['since'])
    expect(shown(pack, { since: { code: 'some' } })).toEqual(['since', 'what'])
  })

  it('order options by their score and dates by the calendar', () => {
    const when = (operator: '>=' | '<', answer: AnswerValue, question: string) => [{ question, operator, answer }]
    const pack = form(
      ask('pain', 'choice', { options: scale }),
      ask('onset', 'date'),
      ask('strong', 'boolean', { enableWhen: when('>=', { code: 'some' }, 'pain') }),
      ask('old', 'boolean', { enableWhen: when('<', { date: '2026-10-01' }, 'onset') }),
    )
    expect(shown(pack, { pain: { code: 'much' }, onset: { date: '2026-09-30' } })).toEqual([
      'pain',
      'onset',
      'strong',
      'old',
    ])
    expect(shown(pack, { pain: { code: 'none' }, onset: { date: '2026-10-01' } })).toEqual(['pain', 'onset'])
  })

  it('support `exists` for a given answer, and its opposite for a missing one', () => {
    const pack = form(
      ask('weight', 'decimal'),
      ask('when', 'date', { enableWhen: [{ question: 'weight', operator: 'exists', answer: { boolean: true } }] }),
      ask('why-not', 'text', { enableWhen: [{ question: 'weight', operator: 'exists', answer: { boolean: false } }] }),
    )
    expect(shown(pack, { weight: { decimal: 0 } })).toEqual(['weight', 'when'])
    expect(shown(pack, {})).toEqual(['weight', 'why-not'])
  })
})
