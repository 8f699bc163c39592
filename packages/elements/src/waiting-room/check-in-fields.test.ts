import { describe, expect, test } from 'vitest'
import {
  checkInBody,
  validateCheckIn,
  faultsFromProblem,
  firstFault,
  prefilled,
  reported,
  withKind,
  type CheckInFields,
} from './check-in-fields.ts'

const patient = {
  address: { line1: '1 Example Street', city: 'Sampleton', state: 'OH', postalCode: '00000' },
  call: { rule: 'recorded' as const, phone: '555-0111' },
  state: 'OH',
}
const home: CheckInFields = { ...prefilled(patient), noContact: 'none-to-name' }

describe('faults of the form', () => {
  test('none, when the address on file is where the patient is', () => {
    expect(validateCheckIn(home)).toEqual({})
  })

  test.each<[string, Partial<CheckInFields>, object]>([
    ['a place without a town', { city: ' ' }, { city: 'required' }],
    ['no phone', { callbackPhone: '' }, { callbackPhone: 'required' }],
    ['words for a phone', { callbackPhone: 'call me' }, { callbackPhone: 'phoneWrong' }],
    ['no contact and no reason', { noContact: '' }, { noContact: 'contactMissing' }],
    ['a contact without a phone', { contactName: 'Chris' }, { contactPhone: 'contactBoth' }],
    ['a contact without a name', { contactPhone: '555-0112' }, { contactName: 'contactBoth' }],
    ['words for the contact’s phone', { contactName: 'Chris', contactPhone: 'home' }, { contactPhone: 'phoneWrong' }],
  ])('%s', (_, changes, faults) => {
    expect(validateCheckIn({ ...home, ...changes })).toEqual(faults)
  })

  test('the state, where the clinician has no license', () => {
    expect(faultsFromProblem({ code: 'not_licensed', status: 409, errors: [] })).toEqual({ state: 'faulty' })
  })

  test('are shown from the top of the form, in any order of detection', () => {
    expect(firstFault({ callbackPhone: 'required', city: 'required' })).toBe('city')
    expect(firstFault({})).toBeUndefined()
  })
})

describe('a patient who is not at home', () => {
  test('is not at the address on file: state and street are asked again', () => {
    const elsewhere = withKind(home, 'other', home)
    expect(elsewhere).toMatchObject({ kind: 'other', line1: '', city: '', state: '', postalCode: '' })
    expect(elsewhere.callbackPhone).toBe('555-0111')
    expect(validateCheckIn(elsewhere)).toMatchObject({ line1: 'required', state: 'required' })
  })

  test('gets the address back after choosing home again', () => {
    expect(withKind(withKind(home, 'other', home), 'home', home)).toEqual(home)
  })

  test('keeps text that was typed', () => {
    const typed = { ...home, line1: '9 Sample Road' }
    expect(withKind(typed, 'other', home)).toEqual({ ...typed, kind: 'other' })
    expect(withKind({ ...typed, kind: 'other' }, 'home', home)).toEqual(typed)
  })
})

test('the request is trimmed and leaves out empty values', () => {
  expect(checkInBody({ ...home, city: ' Sampleton ', line2: ' ', postalCode: '' })).toEqual({
    location: { kind: 'home', line1: '1 Example Street', city: 'Sampleton', state: 'OH' },
    callbackPhone: '555-0111',
    noEmergencyContact: 'none-to-name',
  })
  const named = { contactName: ' Chris ', contactPhone: '555-0112' }
  expect(checkInBody({ ...home, ...named })).toMatchObject({ emergencyContact: { name: 'Chris', phone: '555-0112' } })
  expect(checkInBody({ ...home, ...named })).not.toHaveProperty('noEmergencyContact')
})

test('a correction starts with the reason of the check-in', () => {
  expect(reported({ noEmergencyContact: 'prefers-not-to' }).noContact).toBe('prefers-not-to')
})
