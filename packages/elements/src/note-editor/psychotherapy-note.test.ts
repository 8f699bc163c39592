import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Me, Note, PsychotherapyNote } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/note-editor.ts'
import '../define/provider.ts'

afterEach(unmount)

const field = (): HTMLTextAreaElement | null => deepQuery<HTMLTextAreaElement>(document.body, '#psychotherapy-note')
const label = 'What you want to remember from this session'

/** A behavioral health visit, opened by the practitioner who held it. */
const show = async (more: TestHandlers = {}, about: Partial<Note> = {}, who: Partial<Me> = {}) => {
  const world = createSampleWorld({ stage: 'ended' })
  const { openNote, getMe, ...handlers } = world.handlersFor('practitioner')
  const client = world.client('practitioner', {
    openNote: async (input) => ({ ...((await openNote?.(input)) as Note), psychotherapyNotes: true, ...about }),
    getMe: async (input) => ({ ...((await getMe?.(input)) as Me), ...who }),
    ...more,
  })
  const visitId = world.ids.visitId ?? ''
  await mount(withProvider(client, html`<visit-note-editor visit-id=${visitId}></visit-note-editor>`))
  await settled()
  const elsewhere = world.client('practitioner').notes
  const calls = (operation: string) => client.calls.filter(({ operationId }) => operationId === operation)
  return { client, handlers, visitId, elsewhere, calls }
}
const open = async () => {
  await waitFor(() => deepQuery(document.body, '#psychotherapy'), 'the notes apart')
  await press(document.body, 'Open my notes')
  await waitFor(field, 'the field')
}

test('are opened, written and saved with the keyboard alone, separately from the note', async () => {
  const { calls, elsewhere, visitId } = await show()
  const savedEvents = recordEvents('visit-note-saved')
  await waitFor(() => deepQuery(document.body, '#psychotherapy'), 'the notes apart')
  expect(calls('getPsychotherapyNote')).toEqual([])
  await pressKeyOn('Open my notes')
  await focusComesTo(label)
  await userEvent.keyboard('The dream about the lake.')
  expect(pageText()).toContain('Not saved yet')
  const announced = recordAnnouncements(deepQuery(document.body, 'visit-note-editor'))
  await pressKeyOn('Save my notes')
  await waitFor(() => announced.includes('Your notes are saved.'), 'the word')
  expect(await elsewhere.psychotherapy(visitId)).toMatchObject({ text: 'The dream about the lake.', version: 1 })
  expect(JSON.stringify(await elsewhere.open(visitId))).not.toContain('lake')
  expect(calls('saveNote')).toEqual([])
  expect(savedEvents).toEqual([])
  await pressKeyOn('Close')
  await focusComesTo('Psychotherapy notes')
  expect(field()).toBeNull()
  await pressKeyOn('Open my notes')
  await focusComesTo(label)
  expect(field()?.value).toBe('The dream about the lake.')
})

describe('are not offered', () => {
  test.each<readonly [string, Partial<Note>, Partial<Me>]>([
    ['of a visit whose specialty has none', { psychotherapyNotes: false }, {}],
    ['to a practitioner who did not hold the session', {}, { practitionerId: 'practitioner-other' }],
    ['to a role that may not keep them', {}, { permissions: ['note:read', 'note:write'] }],
  ])('%s', async (_, about, who) => {
    const { calls } = await show({}, about, who)
    await tabTo('Plan')
    expect(pageText()).not.toContain('Psychotherapy')
    expect(calls('getPsychotherapyNote')).toEqual([])
  })
})

test('counseling notes have their own name, and say to whom a copy may go and what goes with it', async () => {
  const consent = {
    ...{ consentId: 'consent-1', signedAt: '2026-11-20T15:00:00Z' },
    ...{ notice: 'Sample notice of the law.', scope: 'Sample scope of the consent.' },
  }
  let hasConsent = false
  const kind = 'substance-use-counseling' as const
  const { client, handlers, elsewhere, visitId } = await show({}, { ownNotes: kind })
  client.setHandlers({
    getPsychotherapyNote: async (input) => ({
      ...((await handlers.getPsychotherapyNote?.(input)) as PsychotherapyNote),
      ...{ kind, ...(hasConsent && { consent }) },
    }),
  })
  await elsewhere.savePsychotherapy(visitId, { text: 'The dream about the lake.', version: 0 })
  await open()
  expect(deepQuery(document.body, '#psychotherapy')?.textContent).toBe('Substance use counseling notes')
  expect(pageText()).not.toContain('Psychotherapy notes')
  expect(pageText()).toContain('The patient has not agreed to share these notes.')
  await press(document.body, 'Close')
  hasConsent = true
  await open()
  const shown = deepQuery(document.body, '#psychotherapy-consent')?.textContent
  expect(shown).toContain('The patient agreed to share these notes, in a consent of their own')
  expect(shown).toContain('Sample scope of the consent. Sample notice of the law.')
})

test('a lost response is retried and is no conflict', async () => {
  const { client, handlers, elsewhere, visitId } = await show({
    savePsychotherapyNote: async (input) => {
      await handlers.savePsychotherapyNote?.(input)
      return problem(0, 'connection_failed')
    },
  })
  await open()
  await userEvent.keyboard('Slept well.')
  await press(document.body, 'Save my notes')
  await waitFor(() => deepQuery(document.body, '.psychotherapy [role=alert]'), 'what went wrong')
  expect(field()?.value).toBe('Slept well.')
  client.setHandlers({ savePsychotherapyNote: handlers.savePsychotherapyNote })
  await press(document.body, 'Save my notes')
  await waitFor(() => /Saved \w/.test(deepQuery(document.body, '#psychotherapy-state')?.textContent ?? ''), 'the save')
  expect((await elsewhere.psychotherapy(visitId)).version).toBe(1)
})

test('a change on another screen overwrites nothing and is not lost', async () => {
  const { elsewhere, visitId } = await show()
  await open()
  await userEvent.keyboard('From here.')
  await elsewhere.savePsychotherapy(visitId, { text: 'From there.', version: 0 })
  await press(document.body, 'Save my notes')
  await waitFor(() => pageText().includes('These notes were changed on another screen'), 'the conflict')
  expect(field()?.value).toBe('From here.')
  expect((await elsewhere.psychotherapy(visitId)).text).toBe('From there.')
  await press(document.body, 'Close without saving')
  await focusComesTo('Psychotherapy notes')
  await open()
  expect(field()?.value).toBe('From there.')
})

test('input is saved when the element leaves the page', async () => {
  const { elsewhere, visitId } = await show()
  await open()
  await userEvent.keyboard('Unfinished.')
  expect(focusedName()).toBe(label)
  deepQuery(document.body, 'visit-note-editor')?.remove()
  await settled()
  expect((await elsewhere.psychotherapy(visitId)).text).toBe('Unfinished.')
})

test('the end of the session leaves no text of them on the page', async () => {
  const { client } = await show()
  await open()
  await userEvent.keyboard('In confidence.')
  client.endSession()
  await waitFor(() => !field() && !pageText().includes('Psychotherapy'), 'an empty page')
})
