import { describe, expect, it } from 'vitest'
import { loadPrescribingPolicy } from '../../kernel/packs/load-policy.ts'
import { validateAmounts, type Amounts } from './validate-amounts.ts'
import type { Directions } from '../../kernel/model/prescription.ts'
import { renderDirections } from '../../kernel/model/render-directions.ts'

const policy = await loadPrescribingPolicy()
const daily: Directions = { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 1 } }
const texts = (directions: Partial<Directions>) => renderDirections({ ...daily, ...directions }).map(({ text }) => text)

describe('directions in words', () => {
  it.each<[Partial<Directions>, string, string]>([
    [{}, 'Take 1 tablet by mouth once a day.', 'Tome 1 tableta por la boca una vez al día.'],
    [
      { dose: 2, timing: { timesPerDay: 2 }, days: 10 },
      'Take 2 tablets by mouth twice a day for 10 days.',
      'Tome 2 tabletas por la boca 2 veces al día durante 10 días.',
    ],
    [
      { dose: 0.5, doseUnit: 'tablet', timing: { everyHours: 6 }, asNeededFor: 'pain', note: 'With food.' },
      'Take 0.5 tablet by mouth every 6 hours, when needed for pain. With food.',
      'Tome 0.5 tableta por la boca cada 6 horas, si lo necesita para: pain. With food.',
    ],
    [
      { dose: 2, doseUnit: 'puff', route: 'inhalation', timing: { everyHours: 4 }, days: 1 },
      'Inhale 2 puffs every 4 hours for 1 day.',
      'Inhale 2 inhalaciones cada 4 horas durante 1 día.',
    ],
    [
      { dose: 3, doseUnit: 'sachet', route: 'rectal', timing: { timesPerDay: 3 } },
      'Insert 3 sachets in the rectum 3 times a day.',
      'Introduzca 3 sobres en el recto 3 veces al día.',
    ],
  ])('render %j as on a label', (directions, english, spanish) => {
    expect(texts(directions)).toEqual([english, spanish])
  })
})

describe('the quantity', () => {
  const tablets = { quantityUnit: { code: 'C48542', unit: 'tablet' } } as const
  const month: Amounts = { directions: daily, quantity: 30, daysSupply: 30, refills: 0 }
  const faults = (change: Partial<Amounts>, unit = tablets) =>
    validateAmounts({ ...month, ...change }, unit, policy).map(({ pointer, code }) => `${pointer} ${code}`)

  it.each<[string, Partial<Amounts>, string[]]>([
    ['what the directions use up', {}, []],
    ['a little more, as it is packed', { quantity: 32 }, []],
    ['ten times as much', { quantity: 300 }, ['/quantity too_large']],
    ['a third of it', { quantity: 10 }, ['/quantity too_small']],
    ['less, to be taken as needed', { quantity: 10, directions: { ...daily, asNeededFor: 'pain' } }, []],
    [
      'far more, to be taken as needed',
      { quantity: 90, directions: { ...daily, asNeededFor: 'pain' } },
      ['/quantity too_large'],
    ],
    ['a week that ends before the supply', { quantity: 7, directions: { ...daily, days: 7 } }, []],
    ['days that the supply does not last', { directions: { ...daily, days: 60 } }, ['/daysSupply too_short']],
    ['days that the refills last', { directions: { ...daily, days: 60 }, refills: 1 }, []],
    ['every half hour', { directions: { ...daily, timing: { timesPerDay: 48 } } }, ['/directions/timing out_of_range']],
    ['never', { directions: { ...daily, timing: { timesPerDay: 0 } } }, ['/directions/timing out_of_range']],
    ['backwards', { directions: { ...daily, timing: { everyHours: -2 } } }, ['/directions/timing out_of_range']],
    ['half a tablet a day', { quantity: 15, directions: { ...daily, dose: 0.5 } }, []],
    [
      'as much as the maximum allows, to be taken as needed',
      {
        quantity: 240,
        directions: { ...daily, timing: { everyHours: 1 }, asNeededFor: 'pain', maximum: { dose: 8, hours: 24 } },
      },
      [],
    ],
    [
      'far more than the maximum allows',
      {
        quantity: 720,
        directions: { ...daily, timing: { everyHours: 1 }, asNeededFor: 'pain', maximum: { dose: 4, hours: 24 } },
      },
      ['/quantity too_large'],
    ],
    [
      'a maximum of less than a dose',
      { directions: { ...daily, dose: 2, maximum: { dose: 1, hours: 24 } } },
      ['/directions/maximum/dose too_small'],
    ],
    [
      'a maximum that each day exceeds',
      { quantity: 90, directions: { ...daily, timing: { timesPerDay: 3 }, maximum: { dose: 2, hours: 24 } } },
      ['/directions/maximum too_small'],
    ],
    [
      'a maximum that each day just reaches, in fractions',
      {
        quantity: 9,
        directions: { ...daily, dose: 0.1, timing: { timesPerDay: 3 }, maximum: { dose: 0.3, hours: 24 } },
      },
      [],
    ],
    [
      'puffs of one inhaler, which cannot be compared',
      { quantity: 1, directions: { ...daily, doseUnit: 'puff', dose: 2 } },
      [],
    ],
  ])('of %s is validated', (_, change, expected) => {
    expect(faults(change)).toEqual(expected)
  })
})
