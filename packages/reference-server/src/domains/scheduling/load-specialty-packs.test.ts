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
      licenceRequired: true,
      noticeMinutes: 0,
      horizonDays: 30,
      cancelNoticeMinutes: 0,
    },
  ],
}
let count = 0
const load = (change: object, day = '2026-12-01', name = 'sleep') => {
  const place = join(folder, String(count++))
  mkdirSync(join(place, name), { recursive: true })
  writeFileSync(join(place, name, 'pack.json'), JSON.stringify({ ...pack, ...change }))
  return loadSpecialtyPacks(day, pathToFileURL(`${place}/`))
}

test('the packs that ship load, six specialties with visit types in English and Spanish', () => {
  const packs = loadSpecialtyPacks('2026-11-24')
  expect([...packs.keys()]).toEqual([
    'behavioral-health',
    'cardiology',
    'dermatology',
    'pediatrics',
    'primary-care',
    'urgent-care',
  ])
  const codes = [...packs.values()].flatMap(({ visitTypes }) => visitTypes.map(({ code }) => code))
  expect(new Set(codes).size).toBe(codes.length)
})

test('adding a specialty is adding a folder', () => {
  expect(load({}).get('sleep')?.visitTypes).toHaveLength(1)
})

test('a pack holds from its first day up to its last', () => {
  expect(load({}, '2026-11-30').size).toBe(0)
  expect(load({}, '2027-11-30').size).toBe(1)
  expect(load({}, '2027-12-01').size).toBe(0)
})

test.each([
  ['a code that is not the name of the folder', { code: 'other' }, /name of its folder/],
  ['a made-up taxonomy', { taxonomy: 'heart' }, /NUCC/],
  ['no source', { source: '' }, /source/],
  ['a missing translation', { name: { en: 'Sleep' } }, /lacks es/],
  ['a length off the grid', { visitTypes: [{ ...pack.visitTypes[0], minutes: 22 }] }, /\/minutes/],
  ['two types with one code', { visitTypes: [pack.visitTypes[0], pack.visitTypes[0]] }, /two visit types/],
])('%s is refused and named', (_, change, message) => {
  expect(() => load(change)).toThrow(message)
})
