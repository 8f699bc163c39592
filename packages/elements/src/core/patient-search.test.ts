import { html } from 'lit'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { mount, pageText, settled } from '../../test/mount.ts'
import { openNewVisit } from '../../test/new-visit-page.ts'
import { fullWorld, inside } from '../../test/schedule-page.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import { useStatedClock } from '../../test/use-stated-clock.ts'
import '../define/inbox.ts'
import '../define/provider.ts'

useStatedClock()

const none = { searchPatients: () => ({ items: [], nextCursor: null }) }
const asked = ({ calls }: { readonly calls: readonly { readonly operationId: string; readonly body?: unknown }[] }) =>
  calls.filter(({ operationId }) => operationId === 'searchPatients').map(({ body }) => body)

describe('in a new visit', () => {
  test.each([
    ['3/7/1984', [{ birthDate: '1984-03-07' }]],
    ['Mar 7 1984', [{ birthDate: '1984-03-07' }]],
    ['1984-3-7', [{ birthDate: '1984-03-07' }]],
    ['614-555-0142', [{ phone: '614-555-0142' }]],
    ['LH-10001', [{ recordNumber: 'LH-10001' }]],
    [
      'Dua',
      [
        { family: 'Dua', match: 'start' },
        { given: 'Dua', match: 'start' },
      ],
    ],
    ['Li', [{ family: 'Li' }, { given: 'Li' }]],
    ['Duarte, Ana', [{ family: 'Duarte', given: 'Ana', match: 'start' }]],
    ['Li, Ana', [{ family: 'Li', given: 'Ana' }]],
    [
      'Ana de la Cruz',
      [
        { given: 'Ana', family: 'de la Cruz', match: 'start' },
        { family: 'Ana de la Cruz', match: 'start' },
        { family: 'Ana', given: 'de la Cruz', match: 'start' },
      ],
    ],
  ])('%s is looked for in each way that it may mean, until someone is found', async (typed, by) => {
    const client = await openNewVisit(fullWorld(), none)
    await userEvent.fill(inside<HTMLInputElement>('#find-patient')!, typed)
    await waitFor(() => asked(client).length === by.length, 'the searches')
    await settled()
    expect(asked(client)).toEqual(by)
  })

  test('once someone is found, nothing else is looked for', async () => {
    const client = await openNewVisit(fullWorld())
    await userEvent.fill(inside<HTMLInputElement>('#find-patient')!, 'Robin Example')
    await waitFor(() => deepQuery(document.body, '[role=option]'), 'a patient')
    expect(asked(client)).toEqual([{ given: 'Robin', family: 'Example', match: 'start' }])
  })

  test('a day that does not exist names the field and the remedy, sends nothing, and is typed over', async () => {
    const client = await openNewVisit(fullWorld(), none)
    const field = inside<HTMLInputElement>('#find-patient')!
    await userEvent.fill(field, '2/30/1984')
    const said = 'Date of birth: there is no 2/30/1984. Write the day as in 03/14/1968.'
    await waitFor(() => inside('#find-patient-fault')?.textContent === said, 'the fault')
    expect(field.value).toBe('2/30/1984')
    expect(field.getAttribute('aria-describedby')).toBe('find-patient-fault find-patient-hint')
    expect(field.ariaInvalid).toBe('true')
    expect(asked(client)).toEqual([])
    await userEvent.fill(field, '2/29/1984')
    await waitFor(() => asked(client).length === 1, 'the search')
    await waitFor(() => !pageText().includes('Date of birth: there is no'), 'a field without a fault')
    expect(field.ariaInvalid).toBeNull()
  })

  test('a fault stays when the person goes on to another field, until the day is corrected or cleared', async () => {
    await openNewVisit(fullWorld(), none)
    const field = inside<HTMLInputElement>('#find-patient')!
    const isFaulty = () => inside('#find-patient-fault') !== null
    for (const correct of ['2/29/1984', '']) {
      await userEvent.fill(field, '2/30/1984')
      await waitFor(isFaulty, 'the fault')
      await userEvent.keyboard('{Tab}')
      await settled()
      expect(inside('#find-patient:focus')).toBeNull()
      expect(isFaulty()).toBe(true)
      await userEvent.fill(field, correct)
      await waitFor(() => !isFaulty(), 'a field without a fault')
    }
  })

  test('a year of two digits is asked for in full', async () => {
    const client = await openNewVisit(fullWorld(), none)
    await userEvent.fill(inside<HTMLInputElement>('#find-patient')!, '3/7/84')
    const said = 'Date of birth: write the year with four digits, such as 03/14/1968.'
    await waitFor(() => pageText().includes(said), 'the fault')
    expect(asked(client)).toEqual([])
  })
})

test.each([
  ['en', '3/7/1984'],
  ['es', '7/3/1984'],
  ['es', '7 de marzo de 1984'],
  ['ar', '٧/٣/١٩٨٤'],
])('on a page in %s, %s is the seventh of March', async (lang, typed) => {
  const client = createSampleWorld().client('practitioner', none)
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`), lang)
  await settled()
  const field = await waitFor(() => deepQuery<HTMLInputElement>(document.body, '#find-patient'), 'the search')
  await userEvent.fill(field, typed)
  await waitFor(() => asked(client).length === 1, 'the search')
  expect(asked(client)).toEqual([{ birthDate: '1984-03-07' }])
})

test('on a Spanish page the fault is in Spanish, with an example in its order', async () => {
  await mount(withProvider(createSampleWorld().client('practitioner', none), html`<visit-inbox></visit-inbox>`), 'es')
  await settled()
  const field = await waitFor(() => deepQuery<HTMLInputElement>(document.body, '#find-patient'), 'the search')
  await userEvent.fill(field, '3/14/1968')
  await waitFor(
    () => pageText().includes('Fecha de nacimiento: 3/14/1968 no existe. Escriba el día como en 14/03/1968.'),
    'the fault',
  )
})
