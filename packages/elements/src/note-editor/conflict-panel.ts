import { html, type TemplateResult } from 'lit'
import type { NoteTemplateSection } from '@visitkit/sdk'
import type { Conflict } from './note-draft-controller.ts'
import type { DraftPart, Side } from './merge-drafts.ts'
import { draftFromNote, type NoteDraft } from './note-draft.ts'
import { sectionHeading, type NoteEditorTranslate } from './note-view.ts'
import { shownUnit } from './vital-signs.ts'

interface ConflictPanelView {
  readonly t: NoteEditorTranslate
  readonly tag: string
  readonly sections: readonly NoteTemplateSection[]
  readonly mine: NoteDraft
  readonly conflict: Conflict
  readonly sides: ReadonlyMap<DraftPart, Side>
  readonly onSide: (part: DraftPart, side: Side) => void
  readonly onResolve: () => void
  readonly onLater: () => void
}

const partText = (t: NoteEditorTranslate, draft: NoteDraft, part: DraftPart): string => {
  if (part === 'vitals')
    return draft.vitals.map(({ loinc, value, unit }) => `${t(`vital_${loinc}`)} ${value} ${shownUnit(unit)}`).join('\n')
  if (part === 'coding')
    return [
      ...draft.diagnoses.map(({ code, display }) => `${code} ${display ?? ''}`),
      ...draft.services.map(({ code, units }) => `${code} × ${units}`),
    ].join('\n')
  return draft.sections.get(part.slice('section:'.length)) ?? ''
}

/** Both versions of each part side by side, with a choice. */
export const conflictPanel = (view: ConflictPanelView): TemplateResult => {
  const { t, tag, sections, mine, conflict, sides } = view
  const theirs = draftFromNote(conflict.theirs)
  const titleOf = (part: DraftPart): string =>
    part === 'vitals' || part === 'coding' ? t(part) : sectionHeading(sections, part.slice('section:'.length), tag)
  const version = (side: 'mine' | 'theirs', text: string): TemplateResult =>
    html`<div class="tight version ${side}">
      <b class="small">${t(side)}</b>
      <p class="text" dir="auto">${text || html`<span class="muted">${t('nothingThere')}</span>`}</p>
    </div>`
  const choice = (part: DraftPart, side: Side, words: string): TemplateResult =>
    html`<label class="choice small"
      ><input
        type="radio"
        name="side-${part}"
        .checked=${(sides.get(part) ?? 'mine') === side}
        @change=${() => view.onSide(part, side)}
      />${words}</label
    >`
  return html`<div class="part">
      <div class="tight">
        <h3 id="conflict" tabindex="-1">${t('conflictHeading')}</h3>
        <p class="muted">${t('conflictText')}</p>
      </div>
      ${conflict.parts.map(
        (part) =>
          html`<fieldset class="stack clash">
            <legend class="label">${titleOf(part)}</legend>
            <div class="versions">
              ${version('mine', partText(t, mine, part))}${version('theirs', partText(t, theirs, part))}
            </div>
            <div class="row wrap">
              ${choice(part, 'mine', t('keepMine'))}${choice(part, 'theirs', t('keepTheirs'))}${
                part.startsWith('section:') ? choice(part, 'both', t('keepBoth')) : ''
              }
            </div>
          </fieldset>`,
      )}
    </div>
    <div class="part row wrap">
      <button class="btn primary" type="button" @click=${view.onResolve}>${t('resolve')}</button>
      <button class="btn quiet" type="button" @click=${view.onLater}>${t('conflictLater')}</button>
    </div>`
}
