import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, focused, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/settings.ts'

afterEach(unmount)

const show = async (open = '', handlers: TestHandlers = {}, world: SampleWorld = createSampleWorld()) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-settings open=${open}></visit-settings>`))
  await settled()
  return client
}
const sent = (client: Awaited<ReturnType<typeof show>>, operationId: string) =>
  client.calls.filter((call) => call.operationId === operationId)
const field = (selector: string) => waitFor(() => deepQuery<HTMLInputElement>(document.body, selector), selector)

test('each page opens and closes with the keyboard, and takes the focus', async () => {
  await show()
  await pressKeyOn(/^Your pharmacy/)
  await waitFor(() => pageText().includes('Sample Corner Pharmacy'), 'the pharmacy')
  expect(focusedName()).toBe('Your pharmacy')
  await pressKeyOn('All settings')
  expect(focusedName()).toBe('Settings')
})

describe('how a patient is reached', () => {
  test('is saved, and the page receives the language', async () => {
    const client = await show('reach')
    const saved = recordEvents('visit-preferences-saved')
    const language = await field('#language')
    language.value = 'es'
    language.dispatchEvent(new Event('change'))
    await press(document.body, 'A new test result')
    await pressKeyOn('Save')
    await waitFor(() => saved.length === 1, 'the event')
    expect(saved).toEqual([{ patientId: 'patient-robin', language: 'es' }])
    expect(sent(client, 'putPreferences')[0]).toMatchObject({
      body: {
        channel: 'email',
        language: 'es',
        muted: ['result'],
        quietHours: { from: '21:00', to: '08:00' },
        version: 0,
      },
    })
    expect(pageText()).toContain('Saved.')
  })

  test('says to the patient alone where messages about a private visit are not sent', async () => {
    const sentence = 'are not sent to an address that a parent or helper typed'
    await show('reach')
    await waitFor(() => pageText().includes('Leave it empty'), 'the address')
    expect(pageText()).toContain(sentence)
    const me = await createSampleWorld().client('patient').me.get()
    unmount()
    await show('reach', { getMe: () => ({ ...me, kind: 'proxy', personId: 'proxy-of-robin' }) })
    await waitFor(() => pageText().includes('Leave it empty'), 'the address')
    expect(pageText()).not.toContain(sentence)
  })

  test('keeps what was typed when the server refuses it, and says so', async () => {
    await show('reach', { putPreferences: () => problem(422, 'address_missing') })
    await tabTo('Email address for messages')
    await userEvent.keyboard('new@mail.example')
    await pressKeyOn('Save')
    await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the problem')
    expect((await field('#email')).value).toBe('new@mail.example')
    expect(pageText()).not.toContain('Saved.')
  })

  test('after a change elsewhere the next save is based on it, and keeps what was typed', async () => {
    const world = createSampleWorld()
    const client = await show('reach', {}, world)
    await tabTo('Email address for messages')
    await userEvent.keyboard('new@mail.example')
    await world.client('patient').preferences.put('patient-robin', {
      channel: 'email',
      language: 'en',
      quietHours: null,
      muted: ['reminder'],
      version: 0,
    })
    await pressKeyOn('Save')
    await waitFor(() => sent(client, 'getPreferences').length === 2, 'another read')
    await settled()
    await press(document.body, /^\s*Save\s*$/)
    await waitFor(() => sent(client, 'putPreferences').length === 2, 'another save')
    expect(sent(client, 'putPreferences')[1]).toMatchObject({
      body: { email: 'new@mail.example', quietHours: null, muted: ['reminder'], version: 1 },
    })
  })
})

describe('the choice of a notice of new readers', () => {
  test('is off until the patient makes it, and is sent', async () => {
    const client = await show('reach')
    await tabTo('Someone new opens your record')
    expect((focused() as HTMLInputElement).checked).toBe(false)
    await userEvent.keyboard(' ')
    await pressKeyOn('Save')
    await waitFor(() => pageText().includes('Saved.'), 'the saved choice')
    expect(sent(client, 'putPreferences')[0]).toMatchObject({ body: { tellFirstAccess: true, muted: [] } })
  })

  test('is neither shown to, nor sent by, who may not make it', async () => {
    const preferences = await createSampleWorld().client('patient').preferences.get('patient-robin')
    const { tellFirstAccess: _, ...shown } = preferences
    const client = await show('reach', { getPreferences: () => shown, putPreferences: () => shown })
    expect(pageText()).toContain('A new message')
    expect(pageText()).not.toContain('Someone new')
    await pressKeyOn('Save')
    await waitFor(() => sent(client, 'putPreferences').length === 1, 'the save')
    expect(sent(client, 'putPreferences')[0]?.body).not.toHaveProperty('tellFirstAccess')
  })
})

describe('people who act for the patient', () => {
  test('someone is invited, the code is shown once, and the right can be ended', async () => {
    const client = await show('people')
    await tabTo('Their name')
    await userEvent.keyboard('Sky Example')
    await pressKeyOn('Make an invitation')
    await waitFor(() => pageText().includes('7K3M9-QXT4W-ZR8NB-H2CVD'), 'the code')
    expect(focusedName()).toBe('Code for Sky Example')
    expect(sent(client, 'createProxy')[0]).toMatchObject({ body: { displayName: 'Sky Example', scope: ['schedule'] } })
    await press(document.body, 'End, Sky Example')
    await waitFor(() => !pageText().includes('7K3M9'), 'the page without the code')
    expect(pageText()).not.toContain('Sky Example Book')
    expect(pageText()).toContain('Chris Example')
  })

  test('what is missing is said at its field, and nothing is sent', async () => {
    const client = await show('people')
    await press(document.body, 'Make an invitation')
    await waitFor(() => pageText().includes('Enter their name.'), 'the name that is missing')
    expect(pageText()).not.toContain('Choose what they may do.')
    await userEvent.keyboard('Sky Example')
    deepQuery<HTMLInputElement>(document.body, '[name="scope"]:checked')?.click()
    await press(document.body, 'Make an invitation')
    await waitFor(() => pageText().includes('Choose what they may do.'), 'the choice that is missing')
    expect(pageText()).not.toContain('Enter their name.')
    expect(sent(client, 'createProxy')).toEqual([])
  })

  test('a proxy sees who may act, and cannot invite or end', async () => {
    const { getMe } = createSampleWorld().handlersFor('patient')
    await show('people', {
      getMe: async (input) => ({ ...((await getMe?.(input)) as object), kind: 'proxy', personId: 'chris' }) as never,
    })
    expect(pageText()).toContain('Only the patient can invite someone')
    expect(deepQuery(document.body, 'form')).toBeNull()
    expect(pageText()).not.toContain('Make an invitation')
  })
})

test('a consent can be read as it was signed, and revoked after a question', async () => {
  const world = createSampleWorld({ stage: 'prepared' })
  const client = await show('consents', {}, world)
  expect(pageText()).toContain('You agreed on')
  await pressKeyOn(/^Read the text/)
  await waitFor(() => deepQuery(document.body, '.text'), 'the text')
  expect(sent(client, 'getConsentDocument')[0]).toMatchObject({
    query: { version: world.state.consents[0]?.documentVersion },
  })
  await pressKeyOn(/^Take it back/)
  expect(sent(client, 'revokeConsent')).toEqual([])
  await pressKeyOn('Yes, take it back')
  await waitFor(() => pageText().includes('You took it back on'), 'the decision')
  expect(world.state.consents[0]?.status).toBe('revoked')
})

test('a consent about substance use shows what may be sent, to whom, what for and until when', async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  const [consent] = world.state.consents
  Object.assign(consent!, {
    purpose: 'part-two-disclosure',
    partTwo: {
      patientName: 'Robin Example',
      discloser: 'Sample Health',
      information: ['prescriptions', 'bills'],
      recipients: ['pharmacies'],
      namedRecipients: ['Corner House'],
      purposes: ['treatment'],
      rightToRevoke: 'You can take it back.',
      expiration: { kind: 'date', on: '2031-04-30' },
      redisclosure: 'It may be passed on.',
      refusal: 'You are treated all the same.',
    },
  })
  await show('consents', {}, world)
  await waitFor(() => pageText().includes('What may be sent'), 'what was chosen')
  expect(pageText()).toMatch(/Prescriptions · Bills and claims/)
  expect(pageText()).toMatch(/Pharmacies · Corner House/)
  expect(pageText()).toMatch(/Until when.*2031/)
})

test('the visits for which a consent was used are shown, also before it is revoked', async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  const client = await show('consents', {}, world)
  const [consent] = world.state.consents
  await pressKeyOn(/^What it was used for/)
  await waitFor(() => pageText().includes('It was used for these visits:'), 'the visits')
  expect(sent(client, 'listConsentUses')[0]).toMatchObject({ path: { consentId: consent!.id } })
  expect(pageText()).toMatch(/with .+ Check-in on .+ Start with the clinician on/)
  await pressKeyOn(/^What it was used for/)
  expect(pageText()).not.toContain('Check-in on')
  await pressKeyOn(/^Take it back/)
  await waitFor(
    () => pageText().includes('Taking it back does not change these past visits'),
    'the visits in the question',
  )
  expect(pageText()).toContain('Check-in on')
})

test('a consent that was used for no visit says so', async () => {
  await show('consents', {}, createSampleWorld({ stage: 'prepared' }))
  await pressKeyOn(/^Take it back/)
  await waitFor(() => pageText().includes('It has not been used for a visit.'), 'the empty list')
})

test('the signer saves a copy of the exact text, with the decision and its proof', async () => {
  const saved: Blob[] = []
  const { createObjectURL } = URL
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob)
    return createObjectURL.call(URL, blob)
  }
  try {
    const world = createSampleWorld({ stage: 'prepared' })
    const [consent] = world.state.consents
    const client = await show('consents', {}, world)
    await pressKeyOn(/^Save a copy/)
    await waitFor(() => saved.length === 1, 'the copy')
    const { documentVersion: version, language, contentHash, signedName = '' } = consent!
    expect(sent(client, 'getConsentDocument')[0]).toMatchObject({ query: { version, language } })
    const copy = await saved[0]!.text()
    const text = await client.consents.getDocument(consent!.documentId, { version, language })
    for (const section of text.sections) expect(copy).toContain(section.text)
    expect(copy).toContain(signedName)
    // The statement as it was signed, byte for byte.
    const { statement, signature, publicKey } = await client.consents.evidence(consent!.id)
    const shown = new DOMParser().parseFromString(copy, 'text/html')
    const proof = [...shown.querySelectorAll('dd')].map(({ textContent }) => textContent)
    expect(proof).toEqual([contentHash, statement, signature, publicKey])
    expect(shown.querySelector('script, [src], [href]')).toBeNull()
  } finally {
    URL.createObjectURL = createObjectURL
  }
})

test('one press signs out everywhere else, and this browser stays', async () => {
  const client = await show('sessions')
  await pressKeyOn('Sign out everywhere else')
  await waitFor(() => pageText().includes('You are signed in only here.'), 'the list of one')
  expect(sent(client, 'endSessionById').map(({ path }) => path)).toEqual([{ sessionId: 'session-phone' }])
  expect(pageText()).not.toContain('Sign out everywhere else')
})

test('another pharmacy is searched and chosen', async () => {
  const client = await show('pharmacy')
  await pressKeyOn('Search')
  expect(pageText()).toContain('Enter at least 2 letters.')
  expect(sent(client, 'searchPharmacies')).toEqual([])
  await focusComesTo('Find a pharmacy')
  await userEvent.keyboard('sample{Enter}')
  const button = await waitFor(() => deepQuery<HTMLButtonElement>(document.body, 'li:last-child .btn'), 'pharmacies')
  const name = button.getAttribute('aria-label')?.replace('Choose ', '') ?? ''
  button.click()
  await waitFor(() => sent(client, 'choosePharmacy').length === 1 && !deepQuery(document.body, 'li .btn'), 'the choice')
  expect(pageText()).toContain(name)
})

test('another device is signed out', async () => {
  const client = await show('sessions')
  expect(pageText()).toContain('This device, now')
  await pressKeyOn(/^Sign out there/)
  await waitFor(() => pageText().includes('You are signed in only here.'), 'one session')
  expect(sent(client, 'endSessionById')[0]).toMatchObject({ path: { sessionId: 'session-phone' } })
})

test('the end of the session leaves no text of it', async () => {
  const client = await show('people')
  expect(pageText()).toContain('Chris Example')
  client.endSession()
  await waitFor(() => !pageText().includes('Chris Example'), 'an empty page')
})
