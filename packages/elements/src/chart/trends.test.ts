import { afterEach, describe, expect, test } from 'vitest'
import type { NoteVitals, Vital } from '@visitkit/sdk'
import { never, problem } from '@visitkit/sdk/testing'
import { unmount } from '../../test/mount.ts'
import { part, show } from '../../test/show-chart.ts'
import { deepQuery, waitFor } from '../../test/story.ts'
import { parseRange } from '../core/plot/parse-range.ts'
import { vitalTrends } from './vital-trends.ts'

afterEach(unmount)

test('what was measured twice is a line with the same numbers as a table', async () => {
  await show()
  await waitFor(() => deepQuery(document.body, '.trend'), 'the lines')
  const drawn = [...(deepQuery(document.body, '.trends')?.querySelectorAll('.trend') ?? [])].map((trend) => [
    trend.querySelector('b')?.textContent,
    [...trend.querySelectorAll('td.num span')].map((cell) => cell.textContent?.trim()),
    trend.querySelectorAll('circle, .outside').length,
  ])
  expect(drawn).toEqual([
    ['Potassium', ['6.4 mmol/L', '4.9 mmol/L', '4.4 mmol/L'], 3],
    ['Creatinine', ['1.4 mg/dL', '1.2 mg/dL', '1 mg/dL'], 3],
    ['Glucose', ['98 mg/dL', '95 mg/dL', '92 mg/dL'], 3],
    ['Sodium', ['138 mmol/L', '139 mmol/L', '140 mmol/L'], 3],
    ['Blood pressure', ['152/94 mmHg', '158/96 mmHg', '166/101 mmHg'], 6],
    ['Heart rate', ['78 /min', '86 /min'], 2],
    ['Weight', ['184.5 lb', '190 lb'], 2],
    ['PHQ-9, low mood', ['6', '9', '11', '15', '15', '17'], 6],
  ])
  expect(part('outcomes')).toMatch(/Potassium critically high\s*6\.4 mmol\/L/)
  const flaggedAs = (tone: string) =>
    [...(deepQuery(document.body, '.trends')?.querySelectorAll(`.chip.${tone}`) ?? [])].map((chip) => chip.textContent)
  expect([flaggedAs('bad'), flaggedAs('warn')]).toEqual([['critically high'], ['high']])
})

test('vitals without permission show that in their place, and hide no other line', async () => {
  await show({ listPatientVitals: () => problem(403, 'forbidden') })
  await waitFor(() => deepQuery(document.body, '.trend'), 'the lines')
  expect(part('outcomes')).toMatch(/This is not open to you.*Potassium.*PHQ-9, low mood/)
  expect(part('outcomes')).not.toContain('Blood pressure')
})

test('vitals that are loading delay nothing, and no text says that there are none', async () => {
  await show({
    listPatientVitals: never,
    listLabResults: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }),
    listOutcomes: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }),
  })
  await waitFor(() => part('results').includes('No results yet'), 'the rest of the chart')
  expect(part('outcomes')).not.toContain('Nothing yet')
})

test.each([
  ['3.5 - 5.1', { low: 3.5, high: 5.1 }],
  ['70–99', { low: 70, high: 99 }],
  ['< 200', { high: 200 }],
  ['>= 40', { low: 40 }],
  ['negative', {}],
  [undefined, {}],
])('parses the bounds of the reference range %s', (range, bounds) => {
  expect(parseRange(range)).toEqual(bounds)
})

describe('of vital signs', () => {
  const visit = (
    at: string,
    ...vitals: readonly (readonly [loinc: Vital['loinc'], value: number, unit: string])[]
  ): NoteVitals => ({
    noteId: `note-${at}`,
    at,
    vitals: vitals.map(([loinc, value, unit], place) => ({
      id: `${at}-${place}`,
      loinc,
      value,
      unit,
      source: 'measured',
      measuredAt: at,
      status: 'final',
      changes: [],
    })),
  })
  const names = ((key: string) => key) as never
  const drawn = (...visits: readonly NoteVitals[]) =>
    vitalTrends(names, visits).map(({ name, points }) => [name, ...points.map(({ value, lower }) => [value, lower])])

  test('a line contains only values in the unit of the latest one', () => {
    const weights = [
      visit('2026-03-01T00:00:00Z', ['29463-7', 75.8, 'kg']),
      visit('2026-02-01T00:00:00Z', ['29463-7', 170, '[lb_av]']),
      visit('2026-01-01T00:00:00Z', ['29463-7', 78.4, 'kg']),
    ]
    expect(drawn(...weights)).toEqual([['vital_29463-7', [78.4, undefined], [75.8, undefined]]])
    expect(drawn(...weights.slice(0, 2))).toEqual([])
  })

  test('the two values of a blood pressure are one line of the chart, and pulse comes after it', () => {
    expect(
      drawn(
        visit('2026-02-01T00:00:00Z', ['8867-4', 72, '/min'], ['8462-4', 82, 'mm[Hg]'], ['8480-6', 132, 'mm[Hg]']),
        visit('2026-01-01T00:00:00Z', ['8867-4', 84, '/min'], ['8480-6', 158, 'mm[Hg]']),
      ),
    ).toEqual([
      ['pressure', [158, undefined], [132, 82]],
      ['vital_8867-4', [84, undefined], [72, undefined]],
    ])
  })
})
