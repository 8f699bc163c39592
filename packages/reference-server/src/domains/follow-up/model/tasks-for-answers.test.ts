import { describe, expect, it } from 'vitest'
import type { AnswerRule } from './follow-up-policy.ts'
import { tasksForAnswers, type GivenAnswers } from './tasks-for-answers.ts'

const task = (text: string, dueMinutes = 60): AnswerRule['task'] => ({
  title: { en: text, es: text },
  priority: 'urgent',
  dueMinutes,
  assignTo: 'treating',
})
const house = { intakeAlert: { priority: 'urgent', dueMinutes: 30, assignTo: 'nurse' } } as const
const score = (atLeast: number): AnswerRule => ({
  on: { questionnaire: 'phq-9', score: 'phq-9-total', atLeast },
  task: task(`from ${atLeast}`),
})
const rules: readonly AnswerRule[] = [
  score(10),
  score(20),
  score(15),
  { on: { alert: 'self-harm-thoughts' }, task: task('call', 15) },
]
const form = (value: number, alerts: GivenAnswers['alerts'] = [], questionnaireCode = 'phq-9') => ({
  questionnaireCode,
  alerts,
  scores: [{ code: 'phq-9-total', value }],
})
const titles = (given: Parameters<typeof tasksForAnswers>[0]) =>
  tasksForAnswers(given, rules, house).map(({ title }) => title?.['en'] ?? 'house')

describe('tasks for answers', () => {
  it.each([
    [9, []],
    [10, ['from 10']],
    [14, ['from 10']],
    [15, ['from 15']],
    [20, ['from 20']],
    [27, ['from 20']],
  ])('a score of %d raises %j', (value, expected) => {
    expect(titles([form(value)])).toEqual(expected)
  })

  it('a score of another questionnaire raises nothing', () => {
    expect(titles([form(27, [], 'gad-7')])).toEqual([])
  })

  it('an alert is raised once, by its own rule or by the default rule', () => {
    const given = [form(0, ['self-harm-thoughts', 'chest-pain']), form(0, ['self-harm-thoughts'])]
    expect(tasksForAnswers(given, rules, house)).toEqual([
      { cause: 'alert:self-harm-thoughts', isAlert: true, rule: task('call', 15), title: { en: 'call', es: 'call' } },
      { cause: 'alert:chest-pain', isAlert: true, rule: house.intakeAlert, title: null },
    ])
  })
})
