import { vocabularies } from '@visitkit/contract/vocabularies'
import { describe, expect, it } from 'vitest'
import { codedDirections } from './coded-directions.ts'
import type { Directions } from './prescription.ts'
import { renderDirections } from './render-directions.ts'

const given: Directions = { dose: 2, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 3 } }

describe('directions in codes', () => {
  it.each(vocabularies.DoseUnit)('have a unit of UCUM for %s', (doseUnit) => {
    const { dose } = codedDirections({ ...given, doseUnit })
    // A unit that UCUM measures, or an annotation without spaces.
    expect(dose.unit).toMatch(/^(?:mL|mg|g|\[drp\]|\{[a-z-]+\})$/)
  })

  it('have a different code for each route', () => {
    const codes = vocabularies.MedicationRoute.map((route) => codedDirections({ ...given, route }).route.code)
    expect(new Set(codes).size).toBe(vocabularies.MedicationRoute.length)
    for (const code of codes) expect(code).toMatch(/^C38[0-9]{3}$/)
  })

  it('say what the directions say', () => {
    expect(codedDirections(given)).toEqual({
      dose: { value: 2, unit: '{tablet}' },
      route: { code: 'C38288', name: 'ORAL' },
      timing: { frequency: 3, period: 1, periodUnit: 'd' },
    })
    const more = { days: 5, asNeededFor: 'pain', maximum: { dose: 8, hours: 24 }, timing: { everyHours: 4 } } as const
    expect(codedDirections({ ...given, ...more, doseUnit: 'mL' })).toEqual({
      dose: { value: 2, unit: 'mL' },
      route: { code: 'C38288', name: 'ORAL' },
      timing: { frequency: 1, period: 4, periodUnit: 'h' },
      duration: 5,
      asNeededFor: 'pain',
      maximum: { amount: { value: 8, unit: 'mL' }, hours: 24 },
    })
  })
})

it('a maximum is in the text of each language, before the note', () => {
  const texts = renderDirections({ ...given, note: 'With food', maximum: { dose: 1, hours: 1 } })
  expect(texts.map(({ text }) => text)).toEqual([
    'Take 2 tablets by mouth 3 times a day. No more than 1 tablet in 1 hour. With food',
    'Tome 2 tabletas por la boca 3 veces al día. No más de 1 tableta en 1 hora. With food',
  ])
})
