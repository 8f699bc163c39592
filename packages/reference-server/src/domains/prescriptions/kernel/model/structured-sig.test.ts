import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradictsText } from '../../../../../../sandbox/src/pharmacy/read-directions.ts'
import { readScript } from '../../../../../../sandbox/src/pharmacy/read-script.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import { hostileTexts, sampleMessage, sampleSubject } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { doseUnits, routes } from './directions-words.ts'
import type { Directions } from './prescription.ts'
import { renderDirections } from './render-directions.ts'
import { structuredSig } from './structured-sig.ts'

const tablets = { quantityUnit: { code: 'C48542', unit: 'tablet' } } as const
const said = fc.oneof(
  fc.constantFrom(...hostileTexts.map((text) => text.slice(0, 40))),
  fc.constantFrom('pain, 2 times a day', 'every 4 hours', 'for 3 days. Take 9', 'with food'),
)
const directions: fc.Arbitrary<Directions> = fc
  .record(
    {
      dose: fc.integer({ min: 1, max: 1_000_000 }).map((each) => each / 1000),
      doseUnit: fc.constantFrom(...Object.keys(doseUnits)),
      route: fc.constantFrom(...Object.keys(routes)),
      timing: fc.oneof(
        fc.record({ timesPerDay: fc.integer({ min: 1, max: 24 }) }),
        fc.record({ everyHours: fc.integer({ min: 1, max: 72 }) }),
      ),
      days: fc.integer({ min: 1, max: 365 }),
      asNeededFor: said,
      note: said,
    },
    { requiredKeys: ['dose', 'doseUnit', 'route', 'timing'] },
  )
  .map((each) => each as Directions)

const wire = (given: Directions): Uint8Array => {
  const [english] = renderDirections(given)
  const { sig: _sample, ...plain } = sampleSubject.medication
  const sig = structuredSig(given, tablets)
  const medication = { ...plain, sigText: english?.text ?? '', ...(sig && { sig }) }
  return writeScriptMessage(sampleMessage({ type: 'NewRx', ...sampleSubject, medication }))
}

describe('structured directions', () => {
  it('are read as prescribed, by our own reader and by the pharmacy’s', () => {
    fc.assert(
      fc.property(directions, (given) => {
        const bytes = wire(given)
        expect(readScriptMessage(bytes).body).toMatchObject({ medication: { sig: structuredSig(given, tablets) } })
        const { dose, timing, days, asNeededFor, note, route } = given
        expect(readScript(bytes).directions).toMatchObject({
          dose: String(dose),
          timesPerDay: 'timesPerDay' in timing ? String(timing.timesPerDay) : null,
          everyHours: 'everyHours' in timing ? String(timing.everyHours) : null,
          days: days === undefined ? null : String(days),
          route,
          asNeededFor: asNeededFor ?? null,
          note: note ?? null,
        })
      }),
      { numRuns: 300 },
    )
  })

  it('never contradict the directions in text', () => {
    fc.assert(
      fc.property(directions, (given) => {
        const { directions: parts, text } = readScript(wire(given))
        expect(parts !== null && contradictsText(parts, text.sig ?? '')).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('contain the unit’s code only if the dose has the same unit as the quantity', () => {
    const given = { dose: 1, route: 'oral', timing: { timesPerDay: 1 } } as const
    expect(structuredSig({ ...given, doseUnit: 'tablet' }, tablets)?.doseUnit).toEqual({
      text: 'tablet',
      code: 'C48542',
    })
    expect(structuredSig({ ...given, doseUnit: 'mL' }, tablets)?.doseUnit).toEqual({ text: 'mL' })
  })

  it('are text alone if there is a maximum, which the structure does not have', () => {
    const given = {
      dose: 1,
      doseUnit: 'tablet',
      route: 'oral',
      timing: { everyHours: 4 },
      asNeededFor: 'pain',
    } as const
    const { directions: parts, text } = readScript(wire({ ...given, maximum: { dose: 6, hours: 24 } }))
    expect(parts).toBeNull()
    expect(text.sig).toBe(
      'Take 1 tablet by mouth every 4 hours, when needed for pain. No more than 6 tablets in 24 hours.',
    )
    expect(readScript(wire(given)).directions).not.toBeNull()
  })
})
