import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { inPlainWords } from '../model/plain-words.ts'
import { loadFollowUpPack } from './load-follow-up-pack.ts'

const shipped = new URL('../../../../packs/follow-up/', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'follow-up-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string) => JSON.parse(readFileSync(new URL(name, shipped), 'utf8'))
const load = (change: { policy?: object; words?: object } = {}) => {
  writeFileSync(join(folder, 'policy.json'), JSON.stringify({ ...read('policy.json'), ...change.policy }))
  writeFileSync(join(folder, 'plain-words.json'), JSON.stringify({ ...read('plain-words.json'), ...change.words }))
  return loadFollowUpPack(pathToFileURL(`${folder}/`))
}
const rule = { priority: 'urgent', dueMinutes: 30, assignTo: 'nurse' }

test('the pack in the release is valid', () => {
  expect(load().policy.noShow.attempts).toBe(3)
})

test.each([
  [
    'an unknown assignee',
    { policy: { alert: { escalateMinutes: 5, task: { ...rule, assignTo: 'janitor' } } } },
    /alert\.task/,
  ],
  ['a due time of zero', { policy: { criticalResult: { ...rule, dueMinutes: 0 } } }, /criticalResult/],
  ['a missing rule', { policy: { pharmacy: undefined } }, /pharmacy/],
  ['an outcome with an incomplete rule', { policy: { visitOutcomes: { emergency: {} } } }, /visitOutcomes.emergency/],
  [
    'a fractional number of attempts',
    { policy: { noShow: { attempts: 1.5, hoursBetween: 1, task: rule } } },
    /noShow.attempts/,
  ],
  [
    'a step without a deadline',
    { policy: { referral: { stepDays: { routine: {} }, task: rule } } },
    /stepDays.urgent.seen/,
  ],
  ['a rating above ten', { policy: { survey: { openDays: 1, lowAtMost: 11, task: rule } } }, /lowAtMost/],
  ['an invalid code', { words: { codes: { hypertension: { en: 'a', es: 'b' } } } }, /hypertension is no ICD-10-CM/],
  ['a missing translation', { words: { codes: { I10: { en: 'High blood pressure' } } } }, /I10 lacks es/],
])('%s is refused and named', (_, change, message) => {
  expect(() => load(change)).toThrow(message)
})

test('a diagnosis has its name in the patient’s language, else in English, else the wording of its code', () => {
  const { plainWords } = load()
  const hypertension = { code: 'I10', display: 'Essential (primary) hypertension' }
  expect(inPlainWords(plainWords, hypertension, 'es-MX').display).toBe('Presión arterial alta')
  expect(inPlainWords(plainWords, hypertension, 'ar').display).toBe('High blood pressure')
  expect(inPlainWords(plainWords, { code: 'Z99.89', display: 'Its own wording' }, 'es').display).toBe('Its own wording')
})
