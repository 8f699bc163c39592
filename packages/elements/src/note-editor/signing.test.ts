import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Note } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { withProvider, press, waitFor } from '../../test/story.ts'
import { field, show, textOf } from '../../test/write-note.ts'

afterEach(unmount)

describe('signing', () => {
  test('lists what is missing, and links to it', async () => {
    const { client } = await show()
    expect(pageText()).toMatch(/Still needed: Assessment , Plan , a diagnosis/)
    await pressKeyOn(/^Sign$/)
    expect(focusedName()).toContain('Assessment')
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('signNote')
  })

  test('does not accept text that the system wrote before the visit as an assessment', async () => {
    const world = createSampleWorld({ stage: 'ended' })
    const visitId = world.ids.visitId ?? ''
    const note = await world.client('practitioner').notes.open(visitId)
    const alert = 'Alert set off before the visit: self-harm-thoughts'
    const assessed = { ...note, sections: [...note.sections, { code: 'assessment', text: alert }] }
    await show({ openNote: () => ({ ...assessed, prefilled: ['subjective', 'assessment'], derived: ['assessment'] }) })
    expect(pageText()).toMatch(/Still needed: Assessment , Plan , a diagnosis/)
    expect(pageText()).toContain('Only facts from before the visit. Add your own assessment.')
    await tabTo('Assessment')
    await userEvent.keyboard(' ')
    expect(pageText()).toMatch(/Still needed: Assessment /)
    await userEvent.keyboard('No plan, no means, safe today.')
    expect(pageText()).toMatch(/Still needed: Plan , a diagnosis/)
  })

  test('a note that awaits a co-signature shows the co-signer, and its author can request another', async () => {
    const world = createSampleWorld({ stage: 'ended' })
    const visitId = world.ids.visitId ?? ''
    const author = world.client('practitioner')
    const { id } = await author.notes.open(visitId)
    const waiting: Note = {
      ...(await author.notes.get(id)),
      status: 'awaiting-cosign',
      supervisor: { memberId: 'member-away', displayName: 'Dr. Away Sample' },
    }
    const asked: unknown[] = []
    const client = world.client('practitioner', {
      openNote: () => waiting,
      nameSupervisor: ({ body }) => {
        asked.push(body)
        return { ...waiting, supervisor: { memberId: body.supervisorId, displayName: 'Dr. Lee Placeholder' } }
      },
    })
    const editor = html`<visit-note-editor visit-id=${visitId} supervisor-id="member-lee"></visit-note-editor>`
    await mount(withProvider(client, editor))
    await settled()
    expect(pageText()).toContain('Waiting for Dr. Away Sample to co-sign')
    await press(document.body, 'Ask another supervisor')
    await waitFor(() => pageText().includes('Waiting for Dr. Lee Placeholder to co-sign'), 'the other name')
    expect(asked).toEqual([{ supervisorId: 'member-lee', version: waiting.version }])
    expect(pageText()).not.toContain('Ask another supervisor')
  })

  test('a refusal is shown next to the button, and the note stays a draft', async () => {
    const { writeElsewhere, world } = await show({ signNote: () => problem(409, 'visit_not_ended') })
    await writeElsewhere('assessment', 'Acute cough.')
    await writeElsewhere('plan', 'Rest.')
    const note = await world.client('practitioner').notes.open(world.ids.visitId ?? '')
    await world.client('practitioner').notes.save(note.id, { ...note, diagnoses: [{ code: 'R05.1' }] })
    await waitFor(() => pageText().includes('Ready to sign'), 'the note')
    await press(document.body, /^\s*Sign\s*$/)

    await waitFor(() => pageText().includes('The visit still runs'), 'the reason')
    expect(field('#section-plan')?.value).toBe('Rest.')
  })
})

describe('the signed text', () => {
  /** A complete note that is ready to sign. */
  const ready = async (more: TestHandlers = {}) => {
    const shown = await show(more)
    await shown.writeElsewhere('assessment', 'Acute cough.')
    const note = await shown.writeElsewhere('plan', 'Rest.')
    await shown.world.client('practitioner').notes.save(note.id, { ...note, diagnoses: [{ code: 'R05.1' }] })
    await waitFor(() => pageText().includes('Ready to sign'), 'the note')
    return shown
  }

  test('is the note of a patient who is named, at its head and where it is signed', async () => {
    await ready()
    expect(pageText()).toMatch(
      /Visit note Robin Example , born February 29, 1984 .*Ready to sign .* Robin Example , born/,
    )
  })

  test('is what was written last, even if it was not saved yet', async () => {
    const { stored } = await ready()
    await tabTo('Plan', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('{Control>}{End}{/Control} Come back in a week.')
    await press(document.body, /^\s*Sign\s*$/)
    await waitFor(() => /Signed by/.test(pageText()), 'the signature')
    expect(textOf(await stored(), 'plan')).toBe('Rest. Come back in a week.')
  })

  test('loses no text when another screen saved during the signature', async () => {
    const shown = await ready({
      signNote: async () => {
        await shown.writeElsewhere('plan', 'Chest picture.')
        return problem(409, 'version_conflict')
      },
    })
    await pressKeyOn(/^Sign$/)
    await waitFor(() => pageText().includes('The note changed while you were signing'), 'the reason')
    await waitFor(() => field('#section-plan')?.value === 'Chest picture.', 'the other text')
    expect(pageText()).toContain('has been added here')
    expect(shown.saves()).toBe(0)
  })

  test('is not signed with words that came from another screen with the last save', async () => {
    const { client, stored, writeElsewhere } = await ready()
    await tabTo('Assessment', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard(' Better.')
    await writeElsewhere('plan', 'Chest picture.')
    await press(document.body, /^\s*Sign\s*$/)
    await waitFor(() => field('#section-plan')?.value === 'Chest picture.', 'the other text')
    await settled()
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('signNote')
    expect((await stored()).status).toBe('draft')
  })

  test('never contains an implausible number', async () => {
    const { client } = await ready()
    await tabTo('Heart rate', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('720')
    await waitFor(() => /Still needed: Heart rate/.test(pageText()), 'what is needed')
    await press(document.body, /^\s*Sign\s*$/)
    await focusComesTo('Heart rate')
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('signNote')
  })

  test('requires the choice between two versions, and shows that', async () => {
    const { writeElsewhere } = await ready()
    await tabTo('Plan', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('Fluids.')
    await writeElsewhere('plan', 'Chest picture.')
    await userEvent.keyboard('{Tab}')
    await waitFor(() => pageText().includes('Still needed: the choice between two texts'), 'what is needed')
    expect(pageText()).not.toContain('Ready to sign')
    await press(document.body, /^\s*Sign\s*$/)
    await focusComesTo('This note was changed on another screen')
  })

  test('requires that the server has the last changes, and shows that', async () => {
    const { client } = await ready()
    client.setHandlers({ saveNote: () => problem(0, 'connection_failed') })
    await tabTo('Plan', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('Fluids.{Tab}')
    await waitFor(() => pageText().includes('Still needed: the last words to be saved'), 'what is needed')
    await press(document.body, /^\s*Sign\s*$/)
    await focusComesTo('Not saved: no answer. Trying again.')
  })
})
