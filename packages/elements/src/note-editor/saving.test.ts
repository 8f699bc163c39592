import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'
import { field, show, textOf } from '../../test/write-note.ts'

afterEach(unmount)

describe('saving', () => {
  test('happens on leaving the field, and is shown with its time', async () => {
    const { stored } = await show()
    const saved = recordEvents('visit-note-saved')
    await tabTo('Plan')
    await userEvent.keyboard('Rest.')
    expect(pageText()).toContain('Not saved yet')
    await userEvent.keyboard('{Tab}')
    await waitFor(() => /Saved \d/.test(pageText()), 'the word')
    const note = await stored()
    expect(textOf(note, 'plan')).toBe('Rest.')
    expect(saved).toEqual([{ noteId: note.id, version: note.version }])
  })

  test('happens after a pause, once for all input', async () => {
    const { saves } = await show()
    await tabTo('Plan')
    await userEvent.keyboard('Rest and fluids.')
    await waitFor(() => /Saved \d/.test(pageText()), 'the word')
    expect(saves()).toBe(1)
  })

  test('is retried when there was no response, and the input is kept', async () => {
    const { client } = await show({ saveNote: () => problem(0, 'connection_failed') })
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-note-editor'))
    await tabTo('Plan')
    await userEvent.keyboard('Rest.{Tab}')
    await waitFor(() => pageText().includes('Not saved: no answer'), 'the word')
    expect(announced).toEqual(['Not saved: no answer. Trying again.'])
    client.setHandlers({ saveNote: createSampleWorld({ stage: 'ended' }).handlersFor('practitioner').saveNote })
    expect(field('#section-plan')?.value).toBe('Rest.')
  })

  test('is shown again after the session has ended and the person has signed in, and not in between', async () => {
    const { client } = await show()
    await tabTo('Assessment')
    await userEvent.keyboard('Sore throat, seen over video.{Tab}')
    await waitFor(() => /Saved \d/.test(pageText()), 'the save')
    client.endSession()
    await waitFor(() => pageText().includes('Sign in again'), 'the end of the session')
    expect(field('#section-assessment')).toBeNull()
    await press(document.body, 'Sign in again')
    await waitFor(() => field('#section-assessment')?.value === 'Sore throat, seen over video.', 'the note')
  })

  test('an implausible number is reported and not stored', async () => {
    const { stored } = await show()
    await tabTo('Heart rate')
    await userEvent.keyboard('720{Tab}')
    expect(pageText()).toContain('A number from 15 to 350')
    await settled()
    expect((await stored()).vitals).toEqual([])
  })
})

describe('two screens', () => {
  test('changes in different sections are merged', async () => {
    const { stored, writeElsewhere } = await show()
    await tabTo('Plan')
    await userEvent.keyboard('Rest.')
    await writeElsewhere('assessment', 'Acute cough.')
    await userEvent.keyboard('{Tab}')
    await waitFor(() => pageText().includes('has been added here'), 'the other text')
    await waitFor(() => /Saved \d/.test(pageText()), 'the save')
    const note = await stored()
    expect([textOf(note, 'plan'), textOf(note, 'assessment')]).toEqual(['Rest.', 'Acute cough.'])
  })

  test('changes in the same section require a decision, and nothing is lost until then', async () => {
    const { stored, writeElsewhere } = await show()
    await tabTo('Plan')
    await userEvent.keyboard('Rest.')
    await writeElsewhere('plan', 'Chest picture.')
    await userEvent.keyboard('{Tab}')
    await press(document.body, 'Compare')
    await focusComesTo('Both screens changed the same part')
    expect(pageText()).toMatch(/Rest\..*Chest picture\./)
    await press(document.body, 'Keep both')
    await pressKeyOn('Save this')
    await waitFor(() => /Saved \d/.test(pageText()), 'the save')
    expect(textOf(await stored(), 'plan')).toBe('Rest.\n\nChest picture.')
  })

  test('changes from another screen appear here when nothing is pending', async () => {
    const { writeElsewhere } = await show()
    await writeElsewhere('plan', 'Chest picture.')
    await waitFor(() => field('#section-plan')?.value === 'Chest picture.', 'the other text')
  })
})
