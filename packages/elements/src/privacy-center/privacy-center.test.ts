import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-center.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (open = '', handlers: TestHandlers = {}) => {
  const client = createSampleWorld({ stage: 'prepared' }).client('patient', handlers)
  await mount(withProvider(client, html`<visit-privacy-center open=${open}></visit-privacy-center>`))
  await settled()
  return client
}
const sent = (client: Awaited<ReturnType<typeof show>>, operationId: string) =>
  client.calls.filter((call) => call.operationId === operationId)
const field = (selector: string) => waitFor(() => deepQuery<HTMLTextAreaElement>(document.body, selector), selector)

test('each page opens and closes with the keyboard, and takes the focus', async () => {
  await show()
  await pressKeyOn(/^A copy of your record/)
  expect(focusedName()).toBe('A copy of your record')
  await pressKeyOn('All of your privacy')
  expect(focusedName()).toBe('Your privacy')
})

test('the page hears that the person wants to see who opened the record', async () => {
  await show()
  const wanted = recordEvents('visit-accesses-wanted')
  await pressKeyOn(/^Who saw your record/)
  expect(wanted).toEqual([{ patientId: 'patient-robin' }])
})

test('a copy is made in the language of the page, and says where it is', async () => {
  const client = await show('copy')
  await pressKeyOn('Make my copy')
  await waitFor(() => pageText().includes('Your copy is in your downloads.'), 'the copy')
  expect(sent(client, 'getRecordCopy')[0]).toMatchObject({ query: { patientId: 'patient-robin', language: 'en' } })
})

test('a copy that cannot be made says so, and the person can try again', async () => {
  await show('copy', { getRecordCopy: () => problem(503, 'overloaded') })
  await pressKeyOn('Make my copy')
  await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the problem')
  expect(pageText()).not.toContain('Your copy is in your downloads.')
})

test('a request is sent with what was chosen, and a request without words says what is missing', async () => {
  const client = await show('requests')
  await field('#what')
  await pressKeyOn('Send')
  await waitFor(() => pageText().includes('Write what you ask for.'), 'what is missing')
  expect(sent(client, 'createPrivacyRequest')).toEqual([])
  ;(await field('#what')).value = 'My birth date is wrong.'
  await pressKeyOn('Send')
  await waitFor(() => pageText().includes('My birth date is wrong.'), 'the request')
  expect(sent(client, 'createPrivacyRequest')[0]).toMatchObject({
    body: { kind: 'correction', what: 'My birth date is wrong.' },
  })
})

test('a request that is refused keeps what was typed', async () => {
  await show('requests', { createPrivacyRequest: () => problem(409, 'too_many_open_requests') })
  ;(await field('#what')).value = 'My birth date is wrong.'
  await pressKeyOn('Send')
  await waitFor(() => pageText().includes('You have asked for many things already'), 'the problem')
  expect((await field('#what')).value).toBe('My birth date is wrong.')
})

test('a denial shows its ground in plain words, and the patient may disagree', async () => {
  const client = await show('requests')
  await waitFor(() => pageText().includes('We find that it is right and complete.'), 'the ground')
  await pressKeyOn(/^I disagree/)
  ;(await field('#statement')).value = 'I never smoked.'
  await pressKeyOn('Add to my record')
  await waitFor(() => pageText().includes('You disagree'), 'the statement')
  expect(sent(client, 'disagreeWithDenial')[0]).toMatchObject({ body: { text: 'I never smoked.', version: 2 } })
})

test('the list of who received information says when, to whom, what and why, and all of it with the reason when asked', async () => {
  const client = await show('disclosures')
  await waitFor(() => pageText().includes('Exampleville Health Department'), 'the list')
  expect(pageText()).toContain('What: A case of measles, with the date of birth and the address.')
  expect(pageText()).toContain('Why: public health')
  expect(pageText()).not.toMatch(/Police|pharmacy/)
  deepQuery<HTMLInputElement>(document.body, 'input[type=checkbox]')?.click()
  await waitFor(() => pageText().includes('Not counted by law: your care'), 'everything')
  expect(pageText()).toContain('14 times, from ')
  expect(pageText()).toContain('1 may not have arrived.')
  expect(sent(client, 'getDisclosureAccounting').at(-1)).toMatchObject({ query: { everything: true } })
})

