import { beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/problems/problem.ts'
import { loadQuestionnaires } from '../packs/load-questionnaires.ts'
import { saveDraft, submitForm, type Author, type IntakeForm, type Save } from './intake-form.ts'
import type { IntakeAnswer, Questionnaire } from './questionnaire.ts'

const now = new Date('2026-11-25T15:00:00Z')
const place = { id: 'form-1', appointmentId: 'appointment-1', patientId: 'patient-1' }
const patient: Author = { personId: 'patient-1', kind: 'patient', relationship: 'self' }
const mother: Author = { personId: 'proxy-1', kind: 'proxy', relationship: 'parent' }
const items = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8']
const frequency = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'] as const

let phq9: Questionnaire
beforeAll(async () => {
  phq9 = (await loadQuestionnaires()).current('phq-9', now) as Questionnaire
})

const choose = (linkId: string, code: string): IntakeAnswer => ({ linkId, values: [{ code }] })
/** Scores of the nine items in order. */
const scored = (...points: (0 | 1 | 2 | 3)[]): IntakeAnswer[] =>
  points.map((point, at) => choose(items[at] ?? '', frequency[point]))
const difficulty = choose('69722-7', 'LA6573-5')
const save = (form: IntakeForm | null, answers: IntakeAnswer[], more: Partial<Save> = {}): Save => ({
  form,
  ids: place,
  questionnaire: phq9,
  answers,
  version: form?.version ?? 0,
  author: patient,
  now,
  ...more,
})
const refusal = (run: () => unknown): Problem => {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return error
  }
  throw new Error('was not refused')
}

describe('a draft', () => {
  it('keeps incomplete answers, without a partial score', () => {
    const { form } = saveDraft(save(null, scored(3, 3)))
    expect(form).toMatchObject({ status: 'draft', version: 1, scores: [], savedAt: now, submittedAt: null })
    expect(form.answers).toEqual(scored(3, 3))
  })

  it('keeps answers to questions that are hidden for now', () => {
    expect(saveDraft(save(null, [...scored(0), difficulty])).form.answers).toContainEqual(difficulty)
  })

  it('refuses a save that is not based on the latest version', () => {
    const first = saveDraft(save(null, scored(1))).form
    expect(refusal(() => saveDraft(save(first, scored(2), { version: 0 }))).code).toBe('version_conflict')
  })

  it('accepts the same save again after a lost response', () => {
    const first = saveDraft(save(null, [choose('44250-9', 'LA6569-3')])).form
    const again = saveDraft(save(first, [choose('44250-9', 'LA6569-3')], { version: 0 }))
    expect(again).toEqual({ form: first, changed: false, raised: [] })
  })

  it('names a question that is not in the questionnaire', () => {
    const problem = refusal(() => saveDraft(save(null, [choose('44250-0', 'LA6568-5')])))
    expect([problem.code, problem.errors[0]?.pointer]).toEqual(['unknown_question', '/answers/0/linkId'])
  })
})

describe('an emergency answer', () => {
  it('raises an alert from a draft, once', () => {
    const first = saveDraft(save(null, [choose('44260-8', 'LA6569-3')]))
    expect(first.raised).toEqual(['self-harm-thoughts'])
    const second = saveDraft(save(first.form, [choose('44260-8', 'LA6571-9'), ...scored(1)]))
    expect(second.raised).toEqual([])
    expect(second.form.emergencies).toEqual(['self-harm-thoughts'])
  })

  it('is not triggered by "not at all"', () => {
    expect(saveDraft(save(null, [choose('44260-8', 'LA6568-5')])).raised).toEqual([])
  })

  it('stays visible after it was changed: the clinic was notified and must see why', () => {
    const first = saveDraft(save(null, [choose('44260-8', 'LA6570-1')])).form
    const second = submitForm(save(first, [...scored(1, 0, 0, 0, 0, 0, 0, 0, 0), difficulty])).form
    expect(second.emergencies).toEqual(['self-harm-thoughts'])
  })
})

describe('submitting', () => {
  it('needs every enabled required question, and names the missing ones', () => {
    const problem = refusal(() => submitForm(save(null, scored(0, 0, 0, 0, 0, 0, 0, 0))))
    expect(problem.code).toBe('answers_missing')
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(['question:44260-8'])
  })

  it('asks how difficult it was only if a problem was ticked', () => {
    expect(submitForm(save(null, scored(0, 0, 0, 0, 0, 0, 0, 0, 0))).form.status).toBe('submitted')
    const problem = refusal(() => submitForm(save(null, scored(0, 0, 1, 0, 0, 0, 0, 0, 0))))
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(['question:69722-7'])
  })

  it('drops answers to hidden questions', () => {
    const { form } = submitForm(save(null, [...scored(0, 0, 0, 0, 0, 0, 0, 0, 0), difficulty]))
    expect(form.answers.map(({ linkId }) => linkId)).not.toContain('69722-7')
  })

  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'minimal'],
    [[1, 1, 1, 1, 0, 0, 0, 0, 0], 4, 'minimal'],
    [[1, 1, 1, 1, 1, 0, 0, 0, 0], 5, 'mild'],
    [[3, 3, 3, 0, 0, 0, 0, 0, 0], 9, 'mild'],
    [[3, 3, 3, 1, 0, 0, 0, 0, 0], 10, 'moderate'],
    [[3, 3, 3, 3, 2, 0, 0, 0, 0], 14, 'moderate'],
    [[3, 3, 3, 3, 3, 0, 0, 0, 0], 15, 'moderately-severe'],
    [[3, 3, 3, 3, 3, 3, 1, 0, 0], 19, 'moderately-severe'],
    [[3, 3, 3, 3, 3, 3, 2, 0, 0], 20, 'severe'],
    [[3, 3, 3, 3, 3, 3, 3, 3, 3], 27, 'severe'],
  ] as const)('scores %j as %i, %s', (points, value, band) => {
    const answers = points.some((point) => point > 0) ? [...scored(...points), difficulty] : scored(...points)
    expect(submitForm(save(null, answers)).form.scores).toEqual([{ code: 'phq-9-total', value, band }])
  })

  it('closes the form', () => {
    const { form } = submitForm(save(null, scored(0, 0, 0, 0, 0, 0, 0, 0, 0)))
    expect(refusal(() => saveDraft(save(form, scored(1)))).code).toBe('already_submitted')
    expect(refusal(() => submitForm(save(form, scored(1)))).code).toBe('already_submitted')
  })

  it('keeps everyone who answered, and when', () => {
    const first = saveDraft(save(null, scored(0), { author: mother })).form
    const later = new Date('2026-11-25T15:20:00Z')
    const { form } = submitForm(save(first, scored(0, 0, 0, 0, 0, 0, 0, 0, 0), { now: later }))
    expect(form.authors).toEqual([
      { ...mother, at: now.toISOString() },
      { ...patient, at: later.toISOString() },
    ])
    expect(form.submittedAt).toEqual(later)
  })
})
