import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { loadSpecialtyPacks } from './load-specialty-packs.ts'

const folder = mkdtempSync(join(tmpdir(), 'packs-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pack = {
  code: 'sleep',
  taxonomy: '207RS0012X',
  name: { en: 'Sleep', es: 'Sueño' },
  effectiveFrom: '2026-12-01',
  effectiveTo: '2027-12-01',
  source: 'A test.',
  visitTypes: [
    {
      code: 'sleep-visit',
      name: { en: 'Visit', es: 'Consulta' },
      description: { en: 'A visit.', es: 'Una consulta.' },
      minutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      stepMinutes: 15,
      modality: 'video',
      requiredConsents: [],
      questionnaires: [],
      licenseRequired: true,
      minimumNoticeMinutes: 0,
      horizonDays: 30,
      cancellationNoticeMinutes: 0,
      care: { noteTemplate: 'soap', suggestedOrders: [], survey: true },
    },
  ],
  followUp: { rules: [] },
}
const [type] = pack.visitTypes
const texts = { en: 'Call', es: 'Llamar' }
const rule = {
  on: { questionnaire: 'phq-9', score: 'phq-9-total', atLeast: 15 },
  task: { title: texts, priority: 'urgent', dueMinutes: 60, assignTo: 'treating' },
}
let count = 0
const load = (change: object, day = '2026-12-01', name = 'sleep') => {
  const place = join(folder, String(count++))
  mkdirSync(join(place, name), { recursive: true })
  writeFileSync(join(place, name, 'pack.json'), JSON.stringify({ ...pack, ...change }))
  return loadSpecialtyPacks(day, pathToFileURL(`${place}/`))
}

test('the packs in the release load, six specialties with visit types in English and Spanish', () => {
  const packs = loadSpecialtyPacks('2026-11-24')
  const six = ['behavioral-health', 'cardiology', 'dermatology', 'pediatrics', 'primary-care', 'urgent-care']
  // A health system's own packs may be in the same folder.
  expect([...packs.keys()]).toEqual(expect.arrayContaining(six))
  const codes = [...packs.values()].flatMap(({ visitTypes }) => visitTypes.map(({ code }) => code))
  expect(new Set(codes).size).toBe(codes.length)
})

test('a new specialty needs only a new folder', () => {
  expect(load({}).get('sleep')?.visitTypes).toHaveLength(1)
})

test('a pack is in effect from its first day up to its last', () => {
  expect(load({}, '2026-11-30').size).toBe(0)
  expect(load({}, '2027-11-30').size).toBe(1)
  expect(load({}, '2027-12-01').size).toBe(0)
})

test.each([
  ['a code that is not the name of the folder', { code: 'other' }, /name of its folder/],
  ['an unknown taxonomy code', { taxonomy: 'heart' }, /NUCC/],
  ['no source', { source: '' }, /source/],
  ['a missing translation', { name: { en: 'Sleep' } }, /name lacks es/],
  ['an empty translation', { name: { en: 'Sleep', es: ' ' } }, /\/name\/es/],
  ['an invalid date', { effectiveFrom: '2026-02-30' }, /effectiveFrom must match format "date"/],
  ['an end before the beginning', { effectiveTo: '2026-12-01' }, /later than effectiveFrom/],
  ['a length off the grid', { visitTypes: [{ ...type, minutes: 22 }] }, /\/minutes/],
  ['ages in the wrong order', { visitTypes: [{ ...type, ages: { from: 9, to: 2 } }] }, /\/ages/],
  ['two types with one code', { visitTypes: [type, type] }, /two visit types/],
  ['an unknown property', { visittypes: [] }, /unknown property visittypes/],
  ['an unknown property deep inside', { visitTypes: [{ ...type, care: { ...type?.care, notes: 1 } }] }, /care.*notes/],
  ['a visit type without its care', { visitTypes: [{ ...type, care: undefined }] }, /lacks care/],
  [
    'a walk-in visit with a minimum notice',
    { visitTypes: [{ ...type, minimumNoticeMinutes: 30, care: { ...type?.care, onDemand: true } }] },
    /on demand/,
  ],
  [
    'a next visit that is not in the pack',
    { visitTypes: [{ ...type, care: { ...type?.care, next: { visitType: 'gone', afterDays: 1, withinDays: 2 } } }] },
    /names gone/,
  ],
  [
    'a next visit that ends before it begins',
    {
      visitTypes: [{ ...type, care: { ...type?.care, next: { visitType: type?.code, afterDays: 9, withinDays: 9 } } }],
    },
    /must end/,
  ],
  ['two rules on one condition', { followUp: { rules: [rule, rule] } }, /one condition/],
  [
    'a rule for an unknown assignee',
    { followUp: { rules: [{ ...rule, task: { ...rule.task, assignTo: 'janitor' } }] } },
    /assignTo/,
  ],
])('%s is refused and named', (_, change, message) => {
  expect(() => load(change)).toThrow(message)
})

test('a folder without a pack, and a pack with invalid JSON, are named', () => {
  const place = join(folder, 'broken')
  mkdirSync(join(place, 'sleep'), { recursive: true })
  expect(() => loadSpecialtyPacks('2026-12-01', pathToFileURL(`${place}/`))).toThrow(/sleep has no pack.json/)
  writeFileSync(join(place, 'sleep', 'pack.json'), '{')
  expect(() => loadSpecialtyPacks('2026-12-01', pathToFileURL(`${place}/`))).toThrow(/not JSON/)
})
