import { describe, expect, test } from 'vitest'
import {
  checkInBody,
  validateCheckIn,
  faultsFromProblem,
  firstFault,
  prefilled,
  withKind,
  type CheckInFields,
} from './check-in-fields.ts'

const patient = {
  address: { line1: '1 Example Street', city: 'Sampleton', state: 'OH', postalCode: '00000' },
  phone: '555-0111',
  state: 'OH',
}
const home = prefilled(patient)

describe('what must be mended', () => {
  test('nothing, when the address on file is where the patient is', () => {
    expect(validateCheckIn(home)).toEqual({})
  })

  test.each<[string, Partial<CheckInFields>, object]>([
    ['a place without a town', { city: ' ' }, { city: 'required' }],
    ['no phone', { callbackPhone: '' }, { callbackPhone: 'required' }],
    ['words for a phone', { callbackPhone: 'call me' }, { callbackPhone: 'phoneWrong' }],
    ['a contact without a phone', { contactName: 'Chris' }, { contactPhone: 'contactBoth' }],
    ['a contact without a name', { contactPhone: '555-0112' }, { contactName: 'contactBoth' }],
    ['words for the contact’s phone', { contactName: 'Chris', contactPhone: 'home' }, { contactPhone: 'phoneWrong' }],
  ])('%s', (_, changes, faults) => {
    expect(validateCheckIn({ ...home, ...changes })).toEqual(faults)
  })

  test('is the state, where the clinician holds no license', () => {
    expect(faultsFromProblem({ code: 'not_licensed', status: 409, errors: [] })).toEqual({ state: 'faulty' })
  })

  test('is looked at from the top of the form, whatever order it was found in', () => {
    expect(firstFault({ callbackPhone: 'required', city: 'required' })).toBe('city')
    expect(firstFault({})).toBeUndefined()
  })
})

describe('somebody who is elsewhere', () => {
  test('is not at the address on file: state and street are asked anew', () => {
    const elsewhere = withKind(home, 'other', home)
    expect(elsewhere).toMatchObject({ kind: 'other', line1: '', city: '', state: '', postalCode: '' })
    expect(elsewhere.callbackPhone).toBe('555-0111')
    expect(validateCheckIn(elsewhere)).toMatchObject({ line1: 'required', state: 'required' })
  })

  test('gets it back when they are at home after all', () => {
    expect(withKind(withKind(home, 'other', home), 'home', home)).toEqual(home)
  })

  test('keeps what was typed by hand', () => {
    const typed = { ...home, line1: '9 Sample Road' }
    expect(withKind(typed, 'other', home)).toEqual({ ...typed, kind: 'other' })
    expect(withKind({ ...typed, kind: 'other' }, 'home', home)).toEqual(typed)
  })
})

test('what is sent is trimmed and leaves out what is empty', () => {
  expect(checkInBody({ ...home, city: ' Sampleton ', line2: ' ', postalCode: '' })).toEqual({
    location: { kind: 'home', line1: '1 Example Street', city: 'Sampleton', state: 'OH' },
    callbackPhone: '555-0111',
  })
})
