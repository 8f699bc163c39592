import { describe, expect, it } from 'vitest'
import { validateAnswers } from './validate-answers.ts'
import type { AnswerValue, QuestionItem, Questionnaire } from './questionnaire.ts'

const text = [{ language: 'en', text: 'Question' }]
const options = [
  { code: 'yes', text },
  { code: 'no', text },
]
const items: QuestionItem[] = [
  {
    linkId: 'group',
    type: 'group',
    text,
    required: false,
    items: [{ linkId: 'inner', type: 'string', text, required: true }],
  },
  { linkId: 'pulse', type: 'integer', text, required: true, minimum: 20, maximum: 300 },
  { linkId: 'one', type: 'choice', text, required: true, options },
  { linkId: 'many', type: 'multiple-choice', text, required: true, options },
]
const pack: Questionnaire = { id: 'x-1', code: 'x', version: 1, title: text, items, scores: [], emergencyRules: [] }
const check = (stage: 'draft' | 'submission', ...answers: [string, ...AnswerValue[]][]) =>
  validateAnswers(
    pack,
    answers.map(([linkId, ...values]) => ({ linkId, values })),
    stage,
  ).map(({ pointer, code }) => [pointer, code])

describe('validating answers', () => {
  it('accepts answers inside groups, several choices where allowed, and cleared answers', () => {
    expect(
      check('submission', ['inner', { text: 'words' }], ['many', { code: 'yes' }, { code: 'no' }], ['one']),
    ).toEqual([])
  })

  it('points to an unknown question, and to a group', () => {
    expect(check('draft', ['pulse', { integer: 70 }], ['nothing', { text: 'x' }], ['group', { text: 'x' }])).toEqual([
      ['/answers/1/linkId', 'unknown_question'],
      ['/answers/2/linkId', 'unknown_question'],
    ])
  })

  it('points to a value of the wrong type, of two types and of none', () => {
    expect(check('draft', ['pulse', { text: '70' }], ['inner', { text: 'a', code: 'b' }], ['one', {}])).toEqual([
      ['/answers/0/values/0', 'wrong_type'],
      ['/answers/1/values/0', 'wrong_type'],
      ['/answers/2/values/0', 'wrong_type'],
    ])
  })

  it('points to an unknown option, a second value and a second answer', () => {
    expect(
      check(
        'draft',
        ['many', { code: 'yes' }, { code: 'perhaps' }],
        ['one', { code: 'yes' }, { code: 'no' }],
        ['one', { code: 'no' }],
      ),
    ).toEqual([
      ['/answers/0/values/1', 'unknown_option'],
      ['/answers/1/values', 'too_many_values'],
      ['/answers/2/linkId', 'answered_twice'],
    ])
  })

  it('accepts a number out of range in a draft and refuses it at submission', () => {
    expect(check('draft', ['pulse', { integer: 7000 }], ['inner', { text: ' ' }])).toEqual([])
    expect(check('submission', ['pulse', { integer: 19 }], ['inner', { text: ' ' }])).toEqual([
      ['/answers/0/values/0', 'too_small'],
      ['/answers/1/values/0', 'empty'],
    ])
    expect(check('submission', ['pulse', { integer: 301 }])).toEqual([['/answers/0/values/0', 'too_large']])
    expect(check('submission', ['pulse', { integer: 300 }])).toEqual([])
  })

  it('never repeats the submitted value', () => {
    const faults = validateAnswers(pack, [{ linkId: 'pulse', values: [{ integer: 987654 }] }], 'submission')
    expect(JSON.stringify(faults)).not.toContain('987654')
  })
})
