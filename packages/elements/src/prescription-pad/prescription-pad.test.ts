import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { choose, chooseUnchecked, option, show, value } from '../../test/show-prescription-pad.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

/** Selects the mail-order pharmacy instead of the suggested one. */
const sendByMail = async (): Promise<void> => {
  await tabTo('Send to another pharmacy')
  await userEvent.keyboard('mail')
  await option('Mail')
  await userEvent.keyboard('{Enter}')
}

test('a prescription is written, read as its label and sent with the keyboard alone', async () => {
  const { all, bodyOf, patientId } = await show()
  const signed = recordEvents('visit-prescription-signed')
  await pressKeyOn('New prescription')
  await focusComesTo('Medicine')
  await userEvent.keyboard('metfo')
  await option()
  await userEvent.keyboard('{Enter}')
  await focusComesTo('Dose')
  await settled()
  await userEvent.keyboard('{Control>}a{/Control}2')
  await tabTo('How often')
  await userEvent.keyboard('{Control>}a{/Control}3')
  await tabTo('Days')
  await userEvent.keyboard('10')
  expect(pageText()).toContain('Take 2 tablets by mouth 3 times a day for 10 days.')
  expect([value('quantity'), value('daysSupply')]).toEqual(['60', '10'])
  await pressKeyOn('Sign and send')
  await focusComesTo('Sign and send this?')
  expect(pageText()).toMatch(/Take 2 tablet 3 times a day for 10 days\. 60 tablets in all, for 10 days, no refills/)
  await pressKeyOn('Sign and send now')
  await focusComesTo('New prescription')
  const sent = (await all()).find(({ status }) => status === 'sending')
  expect(sent).toMatchObject({ quantity: 60, daysSupply: 10, pharmacy: { name: 'Sample Corner Pharmacy' } })
  expect(bodyOf('writePrescription')).toMatchObject({
    visitId: expect.any(String),
    directions: { dose: 2, timing: { timesPerDay: 3 }, days: 10 },
  })
  expect(signed).toEqual([{ prescriptionId: sent?.id, patientId }])
  await waitFor(() => pageText().includes('Signed. On its way to the pharmacy.'), 'the new row')
})

describe('the medication field', () => {
  const options = (): number =>
    deepQuery(document.body, '[role=listbox]:not([hidden])')?.querySelectorAll('[role=option]').length ?? 0

  test('selects no result of an earlier text, however soon Enter follows', async () => {
    const { client } = await show()
    await press(document.body, 'New prescription')
    await focusComesTo('Medicine')
    await userEvent.keyboard('lisino')
    await option('lisinopril 10 MG')
    await userEvent.keyboard('pril 20{Enter}')
    await option('lisinopril 20 MG')
    await userEvent.keyboard('{Enter}')
    await focusComesTo('Dose')
    await settled()
    expect(client.calls.findLast(({ operationId }) => operationId === 'checkPrescription')?.body).toMatchObject({
      rxcui: '314077',
    })
  })

  test('shows no suggestions for pasted text', async () => {
    await show()
    await press(document.body, 'New prescription')
    await focusComesTo('Medicine')
    await waitFor(() => options() > 0, 'the offers')
    const field = deepQuery<HTMLInputElement>(document.body, '#medicine')
    if (field) field.value = 'metformin'
    field?.dispatchEvent(new InputEvent('input'))
    await Promise.resolve()
    expect(options()).toBe(0)
    await option('metformin')
  })
})

describe('an alert', () => {
  test('blocks the signature until a reason is written, and the reason is stored with it', async () => {
    const { client, bodyOf } = await show()
    await choose('ibuprofen')
    expect(pageText()).toContain('Ibuprofen can weaken lisinopril')
    await press(document.body, 'Sign and send')
    await focusComesTo('Your reason')
    expect(pageText()).toContain('Write at least three letters.')
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('writePrescription')
    await userEvent.keyboard('Three days only')
    await press(document.body, 'Sign and send')
    await focusComesTo('Sign and send this?')
    expect(bodyOf('writePrescription')).toMatchObject({
      acknowledgments: [{ alertId: 'interaction-29046-5640', reason: 'Three days only' }],
    })
  })

  test('comes before the signature, however soon "Sign and send" is pressed', async () => {
    const ended = Promise.withResolvers<void>()
    const checked = createSampleWorld({ stage: 'in-visit' }).handlersFor('practitioner').checkPrescription!
    const { callsOf } = await show({
      checkPrescription: async (input) => {
        await ended.promise
        return checked(input)
      },
    })
    await chooseUnchecked('ibuprofen')
    await press(document.body, 'Sign and send')
    expect(pageText()).toContain('Checking allergies')
    expect(callsOf('writePrescription')).toEqual([])
    ended.resolve()
    await focusComesTo('Your reason')
    expect(callsOf('writePrescription')).toEqual([])
  })

  test('is announced when the medication is chosen', async () => {
    await show()
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-prescription-pad'))
    await choose('amoxicillin 500')
    expect(announced).toEqual(['One alert: say why you prescribe it all the same'])
  })
})

