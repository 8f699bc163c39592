import { html, nothing, type TemplateResult } from 'lit'
import type { Note, PrivacyRequest, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { noteRequestsMessages } from './note-requests.messages.ts'

/** Requests of a patient that are read. They are few: at most 20 wait at once. */
const most = 100

export type NoteRequestsView = (requests: readonly PrivacyRequest[]) => TemplateResult | typeof nothing

/** What the patient asked to correct in this note. Empty for a person who may not read it. */
export const readNoteRequests = async (
  client: VisitClient,
  { patientId, visitId }: Pick<Note, 'patientId' | 'visitId'>,
  permissions: readonly string[],
  signal: AbortSignal,
): Promise<readonly PrivacyRequest[]> => {
  if (!permissions.includes('privacy-request:read')) return []
  const { items } = await client.rights.list(patientId, { limit: most }, { signal }).page()
  return items.filter((request) => request.kind === 'correction' && request.visitId === visitId)
}

/** The requests of the patient about a note, with the clinic's answer and what the patient says to it (45 CFR 164.526(d)). */
export const noteRequests = (host: VisitElement): NoteRequestsView => {
  const t = host.language.bundle(noteRequestsMessages)
  const said = (label: string, text: string): TemplateResult =>
    html`<div class="tight">
      <b class="small">${label}</b>
      <p class="text" dir="auto">${text}</p>
    </div>`
  const one = ({ what, askedAt, status, decision, disagreement }: PrivacyRequest): TemplateResult =>
    html`<section class="stack">
      ${said(t('asked', { date: host.format.date(askedAt) }), what)}
      ${
        decision && status !== 'waiting'
          ? said(
              t(`state_${status}`, { date: host.format.date(decision.at), name: decision.by ?? t('clinic') }),
              decision.text,
            )
          : html`<p class="small">${t('waits')}</p>`
      }
      ${disagreement ? said(t('disagrees', { date: host.format.date(disagreement.at) }), disagreement.text) : nothing}
    </section>`
  return (requests) => (requests.length === 0 ? nothing : html`<div class="ask stack">${requests.map(one)}</div>`)
}
