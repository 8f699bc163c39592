import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, waitFor } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/summary.ts'

afterEach(unmount)

const show = async (
  handlers: TestHandlers = {},
  content = html`<visit-summary visit-id="visit-past"></visit-summary>`,
) => {
  const client = createSampleWorld().client('patient', handlers)
  await mount(withProvider(client, content))
  await settled()
  return client
}

describe('the summary of a visit', () => {
  test('shows what to do first, and keeps the clinician’s line breaks', async () => {
    await show()
    const headings = [...(deepQuery(document.body, 'visit-summary')?.shadowRoot?.querySelectorAll('h4') ?? [])]
    expect(headings[0]?.textContent?.trim()).toBe('What to do now')
    expect(pageText()).toContain('Take 1 tablet 3 times a day for 3 days.')
    expect(pageText()).toContain('The pharmacy has it')
  })

  test('shows corrections before the text that they correct', async () => {
    const summary = await createSampleWorld().client('patient').summaries.ofVisit('visit-past')
    await show({
      getVisitSummary: () => ({
        ...summary,
        corrections: [{ text: 'Take it twice a day, not 3 times.', at: '2026-11-20T15:00:00Z', by: 'Dr. Jo Sample' }],
      }),
    })
    expect(pageText()).toMatch(
      /Changed or added after your visit .*Take it twice a day, not 3 times\..*Dr\. Jo Sample.*What to do now/,
    )
  })

  test('sends an event to book the next visit', async () => {
    await show()
    const wanted = recordEvents('visit-book-requested')
    await pressKeyOn('Book this visit')
    expect(wanted).toHaveLength(1)
    expect(Object.keys(wanted[0] ?? {})).toEqual(['visitTypeId', 'practitionerId'])
  })

  test('appears when it is signed, and is announced', async () => {
    let signed = false
    const world = createSampleWorld()
    const { getVisitSummary } = world.handlersFor('patient')
    const client = world.client('patient', {
      getVisitSummary: (input) => (signed ? getVisitSummary?.(input) : problem(409, 'not_published')) as never,
    })
    await mount(withProvider(client, html`<visit-summary visit-id="visit-past"></visit-summary>`))
    await settled()
    expect(pageText()).toContain('We are writing your summary')
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-summary'))
    signed = true
    client.emitLive({ type: 'summary.changed', ids: { visitId: 'visit-past' } })
    await waitFor(() => pageText().includes('What to do now'), 'the summary')
    expect(announced).toContain('What to do now')
  })

  test('a code of a newer server is left out', async () => {
    const { getVisitSummary } = createSampleWorld().handlersFor('patient')
    await show({
      getVisitSummary: async (input) =>
        ({
          ...((await getVisitSummary?.(input)) as object),
          tests: [{ orderId: 'o', name: [{ language: 'en', text: 'Blood count' }], status: 'of-tomorrow' }],
        }) as never,
    })
    expect(pageText()).toContain('Blood count')
    expect(pageText()).not.toContain('of-tomorrow')
  })
})

describe('the survey', () => {
  test('shows one question at a time, with the keyboard alone', async () => {
    const client = await show()
    const answered = recordEvents('visit-survey-answered')
    await tabTo('0')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await pressKeyOn('Next')
    await waitFor(() => pageText().includes('hear and see each other'), 'the second question')
    expect(focusedName()).toBe('How was your visit?')
    await tabTo('Yes')
    await userEvent.keyboard(' ')
    await pressKeyOn('Next')
    await pressKeyOn('Send')
    await waitFor(() => pageText().includes('Thank you'), 'the thanks')
    expect(answered).toEqual([{ visitId: 'visit-past' }])
    expect(client.calls.find(({ operationId }) => operationId === 'answerSurvey')).toMatchObject({
      body: { rating: 2, couldHearAndSee: true },
    })
  })

  test('a missing answer is requested, and nothing is sent', async () => {
    await show()
    await pressKeyOn('Next')
    expect(pageText()).toContain('Choose a number, then go on.')
  })

  test('input is kept when it cannot be sent', async () => {
    await show({ answerSurvey: () => problem(503, 'database_unavailable') })
    await tabTo('0')
    await userEvent.keyboard(' ')
    await pressKeyOn('Next')
    await tabTo('Yes')
    await userEvent.keyboard(' ')
    await pressKeyOn('Next')
    await tabTo('Anything you want to tell us?')
    await userEvent.keyboard('all fine')
    await pressKeyOn('Send')
    await waitFor(() => deepQuery(document.body, '[role="alert"]'), 'the problem')
    expect(deepQuery<HTMLTextAreaElement>(document.body, 'textarea')?.value).toBe('all fine')
  })
})

test('without a visit all summaries are listed, and one can be opened and closed', async () => {
  await show({}, html`<visit-summary></visit-summary>`)
  expect(pageText()).toContain('After your visits')
  await pressKeyOn(/New concern/)
  await waitFor(() => pageText().includes('What to do now'), 'the summary')
  await pressKeyOn('All summaries')
  await waitFor(() => pageText().includes('After your visits'), 'the list')
})

test('the end of the session leaves no text of it', async () => {
  const client = await show()
  client.endSession()
  await waitFor(() => !pageText().includes('Rest for three days'), 'an empty page')
})

test('a link to one summary opens it with the focus on it, and the list is behind it', async () => {
  await show({}, html`<visit-summary open-id="visit-past"></visit-summary>`)
  await waitFor(() => pageText().includes('What to do now'), 'the summary')
  await waitFor(() => focusedName().includes('Dr. Jo Sample'), 'the focus on the heading')
  await pressKeyOn('All summaries', '{Enter}')
  await waitFor(() => focusedName() === 'After your visits', 'the list')
  expect(pageText()).not.toContain('What to do now')
})