describe('the suggested quantity', () => {
  test('follows the directions until another is typed, and can be restored', async () => {
    await show()
    await choose('metformin')
    expect(value('quantity')).toBe('30')
    await tabTo('Quantity')
    await userEvent.keyboard('{Control>}a{/Control}40')
    await press(document.body, 'Use 30')
    expect(value('quantity')).toBe('30')
  })

  test('is left empty, with its unit named, where it cannot be compared with the dose; that unit is signed, with a reason', async () => {
    await show()
    await choose('hydrocortisone')
    await tabTo('Unit')
    await userEvent.keyboard('appl')
    expect(value('quantity')).toBe('')
    expect(pageText()).toContain('Unit: gram')
    await tabTo('Quantity')
    await userEvent.keyboard('40')
    await press(document.body, 'Sign and send')
    await focusComesTo('Your reason')
    expect(pageText()).toContain('Quantity not compared')
    await userEvent.keyboard('A thin layer on both hands')
    await press(document.body, 'Sign and send')
    await focusComesTo('Sign and send this?')
    expect(pageText()).toContain('40 grams in all')
  })
})

test('a refusal is shown above the buttons and keeps every field', async () => {
  await show({ writePrescription: () => problem(422, 'quantity_implausible') })
  await choose('metformin')
  await tabTo('Also for the label')
  await userEvent.keyboard('with food')
  await press(document.body, 'Sign and send')
  await waitFor(() => pageText().includes('do not fit together'), 'the reason')
  expect([value('note'), value('dose')]).toEqual(['with food', '1'])
})

test('another pharmacy is found and selected', async () => {
  const { bodyOf } = await show()
  await choose('metformin')
  await sendByMail()
  await press(document.body, 'Save as a draft')
  await waitFor(() => pageText().includes('It has not been sent'), 'the draft')
  expect(bodyOf('writePrescription')).toMatchObject({ pharmacyId: '0000023' })
  expect(focusedName()).toBe('New prescription')
})

test('a dispensed prescription can be cancelled while refills are left', async () => {
  const { bodyOf } = await show()
  await pressKeyOn('Cancel it: lisinopril')
  await pressKeyOn('Ask the pharmacy to cancel')
  await waitFor(() => pageText().includes('was asked to cancel and has not answered'), 'the state')
  expect(bodyOf('cancelPrescription')).toEqual({ reason: 'error' })
})

test('a cancellation asks for a reason, and is not shown as cancelled before the pharmacy confirms', async () => {
  const { all, bodyOf } = await show()
  await pressKeyOn('Cancel it: metformin')
  await focusComesTo('Why is it cancelled?')
  await userEvent.selectOptions(deepQuery(document.body, '#cancel-reason') as HTMLSelectElement, 'allergy')
  await pressKeyOn('Ask the pharmacy to cancel')
  await waitFor(() => pageText().includes('was asked to cancel and has not answered'), 'the state')
  expect(bodyOf('cancelPrescription')).toEqual({ reason: 'allergy' })
  expect((await all()).some(({ status }) => status === 'cancelled')).toBe(false)
})

test('a renewal starts with the requested refills, and signs them unchanged', async () => {
  const { bodyOf } = await show()
  await tabTo(/^Refills$/)
  expect(value('refills-pharmacy-request-1')).toBe('3')
  await pressKeyOn('Approve and sign')
  await focusComesTo('Sign and send this?')
  expect(pageText()).toMatch(/Sign and send this\? .* 3 refills/)
  await pressKeyOn('Sign and send now')
  await waitFor(() => !pageText().includes('Requests from pharmacies'), 'the end of the request')
  expect(bodyOf('respondToPharmacyRequest')).toEqual({ decision: 'approved', refills: 3 })
})

