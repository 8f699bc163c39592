import { describe, expect, it } from 'vitest'
import type { AnswerRule } from './follow-up-policy.ts'
import { tasksForAnswers } from './tasks-for-answers.ts'

const task = (text: string, dueMinutes = 60): AnswerRule['task'] => ({
  title: { en: text, es: text },
  priority: 'urgent',
  dueMinutes,
  assignTo: 'treating',
})
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
const form = (value: number, questionnaireCode = 'phq-9') => ({
  questionnaireCode,
  scores: [{ code: 'phq-9-total', value }],
})
const titles = (given: Parameters<typeof tasksForAnswers>[0]) =>
  tasksForAnswers(given, rules).map(({ title }) => title['en'])

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
    expect(titles([form(27, 'gad-7')])).toEqual([])
  })
})