test('the list is saved as a PDF of the time and the language that were chosen', async () => {
  const client = await show('disclosures')
  const select = await waitFor(() => deepQuery<HTMLSelectElement>(document.body, '#disclosed-when'), 'the choice')
  select.value = '1'
  select.dispatchEvent(new Event('change'))
  await pressKeyOn('Get the list as a PDF')
  await waitFor(() => pageText().includes('The list is in your downloads.'), 'the file')
  const [asked] = sent(client, 'getDisclosureAccountingPdf')
  expect(asked).toMatchObject({ query: { patientId: 'patient-robin', language: 'en' } })
  const from = (asked?.query as { from?: string } | undefined)?.from ?? ''
  expect(new Date().getUTCFullYear() - Number(from.slice(0, 4))).toBe(1)
})

test('a list that cannot be read says so, and can be read again', async () => {
  let tries = 0
  await show('disclosures', {
    getDisclosureAccounting: () =>
      (tries += 1) === 1
        ? problem(503, 'overloaded')
        : { patientId: 'patient-robin', from: '2020-11-25', to: '2026-11-25', items: [] },
  })
  await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the problem')
  await pressKeyOn('Try again')
  await waitFor(() => pageText().includes('Nothing was sent that the law counts'), 'the list')
})

test('an erasure says what it means before it is asked for, and a denial says until when the record is kept', async () => {
  const client = await show('requests', {
    listPrivacyRequests: () => ({
      patientId: 'patient-robin',
      items: [
        {
          ...{ id: 'request-9', patientId: 'patient-robin', kind: 'erasure', what: 'All of it', version: 2 },
          ...{ askedAt: '2026-11-01T10:00:00Z', askedByKind: 'patient', status: 'denied' },
          dueAt: '2026-12-01T10:00:00Z',
          decision: {
            ...{ at: '2026-11-02T10:00:00Z', by: 'Kim Sample', ground: 'must-be-kept', keptUntil: '2036-11-01' },
            text: 'You can have a copy.',
          },
        },
      ],
      nextCursor: null,
    }),
  })
  await waitFor(() => pageText().includes('We have to keep it until November 1, 2036.'), 'until when')
  expect(pageText()).toContain('The law asks us to keep health records for years.')
  expect(pageText()).not.toContain('I disagree')
  deepQuery<HTMLInputElement>(document.body, 'input[value=erasure]')?.click()
  await waitFor(() => pageText().includes('you cannot get it back'), 'what it means')
  ;(await field('#what')).value = 'I moved away.'
  await pressKeyOn('Send')
  await waitFor(() => sent(client, 'createPrivacyRequest').length === 1, 'the request')
  expect(sent(client, 'createPrivacyRequest')[0]).toMatchObject({ body: { kind: 'erasure', what: 'I moved away.' } })
})

test('those who were sent what was corrected are listed with whether they know, and the patient chooses who may', async () => {
  const client = await show('requests')
  await waitFor(() => pageText().includes('Who else should know?'), 'the recipients')
  for (const words of [
    'Waits for your choice',
    'They know',
    'by fax',
    'We could not reach them',
    'The number is out of use.',
  ])
    expect(pageText()).toContain(words)
  await pressKeyOn('Choose who should know')
  const may = await waitFor(() => deepQuery<HTMLInputElement>(document.body, 'input[value=recipient-2]'), 'the choice')
  // Those who know already cannot be chosen again, and what was chosen stays so.
  expect(deepQuery(document.body, 'input[value=recipient-3]')).toBeNull()
  expect(deepQuery<HTMLInputElement>(document.body, 'input[value=recipient-1]')?.checked).toBe(true)
  may.click()
  const name = await waitFor(() => deepQuery<HTMLInputElement>(document.body, '#recipient-name'), 'another one')
  name.value = 'My eye doctor'
  await pressKeyOn('Save my choice')
  await waitFor(() => pageText().includes('My eye doctor'), 'the new one')
  expect(sent(client, 'chooseCorrectionRecipients')[0]).toMatchObject({
    body: { notify: ['recipient-1', 'recipient-2'], others: [{ name: 'My eye doctor' }], version: 4 },
  })
})