test('a pharmacy’s request is approved with refills, and leaves the list', async () => {
  const { bodyOf } = await show()
  await tabTo(/^Refills$/)
  await userEvent.keyboard('{Control>}a{/Control}2')
  await pressKeyOn('Approve and sign')
  await focusComesTo('Sign and send this?')
  expect(pageText()).toMatch(/Sign and send this\? Robin Example , born February 29, 1984 .* 2 refills/)
  expect(bodyOf('respondToPharmacyRequest')).toBeUndefined()
  await pressKeyOn('Sign and send now')
  await waitFor(() => !pageText().includes('Requests from pharmacies'), 'the end of the request')
  expect(bodyOf('respondToPharmacyRequest')).toEqual({ decision: 'approved', refills: 2 })
})

test.each(['3O', '', '99'])('a renewal is never signed for "%s" refills', async (typed) => {
  const { bodyOf } = await show()
  await tabTo(/^Refills$/)
  await userEvent.keyboard(`{Control>}a{/Control}{Backspace}${typed}`)
  await pressKeyOn('Approve and sign')
  await waitFor(() => pageText().includes('Write a whole number from 0 to 12.'), 'the fault')
  await focusComesTo(/^Refills$/)
  expect(bodyOf('respondToPharmacyRequest')).toBeUndefined()
})

test('faults include the valid range of each number', async () => {
  await show()
  await choose('metformin')
  for (const [field, typed] of [
    ['How often', '30'],
    ['Dose', '0'],
  ] as const) {
    await tabTo(field, '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard(`{Control>}a{/Control}${typed}`)
  }
  await press(document.body, 'Sign and send')
  await waitFor(() => pageText().includes('Write a whole number from 1 to 24.'), 'the range')
  expect(pageText()).toContain('Write a number above 0, such as 1 or 0.5.')
})

test('another medication keeps the chosen pharmacy', async () => {
  const { bodyOf } = await show()
  await choose('metformin')
  await sendByMail()
  await press(document.body, 'Change')
  await focusComesTo('Medicine')
  await userEvent.keyboard('metformin')
  await option('metformin')
  await userEvent.keyboard('{Enter}')
  await press(document.body, 'Save as a draft')
  await waitFor(() => pageText().includes('It has not been sent'), 'the draft')
  expect(bodyOf('writePrescription')).toMatchObject({ pharmacyId: '0000023' })
})

test('names the patient at the head, and again where it is signed', async () => {
  await show()
  expect(pageText()).toContain('Robin Example , born February 29, 1984')
  await choose('metformin')
  await press(document.body, 'Sign and send')
  await focusComesTo('Sign and send this?')
  expect(pageText()).toMatch(/Sign and send this\? Robin Example , born February 29, 1984/)
})

test('a later response of the pharmacy appears live', async () => {
  const { client, patientId } = await show()
  client.setHandlers({
    listPrescriptions: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  })
  client.emitLive({ type: 'prescription.changed', ids: { patientId } })
  await waitFor(() => pageText().includes('No prescriptions yet'), 'the change')
})

test('the end of the session leaves no medication on the page', async () => {
  const { client } = await show()
  expect(pageText()).toContain('lisinopril')
  client.endSession()
  await waitFor(() => !/lisinopril|metformin/.test(pageText()), 'an empty page')
})

test('a maximum is on the label, limits the suggested quantity, and comes back with the draft', async () => {
  const { bodyOf } = await show()
  await choose('metformin')
  const fill = async (name: string, text: string) => {
    await tabTo(name)
    await userEvent.keyboard(`{Control>}a{/Control}${text}`)
  }
  await fill('How often', '4')
  await fill('Days', '10')
  await fill('Only when needed for', 'pain')
  await fill('No more than', '3')
  expect(pageText()).toContain(
    'Take 1 tablet by mouth 4 times a day for 10 days when needed for pain. No more than 3 tablets in 24 hours.',
  )
  expect(value('quantity')).toBe('30')
  await fill('In hours', '0')
  await press(document.body, 'Save as a draft')
  expect(pageText()).toContain('Write a whole number from 1 to 168.')
  await fill('In hours', '12')
  await press(document.body, 'Save as a draft')
  await waitFor(() => bodyOf('writePrescription'), 'the draft')
  expect(bodyOf('writePrescription')).toMatchObject({ directions: { maximum: { dose: 3, hours: 12 } } })
  await press(document.body, 'Continue')
  await waitFor(() => value('maximum') === '3', 'the draft')
  expect(value('maximumHours')).toBe('12')
})
