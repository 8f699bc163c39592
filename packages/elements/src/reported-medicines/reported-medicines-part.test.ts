import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/chart.ts'
import '../define/provider.ts'
import '../define/record.ts'

afterEach(unmount)

type Tag = 'visit-record' | 'visit-chart'
const part = (tag: Tag) =>
  deepQuery(document.body, tag)?.shadowRoot?.querySelector('[aria-labelledby=reported-medicines]')
const textOf = (tag: Tag): string => {
  const section = part(tag)
  return section ? pageText(section) : ''
}

const show = async (tag: Tag, handlers: TestHandlers = {}, world = createSampleWorld()) => {
  const client = world.client(tag === 'visit-record' ? 'patient' : 'practitioner', handlers)
  const element =
    tag === 'visit-record'
      ? html`<visit-record></visit-record>`
      : html`<visit-chart patient-id="patient-robin"></visit-chart>`
  await mount(withProvider(client, element))
  await waitFor(() => part(tag)?.querySelector('.muted, [role=alert]'), 'the part')
  return { client, world }
}
const sent = ({ client }: Awaited<ReturnType<typeof show>>, operationId: string) =>
  client.calls.filter((call) => call.operationId === operationId).map(({ body }) => body)

const addInWords = async (name: string, directions: string): Promise<void> => {
  await pressKeyOn('Add another medicine')
  await focusComesTo('Name')
  await userEvent.keyboard(`${name}{Tab}${directions}`)
  await pressKeyOn('Save')
  await focusComesTo('Medicines from elsewhere')
}

describe('medicines from elsewhere', () => {
  test('what the patient adds is in the chart, and what a clinician codes is in the record', async () => {
    const { world } = await show('visit-record')
    await addInWords('Ibuprofen', 'When it hurts')
    await waitFor(() => textOf('visit-record').includes('When it hurts'), 'the new row')
    unmount()
    const chart = await show('visit-chart', {}, world)
    await waitFor(() => textOf('visit-chart').includes('Ibuprofen'), 'what the patient added')
    expect(textOf('visit-chart')).toContain('by the patient')
    await press(document.body, 'Change: Ibuprofen')
    await pressKeyOn('Edit')
    await focusComesTo('Name')
    await press(document.body, 'Search a medicine')
    await userEvent.keyboard('ibup')
    await waitFor(() => deepQuery(document.body, '[role=option]'), 'the medication')
    await userEvent.keyboard('{Enter}')
    await focusComesTo('How it is taken')
    await pressKeyOn('Save')
    await waitFor(() => textOf('visit-chart').includes('Has a code'), 'the code')
    expect(sent(chart, 'changeReportedMedication')).toMatchObject([
      { medication: { rxcui: expect.any(String) }, directions: 'When it hurts', status: 'active', version: 1 },
    ])
    const coded = textOf('visit-chart').match(/ibuprofen \d+ MG[^\n]*/u)?.[0] ?? ''
    unmount()
    await show('visit-record', {}, world)
    await waitFor(() => textOf('visit-record').includes('ibuprofen'), 'what the clinician selected')
    expect(coded).not.toBe('')
  })

  test('a patient is not offered a search, and a name is needed', async () => {
    const shown = await show('visit-record')
    await pressKeyOn('Add another medicine')
    await focusComesTo('Name')
    expect(part('visit-record')?.querySelector('[role=combobox]')).toBeNull()
    await pressKeyOn('Save')
    await focusComesTo('Name')
    expect(textOf('visit-record')).toContain('Write the name of the medicine.')
    expect(sent(shown, 'addReportedMedication')).toEqual([])
  })

  test('one that is stopped can be taken again', async () => {
    const shown = await show('visit-record')
    await press(document.body, 'Change: Fish oil')
    await press(document.body, 'No longer taken')
    await waitFor(() => textOf('visit-record').includes('Nothing reported.'), 'the empty list')
    deepQuery<HTMLElement>(document.body, '[aria-labelledby=reported-medicines] > details > summary')?.click()
    await press(document.body, 'Taken again: Fish oil')
    await waitFor(() => !textOf('visit-record').includes('Nothing reported.'), 'the list')
    expect(sent(shown, 'changeReportedMedication')).toMatchObject([
      { medication: { name: 'Fish oil' }, directions: 'One capsule with lunch', status: 'stopped', version: 1 },
      { status: 'active', version: 2 },
    ])
  })

  test('what was written stays when another screen changed it, and is saved then', async () => {
    const shown = await show('visit-record')
    const { world } = shown
    await press(document.body, 'Change: Fish oil')
    await pressKeyOn('Edit')
    await focusComesTo('Name')
    await userEvent.keyboard('{Control>}a{/Control}Cod liver oil')
    const clinician = world.client('practitioner')
    const { items } = await clinician.reportedMedications.ofPatient('patient-robin')
    const [{ id, version } = { id: '', version: 0 }] = items
    const change = { medication: { name: 'Omega 3' }, status: 'active', version } as const
    await clinician.reportedMedications.change('patient-robin', id, change)
    await pressKeyOn('Save')
    await waitFor(() => textOf('visit-record').includes('another screen'), 'the refusal')
    await waitFor(() => sent(shown, 'changeReportedMedication').length === 1, 'one attempt')
    await pressKeyOn('Save')
    await waitFor(() => textOf('visit-record').includes('Cod liver oil'), 'what was written')
    expect((await clinician.reportedMedications.ofPatient('patient-robin')).items).toMatchObject([
      { medication: { name: 'Cod liver oil' } },
    ])
  })

  test.each(['visit-record', 'visit-chart'] as const)(
    'that cannot be read say so in %s, and hide no other part',
    async (tag) => {
      await show(tag, { listReportedMedications: () => problem(503, 'vendor_unavailable') })
      await waitFor(() => part(tag)?.querySelector('[role=alert]'), 'the refusal')
      const root = deepQuery(document.body, tag)?.shadowRoot
      await waitFor(() => root?.querySelectorAll('.part [role=alert]').length === 1, 'the other parts')
    },
  )
})
