import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { focusComesTo, focused, tabTo } from '../../test/keyboard.ts'
import { mount, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { show, field, untilText, faultAt, fill, calls } from '../../test/waiting-room-page.ts'

afterEach(unmount)

describe('checking in', () => {
  test('with the keyboard: home is prefilled, and two keys send it', async () => {
    const { world, checkedIn } = await show('prepared')
    expect(field('line1')?.value).toBe('1 Example Street')
    await tabTo('I have no one to name')
    await userEvent.keyboard(' {Enter}')
    await focusComesTo('You are next')
    expect(checkedIn).toEqual([{ visitId: world.ids.visitId, appointmentId: 'appointment-next' }])
    expect(world.state.visits[0]?.location).toMatchObject({ kind: 'home', state: 'OH' })
  })

  test('asks why there is no one to call, until a name is typed', async () => {
    const { world } = await show('prepared')
    await press(document.body, 'Check in')
    await waitFor(() => focused() === field('noContact'), 'the question')
    expect(faultAt('noContact')).toBe('Please name someone we may call, or choose why not.')
    await fill('contactName', 'Chris Example')
    await waitFor(() => !field('noContact'), 'no question')
    await fill('contactPhone', '555-0112')
    await press(document.body, 'Check in')
    await untilText('You are next')
    const { emergencyContact, noEmergencyContact } = world.state.visits[0] ?? {}
    expect(emergencyContact).toEqual({ name: 'Chris Example', phone: '555-0112' })
    expect(noEmergencyContact).toBeUndefined()
  })

  test('stops at missing values: the first field has the focus, and each shows what is required', async () => {
    const { client } = await show('prepared')
    await fill('callbackPhone', 'call me')
    await fill('city', '')
    await press(document.body, 'I have no one to name')
    await press(document.body, 'Check in')
    await waitFor(() => focused() === field('city'), 'the first fault')
    expect(faultAt('city')).toBe('Please fill this in.')
    expect(faultAt('callbackPhone')).toContain('Please write a phone number')
    expect(deepQuery(document.body, '[role="alert"]')?.textContent).toBe('Check 2 answers')
    expect(calls(client, 'checkIn')).toEqual([])
    await userEvent.keyboard('Sampleton')
    expect(field('city')?.getAttribute('aria-invalid')).toBe('false')
    expect(deepQuery(document.body, '[role="alert"]')?.textContent).toBe('Check one answer')
  })

  test('shows at the field what only the server could detect, and goes there', async () => {
    const errors = [
      { pointer: '/emergencyContact/phone', code: 'format', message: 'Give a phone number.' },
      { pointer: '/location/postalCode', code: 'format', message: 'Give a ZIP code.' },
    ]
    await show('prepared', { checkIn: () => problem(422, 'invalid_request', { errors }) })
    await press(document.body, 'I have no one to name')
    await press(document.body, 'Check in')
    await waitFor(() => focused() === field('postalCode'), 'the first of them')
    expect(faultAt('postalCode')).toBe('Please check this.')
    expect(faultAt('contactPhone')).toBe('Please check this.')
  })

  test('in a state where the clinician has no license keeps the input, and another state can be chosen', async () => {
    const { world, client } = await show('prepared')
    await press(document.body, 'I have no one to name')
    await press(document.body, 'Somewhere else')
    await fill('line1', '9 Sample Road')
    await fill('city', 'Elsewhere')
    await userEvent.selectOptions(field('state') as HTMLElement, 'CA')
    await press(document.body, 'Check in')
    await untilText('Your clinician may not treat you in that state')
    expect(field('line1')?.value).toBe('9 Sample Road')
    await waitFor(() => focused() === field('state'), 'the state')
    expect(faultAt('state')).toBe('Please check this.')
    // The patient finds the clinic's number in the same place.
    await waitFor(() => deepQuery(document.body, '[role=alert] a[href="tel:5550100"]'), 'the number')
    await userEvent.selectOptions(field('state') as HTMLElement, 'NY')
    await press(document.body, 'Check in')
    await untilText('You are next')
    expect(calls(client, 'checkIn')).toHaveLength(2)
    expect(world.state.visits[0]?.location).toEqual({
      kind: 'other',
      line1: '9 Sample Road',
      city: 'Elsewhere',
      state: 'NY',
    })
  })

  test('where the law wants a consent that is missing, the patient reads it from there, and the input is kept', async () => {
    const errors = [{ pointer: 'consent:telehealth-treatment', code: 'required', message: 'Sign it.' }]
    let isMissing = true
    const { world, client } = await show('prepared', {
      checkIn: (input) =>
        isMissing ? problem(409, 'consent_missing', { errors }) : (world.handlers.checkIn?.(input) as never),
    })
    const asked = recordEvents('visit-consent-requested')
    await press(document.body, 'I have no one to name')
    await press(document.body, 'Somewhere else')
    await fill('line1', '9 Sample Road')
    await fill('city', 'Elsewhere')
    await userEvent.selectOptions(field('state') as HTMLElement, 'NY')
    await press(document.body, 'Check in')
    await untilText('Your agreement to telehealth is missing')
    await press(document.body, 'Read the consent')
    expect(asked).toEqual([{ patientId: 'patient-robin', purposes: 'telehealth-treatment', state: 'NY' }])
    await waitFor(() => !deepQuery(document.body, '[role="alert"]'), 'the form without the refusal')
    expect(field('line1')?.value).toBe('9 Sample Road')
    isMissing = false
    await press(document.body, 'Check in')
    await untilText('You are next')
    expect(calls(client, 'checkIn')).toHaveLength(2)
  })

  test('another location does not send help to the address on file', async () => {
    await show('prepared')
    await press(document.body, 'Somewhere else')
    await waitFor(() => field('line1')?.value === '', 'an empty street')
    expect(field('state')?.value).toBe('')
    await press(document.body, 'Check in')
    await waitFor(() => focused() === field('line1'), 'the street')
  })

  test('pressing twice checks in once', async () => {
    let arrive = (): void => {}
    const slow = new Promise<void>((resolve) => (arrive = resolve))
    const { world, client } = await show('prepared', {
      checkIn: async (input) => {
        await slow
        return world.handlers.checkIn?.(input) as never
      },
    })
    await tabTo('I have no one to name')
    await userEvent.keyboard(' {Enter}{Enter}')
    arrive()
    await untilText('You are next')
    expect(calls(client, 'checkIn')).toHaveLength(1)
  })

  test('too early shows the time, and opens at that time', async () => {
    const world = createSampleWorld({ stage: 'prepared' })
    const [appointment] = world.state.appointments.filter(({ id }) => id === 'appointment-next')
    if (!appointment) throw new Error('There is no appointment')
    appointment.checkInFrom = new Date(Date.now() + 1500).toISOString()
    const content = html`<visit-waiting-room appointment-id="appointment-next"></visit-waiting-room>`
    await mount(withProvider(world.client(), content))
    await untilText('Check-in opens at')
    expect(field('line1')).toBeNull()
    await untilText('Where are you right now?')
  })
})
