import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { gone, sent, show, type, until } from '../../test/clinic-settings-page.ts'
import { focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { show as showAppointments, worldWithVisit } from '../../test/appointments-page.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'
import { faultOf } from './clinic-address.ts'
import { codeFor, emptyDraft } from './order-set-draft.ts'

afterEach(unmount)

test('shows the pages that the reader may change, and each opens and closes with the keyboard', async () => {
  await show()
  await pressKeyOn(/^Shared text macros/)
  await until('.ros')
  expect(focusedName()).toBe('Shared text macros')
  await pressKeyOn('All settings of the clinic')
  expect(focusedName()).toBe('Settings of the clinic')
})

test('says so to a reader who may change nothing', async () => {
  const { getMe } = createSampleWorld().handlersFor('practitioner')
  await show('', { getMe: getMe! })
  await until('There is nothing for you to change here')
})

describe('the address', () => {
  test('is shown, changed line by line, and saved without the empty ones', async () => {
    const client = await show('address')
    await type('#line-0', ' 12 Harbor Street ')
    await type('#line-1', 'Lakeside, OH 43004')
    for (const line of [2, 3, 4]) await type(`#line-${line}`, '')
    await press(document.body, 'Save the address')
    await until('The address is saved.')
    expect(sent(client, 'updateOrganization')).toMatchObject([
      { contact: { address: ['12 Harbor Street', 'Lakeside, OH 43004'] }, version: 1 },
    ])
  })

  test('with a line that is too long or left out is refused there, with the remedy, and nothing is sent', async () => {
    const client = await show('address')
    await type('#line-0', 'x'.repeat(121))
    await press(document.body, 'Save the address')
    await until('Line 1 has more than 120 letters. Shorten it, or continue in the next line.')
    expect(focusedName()).toBe('Line 1')
    await type('#line-0', '')
    await type('#line-1', 'Lakeside')
    await press(document.body, 'Save the address')
    await until('Line 1 is empty, and a later one is not.')
    expect(sent(client, 'updateOrganization')).toEqual([])
  })

  test('that a colleague changed in the meantime is shown next to what was typed, which can then be saved', async () => {
    const world = createSampleWorld()
    const client = await show('address', {}, world)
    await type('#line-0', '1 Mine Street')
    const { contact } = world.state.organization
    world.state.organization = {
      ...world.state.organization,
      contact: { ...contact, address: ['9 Theirs'] },
      version: 7,
    }
    await press(document.body, 'Save the address')
    await until('A colleague changed the settings of the clinic')
    await until('9 Theirs')
    expect(deepQuery<HTMLInputElement>(document.body, '#line-0')?.value).toBe('1 Mine Street')
    await press(document.body, 'Save the address')
    await until('The address is saved.')
    expect(sent(client, 'updateOrganization').at(-1)).toMatchObject({ version: 7 })
  })

  test('that could not be saved stays as it was typed, also while nothing can be read', async () => {
    const { getOrganization } = createSampleWorld().handlersFor('practitioner')
    let isDown = false
    const refuse = () => {
      throw new TypeError('Failed to fetch')
    }
    await show('address', {
      getOrganization: (input) => (isDown ? refuse() : getOrganization!(input)),
      updateOrganization: refuse,
    })
    await type('#line-0', '1 Mine Street')
    isDown = true
    await press(document.body, 'Save the address')
    await waitFor(() => deepQuery(document.body, '[role="alert"]'), 'the problem')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(deepQuery<HTMLInputElement>(document.body, '#line-0')?.value).toBe('1 Mine Street')
  })

  test('that is saved is read by a patient with a visit in person', async () => {
    const { world, visit } = worldWithVisit()
    visit.modality = 'in-person'
    await show('address', {}, world)
    await type('#line-0', '12 Harbor Street')
    await press(document.body, 'Save the address')
    await until('The address is saved.')
    unmount()
    await showAppointments(world)
    await until('It takes place at 12 Harbor Street')
  })

  test.each([
    [['a', 'b', ''], null],
    [[], null],
    [['', ' '], null],
    [['a', '', 'c'], { line: 1, is: 'gap' }],
    [['a', 'x'.repeat(121)], { line: 1, is: 'tooLong' }],
  ])('of %j has the fault %j', (lines, fault) => expect(faultOf(lines)).toEqual(fault))
})

describe('shared text macros', () => {
  test('are only those of the clinic, and one is added', async () => {
    const client = await show('macros')
    await until('.ros')
    expect(pageText()).not.toContain('.rest')
    await press(document.body, 'Add a text macro')
    await type('#macro-name', 'Two words')
    await press(document.body, 'Save')
    await until('Write a word of 2 to 30 small letters')
    await type('#macro-name', 'ros')
    await press(document.body, 'Save')
    await until('The clinic has a macro .ros already.')
    await type('#macro-name', 'diet')
    await press(document.body, 'Save')
    await until('Write the text that the word stands for.')
    await type('#macro-text', 'Eat less salt.')
    await press(document.body, 'Save')
    await until('Eat less salt.')
    expect(sent(client, 'putSharedTextMacro')).toEqual([{ text: 'Eat less salt.', version: 0 }])
  })

  test('are changed, and what was typed stays when a colleague was faster', async () => {
    const world = createSampleWorld()
    await show('macros', {}, world)
    await pressKeyOn('Change: ros')
    await world.client('practitioner').textMacros.putShared('ros', { text: 'Theirs', version: 1 })
    await type('#macro-text', 'Mine')
    await press(document.body, 'Save')
    await until('A colleague changed this macro')
    expect(deepQuery<HTMLTextAreaElement>(document.body, '#macro-text')?.value).toBe('Mine')
    await press(document.body, 'Save')
    await gone('A colleague changed this macro')
    await until('Mine')
  })

  test('are deleted after a question', async () => {
    const client = await show('macros')
    await pressKeyOn('Delete: ros')
    await until('Delete .ros for everyone?')
    await press(document.body, 'Keep it')
    await gone('Delete .ros for everyone?')
    expect(sent(client, 'removeSharedTextMacro')).toHaveLength(0)
    await pressKeyOn('Delete: ros')
    await press(document.body, 'Yes, delete it')
    await until('The clinic shares no text macro yet.')
  })
})

describe('order sets', () => {
  test('are created with a diagnosis, a test, a text and specialties', async () => {
    const client = await show('orders')
    await press(document.body, 'Add an order set')
    await press(document.body, 'Save')
    await until('Write a name in at least one language.')
    expect(focusedName()).toContain('Name in')
    await type('#name', 'Sore throat')
    await tabTo('Diagnoses')
    await userEvent.keyboard('hypertension')
    await until('Essential (primary) hypertension')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => deepQuery(document.body, '[data-key="I10"]'), 'the diagnosis')
    await tabTo('Laboratory tests')
    await userEvent.keyboard('BMP')
    await waitFor(() => deepQuery(document.body, '#test-0'), 'the test')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => deepQuery(document.body, '[data-key="BMP"]'), 'the chosen test')
    const section = await waitFor(() => deepQuery<HTMLSelectElement>(document.body, '#section'), 'the sections')
    section.value = 'plan'
    section.dispatchEvent(new Event('change'))
    await press(document.body, 'Save')
    await until('Write a text of at most 4,000 letters')
    await type('#section-plan', 'Rest.')
    await press(document.body, 'Save')
    await until('Sore throat')
    expect(sent(client, 'putOrderSet')).toMatchObject([
      {
        name: [{ language: 'en', text: 'Sore throat' }],
        diagnosisCodes: ['I10'],
        labTests: ['BMP'],
        sections: [{ code: 'plan', text: 'Rest.' }],
        active: true,
        version: 0,
      },
    ])
  })

  test('are changed without losing what the form does not show in full', async () => {
    const client = await show('orders')
    await pressKeyOn('Change: High blood pressure, follow-up')
    await type('#name', 'High blood pressure')
    await press(document.body, 'Save')
    await until('High blood pressure')
    const [body] = sent(client, 'putOrderSet') as { prescriptions: unknown[]; diagnosisCodes: string[] }[]
    expect(body?.prescriptions).toHaveLength(1)
    expect(body?.diagnosisCodes).toEqual(['I10'])
  })

  test('are retired, and taken into use again', async () => {
    const client = await show('orders')
    await pressKeyOn('Retire: Cold')
    await until('Retired')
    expect(focusedName()).toBe('Cold')
    await pressKeyOn('Use again: Cold')
    await gone('Retired')
    const [retired, reused] = sent(client, 'putOrderSet') as { version: number }[]
    expect(retired).toMatchObject({ active: false })
    // Nothing of it is lost in between.
    expect(reused).toEqual({ ...retired, active: true, version: (retired?.version ?? 0) + 1 })
  })

  test('that are refused keep what was typed', async () => {
    await show('orders', { putOrderSet: () => problem(422, 'unknown_code') })
    await pressKeyOn('Change: Cold')
    await type('#name', 'Common cold')
    await press(document.body, 'Save')
    await until('A diagnosis is not in force any more')
    expect(deepQuery<HTMLInputElement>(document.body, '#name')?.value).toBe('Common cold')
  })

  test.each([
    [{ en: 'Strep throat' }, 'strep-throat-2'],
    [{ es: 'Niño sano, 2 años' }, 'nino-sano-2-anos'],
    [{ ar: 'زكام' }, 'order-set'],
  ])('named %j get the code %s', (names, code) =>
    expect(codeFor({ ...emptyDraft, names: names as Record<string, string> }, ['strep-throat'])).toBe(code),
  )
})
