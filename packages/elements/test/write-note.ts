import { html } from 'lit'
import type { Note } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, settled } from './mount.ts'
import { deepQuery, withProvider } from './story.ts'
import '../src/define/note-editor.ts'
import '../src/define/provider.ts'

export const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'ended' })
  const client = world.client('practitioner', more)
  const visitId = world.ids.visitId ?? ''
  await mount(withProvider(client, html`<visit-note-editor visit-id=${visitId}></visit-note-editor>`))
  await settled()
  /** Another screen of the same person. */
  const elsewhere = world.client('practitioner')
  const stored = (): Promise<Note> => elsewhere.notes.open(visitId)
  const saves = () => client.calls.filter(({ operationId }) => operationId === 'saveNote').length
  const writeElsewhere = async (code: string, text: string): Promise<Note> => {
    const { id, sections, ...note } = await stored()
    return elsewhere.notes.save(id, {
      ...note,
      sections: [...sections.filter((one) => one.code !== code), { code, text }],
    })
  }
  return { world, client, stored, saves, writeElsewhere }
}
export const field = (selector: string): HTMLInputElement | null => deepQuery<HTMLInputElement>(document.body, selector)
export const textOf = (note: Note, code: string): string | undefined =>
  note.sections.find((one) => one.code === code)?.text
